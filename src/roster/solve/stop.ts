/** When a search must end: the budget, counted in row searches. */
import type { Budget } from '../../base/budget.js';

export interface Stop {
  /** Counts `steps` row searches (one that answers for several who are alike as so many); true: the budget is spent. */
  readonly spend: (steps: number) => boolean;
  readonly isSpent: () => boolean;
  readonly iterations: () => number;
  /** How much of the budget is gone, 0..1; by iterations where they are given, so that runs repeat. */
  readonly share: () => number;
}

/** Row searches allowed where a budget sets no limit at all. */
const DEFAULT_ITERATIONS = 200_000;

export function stopper(budget: Budget): Stop {
  const limit = budget.iterations ?? (budget.time === null ? DEFAULT_ITERATIONS : null);
  let iterations = 0;
  const late = (): boolean => budget.time !== null && budget.elapsed() >= budget.time;
  const isSpent = (): boolean => (limit !== null && iterations >= limit) || late() || budget.cancelled();
  return {
    spend(steps) {
      iterations += steps;
      return isSpent();
    },
    isSpent,
    iterations: () => iterations,
    share: () => Math.min(1, limit !== null ? iterations / limit : budget.elapsed() / Math.max(1, budget.time ?? 1)),
  };
}

/** The same budget, but ending when this share of it is gone. */
export function untilShare(stop: Stop, share: number): Stop {
  const isSpent = (): boolean => stop.isSpent() || stop.share() >= share;
  return {
    ...stop,
    isSpent,
    spend(steps) {
      stop.spend(steps);
      return isSpent();
    },
  };
}
