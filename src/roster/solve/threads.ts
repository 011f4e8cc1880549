/**
 * The solver on two or more threads: one does the root, its bound and the dives, the others parts of the roster; all
 * share the best answer, the bound and the prices. The largest rosters have no root: all shake one roster together. Never the same twice: whoever wants repeatable runs calls `solve`.
 *
 * This module and `worker.ts` are the solver's only ones that know threads. The calling thread does no search: it keeps
 * the clock (the pure rooms read none, so it writes the time into the shared memory), hears Ctrl-C and passes progress
 * on. Where the compiled worker cannot be had (running from the TypeScript sources) the search runs here, alone.
 */
import { Worker } from 'node:worker_threads';
import type { Budget } from '../../base/budget.js';
import { exchangeMemory, exchangeOver, MOST_THREADS, sizeOf } from './exchange.js';
import { type Answer, level, type Model } from './model.js';
import { finish, type Progress, type Solved, type SolveOptions, solve, unsolved } from './solve.js';

/** What a worker is given. */
export interface Errand {
  readonly model: Model;
  readonly memory: SharedArrayBuffer;
  readonly seed: number;
  readonly time: number | null;
  /** Number of this thread, the first is 0, and of all. */
  readonly thread: number;
  readonly threads: number;
  readonly start: Answer | null;
}

/** What a worker says. */
export type Word = { readonly progress: Progress } | { readonly solved: Solved };

/** How often the clock is written, in milliseconds. */
const TICK = 5;

/** Solves on as many threads as wanted; on one, or with an iteration budget, exactly as `solve` does. */
export async function solveOnThreads(model: Model, options: SolveOptions, wanted: number): Promise<Solved> {
  const threads = Math.min(wanted, MOST_THREADS);
  const { budget, seed, start = null, onProgress } = options;
  if (threads < 2 || budget.iterations !== null || import.meta.url.endsWith('.ts')) return solve(model, options);
  const memory = exchangeMemory(sizeOf(model));
  const exchange = exchangeOver(memory, sizeOf(model));
  exchange.setElapsed(budget.elapsed());
  const clock = setInterval(() => {
    exchange.setElapsed(budget.elapsed());
    if (budget.cancelled()) exchange.stop();
  }, TICK);
  try {
    const errands = Array.from({ length: threads }, (_, thread): Errand => {
      return { model, memory, seed: seed + thread * 1_000_003, time: budget.time, thread, threads, start };
    });
    const outcomes = await Promise.all(errands.map((errand) => send(errand, onProgress)));
    const iterations = outcomes.reduce((sum, outcome) => sum + outcome.iterations, 0);
    const impossible = outcomes.find((outcome) => outcome.status === 'infeasible');
    if (impossible !== undefined) return { ...impossible, iterations };
    const bound = exchange.bound();
    if (exchange.cost() === Number.POSITIVE_INFINITY) return unsolved(bound, iterations, outcomes[0]!.culprit, false);
    const answer = new Uint8Array(model.rows.length * model.days);
    const cost = exchange.take(answer);
    return finish({ model }, answer, Math.min(bound, cost), iterations);
  } finally {
    clearInterval(clock);
    // Where one thread failed, the others would search on by a clock that nobody writes any more.
    exchange.stop();
  }
}

/**
 * Solves on this thread with one helper beside it, and comes back only with the answer: for callers that are not
 * asynchronous and do not mind that their thread is busy. The helper starts and ends by the shared memory alone.
 */
export function solveBeside(model: Model, options: SolveOptions): Solved {
  const { budget, seed, start = null } = options;
  if (budget.iterations !== null || import.meta.url.endsWith('.ts')) return solve(model, options);
  const memory = exchangeMemory(sizeOf(model));
  const exchange = exchangeOver(memory, sizeOf(model));
  exchange.setElapsed(budget.elapsed());
  const errand: Errand = { model, memory, seed: seed + 1_000_003, time: budget.time, thread: 1, threads: 2, start };
  const helper = new Worker(new URL('./worker.js', import.meta.url), { workerData: errand });
  // A helper that fails is only a helper less.
  helper.on('error', () => {});
  helper.unref();
  const shared: Budget = {
    ...budget,
    elapsed: () => {
      const now = budget.elapsed();
      exchange.setElapsed(now);
      return now;
    },
    cancelled: () => budget.cancelled(),
  };
  try {
    const alone = solve(model, { ...options, budget: shared }, { exchange, thread: 0, threads: 2 });
    const found = alone.answer === null ? Number.POSITIVE_INFINITY : level(alone.hard, alone.soft);
    if (alone.status === 'infeasible' || exchange.cost() >= found) return alone;
    const answer = new Uint8Array(model.rows.length * model.days);
    const cost = exchange.take(answer);
    const bound = Math.min(level(alone.bound.hard, alone.bound.soft), cost);
    return finish({ model }, answer, bound, alone.iterations);
  } finally {
    exchange.stop();
    void helper.terminate();
  }
}

/** Runs one worker to its end. */
function send(errand: Errand, onProgress: SolveOptions['onProgress']): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: errand });
    let solved: Solved | null = null;
    worker.on('message', (word: Word) => {
      if ('progress' in word) onProgress?.(word.progress);
      else solved = word.solved;
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (solved !== null) resolve(solved);
      else reject(new Error('a search thread ended without a word'));
    });
  });
}
