/** Rest days that can still be had: what somebody rested or worked before cannot be mended when they leave, or fall ill, halfway. */
import type { Day } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import type { PlanAgent, Problem } from '../problem.js';
import type { Roster } from '../roster.js';

export interface ReachableRest {
  /** With everybody's number of rest days brought within reach. */
  readonly problem: Problem;
  /** Whose number of the month was out of reach. */
  readonly beyond: ReadonlySet<StaffId>;
}

/** `old`: the roster as it stands, a row for each agent in the problem's order. */
export function reachableRest(old: Roster, problem: Problem, from: Day): ReachableRest {
  const beyond = new Set<StaffId>();
  const agents = problem.agents.map((agent, index): PlanAgent => {
    const isThere = (day: number): boolean => agent.active[day] === true && agent.leave[day] === null;
    const cells = old.rows[index]!.cells;
    let [rested, open] = [0, 0];
    problem.days.forEach(({ day }, at) => {
      if (!isThere(at)) return;
      if (day >= from) open += 1;
      else if (cells[at]?.kind !== 'shift') rested += 1;
    });
    const restDays = Math.min(Math.max(agent.restDays, rested), rested + open);
    if (restDays === agent.restDays) return agent;
    beyond.add(agent.id);
    return { ...agent, restDays };
  });
  return { problem: { ...problem, agents }, beyond };
}
