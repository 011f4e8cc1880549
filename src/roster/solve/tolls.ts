/**
 * Tolls: what a unit of an agent's scarce total is worth while a long roster is shaken. A window of days knows nothing of the
 * others: it spends a year's weekends where it stands, though they are needed more in another month. With a toll on each
 * unit it gives back what is worth less, for a window where it is worth more. Tolls rise while a total is at its limit
 * and fall while it is not.
 */
import type { Prepared } from './roster.js';
import type { RowTolls } from './row-task.js';

/** By agent. */
export type Tolls = readonly AgentTolls[];

interface AgentTolls extends RowTolls {
  readonly scarce: readonly Scarce[];
}

/** A counter of which more units than a limit could be reached. */
interface Scarce {
  readonly index: number;
  readonly group: number;
  readonly limit: number;
  /** The most units of a day. */
  readonly size: number;
}

export const noTolls = ({ shapes }: Prepared): Tolls =>
  shapes.map(({ counters, hitCost }) => ({
    of: new Float64Array(counters.length),
    hitCost: hitCost.slice(),
    scarce: counters.flatMap(({ cost, most, group, step }, index) =>
      cost.length <= most[0]! ? [{ index, group, limit: cost.length - 1, size: Math.max(1, step) }] : [],
    ),
  }));

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
    const { of, scarce } = tolls[agent]!;
    for (const { index, limit, size } of scarce) {
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
    const { of } = tolls[agent]!;
    for (let index = 0; index < of.length; index += 1) of[index]! *= 1 - part;
    setHits(prepared, tolls, agent);
  }
}

function setHits({ shapes }: Prepared, tolls: Tolls, agent: number): void {
  const { of, hitCost, scarce } = tolls[agent]!;
  hitCost.set(shapes[agent]!.hitCost);
  for (const { index, group } of scarce) {
    if (group < 0) continue;
    const toll = of[index]!;
    for (let mask = 0; mask < hitCost.length; mask += 1) hitCost[mask]! += ((mask >> group) & 1) * toll;
  }
}
