/**
 * A row prepared for the search: its automaton, its cell costs and its counters (the row's own and the pattern's
 * groups) in one form. Counters that cannot matter are dropped, linear ones melt into the cells, units are divided by
 * their greatest common divisor.
 */
import { type Automaton, buildAutomaton, type LayerShare } from './automaton.js';
import { type Counter, costOfTotal, FORBIDDEN, type Model, type Penalty } from './model.js';

export interface RowShape {
  readonly automaton: Automaton;
  /** Cost of each cell, melted counters included; FORBIDDEN where the cell is. */
  readonly own: Float64Array;
  /** What the row costs whatever it holds. */
  readonly constant: number;
  readonly counters: readonly RowCounter[];
  /** What a mask of hits costs by itself: melted group counters. */
  readonly hitCost: Float64Array;
}

/** A counter in units of its own: the row's total is 0, 1, 2, ... units. */
export interface RowCounter {
  /** Units that a cell adds, at `[day * values + value]`; all 0 for a group counter. */
  readonly add: Int32Array;
  /** The group counter's number in the pattern, -1 for an ordinary counter. */
  readonly group: number;
  /** Cost by units, up to the most that is allowed and can be reached; beyond: FORBIDDEN. */
  readonly cost: Float64Array;
  /** The greatest convex function below `cost`; FORBIDDEN where `cost` is at either end. */
  readonly hull: Float64Array;
  /** `most[day]`: the most units that days day..end can add; one entry more than days. */
  readonly most: Int32Array;
  /** `worse[reach + difference]`: the most that `difference` more units can cost more, for small differences. */
  readonly worse: Float64Array;
}

/** Differences of units for which `worse` is known. */
export const WORSE_REACH = 8;

export function shapeRow(model: Model, agent: number, share: LayerShare): RowShape {
  const row = model.rows[agent]!;
  const automaton = buildAutomaton(model, row, share);
  const own = Float64Array.from(row.cell);
  let constant = automaton.startCost;
  const counters: RowCounter[] = [];
  for (const counter of row.counters) {
    forbidTooMuch(own, counter);
    const made = cellCounter(model, own, counter.add, counter.penalty);
    const slope = straight(made);
    if (slope === null) {
      counters.push(made);
      continue;
    }
    constant += made.cost[0]!;
    for (let cell = 0; cell < own.length; cell += 1) own[cell]! += made.add[cell]! * slope;
  }
  const hitCost = new Float64Array(1 << row.pattern.groups.length);
  row.pattern.groups.forEach((group, number) => {
    const made = groupCounter(model, group.of, number, automaton.counted[number]!, group.penalty);
    const slope = straight(made);
    if (slope === null) {
      counters.push(made);
      return;
    }
    constant += made.cost[0]!;
    for (let mask = 0; mask < hitCost.length; mask += 1) hitCost[mask]! += slope * ((mask >> number) & 1);
  });
  counters.sort((a, b) => rank(model, b) - rank(model, a) || a.cost.length - b.cost.length);
  return { automaton, own, constant, counters, hitCost };
}

/** Forbids the cells that alone would go beyond what the counter allows (a kind of shift with a maximum of 0). */
function forbidTooMuch(own: Float64Array, { add, penalty }: Counter): void {
  let top = penalty.cost.length - 1;
  while (top > 0 && penalty.cost[top] === FORBIDDEN) top -= 1;
  for (let cell = 0; cell < own.length; cell += 1) if (add[cell]! > penalty.from + top) own[cell] = FORBIDDEN;
}

/** Which counters are best followed exactly: those that forbid (on both sides first), then those that many values move. */
function rank(model: Model, counter: RowCounter): number {
  const forbidsMuch = counter.cost.length <= counter.most[0]! ? 1000 : 0;
  const forbids = forbidsMuch + (counter.cost[0] === FORBIDDEN ? 2000 : 0);
  if (counter.group >= 0) return forbids + model.values - 1;
  const moving = new Set<number>();
  counter.add.forEach((units, cell) => {
    if (units > 0) moving.add(cell % model.values);
  });
  return forbids + Math.max(moving.size, model.values - moving.size);
}

function cellCounter(model: Model, own: Float64Array, add: Int32Array, penalty: Penalty): RowCounter {
  const { days, values } = model;
  let unit = 0;
  for (const amount of add) unit = gcd(unit, amount);
  unit = Math.max(1, unit);
  const units = add.map((amount) => amount / unit);
  const most = new Int32Array(days + 1);
  for (let day = days - 1; day >= 0; day -= 1) {
    let top = 0;
    for (let value = 0; value < values; value += 1) {
      const cell = day * values + value;
      if (own[cell]! < FORBIDDEN) top = Math.max(top, units[cell]!);
    }
    most[day] = most[day + 1]! + top;
  }
  return finish(units, -1, most, (count) => costOfTotal(penalty, count * unit));
}

function groupCounter(model: Model, of: Int16Array, number: number, counted: number, penalty: Penalty): RowCounter {
  const { days, before } = model;
  const most = new Int32Array(days + 1);
  for (let day = days - 1; day >= 0; day -= 1) {
    const group = of[before + day]!;
    most[day] = most[day + 1]! + (group >= 0 && group !== of[before + day + 1] ? 1 : 0);
  }
  const add = new Int32Array(days * model.values);
  return finish(add, number, most, (count) => costOfTotal(penalty, counted + count));
}

function finish(add: Int32Array, group: number, most: Int32Array, costOf: (count: number) => number): RowCounter {
  const all = Float64Array.from({ length: most[0]! + 1 }, (_, count) => costOf(count));
  let top = all.length - 1;
  while (top > 0 && all[top] === FORBIDDEN) top -= 1;
  const cost = all.slice(0, top + 1);
  return { add, group, cost, hull: lowerHull(cost), most, worse: worseBy(cost, most[0]! > top) };
}

/** The slope of a straight cost that forbids nothing; null: it bends or forbids. */
function straight({ cost, most }: RowCounter): number | null {
  if (cost.length <= most[0]!) return null;
  const slope = cost.length > 1 ? cost[1]! - cost[0]! : 0;
  for (let count = 0; count < cost.length; count += 1) {
    if (cost[count] !== cost[0]! + slope * count) return null;
  }
  return slope;
}

export function lowerHull(cost: Float64Array): Float64Array {
  const hull = new Float64Array(cost.length).fill(FORBIDDEN);
  const corners: number[] = [];
  const slope = (a: number, b: number): number => (cost[b]! - cost[a]!) / (b - a);
  for (let count = 0; count < cost.length; count += 1) {
    if (cost[count] === FORBIDDEN) continue;
    while (corners.length > 1 && slope(corners.at(-2)!, corners.at(-1)!) >= slope(corners.at(-2)!, count))
      corners.pop();
    corners.push(count);
  }
  corners.forEach((corner, index) => {
    hull[corner] = cost[corner]!;
    const following = corners[index + 1];
    if (following === undefined) return;
    for (let count = corner + 1; count < following; count += 1) {
      // Rounding must not lift the hull above the cost.
      hull[count] = Math.min(cost[count]!, cost[corner]! + slope(corner, following) * (count - corner));
    }
  });
  return hull;
}

function worseBy(cost: Float64Array, forbiddenBeyond: boolean): Float64Array {
  const worse = new Float64Array(2 * WORSE_REACH + 1);
  for (let difference = -WORSE_REACH; difference <= WORSE_REACH; difference += 1) {
    let most = difference === 0 ? 0 : -FORBIDDEN;
    for (let count = 0; count < cost.length; count += 1) {
      const moved = count + difference;
      if (moved < 0 || cost[count] === FORBIDDEN) continue;
      // Beyond the table: forbidden, or simply out of reach.
      const then = moved < cost.length ? cost[moved]! : forbiddenBeyond ? FORBIDDEN : -FORBIDDEN;
      most = Math.max(most, then - cost[count]!);
    }
    worse[WORSE_REACH + difference] = most;
  }
  return worse;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
