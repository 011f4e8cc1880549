/** What a violation costs in the model. */
import type { Measure } from '../../judge/finding.js';
import { FORBIDDEN, level, type Penalty, penalty } from '../model.js';

/** The cost of being off by a whole number >= 0. */
export type Price = (offBy: number) => number;

/** `hard` rules are forbidden or priced; a rule that nobody looks at costs nothing. */
export function priceOf(measure: Measure | null, hard: 'forbidden' | 'priced'): Price {
  if (measure === null) return () => 0;
  if (measure.level === 'soft') return (offBy) => level(0, measure.weight * offBy);
  return hard === 'priced' ? (offBy) => level(offBy, 0) : (offBy) => (offBy > 0 ? FORBIDDEN : 0);
}

/** A penalty for totals 0..most, without what is forbidden at either end; null where nothing ever costs. */
export function totalPenalty(most: number, costOf: (total: number) => number): Penalty | null {
  const { cost } = penalty(0, most, costOf);
  if (cost.every((each) => each === 0)) return null;
  let from = 0;
  let to = most;
  while (from < to && cost[from] === FORBIDDEN) from += 1;
  while (to > from && cost[to] === FORBIDDEN) to -= 1;
  return { from, cost: cost.slice(from, to + 1) };
}
