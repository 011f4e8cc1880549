/**
 * The month's roster as the attendance platforms take it in, in batches within their limits. Rest and leave are sent as
 * rest (leave itself is approved over there); days outside employment are not sent.
 * DingTalk: the command-line client's `schedule import` (rest = class 0) and the open API's `group/schedule/async`
 * (rest = shift 1; 200 a call). WeCom: `setcheckinschedulist`. Feishu: `user_daily_shifts/batch_create` (50 a call).
 */
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import { type Text, text } from '../base/text.js';
import { type Day, dayNumber, dayOfMonth } from '../calendar/day.js';
import type { ExchangePlatform, IdKind, PlatformIds } from '../people/platform-ids.js';
import type { Problem } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';

export interface ExchangeFile {
  /** `dingtalk-import.json`, `feishu-02.json` */
  readonly name: string;
  readonly document: unknown;
}

const DINGTALK_A_CALL = 200;
const FEISHU_A_CALL = 50;
/** Midnight in Shanghai lies this many hours before midnight UTC. */
const UTC_HOURS = 8;

const NAMES: Readonly<Record<ExchangePlatform, Text>> = {
  dingtalk: text('DingTalk', '钉钉'),
  wecom: text('WeCom', '企业微信'),
  feishu: text('Feishu', '飞书'),
};

interface Entry {
  readonly day: Day;
  readonly user: string;
  /** Null: rest. */
  readonly shift: string | null;
}

/** Files for one platform; every id that is missing is an error of its own. */
export function exchangeFiles(
  platform: ExchangePlatform,
  roster: Roster,
  problem: Problem,
  ids: PlatformIds,
): Outcome<readonly ExchangeFile[]> {
  const missing = new Map<string, Issue>();
  const id = (kind: IdKind, code: string): string => {
    const known = ids(platform, kind, code);
    if (known === null) missing.set(`${kind} ${code}`, idMissing(platform, kind, code));
    return known ?? '';
  };
  const group = id('group', '');
  const operator = platform === 'wecom' ? '' : id('operator', '');
  const entries = roster.rows.flatMap((row) =>
    row.cells.flatMap((cell, index): Entry[] => {
      const day = problem.days[index]?.day;
      if (day === undefined || cell.kind === 'absent') return [];
      const shift = cell.kind === 'shift' ? id('shift', cell.shifts[0] ?? '') : null;
      return [{ day, user: id('staff', row.staff), shift }];
    }),
  );
  return outcome(FILES[platform](entries, group, operator, roster.month), [...missing.values()]);
}

type Build = (entries: readonly Entry[], group: string, operator: string, month: string) => ExchangeFile[];

const FILES: Readonly<Record<ExchangePlatform, Build>> = {
  dingtalk: (entries, group, operator) => [
    {
      name: 'dingtalk-import.json',
      document: entries.map(({ day, user, shift }) => ({
        userId: user,
        workDate: `${day} 00:00:00`,
        classId: shift === null ? 0 : number(shift),
        isRest: shift === null ? 'Y' : 'N',
      })),
    },
    ...batches('dingtalk-api', entries, DINGTALK_A_CALL, (part) => ({
      op_user_id: operator,
      group_id: number(group),
      schedules: part.map(({ day, user, shift }) => ({
        userid: user,
        work_date: (dayNumber(day) * 24 - UTC_HOURS) * 3_600_000,
        shift_id: shift === null ? 1 : number(shift),
        is_rest: shift === null,
      })),
    })),
  ],
  wecom: (entries, group, _operator, month) => [
    {
      name: 'wecom.json',
      document: {
        groupid: number(group),
        items: entries.map(({ day, user, shift }) => ({
          userid: user,
          day: dayOfMonth(day),
          schedule_id: shift === null ? 0 : number(shift),
        })),
        yearmonth: yearMonth(month),
      },
    },
  ],
  feishu: (entries, group, operator, month) =>
    batches('feishu', entries, FEISHU_A_CALL, (part) => ({
      user_daily_shifts: part.map(({ day, user, shift }) => ({
        group_id: group,
        shift_id: shift ?? '0',
        month: yearMonth(month),
        user_id: user,
        day_no: dayOfMonth(day),
      })),
      operator_id: operator,
    })),
};

function batches(
  stem: string,
  entries: readonly Entry[],
  size: number,
  document: (part: readonly Entry[]) => unknown,
): ExchangeFile[] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) => ({
    name: `${stem}-${String(index + 1).padStart(2, '0')}.json`,
    document: document(entries.slice(index * size, (index + 1) * size)),
  }));
}

const yearMonth = (month: string): number => Number(month.replace('-', ''));

/** These two platforms number their groups and shifts; what is too long for a number stays text. */
const number = (words: string): number | string => (/^\d{1,15}$/.test(words) ? Number(words) : words);

function idMissing(platform: ExchangePlatform, kind: IdKind, code: string): Issue {
  const name = NAMES[platform];
  const what: Readonly<Record<IdKind, Text>> = {
    staff: text(`${code}'s ${name.en} id`, `${code} 的${name.zh}用户编号`),
    shift: text(`the ${name.en} id of shift ${code}`, `班次 ${code} 的${name.zh}编号`),
    group: text(`the id of the ${name.en} attendance group`, `${name.zh}考勤组编号`),
    operator: text(`the ${name.en} id of whoever sends the roster`, `${name.zh}操作人编号`),
  };
  return error(
    'platform-id-missing',
    { file: 'ids.csv' },
    text(`${what[kind].en} is missing.`, `缺少${what[kind].zh}。`),
    text(
      `Add a row: ${kind},${code} with the id in the column ${platform}.`,
      `请增加一行：${kind},${code}，并在 ${platform} 一列填写编号。`,
    ),
  );
}
