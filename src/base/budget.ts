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
