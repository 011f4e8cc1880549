/**
 * Sweeps: where a solution of the program takes long, everybody is asked again and again between two of them, at prices that move on from
 * those of the best bound. Each time the prices go to where the rows found add up to what the lines want (a subgradient step), so that rows
 * come about that go together. Otherwise every solution brings one row for each agent, and there are dozens of them in each step of a dive.
 */
import type { PackedLines } from './lines.js';
import type { Master } from './master.js';
import { FORBIDDEN } from './model.js';

/** Sweeps between two solutions, at most; fewer than so many are not worth it. */
const SWEEPS = 30;
const FEWEST = 8;
/** A step of the program takes as long for each of its rows as asking does for so many cells. */
const CELLS = 0.25;
/** Part of what the bound misses that a step is to gain. */
const STEP = 0.1;
/** ... and of so much at least, in points. */
const MISSING = 1;
/** Costs nearer to each other are equal. */
const TIE = 1e-7;

/** Programs of so many rows are slow to solve. */
const ROWS = 250;

/** Whether a program's solutions take so long that sweeps between them may be worth it. */
export const isSlow = (rows: number): boolean => rows >= ROWS;

/** How many sweeps take about as long as so many steps of the program did. */
export function sweepsFor({ part, lp, fixed }: Master, values: number, steps: number): number {
  const open = fixed.reduce((sum, column) => sum + (column === null ? 1 : 0), 0);
  const cells = open * (part.to - part.from) * values;
  const sweeps = Math.floor((CELLS * steps * lp.size) / Math.max(1, cells));
  return sweeps < FEWEST ? 0 : Math.min(SWEEPS, sweeps);
}

/**
 * Moves prices up the bound.
 * @param totals of the rows found under these prices, by line
 * @param missing how much the bound misses
 */
export function ascend(
  lines: Pick<PackedLines, 'cost' | 'low'>,
  chosen: readonly number[],
  totals: Int32Array,
  missing: number,
  prices: Float64Array,
): void {
  const wanted = chosen.map((line) => wantedOf(lines, line, prices[line]!, totals[line]!));
  const norm = wanted.reduce((sum, one) => sum + one * one, 0);
  if (norm === 0) return;
  const step = (STEP * Math.max(MISSING, missing)) / norm;
  chosen.forEach((line, index) => {
    prices[line]! += step * wanted[index]!;
  });
}

/** By how much a total falls short of (-: is beyond) those at which penalty + price x total is least. */
function wantedOf(lines: Pick<PackedLines, 'cost' | 'low'>, line: number, price: number, total: number): number {
  const costs = lines.cost[line]!;
  const low = lines.low[line]!;
  let least = FORBIDDEN;
  let from = low;
  let to = low;
  for (let index = 0; index < costs.length; index += 1) {
    const value = costs[index]! + price * (low + index);
    if (value > least + TIE) continue;
    if (value < least - TIE) from = low + index;
    to = low + index;
    least = Math.min(least, value);
  }
  return total < from ? from - total : Math.min(0, to - total);
}
