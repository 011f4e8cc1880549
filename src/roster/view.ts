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
  /** Index of the first known day is `-historyLength`. */
  readonly historyLength: number;
  /** Which agents are on a shift on a day of the month. */
  readonly on: (day: number, code: string) => readonly number[];
}

/** Lays a roster over its problem. People whom the roster does not name are absent. */
export function viewOf(roster: Roster, problem: Problem): RosterView {
  const shifts = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const rows = new Map(roster.rows.map((row) => [row.staff, row.cells]));
  const cells = problem.agents.map((agent) => rows.get(agent.id) ?? []);
  const historyLength = problem.historyDays.length;
  const cell = (agent: number, day: number): Cell | null =>
    day < 0 ? (problem.agents[agent]?.history[historyLength + day] ?? null) : (cells[agent]?.[day] ?? ABSENT);
  const byDay = problem.days.map((_, day) => {
    const on = new Map<string, number[]>();
    cells.forEach((row, agent) => {
      const today = row[day];
      if (today?.kind !== 'shift') return;
      for (const code of today.shifts) on.set(code, [...(on.get(code) ?? []), agent]);
    });
    return on;
  });
  return {
    cell,
    shift: (agent, day) => {
      const there = cell(agent, day);
      return there?.kind === 'shift' ? (shifts.get(there.shifts[0]!) ?? null) : null;
    },
    historyLength,
    on: (day, code) => byDay[day]?.get(code) ?? [],
  };
}
