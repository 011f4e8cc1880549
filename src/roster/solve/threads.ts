/**
 * The solver on two or more threads: this one does the root, its bound and the dives, helpers look for better rosters; all
 * share the best answer, the bound and the prices. The largest rosters have no root: all shake one roster together. Never the same twice: whoever wants repeatable runs calls `solve`.
 *
 * This module and `worker.ts` are the solver's only ones that know threads. The calling thread keeps
 * the clock (the pure rooms read none, so it writes the time into the shared memory whenever it looks). Where the compiled worker cannot be had
 * (running from the TypeScript sources) it searches alone.
 */
import { Worker } from 'node:worker_threads';
import type { Budget } from '../../base/budget.js';
import { exchangeMemory, exchangeOver, MOST_THREADS, sizeOf } from './exchange.js';
import { type Answer, level, type Model } from './model.js';
import { finish, type Solved, type SolveOptions, solve } from './solve.js';

/** What a helper is given. */
export interface Errand {
  readonly model: Model;
  readonly memory: SharedArrayBuffer;
  readonly seed: number;
  readonly time: number | null;
  /** Number of this thread, the calling one is 0, and of all. */
  readonly thread: number;
  readonly threads: number;
  readonly start: Answer | null;
}

/**
 * Solves on this thread with helpers beside it, and comes back only with the answer: for callers that are not
 * asynchronous and do not mind that their thread is busy. Helpers start and end by the shared memory alone. On one thread, or with an iteration
 * budget, exactly what `solve` does.
 */
export function solveBeside(model: Model, options: SolveOptions, wanted = 2): Solved {
  const { budget, seed, start = null } = options;
  const threads = Math.min(wanted, MOST_THREADS);
  if (threads < 2 || budget.iterations !== null || import.meta.url.endsWith('.ts')) return solve(model, options);
  const memory = exchangeMemory(sizeOf(model));
  const exchange = exchangeOver(memory, sizeOf(model));
  exchange.setElapsed(budget.elapsed());
  const helpers = Array.from({ length: threads - 1 }, (_, index) => {
    const thread = index + 1;
    const errand: Errand = {
      model,
      memory,
      seed: seed + thread * 1_000_003,
      time: budget.time,
      thread,
      threads,
      start,
    };
    const helper = new Worker(new URL('./worker.js', import.meta.url), { workerData: errand });
    // A helper that fails is only a helper less.
    helper.on('error', () => {});
    helper.unref();
    return helper;
  });
  const shared: Budget = {
    ...budget,
    elapsed: () => {
      const now = budget.elapsed();
      exchange.setElapsed(now);
      return now;
    },
    // A helper ends the search where it meets the bound.
    cancelled: () => budget.cancelled() || exchange.isStopped(),
  };
  try {
    const alone = solve(model, { ...options, budget: shared }, { exchange, thread: 0, threads });
    const found = alone.answer === null ? Number.POSITIVE_INFINITY : level(alone.hard, alone.soft);
    if (alone.status === 'infeasible' || exchange.cost() >= found) return alone;
    const answer = new Uint8Array(model.rows.length * model.days);
    const cost = exchange.take(answer);
    return finish({ model }, answer, Math.min(exchange.bound(), cost), alone.iterations);
  } finally {
    exchange.stop();
    for (const helper of helpers) void helper.terminate();
  }
}
