/** The roster in long form: one row a person and day. */
import { ANYTHING, anyWords, digits, optional, readRecords, required } from '../../base/columns.js';
import { error, type Issue, type Outcome, outcome } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import type { Grid, Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import { type Day, daysOf, monthOf, parseDay } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import { type Cell, REST, type Roster, type RosterRow } from '../roster.js';
import { codeOf } from './codes.js';
import { cellReader, named, type RosterContext, rowFaults } from './context.js';
import { ID_HEADINGS } from './grid.js';

const COLUMNS = {
  day: required<Day>(['day', '日期', 'date'], parseDay, text('a day such as 2026-12-05', '日期，例如 2026-12-05')),
  id: digits(required<StaffId>(ID_HEADINGS, (words) => words as StaffId, text('an employee number', '工号'))),
  shift: required(['shift', '班次'], anyWords, text('a shift code', '班次代码')),
  name: optional(['name', '姓名'], anyWords, ANYTHING),
};

/** `day, id, name, shift`: by day, then in the roster's order. */
export const rosterLong = (roster: Roster): Grid => ({
  headings: ['day', 'id', 'name', 'shift'],
  rows: daysOf(roster.month).flatMap((day, index) =>
    roster.rows.flatMap(({ staff, name, cells }) => {
      const cell = cells[index];
      return cell === undefined || cell.kind === 'absent' ? [] : [[day, staff, name, codeOf(cell)]];
    }),
  ),
});

/**
 * Reads the long form. Days that are not listed: absent before a person's first and after the last row, rest between.
 * Two rows of one person and day are two shifts.
 */
export function readRosterLong(table: Table, context: RosterContext): Outcome<Roster> {
  const reading = readRecords(table, COLUMNS);
  const [first] = reading.records;
  if (first === undefined) {
    return { value: null, issues: reading.issues.length > 0 ? reading.issues : [noRows(table)] };
  }
  const month = context.month ?? monthOf(first.values.day);
  const days = daysOf(month);
  const cells = cellReader(context);
  const issues: Issue[] = [...reading.issues];
  const rows = new Map<StaffId, { name: string; byDay: Map<Day, Cell> }>();
  const sources = new Map<StaffId, SourceRef>();
  for (const { values, source } of reading.records) {
    const { id, day } = values;
    const row = rows.get(id) ?? { name: values.name ?? '', byDay: new Map<Day, Cell>() };
    rows.set(id, row);
    if (!sources.has(id)) sources.set(id, source);
    if (!days.includes(day)) issues.push(outside(named(id, row.name), day, month, source));
    const cell = cells.read(values.shift, named(id, row.name), day, source);
    if (cell !== null) row.byDay.set(day, together(row.byDay.get(day), cell));
  }
  const names = new Map(context.people?.map(({ id, name }) => [id, name]));
  const read = [...rows].map(([staff, { name, byDay }]): RosterRow => {
    const [first, last] = [days.find((day) => byDay.has(day)), days.findLast((day) => byDay.has(day))];
    const unlisted = (day: Day): Cell =>
      first !== undefined && last !== undefined && first < day && day < last ? REST : { kind: 'absent' };
    const whole = days.map((day) => byDay.get(day) ?? unlisted(day));
    return { staff, name: name || (names.get(staff) ?? ''), cells: whole };
  });
  const roster: Roster = { ...EMPTY, month, rows: read };
  return outcome(roster, [
    ...issues,
    ...cells.issues,
    ...rowFaults(read, sources, context.people, month, table.source),
  ]);
}

const EMPTY = { revision: 0, rows: [], pins: [], accepted: [] };

const together = (first: Cell | undefined, second: Cell): Cell =>
  first?.kind === 'shift' && second.kind === 'shift'
    ? { kind: 'shift', shifts: [...first.shifts, ...second.shifts] }
    : second;

const noRows = (table: Table): Issue =>
  error(
    'roster-without-rows',
    table.source,
    text('the file holds no row of a roster.', '文件中没有排班行。'),
    text('Give one row for each person and day: day, id, shift.', '请每人每天一行：日期、工号、班次。'),
  );

const outside = (who: string, day: Day, month: string, source: SourceRef): Issue =>
  error(
    'roster-day-outside-month',
    source,
    text(`${who} ${day}: the day is not in ${month}.`, `${who} ${day}：不在 ${month} 月内。`),
    text('Take the row out, or correct the day.', '请删去该行，或更正日期。'),
  );
