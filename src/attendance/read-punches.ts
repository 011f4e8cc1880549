/** Attendance files -> punches of the staff, each once, in order of person and time. */
import { headingKey } from '../base/cell.js';
import { error, type Issue, info, type Outcome, outcome, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { Person } from '../people/person.js';
import type { PlatformIds } from '../people/platform-ids.js';
import { bestFit, type Fit } from './adapters/headings.js';
import { PUNCH_ADAPTERS } from './adapters/index.js';
import type { LeaveInFile, Punch, PunchFile } from './facts.js';
import { moment } from './moment.js';
import { whoPunched } from './who.js';

/**
 * Reads every sheet that holds punches; a file of which no sheet does is an error. Punches of one person in the same
 * minute are one (sheets of one workbook repeat each other). People who are not on the staff list are told of once each, many together.
 */
export function readPunches(
  tables: readonly Table[],
  people: readonly Person[],
  ids: PlatformIds | null = null,
): Outcome<PunchFile> {
  const issues: Issue[] = [];
  const fits = wholeFits(tables, issues);
  const who = whoPunched(people, ids);
  const leave: LeaveInFile[] = [];
  const punches: { readonly punch: Punch; readonly at: number }[] = [];
  const met = new Map<string, Set<number>>();
  /** Punches and faults by file. */
  const found = new Map<string, number>();
  for (const fit of fits) {
    const stated = fit.adapter.read(fit.table);
    issues.push(...stated.issues);
    for (const { day, words, source, ...person } of stated.leave ?? []) {
      const staff = who.known({ ...person, source }, fit.adapter.platform);
      if (staff !== null) leave.push({ staff, day, words, source });
    }
    const { file } = fit.table.source;
    found.set(file, (found.get(file) ?? 0) + stated.punches.length + stated.issues.length);
    for (const one of stated.punches) {
      const staff = who.find(one, fit.adapter.platform);
      if (staff === null) continue;
      const { day, minute, source } = one;
      const at = moment(one);
      const minutes = met.get(staff) ?? new Set();
      met.set(staff, minutes);
      if (minutes.has(at)) continue;
      minutes.add(at);
      punches.push({ at, punch: { staff, day, minute, ...(one.approved ? { approved: true as const } : {}), source } });
    }
  }
  issues.push(
    ...[...found].flatMap(([file, count]) => (count === 0 ? [withoutPunches({ file })] : [])),
    ...who.issues(),
  );
  punches.sort((a, b) => (a.punch.staff < b.punch.staff ? -1 : a.punch.staff > b.punch.staff ? 1 : a.at - b.at));
  return outcome({ punches: punches.map(({ punch }) => punch), leave, leftAside: who.leftAside() }, issues);
}

/** The sheets that can be read, the readers in their order; what else a file holds is said. */
function wholeFits(tables: readonly Table[], issues: Issue[]): Fit[] {
  const files = new Map<string, { readonly table: Table; readonly fit: Fit | null }[]>();
  for (const table of tables) {
    const sheets = files.get(table.source.file) ?? [];
    files.set(table.source.file, sheets);
    sheets.push({ table, fit: bestFit(table, PUNCH_ADAPTERS) });
  }
  const rank = (fit: Fit): number => PUNCH_ADAPTERS.indexOf(fit.adapter);
  return [...files.values()].flatMap((sheets) => {
    const whole = sheets.flatMap(({ fit }) => (fit !== null && fit.missing.length === 0 ? [fit] : []));
    if (whole.length === 0) {
      issues.push(
        unknownFile(
          sheets[0]!.table,
          sheets.flatMap(({ fit }) => fit ?? []),
        ),
      );
      return [];
    }
    const others = sheets.filter(({ fit }) => fit === null || fit.missing.length > 0);
    if (others.length > 0) issues.push(unreadSheets(others.map(({ table }) => table)));
    return whole.sort((a, b) => rank(a) - rank(b));
  });
}

const unreadSheets = (tables: readonly Table[]): Issue => {
  const names = tables.map((table) => table.source.sheet ?? table.source.file);
  return info(
    'punch-sheets-not-read',
    { file: tables[0]!.source.file },
    text(
      `sheets without punches, not read: ${names.join(', ')}.`,
      `以下工作表不含打卡记录，未读取：${names.join('、')}。`,
    ),
    text('Nothing to do.', '无需处理。'),
  );
};

function unknownFile(table: Table, fits: readonly Fit[]): Issue {
  const best = fits.reduce<Fit | null>((a, b) => (a === null || b.matches > a.matches ? b : a), null);
  if (fits.length === 0) return emptyFile(table);
  const known = PUNCH_ADAPTERS.map((adapter) => adapter.name);
  if (best === null || best.matches === 0) {
    return error(
      'punches-file-unknown',
      table.source,
      text('no punches that are known: none of the headings fits.', '不是已知的打卡文件：没有可识别的表头。'),
      text(
        `These can be read: ${known.map((name) => name.en).join('; ')}.`,
        `可读取：${known.map((name) => name.zh).join('、')}。`,
      ),
    );
  }
  if (best.adapter.days === undefined && isSummary(best)) {
    return error(
      'punches-summary-only',
      best.table.source,
      text(
        'this is a summary of the month: it counts days and lateness, but holds no times of punches.',
        '这是月度汇总：只有天数和次数，没有打卡时间。',
      ),
      text('Export the raw records or the daily statistics.', '请导出“原始记录”或“每日统计”。'),
    );
  }
  return error(
    'punches-columns-missing',
    best.table.source,
    text(
      `nearest to ${best.adapter.name.en}, but without the columns ${best.missing.join(', ')}.`,
      `最接近${best.adapter.name.zh}，但缺少列：${best.missing.join('、')}。`,
    ),
    text('Export it again with these columns.', '请重新导出并包含这些列。'),
  );
}

const emptyFile = (table: Table): Issue =>
  error(
    'punches-file-empty',
    table.source,
    text('the file is empty.', '文件是空的。'),
    text('Copy or export it again, or take it away.', '请重新复制或导出，或移走该文件。'),
  );

const COUNTS = ['出勤天数', '休息天数', '迟到次数', '早退次数', '缺卡次数', '上班缺卡次数', '旷工天数', '实际出勤天数'];

const isSummary = ({ heading }: Fit): boolean =>
  heading.cells.filter((cell) => COUNTS.includes(headingKey(cell))).length >= 2;

/** Headings and nothing below them that is a punch. */
const withoutPunches = (source: SourceRef): Issue =>
  warning(
    'punches-file-without-punches',
    source,
    text('the headings are known, but there is not one punch below them.', '表头可识别，但没有任何打卡记录。'),
    text('Was the period right when it was exported? Export it again.', '导出时选择的时间范围是否正确？请重新导出。'),
  );
