/** Attendance files -> punches of the staff, each once, in order of person and time. */
import { error, type Issue, info, type Outcome, outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { Person } from '../people/person.js';
import { bestFit, type Fit } from './adapters/headings.js';
import { PUNCH_ADAPTERS } from './adapters/index.js';
import type { Punch } from './facts.js';
import { moment } from './moment.js';
import { whoPunched } from './who.js';

/**
 * Reads every sheet that holds punches; a file of which no sheet does is an error. Punches of one person in the same
 * minute are one (sheets of one workbook repeat each other). People who are not on the staff list are told of once each.
 */
export function readPunches(tables: readonly Table[], people: readonly Person[]): Outcome<readonly Punch[]> {
  const issues: Issue[] = [];
  const fits = wholeFits(tables, issues);
  const who = whoPunched(people);
  const punches: { readonly punch: Punch; readonly at: number }[] = [];
  const met = new Map<string, Set<number>>();
  for (const fit of fits) {
    const stated = fit.adapter.read(fit.table);
    issues.push(...stated.issues);
    for (const one of stated.punches) {
      const staff = who.find(one);
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
  issues.push(...who.issues());
  punches.sort((a, b) => (a.punch.staff < b.punch.staff ? -1 : a.punch.staff > b.punch.staff ? 1 : a.at - b.at));
  return outcome(
    punches.map(({ punch }) => punch),
    issues,
  );
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
