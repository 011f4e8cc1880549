/**
 * The solver's one door: the best answer to a model that the budget allows, with a bound that no answer can beat.
 * Deterministic for a seed and an iteration budget; one thread (`threads.ts` runs two of these side by side).
 */
import { assert } from '../../base/assert.js';
import type { Budget } from '../../base/budget.js';
import { random } from '../../base/random.js';
import { construct } from './construct.js';
import { evaluate } from './evaluate.js';
import type { Exchange } from './exchange.js';
import { SHORT, takesMoves } from './improve.js';
import { type Answer, FORBIDDEN, levels, type Model } from './model.js';
import { emptyRoster, type Prepared, prepare, toAnswer } from './roster.js';
import { hasRoot, isTogether, schedule } from './schedule.js';
import { meet, type Phase, type Search } from './search.js';
import { stopper } from './stop.js';

export interface SolveOptions {
  readonly seed: number;
  readonly budget: Budget;
  readonly onProgress?: (progress: Progress) => void;
  /** An answer to begin with; rows of it that are forbidden are made anew. */
  readonly start?: Answer;
}

/** The searches side by side, and which of them this is: 0 is the first. */
export interface Beside {
  readonly exchange: Exchange;
  readonly thread: number;
  readonly threads: number;
}

export interface Level {
  readonly hard: number;
  readonly soft: number;
}

export interface Progress {
  readonly phase: Phase;
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
  /** The agent without a legal row (or for whom none was found). */
  readonly culprit: number | null;
  /** Row searches done. */
  readonly iterations: number;
}

/**
 * Where there is a root, the horizon is a month's and its values are many, the first thread is alone for the first so many milliseconds of the budget, at most such a share of it: it decides,
 * and while its code is new the compiler and the collector need the other core.
 */
const REST = 1500;
const REST_SHARE = 0.75;
/** ... but where small moves are made they begin at once, from the first thread's first roster: looked for so often, in milliseconds. */
const WAIT = 5;

export function solve(model: Model, options: SolveOptions, beside: Beside | null = null): Solved {
  const prepared = prepare(model);
  const stop = stopper(options.budget);
  const roster = emptyRoster(prepared);
  const everybody = model.rows.map((_, agent) => agent);
  const { thread, threads } = beside ?? { thread: 0, threads: 1 };
  const search: Search = {
    prepared,
    roster,
    chance: random(options.seed),
    stop,
    bound: 0,
    cost: FORBIDDEN,
    centre: new Float64Array(model.lines.length),
    exchange: beside?.exchange ?? null,
    sketch: null,
    thread,
    mine: everybody.filter((agent) => agent % threads === thread),
    others: everybody.filter((agent) => agent % threads !== thread),
    report: (phase, { cost, bound }) =>
      options.onProgress?.({
        phase,
        best: cost < FORBIDDEN ? levels(cost) : null,
        bound: levels(Math.min(cost, bound)),
        iterations: stop.iterations(),
      }),
  };
  let { start = null } = options;
  if (beside !== null && thread > 0) {
    const { exchange } = beside;
    if (takesMoves(model)) start = firstOf(exchange, new Uint8Array(model.rows.length * model.days));
    else if (hasRoot(prepared, SHORT)) {
      const { time, elapsed } = options.budget;
      const rest = (time === null ? REST : Math.min(REST, REST_SHARE * time)) - elapsed();
      if (rest > 0) exchange.rest(rest);
    }
    if (exchange.isStopped()) return unsolved(0, 0, null, false);
  }
  const partners = isTogether(prepared) ? search.exchange : null;
  const missing = construct(prepared, roster, start, search.chance, stop, partners);
  if (missing !== null) {
    return unsolved(0, stop.iterations(), missing.agent, missing.proved);
  }
  meet(search, 'construct');
  schedule(search, thread > 0);
  return finish(prepared, toAnswer(prepared, roster), Math.min(search.bound, search.cost), stop.iterations());
}

/** Waits for the first thread's first roster; null: the searches are stopped before. */
function firstOf(exchange: Exchange, into: Answer): Answer | null {
  while (!exchange.isStopped()) {
    if (Number.isFinite(exchange.take(into))) return into;
    exchange.rest(WAIT);
  }
  return null;
}

/** Values an answer by the reference, and says what is known about it. */
export function finish({ model }: Pick<Prepared, 'model'>, answer: Answer, bound: number, iterations: number): Solved {
  const value = evaluate(model, answer);
  const isRowFault = value.broken.some((what) => !what.startsWith('line'));
  assert(!isRowFault, `the solver broke a row's rule: ${value.broken.join('; ')}`);
  // A line's total that is forbidden: no answer after all.
  if (value.broken.length > 0) return unsolved(bound, iterations, null, false);
  assert(value.cost >= bound, `the bound ${bound} is above an answer of ${value.cost}`);
  const status = value.cost === bound ? 'optimal' : 'feasible';
  return { answer, hard: value.hard, soft: value.soft, bound: levels(bound), status, culprit: null, iterations };
}

export function unsolved(bound: number, iterations: number, culprit: number | null, proved: boolean): Solved {
  const status = proved ? 'infeasible' : 'unknown';
  return { answer: null, hard: 0, soft: 0, bound: levels(bound), status, culprit, iterations };
}
