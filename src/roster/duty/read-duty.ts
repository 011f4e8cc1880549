/** Duty lists of earlier months, read back from duty.csv as it was written or edited. */
import { ANYTHING, anyWords, optional, readRecords, required } from '../../base/columns.js';
import { type Outcome, outcome } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import type { Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import { parseClock } from '../../calendar/clock.js';
import type { Day, Month } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import { dayColumn, idColumn, withinMonth } from '../../people/reading.js';

/** duty 值班: stays on after the late shift. cleaning 值日. */
export type DutyKind = 'duty' | 'cleaning';

export interface DutyEntry {
  readonly day: Day;
  readonly kind: DutyKind;
  readonly staff: StaffId;
  /** Minutes of the day until which the person stays, where the list says it. */
  readonly until?: number | null;
  /** The row of duty.csv it was read from. */
  readonly source?: SourceRef;
}

const KINDS: Readonly<Record<string, DutyKind>> = {
  duty: 'duty',
  值班: 'duty',
  cleaning: 'cleaning',
  值日: 'cleaning',
};

export const DUTY_COLUMNS = {
  day: dayColumn('day', '日期'),
  weekday: optional(['weekday', '星期'], anyWords, ANYTHING),
  kind: required(
    ['kind', '类别'],
    (words) => KINDS[words.toLowerCase()] ?? null,
    text('duty or cleaning', '值班 或 值日'),
  ),
  id: idColumn('id', '工号'),
  name: optional(['name', '姓名'], anyWords, ANYTHING),
  until: optional(['until', '至'], anyWords, ANYTHING),
};

/** In file order. Numbers of people who have left since are no fault. */
export function readDuty(table: Table, month: Month): Outcome<readonly DutyEntry[]> {
  const { records, issues } = readRecords(table, DUTY_COLUMNS);
  const rows = records.map(({ values, source }): DutyEntry & { readonly source: SourceRef } => ({
    ...{ day: values.day, kind: values.kind, staff: values.id, source },
    until: values.until === null ? null : parseClock(values.until),
  }));
  const { within, issues: outside } = withinMonth(rows, month);
  return outcome(within, [...issues, ...outside]);
}
