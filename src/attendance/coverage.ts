/** Whether the punches cover the roster. */
import { type Issue, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import { type Day, dayNumber, daysOf } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';
import type { AttendanceInput } from './compute-attendance.js';
import type { Punch, ShiftFact } from './facts.js';
import { moment } from './moment.js';

/** How far the punches reach. */
export interface Coverage {
  /** The last day on which anybody punched, as a day number; null: nobody did in this month. */
  readonly until: number | null;
  /** Where the files end before the month does: the last punch of all (moment.ts). What lies behind it is not known. */
  readonly endsAt: number | null;
  /** Days of the month whose shifts count as rostered, because the files do not reach them. */
  readonly open: ReadonlySet<Day>;
  readonly issues: readonly Issue[];
}

/** A day in front of or between the punches is taken for one that the files lack where as many were rostered and nobody came. */
const NOBODY_CAME = 2;

export function coverageOf(input: AttendanceInput): Coverage {
  const punched = new Set(input.punches.map(({ day }) => day));
  const days = daysOf(input.month);
  if (!days.some((day) => punched.has(day))) {
    return { until: null, endsAt: null, open: new Set(days), issues: [nothing(input)] };
  }
  const until = [...punched].sort().at(-1)!;
  const lacking = days.filter((day, at) => {
    if (punched.has(day)) return false;
    const rostered = input.roster.rows.filter((row) => row.cells[at]?.kind === 'shift').length;
    return rostered >= (day > until ? 1 : NOBODY_CAME);
  });
  const [ending, missing] = [lacking.filter((day) => day > until), lacking.filter((day) => day < until)];
  return {
    until: dayNumber(until),
    endsAt: until < days.at(-1)! ? input.punches.reduce((last, punch) => Math.max(last, moment(punch)), 0) : null,
    open: new Set(lacking),
    issues: [
      ...(ending.length === 0 ? [] : [endEarly(ending, input)]),
      ...(missing.length === 0 ? [] : [daysMissing(missing, input)]),
    ],
  };
}

function nothing({ month, punches, rosterSource, leftAside = 0 }: AttendanceInput): Issue {
  const others = punches.map(({ day }) => day).sort();
  if (others.length > 0) {
    return warning(
      'punches-of-another-month',
      { file: punches[0]!.source.file },
      text(
        `nothing of ${month}: the punches are of ${others[0]} to ${others.at(-1)}; every rostered shift counts as worked.`,
        `没有 ${month} 的记录：打卡日期为 ${others[0]} 至 ${others.at(-1)}；所有排班均按已出勤计。`,
      ),
      text(`Export ${month} into the folder punches/.`, `请将 ${month} 的考勤导出到 punches/ 文件夹。`),
    );
  }
  if (leftAside > 0) {
    return warning(
      'no-punches',
      rosterSource,
      text(
        `${leftAside} ${leftAside === 1 ? 'punch is' : 'punches are'} of nobody on the staff list and none is left for ${month}: every rostered shift counts as worked.`,
        `${leftAside} 条打卡都不属于名单中的人，${month} 没有可用的打卡：所有排班均按已出勤计。`,
      ),
      text('Correct the employee numbers in the attendance export.', '请更正考勤文件中的工号。'),
    );
  }
  return warning(
    'no-punches',
    rosterSource,
    text(
      `there are no punches for ${month}: every rostered shift counts as worked.`,
      `${month} 没有打卡记录：所有排班均按已出勤计。`,
    ),
    text('Put the attendance export into the folder punches/.', '请将考勤导出文件放入 punches/ 文件夹。'),
  );
}

const endEarly = (open: readonly Day[], { rosterSource }: AttendanceInput): Issue =>
  warning(
    'punches-end-early',
    rosterSource,
    text(
      `the punches end before ${open[0]}: shifts from then to ${open.at(-1)} count as worked.`,
      `打卡记录在 ${open[0]} 之前结束：${open[0]} 至 ${open.at(-1)} 的班次按已出勤计。`,
    ),
    text('Export the whole month.', '请导出整月考勤。'),
  );

function daysMissing(days: readonly Day[], { rosterSource }: AttendanceInput): Issue {
  const spans = stretchesOfDays(days);
  return warning(
    'punches-days-missing',
    rosterSource,
    text(
      `nobody punched on ${spans.join(', ')}, though shifts are rostered: they count as worked.`,
      `${spans.join('、')} 有排班但无人打卡：按已出勤计。`,
    ),
    text(
      'A file is missing: export these days as well. If nobody came, enter absences as events.',
      '可能缺少文件：请补充导出这些日期。如确实无人到岗，请登记旷工事件。',
    ),
  );
}

/** `2026-11-01`, `2026-11-03..2026-11-07` */
function stretchesOfDays(days: readonly Day[]): string[] {
  const spans: { first: Day; last: Day }[] = [];
  for (const day of days) {
    const span = spans.at(-1);
    if (span !== undefined && dayNumber(day) === dayNumber(span.last) + 1) span.last = day;
    else spans.push({ first: day, last: day });
  }
  return spans.map(({ first, last }) => (first === last ? first : `${first}..${last}`));
}

/** Somebody with shifts and not one punch all month is more likely a wrong number than a month of absence: their absences. */
export function wholeMonthAbsent(
  shifts: readonly ShiftFact[],
  punches: ReadonlyMap<StaffId, unknown>,
): ReadonlyMap<StaffId, number> {
  const absences = new Map<StaffId, number>();
  for (const fact of shifts) if (fact.absent) absences.set(fact.staff, (absences.get(fact.staff) ?? 0) + 1);
  return new Map([...absences].filter(([staff, count]) => count >= 2 && !punches.has(staff)));
}

export const emptyHanded = (
  shifts: readonly ShiftFact[],
  punches: ReadonlyMap<StaffId, readonly Punch[]>,
  called: (staff: StaffId) => string,
  source: SourceRef,
): Issue[] =>
  [...wholeMonthAbsent(shifts, punches)].map(([staff, count]) =>
    warning(
      'person-without-punches',
      source,
      text(
        `${called(staff)} has ${count} shifts and not one punch: all count as absence without leave.`,
        `${called(staff)} 有 ${count} 个班次，没有一次打卡：全部按旷工计。`,
      ),
      text('Look whether the number in the attendance system is the same.', '请检查考勤系统中的工号是否一致。'),
    ),
  );
