/**
 * Tolls: what a unit of an agent's scarce total is worth while a long roster is shaken. A window of days knows nothing of the
 * others: it spends a year's weekends where it stands, though they are needed more in another month. With a toll on each
 * unit it gives back what is worth less, for a window where it is worth more. Tolls rise while a total is at its limit
 * and fall while it is not.
 */
import { FORBIDDEN } from './model.js';
import type { Prepared, Roster } from './roster.js';
import { totalsOf } from './row-task.js';
import type { RowShape } from './shape.js';

export interface Tolls {
  /** By agent and counter: price of a unit. */
  readonly of: readonly Float64Array[];
  /** By agent: the shape with the tolls of its group counters in the cost of hits. */
  readonly shapes: readonly RowShape[];
}

export const noTolls = ({ shapes }: Prepared): Tolls => ({
  of: shapes.map(({ counters }) => new Float64Array(counters.length)),
  shapes: shapes.map((shape) => ({ ...shape, hitCost: shape.hitCost.slice() })),
});

/** Whether more units than a limit could be reached. */
const isScarce = ({ cost, most }: RowShape['counters'][number]): boolean => cost.length <= most[0]!;

/** Moves these agents' tolls by `step` at most: up where a total is at its limit, down where more than a unit is left of it. */
export function moveTolls(
  prepared: Prepared,
  roster: Roster,
  tolls: Tolls,
  agents: readonly number[],
  step: number,
): void {
  const { model, shapes, scratch } = prepared;
  for (const agent of agents) {
    const shape = shapes[agent]!;
    if (!totalsOf(shape, model.values, roster.rows[agent]!, scratch.totals)) continue;
    const of = tolls.of[agent]!;
    shape.counters.forEach((counter, index) => {
      if (!isScarce(counter)) return;
      // In days that still fit: a day may add many units.
      const size = Math.max(1, counter.step);
      const left = Math.floor((counter.cost.length - 1 - scratch.totals[index]!) / size);
      of[index] = Math.max(0, of[index]! + (step / size) * Math.max(-1, 1 - left));
    });
    setHits(shape, tolls.shapes[agent]!, of);
  }
}

/** Takes this part of these agents' tolls away. */
export function easeTolls({ shapes }: Prepared, tolls: Tolls, agents: readonly number[], part: number): void {
  for (const agent of agents) {
    const of = tolls.of[agent]!;
    for (let index = 0; index < of.length; index += 1) of[index]! *= 1 - part;
    setHits(shapes[agent]!, tolls.shapes[agent]!, of);
  }
}

function setHits(shape: RowShape, { hitCost }: RowShape, of: Float64Array): void {
  for (let mask = 0; mask < hitCost.length; mask += 1) {
    hitCost[mask] = shape.hitCost[mask]!;
    shape.counters.forEach(({ group }, index) => {
      if (group >= 0) hitCost[mask]! += ((mask >> group) & 1) * of[index]!;
    });
  }
}

/** Adds the tolls of an agent's cells from..to-1 to their costs. */
export function addTolls({ adds }: RowShape, of: Float64Array, cost: Float64Array, from: number, to: number): void {
  for (let cell = from; cell < to; cell += 1) {
    if (cost[cell] === FORBIDDEN) continue;
    for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
      cost[cell]! += of[adds.counter[add]!]! * adds.units[add]!;
  }
}
