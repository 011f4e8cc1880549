/** The roster as a sheet: people down, days across. Totals at the right and below are for people and are not read. */
import { cellWords, headingKey } from '../../base/cell.js';
import { error, type Issue, type Outcome, outcome } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { SourceRef } from '../../base/source.js';
import type { Grid, Row, Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import { type Day, daysOf, firstDay, type Month, monthOf, parseDay, parseMonth } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import type { Roster, RosterRow } from '../roster.js';
import { codeOf, codesOf, readCode } from './codes.js';
import { cellReader, named, type RosterContext, rowFaults } from './context.js';
import { rowOwners } from './owners.js';

/** The last of each: a sheet in both languages. */
export const ID_HEADINGS = ['id', '工号', '员工编号', '员工工号', '工号id'];
const NAME_HEADINGS = ['name', '姓名', '名字', '姓名name'];

/** `id, name, 2026-12-01 ...`: one row a person, one column a day. */
export const rosterGrid = (roster: Roster): Grid => ({
  headings: ['id', 'name', ...daysOf(roster.month)],
  rows: roster.rows.map(({ staff, name, cells }) => [staff, name, ...cells.map(codeOf)]),
});

interface DayColumns {
  readonly heading: Row;
  /** -1: the sheet has names only. */
  readonly id: number;
  readonly name: number;
  readonly month: Month;
  /** Column of each day of the month, in order. */
  readonly days: readonly { readonly day: Day; readonly column: number; readonly words: string }[];
}

/**
 * Reads a grid as `rosterGrid` writes it, or as somebody edited or retyped it: days headed `2026-12-05`, `12-05`, `12/5`, `5`,
 * `5日`, the month perhaps only in a title above; names without numbers. Rows without a person and columns that are no
 * day are left out. A roster from a sheet has no pins and revision 0.
 */
export function readRosterGrid(table: Table, context: RosterContext): Outcome<Roster> {
  const rows = [...table.rows];
  const columns = dayColumns(rows, table.source, context.month);
  if ('code' in columns) return { value: null, issues: [columns] };
  const cells = cellReader(context);
  const issues: Issue[] = missingDays(columns, table.source);
  const sources = new Map<StaffId, SourceRef>();
  const ownerOf = rowOwners(context.people);
  const people = rows.filter((row) => row.number > columns.heading.number && isPerson(row, columns, context));
  const read = people.map((row): RosterRow => {
    const source = { ...table.source, row: row.number };
    const name = cellWords(row.cells[columns.name] ?? '');
    const staff = ownerOf(cellWords(row.cells[columns.id] ?? ''), name);
    sources.set(staff, source);
    const byDay = new Map(
      columns.days.map(({ day, column, words }) => [
        day,
        cells.read(row.cells[column] ?? '', named(staff, name), day, { ...source, column: words }),
      ]),
    );
    return { staff, name, cells: daysOf(columns.month).map((day) => byDay.get(day) ?? { kind: 'absent' }) };
  });
  const roster = { month: columns.month, revision: 0, rows: read, pins: [], accepted: [] };
  return outcome(roster, [
    ...issues,
    ...cells.issues,
    ...rowFaults(read, sources, context.people, columns.month, table.source),
  ]);
}

const TOTALS = new Set(['合计', '总计', '小计', 'total', 'totals']);

/** Without numbers weekdays and totals look like people: there a row needs a name of the staff list, or a code in some cell. */
function isPerson(row: Row, { id, name, days }: DayColumns, { people, handbook }: RosterContext): boolean {
  const who = cellWords(row.cells[id < 0 ? name : id] ?? '');
  const cells = days.map(({ column }) => row.cells[column] ?? '').filter((cell) => cell !== '');
  if (who === '' || TOTALS.has(who.toLowerCase()) || cells.length === 0) return false;
  if (id >= 0 || people?.some((person) => person.name === who)) return true;
  const codes = codesOf(handbook);
  return cells.some((cell) => readCode(cell, codes) !== null);
}

function dayColumns(rows: readonly Row[], source: SourceRef, month: Month | null): DayColumns | Issue {
  const isOneOf = (cell: string, names: readonly string[]): boolean => names.includes(headingKey(cell));
  const headed = (names: readonly string[]): Row | undefined =>
    rows.find((row) => row.cells.some((cell) => isOneOf(cell, names)));
  const heading = headed(ID_HEADINGS) ?? headed(NAME_HEADINGS);
  if (heading === undefined) {
    const message = text('no heading "id" or "name" was found.', '没有找到“工号”或“姓名”表头。');
    const hint = text('A roster has the headings id, name and one for each day.', '排班表的表头为工号、姓名和每一天。');
    return error('roster-without-headings', source, message, hint);
  }
  const dated = heading.cells.flatMap((cell) => parseDay(cell.split(' ')[0] ?? '') ?? []);
  const titles = rows.filter((row) => row.number < heading.number).flatMap((row) => row.cells);
  const found = month ?? mostOften(dated.map(monthOf)) ?? mostOften(titles.flatMap((cell) => monthWithin(cell) ?? []));
  const days =
    found === null
      ? []
      : heading.cells.flatMap((words, column) => {
          const day = dayIn(words, found);
          return day === null ? [] : [{ day, column, words: cellWords(words) }];
        });
  if (found === null || days.length === 0) {
    const place = { ...source, row: heading.number };
    const message = text(
      `no column is headed with a day${found === null ? '' : ` of ${found}`}.`,
      `没有以${found === null ? '' : ` ${found} 的`}日期为表头的列。`,
    );
    const hint = text('Head the columns 2026-12-01, 2026-12-02 and so on.', '请以 2026-12-01、2026-12-02……作为表头。');
    return error('roster-without-days', place, message, hint);
  }
  const id = heading.cells.findIndex((cell) => isOneOf(cell, ID_HEADINGS));
  return { heading, id, name: heading.cells.findIndex((cell) => isOneOf(cell, NAME_HEADINGS)), month: found, days };
}

/** The month of most columns: the last days of the month before may stand in front. Null: no column is dated. */
function mostOften(months: readonly Month[]): Month | null {
  const counts = new Map<Month, number>();
  for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** The month that a title names: `客服部 2026年12月排班表`. */
function monthWithin(words: string): Month | null {
  const [, year, month] = /(\d{4})\s*[-/.年]\s*(\d{1,2})(?!\d)/.exec(words) ?? [];
  return year === undefined ? null : parseMonth(`${year}-${month}`);
}

/** The day a heading means: a whole date (of this month only), month and day, or the day alone. A weekday may follow. */
function dayIn(words: string, month: Month): Day | null {
  const trimmed = cellWords(words).split(/[\s(（]/)[0] ?? '';
  const whole = parseDay(trimmed);
  if (whole !== null) return monthOf(whole) === month ? whole : null;
  const parts = /^(?:(\d{1,2})[-/.月])?(\d{1,2})[日号]?$/.exec(trimmed);
  if (!parts || (parts[1] !== undefined && Number(parts[1]) !== Number(month.slice(5)))) return null;
  return parseDay(`${firstDay(month).slice(0, 8)}${parts[2]}`);
}

/** Days without a column, or with two. */
function missingDays({ month, days, heading }: DayColumns, source: SourceRef): Issue[] {
  const place = { ...source, row: heading.number };
  const all = daysOf(month);
  const missing = all.filter((day) => !days.some((column) => column.day === day));
  const twice = all.filter((day) => days.filter((column) => column.day === day).length > 1);
  const hint = text('A roster has one column for each day of the month.', '排班表每天一列。');
  return [
    ...(missing.length === 0
      ? []
      : [
          error(
            'roster-days-missing',
            place,
            text(
              `${month}: no column for ${shown(missing.join(' '))}.`,
              `${month}：缺少 ${shown(missing.join(' '))} 的列。`,
            ),
            hint,
          ),
        ]),
    ...twice.map((day) =>
      error('roster-day-twice', place, text(`two columns are headed ${day}.`, `${day} 有两列。`), hint),
    ),
  ];
}
