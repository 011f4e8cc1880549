/** What the readers of the staff's files share: kinds of columns, and who a number belongs to. */
import { type Column, digits, optional, required } from '../base/columns.js';
import { error, type Issue, warning } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import { type Day, type Month, monthOf, parseDay, parseShortDay } from '../calendar/day.js';
import type { Person, StaffId } from './person.js';

const NUMBER = text('an employee number', '工号');
const DAY = text('a day such as 2026-12-05', '日期，例如 2026-12-05');

/** Employee numbers are short words without spaces: `1007`, `A-12`. */
const parseId = (words: string): StaffId | null => (/^\S{1,40}$/.test(words) ? (words as StaffId) : null);

export const idColumn = (...names: string[]) => digits(required<StaffId>(names, parseId, NUMBER));
export const optionalId = (...names: string[]) => digits(optional<StaffId>(names, parseId, NUMBER));
export const dayColumn = (...names: string[]) => required<Day>(names, parseDay, DAY);
export const optionalDay = (...names: string[]) => optional<Day>(names, parseDay, DAY);

/** The column of a month's file: a day may be written without its year there. Null: the month is not known. */
export const dayIn = <F extends boolean>(column: Column<Day, F>, month: Month | null): Column<Day, F> =>
  month === null ? column : { ...column, parse: (words) => column.parse(words) ?? parseShortDay(words, month) };

/** Everybody by number; null where the staff list itself could not be read, so that nothing can be compared with it. */
export type Staff = ReadonlyMap<StaffId, Person> | null;

export const byNumber = (people: readonly Person[] | null): Staff =>
  people === null ? null : new Map(people.map((person) => [person.id, person]));

/** `1007 李娜` */
export const called = (staff: Staff, id: StaffId): string => {
  const name = staff?.get(id)?.name;
  return name === undefined ? shown(id) : `${shown(id)} ${shown(name)}`;
};

/** The issue about a number that nobody on the staff list has, or null where somebody has it. */
export function unknownNumber(staff: Staff, id: StaffId, source: SourceRef): Issue | null {
  if (staff === null || staff.has(id)) return null;
  const message = text(`nobody on the staff list has the number "${shown(id)}".`, `员工名单中没有工号“${shown(id)}”。`);
  return error('staff-number-unknown', source, message, whoIsMeant(staff, id));
}

/** The unknown numbers of rows that could be read in part only. */
export const unknownNumbers = (
  staff: Staff,
  rows: readonly { readonly values: { readonly id: StaffId | null }; readonly source: SourceRef }[],
): Issue[] =>
  rows.flatMap(({ values, source }) => (values.id === null ? [] : (unknownNumber(staff, values.id, source) ?? [])));

const bare = (id: string): string => id.replace(/^0+/, '');

/** The one person whose number is this one but for the leading zeros that spreadsheets drop; null: nobody, or several. */
export const lostZeros = <P extends { readonly id: string }>(people: Iterable<P>, id: string): P | null =>
  zerosLost(people)(id);

/** The same for many numbers. */
export function zerosLost<P extends { readonly id: string }>(people: Iterable<P>): (id: string) => P | null {
  const known = new Map<string, P | null>();
  for (const person of people) known.set(bare(person.id), known.has(bare(person.id)) ? null : person);
  return (id) => known.get(bare(id)) ?? null;
}

/** What to do about a number that nobody has. */
export function whoIsMeant(staff: NonNullable<Staff>, id: StaffId): Text {
  const named = [...staff.values()].filter((person) => person.name === id);
  if (named.length > 0) {
    const numbers = named.map((person) => shown(person.id));
    return text(
      `People are known by number: ${shown(id)} is ${numbers.join(' or ')}.`,
      `请填写工号，不要填姓名：${shown(id)}的工号是 ${numbers.join(' 或 ')}。`,
    );
  }
  const padded = lostZeros(staff.values(), id);
  if (padded !== null) {
    return text(
      `Is it ${shown(padded.id)} ${shown(padded.name)}? Spreadsheets drop leading zeros: format the column as text.`,
      `是不是 ${shown(padded.id)} ${shown(padded.name)}？表格软件会去掉开头的 0，请把该列设为文本格式。`,
    );
  }
  const near = nearest(id, staff.keys());
  if (near === null) {
    return text('Correct the number, or add the person to the staff list.', '请更正工号，或把此人加入员工名单。');
  }
  const who = called(staff, near as StaffId);
  return text(
    `Is it ${who}? Otherwise add the person to the staff list.`,
    `是不是 ${who}？如果不是，请把此人加入员工名单。`,
  );
}

/**
 * The rows that lie in the month (null: all), and one warning about the others: often a file was copied from the month
 * before and not changed.
 */
export function withinMonth<T extends { readonly day: Day; readonly source: SourceRef }>(
  rows: readonly T[],
  month: Month | null,
): { readonly within: readonly T[]; readonly issues: readonly Issue[] } {
  const within = rows.filter((row) => month === null || monthOf(row.day) === month);
  const first = rows.find((row) => month !== null && monthOf(row.day) !== month);
  if (first === undefined) return { within, issues: [] };
  const outside = rows.length - within.length;
  const message = text(
    `${outside} of ${rows.length} rows lie outside ${month}, the first on ${first.day}; they are not used.`,
    `${rows.length} 行中有 ${outside} 行不在 ${month} 月内（首个为 ${first.day}），不使用。`,
  );
  const hint = text('Correct the days, or take the rows out.', '请更正日期，或删除这些行。');
  return { within, issues: [warning('days-outside-month', first.source, message, hint)] };
}
