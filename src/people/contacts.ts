/**
 * How many buyers came when: chat or call counts of past days. Two layouts are read: one row for each day and interval
 * (day, from, contacts), and one row a day with a column for each hour (`h09`, `09`, `9:00`, `9点`).
 */

import { headingKey } from '../base/cell.js';
import { optional, readRecords, required } from '../base/columns.js';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table } from '../base/table.js';
import { text } from '../base/text.js';
import { parseClock } from '../calendar/clock.js';
import type { Day } from '../calendar/day.js';
import { dayColumn } from './reading.js';

/** Contacts of one interval of a past day. */
export interface Contacts {
  readonly day: Day;
  /** Minute of the day. */
  readonly from: number;
  readonly contacts: number;
  readonly source: SourceRef;
}

const count = (words: string): number | null => {
  const match = /^(\d{1,6})(?:\.0+)?$/.exec(words.replaceAll(',', ''));
  return match ? Number(match[1]) : null;
};

const COUNT = text('a whole number such as 42', '整数，例如 42');
const DAY_COLUMN = dayColumn('day', '日期', 'date');

export const CONTACT_COLUMNS = {
  day: DAY_COLUMN,
  from: required(
    ['from', 'time', 'hour', '开始', '时间', '时段'],
    hourOf,
    text('a time such as 09:00', '时间，例如 09:00'),
  ),
  contacts: required(['contacts', 'calls', 'chats', '咨询量', '接待量', '来电量', '数量'], count, COUNT),
};

/** `9`, `09:00`, `9点`, `09:00-10:00` -> minute of the day. */
function hourOf(words: string): number | null {
  const match = /^(\d{1,2})(?:点|时)?$/.exec(words);
  if (match) return Number(match[1]) < 24 ? Number(match[1]) * 60 : null;
  return parseClock(words.split(/[-–—~至]/)[0] ?? '');
}

/** A heading that names an hour: `h09`, `09`, `9:00`, `9点`; null for any other. */
function hourHeading(heading: string): number | null {
  const words = headingKey(heading).replace(/^h(?=\d)/, '');
  return hourOf(words);
}

/** Reads either layout. Counts are never negative; an hour that stands twice is an error of the heading. */
export function readContacts(table: Table): Outcome<readonly Contacts[]> {
  const rows: readonly Row[] = [...table.rows];
  const headings = rows[0]?.cells ?? [];
  const hours = headings.flatMap((heading) => {
    const from = hourHeading(heading);
    return from === null ? [] : [{ heading, from }];
  });
  const whole: Table = { source: table.source, rows };
  return hours.length < 2 ? readLong(whole) : readWide(whole, hours);
}

function readLong(table: Table): Outcome<readonly Contacts[]> {
  const { records, issues } = readRecords(table, CONTACT_COLUMNS, { unknown: 'ignore' });
  const facts = records.map(({ values, source }) => ({ ...values, source }));
  return outcome(facts, [...issues, ...twice(facts)]);
}

function readWide(table: Table, hours: readonly { heading: string; from: number }[]): Outcome<readonly Contacts[]> {
  const columns = Object.fromEntries(hours.map(({ heading }) => [heading, optional([heading], count, COUNT)]));
  const { records, issues } = readRecords(table, { day: DAY_COLUMN, ...columns }, { unknown: 'ignore' });
  const facts = records.flatMap(({ values, source }) =>
    hours.flatMap(({ heading, from }): Contacts[] => {
      const contacts = (values as Readonly<Record<string, unknown>>)[heading];
      return typeof contacts === 'number' ? [{ day: values.day, from, contacts, source }] : [];
    }),
  );
  return outcome(facts, [...issues, ...twice(facts)]);
}

/** Two counts of one interval: nobody could say which holds. */
function twice(facts: readonly Contacts[]): Issue[] {
  const seen = new Map<string, Contacts>();
  return facts.flatMap((fact) => {
    const key = `${fact.day} ${fact.from}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, fact);
      return [];
    }
    const hour = `${String(Math.floor(fact.from / 60)).padStart(2, '0')}:${String(fact.from % 60).padStart(2, '0')}`;
    const message = text(
      `${fact.day} ${hour} stands here a second time (first in row ${first.source.row}).`,
      `${fact.day} ${hour} 重复出现（首次在第 ${first.source.row} 行）。`,
    );
    return [error('contacts-twice', fact.source, message, text('Leave one of the rows.', '请只保留一行。'))];
  });
}
