/** Cells to keep to, laid over the problem. */
import type { Problem, Shift } from '../problem.js';

interface JudgedWanted {
  readonly agent: number;
  readonly day: number;
  /** Shifts of the cell to keep to; empty: no shift. */
  readonly codes: readonly string[];
  /** Times the rule's weight. */
  readonly price: number;
}

/** Cells of the month on which the person is employed and not on approved leave. */
export function judgedWanted(problem: Problem): JudgedWanted[] {
  const agents = new Map(problem.agents.map(({ id }, index) => [id, index]));
  const days = new Map(problem.days.map(({ day }, index) => [day, index]));
  return problem.keepTo.flatMap((wanted) => {
    const [agent, day] = [agents.get(wanted.staff), days.get(wanted.day)];
    if (agent === undefined || day === undefined) return [];
    const { active, leave } = problem.agents[agent]!;
    if (!active[day] || leave[day] !== null) return [];
    return [{ agent, day, codes: wanted.cell.kind === 'shift' ? wanted.cell.shifts : [], price: wanted.price ?? 1 }];
  });
}

/** Whether a day with these shifts is as wanted, whatever their order. */
export const keeps = (codes: readonly string[], shifts: readonly Shift[]): boolean =>
  codes.length === shifts.length && shifts.every(({ code }) => codes.includes(code));
