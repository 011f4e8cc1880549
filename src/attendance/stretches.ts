/** The rostered shifts of one person as stretches of time in which somebody is there without a gap. */
import { DAY_MINUTES, type Span } from '../calendar/clock.js';
import { type Day, dayNumber } from '../calendar/day.js';
import type { Shift } from '../roster/problem.js';

/** A shift on a day of the roster. */
export interface Rostered {
  readonly day: Day;
  readonly shift: Shift;
  /** False: only there so that its punches are not taken for another shift's (the last night of the month before). */
  readonly counts: boolean;
}

/** A part of a rostered shift. Minutes since 1970-01-01 00:00. */
export interface Piece extends Span {
  readonly rostered: Rostered;
}

/** Pieces that follow each other without a gap: one arriving and one leaving punch. */
export interface Stretch extends Span {
  readonly pieces: readonly Piece[];
}

/** In order of time. A split shift gives two; two shifts that meet give one. */
export function stretchesOf(rostered: readonly Rostered[]): Stretch[] {
  const pieces = rostered
    .flatMap((one): Piece[] => {
      const midnight = dayNumber(one.day) * DAY_MINUTES;
      return one.shift.parts.map(({ from, to }) => ({ from: midnight + from, to: midnight + to, rostered: one }));
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const stretches: { from: number; to: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last !== undefined && piece.from <= last.to) {
      last.pieces.push(piece);
      last.to = Math.max(last.to, piece.to);
    } else {
      stretches.push({ from: piece.from, to: piece.to, pieces: [piece] });
    }
  }
  return stretches;
}
