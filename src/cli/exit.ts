/** What a run tells cron: the exit codes of the design. */
export const EXIT = {
  /** Warnings and soft violations included. */
  done: 0,
  /** Done, and something must be looked at. */
  look: 1,
  /** Usage, unreadable or wrong input. */
  cannot: 2,
  /** Proved: no roster exists. */
  impossible: 3,
  /** Time up without a roster or a proof. */
  timeUp: 4,
  /** Our own bug. */
  bug: 70,
  /** Another run holds the lock. */
  locked: 75,
  /** Nothing written. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
