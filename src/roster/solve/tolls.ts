/**
 * Tolls: what a unit of an agent's scarce total is worth while a long roster is shaken. A window of days knows nothing of the
 * others: it spends a year's weekends where it stands, though they are needed more in another month. With a toll on each
 * unit it gives back what is worth less, for a window where it is worth more. Tolls rise while a total is at its limit
 * and fall while it is not.
 */
import { FORBIDDEN } from './model.js';
import type { Prepared } from './roster.js';
import type { RowShape } from './shape.js';

export interface Tolls {
  /** By agent and counter: price of a unit. */
  readonly of: readonly Float64Array[];
  /** By agent: what hits cost with the tolls of the counters of groups. */
  readonly hitCost: readonly Float64Array[];
  /** By agent. */
  readonly scarce: readonly (readonly Scarce[])[];
}

/** A counter of which more units than a limit could be reached. */
interface Scarce {
  readonly index: number;
  readonly group: number;
  readonly limit: number;
  /** The most units of a day. */
  readonly size: number;
}

export const noTolls = ({ shapes }: Prepared): Tolls => ({
  of: shapes.map(({ counters }) => new Float64Array(counters.length)),
  hitCost: shapes.map((shape) => shape.hitCost.slice()),
  scarce: shapes.map(({ counters }) =>
    counters.flatMap(({ cost, most, group, step }, index) =>
      cost.length <= most[0]! ? [{ index, group, limit: cost.length - 1, size: Math.max(1, step) }] : [],
    ),
  ),
});

/**
 * Moves these agents' tolls by `step` at most: up where a total is at its limit, down where more than a unit is left of it.
 * @param units by agent and counter
 */
export function moveTolls(
  prepared: Prepared,
  tolls: Tolls,
  units: readonly Int32Array[],
  agents: readonly number[],
  step: number,
): void {
  for (const agent of agents) {
    const of = tolls.of[agent]!;
    for (const { index, limit, size } of tolls.scarce[agent]!) {
      // In days that still fit: a day may add many units.
      const left = Math.floor((limit - units[agent]![index]!) / size);
      of[index] = Math.max(0, of[index]! + (step / size) * Math.max(-1, 1 - left));
    }
    setHits(prepared, tolls, agent);
  }
}

/** Takes this part of these agents' tolls away. */
export function easeTolls(prepared: Prepared, tolls: Tolls, agents: readonly number[], part: number): void {
  for (const agent of agents) {
    const of = tolls.of[agent]!;
    for (let index = 0; index < of.length; index += 1) of[index]! *= 1 - part;
    setHits(prepared, tolls, agent);
  }
}

function setHits({ shapes }: Prepared, tolls: Tolls, agent: number): void {
  const hitCost = tolls.hitCost[agent]!;
  hitCost.set(shapes[agent]!.hitCost);
  for (const { index, group } of tolls.scarce[agent]!) {
    if (group < 0) continue;
    const toll = tolls.of[agent]![index]!;
    for (let mask = 0; mask < hitCost.length; mask += 1) hitCost[mask]! += ((mask >> group) & 1) * toll;
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
