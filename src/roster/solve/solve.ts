/**
 * The solver's one door: the best answer to a model that the budget allows, with a bound that no answer can beat.
 * Deterministic for a seed and an iteration budget; one thread.
 */
import { assert } from '../../base/assert.js';
import type { Budget } from '../../base/budget.js';
import { random } from '../../base/random.js';
import { construct } from './construct.js';
import { evaluate } from './evaluate.js';
import { type Answer, FORBIDDEN, levels, type Model } from './model.js';
import { emptyRoster, type Prepared, prepare, rosterCost, toAnswer } from './roster.js';
import { schedule } from './schedule.js';
import { stopper } from './stop.js';

export interface SolveOptions {
  readonly seed: number;
  readonly budget: Budget;
  readonly onProgress?: (progress: Progress) => void;
  /** An answer to begin with; rows of it that are forbidden are made anew. */
  readonly start?: Answer;
}

export interface Level {
  readonly hard: number;
  readonly soft: number;
}

export interface Progress {
  readonly phase: 'construct' | 'shake' | 'bound' | 'dive' | 'improve';
  readonly best: Level | null;
  readonly bound: Level;
  readonly iterations: number;
}

export interface Solved {
  /** null: none was found. */
  readonly answer: Answer | null;
  readonly hard: number;
  readonly soft: number;
  /** No answer has fewer hard violations, nor with as many less soft cost. */
  readonly bound: Level;
  /** infeasible: proved, `culprit` is an agent without any legal row. unknown: nothing found, nothing proved. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly culprit: number | null;
  readonly iterations: number;
}

export function solve(model: Model, options: SolveOptions): Solved {
  const prepared = prepare(model);
  const stop = stopper(options.budget);
  const chance = random(options.seed);
  const roster = emptyRoster(prepared);
  const report = (phase: Progress['phase'], best: number, bound: number): void =>
    options.onProgress?.({
      phase,
      best: best < FORBIDDEN ? levels(best) : null,
      bound: levels(bound),
      iterations: stop.iterations(),
    });
  const missing = construct(prepared, roster, options.start ?? null, chance, stop);
  if (missing !== null) {
    const { agent, proved } = missing;
    const none = { answer: null, hard: 0, soft: 0, bound: { hard: 0, soft: 0 }, iterations: stop.iterations() };
    return { ...none, status: proved ? 'infeasible' : 'unknown', culprit: agent };
  }
  report('construct', rosterCost(prepared, roster), 0);
  const best = schedule(prepared, roster, chance, stop, report);
  return finish(prepared, toAnswer(prepared, best.roster), best.bound, stop.iterations());
}

function finish({ model }: Prepared, answer: Answer, bound: number, iterations: number): Solved {
  const value = evaluate(model, answer);
  assert(
    value.broken.every((what) => what.startsWith('line')),
    `the solver broke a row's rule: ${value.broken.join('; ')}`,
  );
  if (value.broken.length > 0) {
    return { answer: null, hard: 0, soft: 0, bound: levels(bound), status: 'unknown', culprit: null, iterations };
  }
  assert(value.cost >= bound, `the bound ${bound} is above an answer of ${value.cost}`);
  const status = value.cost === bound ? 'optimal' : 'feasible';
  return { answer, hard: value.hard, soft: value.soft, bound: levels(bound), status, culprit: null, iterations };
}
