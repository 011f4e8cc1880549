/** What small moves (`moves.ts`) know of a roster and of the move at hand, laid down by `../moves.ts`. */

/** The rows as they are and what follows from them; `best` are the best ones met. By agent, but for the lines' part. */
@unmanaged
export class Standing {
  rows: usize;
  /** States in front of each day and behind the last. */
  states: usize;
  /** Units of each counter; an agent has room for `most`. */
  units: usize;
  most: i32;
  best: usize;
  /** By line: totals, what the move at hand adds, whether it touches the line; and the lines touched. */
  totals: usize;
  moved: usize;
  isTouched: usize;
  touched: usize;
  count: i32;
}

/** One row of a move. */
@unmanaged
export class Change {
  agent: i32;
  /** Value of the days from..to-1. */
  wanted: usize;
  /** State behind each day, as far as it differs: in front of days from + 1..until. */
  states: usize;
  until: i32;
  /** By counter: units more. */
  units: usize;
}
