/** How long a search may go on. The clock is handed in: the pure rooms never read one. */
export interface Budget {
  /** Milliseconds since the search began. */
  readonly elapsed: () => number;
  /** Wall time in milliseconds; null: no limit but `iterations`. */
  readonly time: number | null;
  /** Steps of the search; given, it makes the run deterministic; null: no limit but `time`. */
  readonly iterations: number | null;
  /** Ctrl-C: true ends the search as if time were up. */
  readonly cancelled: () => boolean;
}

/** A part of the time that is left, counted from now on; steps as they were. */
export function partOf(budget: Budget, share: number): Budget {
  const start = budget.elapsed();
  return {
    ...budget,
    elapsed: () => budget.elapsed() - start,
    time: budget.time === null ? null : share * Math.max(0, budget.time - start),
  };
}

/** A budget that ends early: once something good was seen and `enough` milliseconds are over. */
export interface PatientBudget extends Budget {
  readonly saw: (isGood: boolean) => void;
}

/** @param enough null: all the time there is */
export function patient(budget: Budget, enough: number | null): PatientBudget {
  let isGood = false;
  return {
    ...budget,
    cancelled: () => budget.cancelled() || (enough !== null && isGood && budget.elapsed() >= enough),
    saw: (good) => {
      isGood = good;
    },
  };
}
