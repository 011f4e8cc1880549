/** Whether the punches cover the roster. */
import { type Issue, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import { dayNumber, daysOf } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';
import type { AttendanceInput } from './compute-attendance.js';
import type { Punch, ShiftFact } from './facts.js';

/** What the punches do not cover. */
export function coverageIssues(input: AttendanceInput, until: number | null): Issue[] {
  if (until === null) {
    return [
      warning(
        'no-punches',
        input.rosterSource,
        text(
          `there are no punches for ${input.month}: every rostered shift counts as worked.`,
          `${input.month} 没有打卡记录：所有排班均按已出勤计。`,
        ),
        text('Put the attendance export into the folder punches/.', '请将考勤导出文件放入 punches/ 文件夹。'),
      ),
    ];
  }
  const open = daysOf(input.month).filter(
    (day, at) => dayNumber(day) > until && input.roster.rows.some((row) => row.cells[at]?.kind === 'shift'),
  );
  if (open.length === 0) return [];
  return [
    warning(
      'punches-end-early',
      input.rosterSource,
      text(
        `the punches end before ${open[0]}: shifts from then to ${open.at(-1)} count as worked.`,
        `打卡记录在 ${open[0]} 之前结束：${open[0]} 至 ${open.at(-1)} 的班次按已出勤计。`,
      ),
      text('Export the whole month.', '请导出整月考勤。'),
    ),
  ];
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
