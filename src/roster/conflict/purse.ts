/** The explanation's budget, handed out in slices: many small searches, never more than the whole. */
import type { Budget } from '../../base/budget.js';

export interface Purse {
  /** The budget of one search: at most this share of what is left (0..1), and at most `most` milliseconds. */
  readonly slice: (share: number, most: number) => Budget;
  /** The same for a question that must be decided: where iterations are counted, enough of them. */
  readonly question: (share: number, most: number) => Budget;
  readonly isSpent: () => boolean;
  /** A purse of its own with this share (0..1) of what is left: one kind of question cannot use up another's time. */
  readonly part: (share: number) => Purse;
}

/** Row searches that decide most questions about a department. */
const DECIDES = 700;
/** Searches allowed where only iterations are counted. */
const SEARCHES = 120;

/**
 * With `time` slices are cut by the clock; with iterations alone each search gets that many, and the number of searches
 * is limited, so that the same inputs give the same answer on every machine.
 */
export function purseOf(budget: Budget, most = SEARCHES): Purse {
  const { time, iterations, elapsed, cancelled } = budget;
  let searches = 0;
  const slice = (share: number, most: number, steps: number | null): Budget => {
    searches += 1;
    const began = elapsed();
    const left = time === null ? null : Math.max(0, Math.min(most, (time - began) * share));
    return { elapsed: () => elapsed() - began, time: left, iterations: steps, cancelled };
  };
  return {
    slice: (share, most) => slice(share, most, iterations),
    question: (share, most) => slice(share, most, iterations === null ? null : Math.max(iterations, DECIDES)),
    isSpent: () => cancelled() || (time === null ? searches >= most : elapsed() >= time),
    part: (share) => {
      const now = elapsed();
      const until = time === null ? null : now + Math.max(0, time - now) * share;
      return purseOf({ ...budget, time: until }, Math.ceil(most * share));
    },
  };
}
