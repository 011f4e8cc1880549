/**
 * Prices for long horizons, whose program would never finish: dual ascent by the volume algorithm. For the prices at hand every
 * agent gives its best row; where a line's total and the rows disagree, the price moves. No linear program: a round costs
 * one row search for each agent. It gives what the root would give, a little coarser: a valid bound (`lagrange.ts`), prices, and a
 * mixture of rows - the rows met, each weighed by how lately it was an answer - to round off and mend.
 */
import { linesBound } from './lagrange.js';
import { FORBIDDEN } from './model.js';
import { type Prepared, rowAlone } from './roster.js';
import type { Mixture } from './round.js';
import { searchRow } from './rowsearch.js';
import type { Search } from './search.js';
import { nudge, type Tuning, tuning } from './slopes.js';

/** Weight of the latest rows in the mixture; step along the disagreement, shortened and lengthened as the bound falls or rises. */
const LATEST = 0.12;
const FIRST_STEP = 0.3;
const SHORTER = 0.8;
const LONGER = 1.1;
const FALLS = 6;
/** Rows of an agent kept in the mixture. */
const KEPT = 16;
const WIDTH = 8;
/** Table entries of a search, by day of the row. */
const WORK = 30_000;

export interface Ascent {
  /** Prices of the best bound, by line. */
  readonly prices: Float64Array;
  readonly mixture: Mixture;
  bound: number;
  step: number;
  falls: number;
  /** By line: totals of the mixture's rows less the lines' own. */
  readonly off: Float64Array;
  readonly slopes: Float64Array[];
  readonly tunings: Tuning[];
  rounds: number;
}

export function beginAscent({ prepared, centre }: Search): Ascent {
  const { model, lines, shapes } = prepared;
  return {
    prices: centre.map((price, line) => (lines.when[line]! < 0 ? price : 0)),
    mixture: model.rows.map(() => []),
    bound: -FORBIDDEN,
    step: FIRST_STEP,
    falls: 0,
    off: new Float64Array(lines.count),
    slopes: shapes.map((shape) => new Float64Array(shape.counters.length)),
    tunings: shapes.map((shape) => tuning(shape.counters.length, 1)),
    rounds: 0,
  };
}

/** Goes on for so many rounds or until the budget is at `share`; raises the search's bound and sets its prices. */
export function ascend(search: Search, ascent: Ascent, rounds: number, share: number): void {
  const { prepared, stop } = search;
  const { lines } = prepared;
  const trial = ascent.prices.slice();
  const every = Array.from({ length: lines.count }, (_, line) => line);
  const latest = new Float64Array(lines.count);
  for (let round = 0; round < rounds && stop.share() < share; round += 1) {
    let bound = linesBound(lines, every, trial);
    for (const line of every) bound -= trial[line]! * lines.base[line]!;
    leastTotals(search, trial, latest);
    const weight = ascent.rounds === 0 ? 1 : Math.max(LATEST, 1 / (ascent.rounds + 1));
    for (let agent = 0; agent < prepared.model.rows.length; agent += 1) {
      bound += answerOf(prepared, ascent, agent, trial, weight, latest);
      if (stop.spend(1)) return;
    }
    bound -= 1e-6 + 1e-10 * Math.abs(bound);
    ascent.rounds += 1;
    for (const line of every) ascent.off[line]! += weight * (latest[line]! - ascent.off[line]!);
    if (bound > ascent.bound) {
      // A rise along the way the mixture points is worth a longer step.
      let along = 0;
      for (const line of every) along += latest[line]! * ascent.off[line]!;
      if (along > 0) ascent.step = Math.min(2, ascent.step * LONGER);
      ascent.bound = bound;
      ascent.prices.set(trial);
      ascent.falls = 0;
    } else {
      ascent.falls += 1;
      if (ascent.falls % FALLS === 0) ascent.step = Math.max(0.01, ascent.step * SHORTER);
    }
    let square = 0;
    for (const line of every) if (lines.when[line]! < 0) square += ascent.off[line]! ** 2;
    if (square < 1e-9) break;
    const length = (ascent.step * Math.max(1, 1.02 * search.cost - ascent.bound)) / square;
    for (const line of every) {
      if (lines.when[line]! < 0) trial[line] = ascent.prices[line]! + length * ascent.off[line]!;
    }
  }
  search.bound = Math.max(search.bound, Math.ceil(ascent.bound));
  search.centre = ascent.prices.slice();
}

/** By line: the total at which penalty + price x total is least, less the total without any row. */
function leastTotals({ prepared }: Search, prices: Float64Array, into: Float64Array): void {
  const { lines } = prepared;
  for (let line = 0; line < lines.count; line += 1) {
    const costs = lines.cost[line]!;
    const low = lines.low[line]!;
    const price = prices[line]!;
    let best = FORBIDDEN;
    let total = low;
    for (let index = 0; index < costs.length; index += 1) {
      const value = costs[index]! + price * (low + index);
      if (value >= best) continue;
      best = value;
      total = low + index;
    }
    into[line] = total - lines.base[line]!;
  }
}

/** The agent's best row under the prices: into the mixture, out of `latest`; gives its part of the bound. */
function answerOf(
  prepared: Prepared,
  ascent: Ascent,
  agent: number,
  prices: Float64Array,
  weight: number,
  latest: Float64Array,
): number {
  const { model, lines, shapes, scratch } = prepared;
  const { days, values } = model;
  const shape = shapes[agent]!;
  const { start, line, amount } = lines.touches[agent]!;
  const cost = shape.own.slice();
  for (let cell = 0; cell < cost.length; cell += 1) {
    if (cost[cell] === FORBIDDEN) continue;
    for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1)
      cost[cell]! -= prices[line[touch]!]! * amount[touch]!;
  }
  const row = new Uint8Array(days);
  const slopes = ascent.slopes[agent]!;
  const base = { shape, cost, values, from: 0, to: days, current: row, upper: FORBIDDEN, slopes, guide: 0 };
  const task = { ...base, width: WIDTH, work: WORK * days };
  const { cost: found, bound } = searchRow(task, scratch, row);
  if (found === FORBIDDEN) {
    // Not found is no loss for the bound; the mixture keeps what it has.
    for (const { row: kept, share } of ascent.mixture[agent]!) count(kept, -share);
    return bound;
  }
  nudge(task, scratch, ascent.tunings[agent]!);
  mix(ascent.mixture[agent]!, row, rowAlone(prepared, agent, row), weight);
  count(row, -1);
  return bound;

  function count(of: Uint8Array, sign: number): void {
    for (let day = 0; day < days; day += 1) {
      const cell = day * values + of[day]!;
      for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1)
        latest[line[touch]!]! += sign * amount[touch]!;
    }
  }
}

function mix(rows: Mixture[number], row: Uint8Array, cost: number, weight: number): void {
  for (const kept of rows) kept.share *= 1 - weight;
  rows.push({ row, cost, share: weight });
  if (rows.length > KEPT) rows.shift();
}
