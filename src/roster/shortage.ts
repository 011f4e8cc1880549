/** Head-counts that no roster can reach, whatever the search: simple proofs that something is missing. */
import { touches } from './judge/shift-times.js';
import type { PlanAgent, Problem, Shift } from './problem.js';

/** Agents or agent-days, needed by the least cover and there at most. */
export interface Shortage {
  readonly kind: 'shift' | 'day' | 'month';
  /** Day of the month; null: the whole month. */
  readonly day: number | null;
  /** Null: all shifts together. */
  readonly shift: string | null;
  readonly needed: number;
  readonly available: number;
}

/** Shifts that too few people may work, days with too few people, a month with too few working days. */
export function shortages(problem: Problem): Shortage[] {
  const shifts = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const found: Shortage[] = [];
  problem.days.forEach((_, day) => {
    const needs = problem.cover.filter((need) => need.day === day && need.min > 0);
    for (const need of needs) {
      const shift = shifts.get(need.shift)!;
      const available = problem.agents.filter((agent) => mayWork(problem, agent, day, shift)).length;
      if (available < need.min) found.push({ kind: 'shift', day, shift: need.shift, needed: need.min, available });
    }
    const needed = needs.reduce((sum, { min }) => sum + min, 0);
    const available = problem.agents.filter((agent) =>
      problem.shifts.some((shift) => mayWork(problem, agent, day, shift)),
    ).length;
    if (available < needed) found.push({ kind: 'day', day, shift: null, needed, available });
  });
  // Only a number of rest days that is a must limits what the month can give.
  if (problem.handbook.values.rules['rest-days'].level !== 'hard') return found;
  const needed = problem.cover.reduce((sum, { min }) => sum + min, 0);
  const available = problem.agents.reduce((sum, { expectedDays }) => sum + expectedDays, 0);
  if (available < needed) found.push({ kind: 'month', day: null, shift: null, needed, available });
  return found;
}

/** By leave, employment, the person's own shifts and protection; rules that are not hard do not forbid. */
function mayWork(problem: Problem, agent: PlanAgent, day: number, shift: Shift): boolean {
  const { rules } = problem.handbook.values;
  const forbidden =
    (rules.leave.level === 'hard' && agent.leave[day] !== null) ||
    (rules['allowed-shifts'].level === 'hard' && !agent.allowed[day]!.includes(shift.code)) ||
    (rules.protected.level === 'hard' && agent.protectedOn[day] === true && touches(shift, rules.protected));
  return !forbidden;
}
