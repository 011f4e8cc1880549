/** `generate` where nobody says how long: long searches are for what may exist. */
import { type PatientBudget, partOf } from '../base/budget.js';
import type { PlanFacts } from './build-problem.js';
import { clashIn } from './conflict/explain.js';
import type { Stretch } from './conflict/stretch.js';
import { type Generated, type GenerateOptions, generate } from './generate.js';
import type { Problem } from './problem.js';

/** Milliseconds: for a first roster without hard violations, for the doubt whether there is one, and in all with open shifts. */
const [FIRST, DOUBT, GAPS] = [3_000, 1_000, 8_000];

interface PatientOptions extends GenerateOptions {
  readonly budget: PatientBudget;
}

/** Where few days prove that no roster exists the rest of the time is saved: those days in `clash`. */
export function generatePatiently(
  problem: Problem,
  facts: PlanFacts,
  options: PatientOptions,
): { readonly found: Generated; readonly clash: Stretch | null } {
  const { budget, seed, onProgress } = options;
  let isGood = false;
  const first = generate(problem, {
    ...options,
    budget: { ...budget, cancelled: () => budget.cancelled() || (!isGood && budget.elapsed() >= FIRST) },
    onProgress: (now) => {
      isGood = now.best?.hard === 0;
      onProgress?.(now);
    },
  });
  const onward = first.roster === null ? options : { ...options, start: first.roster };
  if (first.status === 'gaps')
    return { found: generate(problem, { ...onward, budget: { ...budget, time: GAPS } }), clash: null };
  if (first.status !== 'unknown' || budget.cancelled()) return { found: first, clash: null };
  const clash = clashIn(facts, first, { seed, budget: { ...partOf(budget, 1), time: DOUBT } });
  return { found: clash === null ? generate(problem, onward) : first, clash };
}
