/** Whether any roster keeps all hard rules: by counting first, then by search and the solver's bound. */
import type { Budget } from '../../base/budget.js';
import type { Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import { shortages } from '../shortage.js';
import { compile, toRoster } from '../solve/compile.js';
import { level } from '../solve/model.js';
import { type Level, solve } from '../solve/solve.js';

/** `rowless`: an agent for whom no row keeps the rules; null where the rows together fail. */
export type Possible =
  | { readonly is: 'possible'; readonly roster: Roster }
  | { readonly is: 'impossible'; readonly rowless: number | null }
  | { readonly is: 'unknown' };

/** Without soft costs whatever costs anything breaks a hard rule: any bound above nothing is a proof. */
const isProof = (bound: Level): boolean => level(bound.hard, bound.soft) > 0;

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
      if (best?.hard === 0 || isProof(bound)) isDecided = true;
    },
  });
  if (solved.status === 'infeasible') return { is: 'impossible', rowless: solved.culprit };
  if (solved.answer !== null && solved.hard === 0) return { is: 'possible', roster: toRoster(solved.answer, problem) };
  return isProof(solved.bound) ? { is: 'impossible', rowless: null } : { is: 'unknown' };
}
