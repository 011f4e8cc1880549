/** The staff list and the month's roster as the generator needs them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day, daysOf, type Month } from '../../src/calendar/day.js';
import type { Department } from './department.js';
import { cellsOf } from './sheet.js';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly hired: string;
  readonly left: string;
}

/** Headings in either language. */
const HEADINGS = {
  id: ['id', '工号'],
  name: ['name', '姓名'],
  hired: ['hired', '入职日期'],
  left: ['left', '离职日期'],
};

const column = (heading: readonly string[], field: keyof typeof HEADINGS): number =>
  heading.findIndex((cell) => HEADINGS[field].includes(cell));

/** Everybody once, in the order of the list; a later row of the same person only changes terms. */
export function agentsOf(department: Department): Agent[] {
  const staff = department.sheets.find((sheet) => sheet.path === 'staff');
  if (!staff) throw new Error(`${department.name} has no staff list`);
  const [heading, ...rows] = cellsOf(staff);
  const cell = (row: readonly string[], field: keyof typeof HEADINGS): string =>
    row[column(heading ?? [], field)]?.replaceAll('/', '-') ?? '';
  const all = rows.map((row) => ({
    id: cell(row, 'id'),
    name: cell(row, 'name'),
    hired: cell(row, 'hired'),
    left: cell(row, 'left'),
  }));
  return all.filter((agent, index) => all.findIndex((other) => other.id === agent.id) === index);
}

/** A shift code, `休` for a rest day, a kind of leave, or null: not employed. */
export type Code = string | null;
export type MonthPlan = ReadonlyMap<string, ReadonlyMap<Day, Code>>;

const LEAVE = '假:';

/** What the month's roster.json says. The file is the program's; only its rows are read. */
export async function planOf(folder: string, month: Month): Promise<MonthPlan> {
  const roster = JSON.parse(await readFile(join(folder, month, 'roster.json'), 'utf8')) as {
    readonly rows: readonly { readonly id: string; readonly days: readonly string[] }[];
  };
  const days = daysOf(month);
  const code = (words: string): Code =>
    words === '-' ? null : words.startsWith(LEAVE) ? words.slice(LEAVE.length) : words;
  return new Map(roster.rows.map((row) => [row.id, new Map(row.days.map((words, at) => [days[at]!, code(words)]))]));
}
