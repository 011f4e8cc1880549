/** What `roster init` writes: an example staff list, and the month's empty tables with their headings. */
import type { Named } from '../../base/headings.js';
import type { Grid } from '../../base/table.js';
import { type Lang, text } from '../../base/text.js';
import { EVENT_COLUMNS } from '../../people/events.js';
import { KPI_COLUMNS } from '../../people/kpi.js';
import { LEAVE_COLUMNS } from '../../people/leave.js';
import { REQUEST_COLUMNS } from '../../people/requests.js';
import { STAFF_COLUMNS } from '../../people/staff.js';

/** The heading of a column: English first, Chinese second in its names. */
const heading = (column: Named, lang: Lang): string =>
  lang === 'en' ? column.names[0]! : (column.names[1] ?? column.names[0]!);

const headings = (columns: Readonly<Record<string, Named>>, lang: Lang): string[] =>
  Object.values(columns).map((column) => heading(column, lang));

/** Example people: six are enough for three shifts with four rest days each. */
const PEOPLE = [
  { id: '1001', name: text('Wang Ting', '王婷'), hired: '2022-03-01', salary: '4000' },
  { id: '1002', name: text('Chen Huilan', '陈慧兰'), hired: '2023-06-15', salary: '3600' },
  { id: '1003', name: text('Li Na', '李娜'), hired: '2024-02-20', salary: '3500' },
  { id: '1004', name: text('Zhang Lei', '张蕾'), hired: '2024-09-05', salary: '3500' },
  { id: '1005', name: text('Zhao Wen', '赵雯'), hired: '2025-04-08', salary: '3300' },
  { id: '1006', name: text('Zhou Xiaotong', '周晓彤'), hired: '2025-11-02', salary: '3300' },
] as const;

export function staffExample(lang: Lang): Grid {
  const { id, name, shifts, hired, left, probationUntil, postSalary, seniorityFrom } = STAFF_COLUMNS;
  const columns = { id, name, shifts, hired, left, probationUntil, postSalary, seniorityFrom };
  return {
    headings: headings(columns, lang),
    rows: PEOPLE.map((one) => [one.id, one.name[lang], '', one.hired, '', '', one.salary, one.hired]),
  };
}

/** The month's tables by file name, headings only. */
export const monthTables = (lang: Lang): readonly (readonly [string, Grid])[] =>
  [
    ['leave.csv', LEAVE_COLUMNS] as const,
    ['requests.csv', REQUEST_COLUMNS] as const,
    ['events.csv', EVENT_COLUMNS] as const,
    ['kpi.csv', KPI_COLUMNS] as const,
  ].map(([name, columns]) => [name, { headings: headings(columns, lang), rows: [] }] as const);
