/** Whom a novice must work beside. */
import type { Problem } from '../problem.js';

/** Index of the mentor of a day; null: no novice, or the mentor is on leave, not employed or not on the staff list. */
export function judgedMentor(problem: Problem, agent: number, day: number): number | null {
  const id = problem.agents[agent]!.mentor[day];
  if (id === null || id === undefined) return null;
  const index = problem.agents.findIndex((other) => other.id === id);
  const mentor = problem.agents[index];
  return mentor?.active[day] && mentor.leave[day] === null ? index : null;
}
