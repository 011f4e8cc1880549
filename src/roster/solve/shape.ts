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
  readonly adds: Adds;
}

/** What each cell adds to which counters: those of cell c at `start[c]..start[c + 1]-1`. */
export interface Adds {
  readonly start: Int32Array;
  readonly counter: Int32Array;
  readonly units: Int32Array;
}

/** A counter in units of its own: the row's total is 0, 1, 2, ... units. */
export interface RowCounter {
  /** Units that a cell adds, at `[day * values + value]`; empty for a group counter. */
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
  /** `straightTo[units]`: up to which units the cost goes on in a straight line from here (itself, where FORBIDDEN). */
  readonly straightTo: Int32Array;
  /** The least units that are not forbidden; the most that one day adds. */
  readonly least: number;
  readonly step: number;
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
    const spread = amountsOf(counter.add, model.values);
    forbidTooMuch(own, counter, spread);
    const made = cellCounter(model, own, spread, counter.penalty);
    const slope = straight(made);
    if (slope === null) {
      counters.push(made);
      continue;
    }
    constant += made.cost[0]!;
    if (slope !== 0) for (const cell of spread.cells) own[cell]! += made.add[cell]! * slope;
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
  sortCounters(counters, model);
  return { automaton, own, constant, counters, hitCost, adds: addsOf(counters, own.length, share) };
}

/** Puts first those that are best followed exactly. */
function sortCounters(counters: RowCounter[], model: Pick<Model, 'values'>): void {
  counters.sort((a, b) => rank(model, b) - rank(model, a) || a.cost.length - b.cost.length);
}

/** A shape from parts that were put together elsewhere; sorts the counters. */
export function composeShape(
  parts: Omit<RowShape, 'adds' | 'counters'>,
  counters: RowCounter[],
  model: Pick<Model, 'values'>,
  share: LayerShare,
): RowShape {
  for (const { add, group } of counters) if (group < 0) amountsOf(add, model.values);
  sortCounters(counters, model);
  return { ...parts, counters, adds: addsOf(counters, parts.own.length, share) };
}

/** The cells that add anything, how many values they have, and the amounts in units of their greatest common divisor. */
interface Amounts {
  readonly unit: number;
  readonly units: Int32Array;
  readonly cells: Int32Array;
  readonly moving: number;
}

/** Rows often share their `add` arrays: their amounts are worked out once. */
const amounts = new WeakMap<Int32Array, Amounts>();

function amountsOf(add: Int32Array, values: number): Amounts {
  let known = amounts.get(add);
  if (known === undefined) {
    const cells: number[] = [];
    let unit = 0;
    for (let cell = 0; cell < add.length; cell += 1) {
      if (add[cell] === 0) continue;
      cells.push(cell);
      unit = gcd(unit, add[cell]!);
    }
    unit = Math.max(1, unit);
    const units = unit === 1 ? add : add.map((amount) => amount / unit);
    const moving = new Set(cells.map((cell) => cell % values)).size;
    known = { unit, units, cells: Int32Array.from(cells), moving };
    amounts.set(add, known);
    amountsIn.set(units, known);
  }
  return known;
}

/** By a counter's `add`. */
const amountsIn = new WeakMap<Int32Array, Amounts>();

/** What rows of one share have in common: their tables, and numbers of what they add, by content. */
interface Tables {
  readonly adds: Map<string, Adds>;
  readonly numbers: Map<string, number>;
  readonly numberOf: Map<Int32Array, number>;
}

const tables = new WeakMap<LayerShare, Tables>();

/** Rows whose counters count the same cells share one table. */
function addsOf(counters: readonly RowCounter[], cells: number, share: LayerShare): Adds {
  let known = tables.get(share);
  if (known === undefined) {
    known = { adds: new Map(), numbers: new Map(), numberOf: new Map() };
    tables.set(share, known);
  }
  const { adds, numbers, numberOf } = known;
  const words = counters.map(({ add, group }) => {
    if (group >= 0) return 'g';
    let number = numberOf.get(add);
    if (number === undefined) {
      const content = add.join();
      number = numbers.get(content) ?? numbers.size;
      numbers.set(content, number);
      numberOf.set(add, number);
    }
    return `${number}`;
  });
  const key = words.join();
  let made = adds.get(key);
  if (made === undefined) {
    made = makeAdds(counters, cells);
    adds.set(key, made);
  }
  return made;
}

function makeAdds(counters: readonly RowCounter[], cells: number): Adds {
  const start = new Int32Array(cells + 1);
  const adding = counters.map(({ add, group }) => (group >= 0 ? [] : amountsIn.get(add)!.cells));
  for (const those of adding) for (const cell of those) start[cell + 1]! += 1;
  for (let cell = 0; cell < cells; cell += 1) start[cell + 1]! += start[cell]!;
  const counter = new Int32Array(start[cells]!);
  const units = new Int32Array(start[cells]!);
  const next = start.slice();
  adding.forEach((those, index) => {
    for (const cell of those) {
      const place = next[cell]!;
      next[cell] = place + 1;
      counter[place] = index;
      units[place] = counters[index]!.add[cell]!;
    }
  });
  return { start, counter, units };
}

/** Forbids the cells that alone would go beyond what the counter allows (a kind of shift with a maximum of 0). */
function forbidTooMuch(own: Float64Array, { add, penalty }: Counter, { cells }: Amounts): void {
  let top = penalty.cost.length - 1;
  while (top > 0 && penalty.cost[top] === FORBIDDEN) top -= 1;
  if (penalty.from + top < 0) own.fill(FORBIDDEN);
  for (const cell of cells) if (add[cell]! > penalty.from + top) own[cell] = FORBIDDEN;
}

/** Which counters are best followed exactly: those that forbid (on both sides first), then those that many values move. */
function rank(model: Pick<Model, 'values'>, counter: RowCounter): number {
  const forbidsMuch = counter.cost.length <= counter.most[0]! ? 1000 : 0;
  const forbids = forbidsMuch + (counter.cost[0] === FORBIDDEN ? 2000 : 0);
  if (counter.group >= 0) return forbids + model.values - 1;
  const moving = amountsIn.get(counter.add)?.moving ?? 0;
  return forbids + Math.max(moving, model.values - moving);
}

function cellCounter(
  { days, values }: Model,
  own: Float64Array,
  { unit, units, cells }: Amounts,
  penalty: Penalty,
): RowCounter {
  const most = new Int32Array(days + 1);
  for (const cell of cells) {
    if (own[cell] === FORBIDDEN) continue;
    const day = Math.floor(cell / values);
    if (units[cell]! > most[day]!) most[day] = units[cell]!;
  }
  for (let day = days - 1; day >= 0; day -= 1) most[day]! += most[day + 1]!;
  return finish(units, -1, most, (count) => costOfTotal(penalty, count * unit));
}

function groupCounter(model: Model, of: Int16Array, number: number, counted: number, penalty: Penalty): RowCounter {
  const { days, before } = model;
  const most = new Int32Array(days + 1);
  for (let day = days - 1; day >= 0; day -= 1) {
    const group = of[before + day]!;
    most[day] = most[day + 1]! + (group >= 0 && group !== of[before + day + 1] ? 1 : 0);
  }
  return finish(new Int32Array(0), number, most, (count) => costOfTotal(penalty, counted + count));
}

function finish(add: Int32Array, group: number, most: Int32Array, costOf: (count: number) => number): RowCounter {
  const all = Float64Array.from({ length: most[0]! + 1 }, (_, count) => costOf(count));
  let top = all.length - 1;
  while (top > 0 && all[top] === FORBIDDEN) top -= 1;
  const cost = all.slice(0, top + 1);
  let step = 0;
  for (let day = 0; day + 1 < most.length; day += 1) step = Math.max(step, most[day]! - most[day + 1]!);
  return {
    add,
    group,
    cost,
    hull: lowerHull(cost),
    most,
    worse: worseBy(cost, most[0]! > top),
    straightTo: straightTo(cost),
    least: cost.findIndex((price) => price < FORBIDDEN),
    step,
  };
}

function straightTo(cost: Float64Array): Int32Array {
  const to = Int32Array.from(cost.keys());
  for (let units = cost.length - 2; units >= 0; units -= 1) {
    if (cost[units] === FORBIDDEN || cost[units + 1] === FORBIDDEN) continue;
    const reach = to[units + 1]!;
    const isStraight = reach === units + 1 || cost[units + 2]! - cost[units + 1]! === cost[units + 1]! - cost[units]!;
    to[units] = isStraight ? reach : units + 1;
  }
  return to;
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
