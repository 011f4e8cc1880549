/**
 * The slopes of loose counters, tuned: the line that stands for a counter is turned until the relaxed row's total is
 * where the line touches the counter's cost. Every slope gives a valid bound; good slopes give a high one, and lead the
 * beam to rows whose totals fit. Each slope has a step of its own, longer while the error keeps its sign, halved when
 * it turns.
 */
import { FORBIDDEN } from './model.js';
import type { RowScratch, RowTask } from './row-task.js';
import { searchRow } from './rowsearch.js';
import type { RowCounter } from './shape.js';

/** Steps of one row's slopes, kept from search to search. */
export interface Tuning {
  readonly steps: Float64Array;
  readonly signs: Int8Array;
}

export const tuning = (counters: number, step: number): Tuning => ({
  steps: new Float64Array(counters).fill(step),
  signs: new Int8Array(counters),
});

/** Turns the slopes a little towards the totals of the row just found; false: nothing to turn. */
export function nudge(task: RowTask, scratch: RowScratch, { steps, signs }: Tuning): boolean {
  const { counters } = task.shape;
  let moved = false;
  for (let index = 0; index < counters.length; index += 1) {
    if (scratch.followed[index] === 1) continue;
    const sign = Math.sign(error(counters[index]!, task.slopes[index]!, scratch.totals[index]!));
    if (sign === 0) continue;
    moved = true;
    if (signs[index] !== 0) steps[index]! *= signs[index] === sign ? 1.6 : 0.5;
    signs[index] = sign;
    task.slopes[index]! += sign * steps[index]!;
  }
  return moved;
}

/** Tunes `task.slopes` in place, in at most `rounds` relaxed searches; gives the best bound met. */
export function tuneSlopes(task: RowTask, scratch: RowScratch, rounds: number, step: number, room: Uint8Array): number {
  const { slopes } = task;
  const state = tuning(slopes.length, step);
  const kept = slopes.slice();
  let best = -FORBIDDEN;
  const relaxed: RowTask = { ...task, width: 0, upper: FORBIDDEN };
  for (let round = 0; round < rounds; round += 1) {
    const { bound } = searchRow(relaxed, scratch, room);
    if (bound > best) {
      best = bound;
      kept.set(slopes);
    }
    if (bound === FORBIDDEN || bound >= task.upper || !nudge(relaxed, scratch, state)) break;
  }
  slopes.set(kept);
  return best;
}

/** How far a total lies above (+) or below (-) the totals at which hull - slope x total is least. */
function error({ hull }: RowCounter, slope: number, total: number): number {
  let least = FORBIDDEN;
  let from = 0;
  let to = 0;
  for (let units = 0; units < hull.length; units += 1) {
    const height = hull[units]! - slope * units;
    if (height < least - 1e-9) {
      least = height;
      from = units;
      to = units;
    } else if (height <= least + 1e-9) to = units;
  }
  return total < from ? total - from : total > to ? total - to : 0;
}
