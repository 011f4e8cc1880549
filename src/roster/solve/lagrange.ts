/**
 * What the lines contribute to the Lagrangian bound: for any price on each line's total, the least that penalty + price
 * x total can be. Together with the best rows under these prices it is a valid bound, however the prices came about
 * and whatever shape the penalties have.
 */
import type { PackedLines } from './lines.js';
import { FORBIDDEN } from './model.js';

/**
 * Sum over `chosen` lines of the least of penalty(z) + price z over all totals z that can be reached. A condition is
 * taken together with the lines that wait for it; those of them that are not chosen cost nothing.
 */
export function linesBound(lines: PackedLines, chosen: readonly number[], prices: Float64Array): number {
  const isChosen = new Uint8Array(lines.count);
  for (const line of chosen) isChosen[line] = 1;
  let sum = 0;
  for (const line of chosen) {
    if (lines.when[line]! >= 0) {
      // Counted with its condition; alone only where that one is not chosen, and then it may be idle.
      if (isChosen[lines.when[line]!] === 0) sum += least(lines, line, prices[line]!, -FORBIDDEN, FORBIDDEN, false);
      continue;
    }
    const waiting = lines.waiting[line]!.filter((other) => isChosen[other] === 1);
    if (waiting.length === 0) {
      sum += least(lines, line, prices[line]!, -FORBIDDEN, FORBIDDEN, true);
      continue;
    }
    let idle = least(lines, line, prices[line]!, -FORBIDDEN, 0, true);
    let judged = least(lines, line, prices[line]!, 1, FORBIDDEN, true);
    for (const other of waiting) {
      idle += least(lines, other, prices[other]!, -FORBIDDEN, lines.idle[other] ?? FORBIDDEN, false);
      judged += least(lines, other, prices[other]!, -FORBIDDEN, FORBIDDEN, true);
    }
    sum += Math.min(idle, judged);
  }
  return sum;
}

/** The least of (penalty +) price x total over totals from..to that can be reached. */
function least(lines: PackedLines, line: number, price: number, from: number, to: number, penal: boolean): number {
  const costs = lines.cost[line]!;
  const low = lines.low[line]!;
  let best = FORBIDDEN;
  for (let index = 0; index < costs.length; index += 1) {
    const total = low + index;
    if (total < from || total > to) continue;
    const value = (penal ? costs[index]! : 0) + price * total;
    if (value < best) best = value;
  }
  return best;
}
