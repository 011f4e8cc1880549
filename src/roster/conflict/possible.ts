/** Whether any roster keeps all hard rules: by counting first, then by search and the solver's bound. */
import type { Budget } from '../../base/budget.js';
import type { Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import { shortages } from '../shortage.js';
import { compile, toRoster } from '../solve/compile.js';
import { HARD, level } from '../solve/model.js';
import { solve } from '../solve/solve.js';

/** `rowless`: an agent for whom no row keeps the rules; null where the rows together fail. */
export type Possible =
  | { readonly is: 'possible'; readonly roster: Roster }
  | { readonly is: 'impossible'; readonly rowless: number | null }
  | { readonly is: 'unknown' };

/** Without soft costs every cost is a multiple of HARD: a bound clearly above nothing is a proof. */
const CLEARLY = HARD / 1000;

/** The roster with the fewest hard violations that several people decide, in the time there is; null: none at all. */
export function nearest(problem: Problem, seed: number, budget: Budget): Roster | null {
  const { answer } = solve(compile(problem, new Set()), { seed, budget });
  return answer === null ? null : toRoster(answer, problem);
}

/** @param problem hard rules only, see hard-problem.ts */
export function possible(problem: Problem, seed: number, budget: Budget): Possible {
  if (shortages(problem).length > 0) return { is: 'impossible', rowless: null };
  let isDecided = false;
  const solved = solve(compile(problem, new Set()), {
    seed,
    budget: { ...budget, cancelled: () => isDecided || budget.cancelled() },
    onProgress: ({ best, bound }) => {
      if (best?.hard === 0 || level(bound.hard, bound.soft) > CLEARLY) isDecided = true;
    },
  });
  if (solved.status === 'infeasible') return { is: 'impossible', rowless: solved.culprit };
  if (solved.answer !== null && solved.hard === 0) return { is: 'possible', roster: toRoster(solved.answer, problem) };
  const isProved = level(solved.bound.hard, solved.bound.soft) > CLEARLY;
  return isProved ? { is: 'impossible', rowless: null } : { is: 'unknown' };
}
