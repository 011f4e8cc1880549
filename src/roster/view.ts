/**
 * A roster laid over its problem for the rules to look at: cells by agent and day index, history as negative days
 * (-1 is the eve of the month). Codes are resolved to shifts once.
 */
import type { Problem, Shift } from './problem.js';
import { ABSENT, type Cell, type Roster } from './roster.js';

export interface RosterView {
  /** The cell of an agent on a day of the horizon; null where history is unknown. */
  readonly cell: (agent: number, day: number) => Cell | null;
  /** The (first) shift worked on a day; null on a day without one, or where history is unknown. */
  readonly shift: (agent: number, day: number) => Shift | null;
  /** All shifts of a day, in the cell's order: more than one only in a roster edited by hand. */
  readonly shifts: (agent: number, day: number) => readonly Shift[];
  /** Index of the first known day is `-historyLength`. */
  readonly historyLength: number;
  /** Which agents are on a shift on a day of the month. */
  readonly on: (day: number, code: string) => readonly number[];
}

/** Lays a roster over its problem. People whom the roster does not name are absent. */
export function viewOf(roster: Roster, problem: Problem): RosterView {
  const byCode = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const rows = new Map(roster.rows.map((row) => [row.staff, row.cells]));
  const cells = problem.agents.map((agent) => rows.get(agent.id) ?? []);
  const historyLength = problem.historyDays.length;
  const cell = (agent: number, day: number): Cell | null =>
    day < 0 ? (problem.agents[agent]?.history[historyLength + day] ?? null) : (cells[agent]?.[day] ?? ABSENT);
  const resolve = (there: Cell | null): readonly Shift[] =>
    there?.kind !== 'shift' ? [] : there.shifts.flatMap((code) => byCode.get(code) ?? []);
  const worked = problem.agents.map((_, agent) =>
    Array.from({ length: historyLength + problem.days.length }, (_, at) => resolve(cell(agent, at - historyLength))),
  );
  const shifts = (agent: number, day: number): readonly Shift[] => worked[agent]?.[historyLength + day] ?? [];
  const byDay = problem.days.map((_, day) => {
    const on = new Map<string, number[]>();
    problem.agents.forEach((_, agent) => {
      for (const { code } of shifts(agent, day)) on.set(code, [...(on.get(code) ?? []), agent]);
    });
    return on;
  });
  return {
    cell,
    shift: (agent, day) => shifts(agent, day)[0] ?? null,
    shifts,
    historyLength,
    on: (day, code) => byDay[day]?.get(code) ?? [],
  };
}
