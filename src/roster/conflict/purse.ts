/** The explanation's budget, handed out in slices: many small searches, never more than the whole. */
import type { Budget } from '../../base/budget.js';

export interface Purse {
  /** The budget of one search: at most this share of what is left (0..1), and at most `most` milliseconds. */
  readonly slice: (share: number, most: number) => Budget;
  readonly isSpent: () => boolean;
}

/** Searches allowed where only iterations are counted. */
const SEARCHES = 120;

/**
 * With `time` slices are cut by the clock; with iterations alone each search gets that many, and the number of searches
 * is limited, so that the same inputs give the same answer on every machine.
 */
export function purseOf(budget: Budget): Purse {
  const { time, iterations, elapsed, cancelled } = budget;
  let searches = 0;
  return {
    slice(share, most) {
      searches += 1;
      const began = elapsed();
      const left = time === null ? null : Math.max(0, Math.min(most, (time - began) * share));
      return { elapsed: () => elapsed() - began, time: left, iterations, cancelled };
    },
    isSpent: () => cancelled() || (time === null ? searches >= SEARCHES : elapsed() >= time),
  };
}
