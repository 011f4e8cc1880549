/**
 * The best row of a whole horizon, exactly: the first half of the days is searched from the front, the second from the
 * back, by day x state x the totals of ALL counters so far; in the middle each way to begin meets each way to go on. Half
 * a horizon has few totals, so this is possible where one table over all days (`row-table.ts`) would be too large.
 */
import { assert } from '../../base/assert.js';
import { FORBIDDEN } from './model.js';
import { type Halves, halvesOf } from './row-halves.js';
import { join, type Pair } from './row-join.js';
import { type RowFound, type RowScratch, type RowTask, uniform } from './row-task.js';

/** More rows given, beside the best. */
const OTHERS = 1;

/**
 * null: too many totals, or the task is a part of the horizon.
 * @param most beginnings times ends; without prices or an upper cost nothing tells that most of them are no good
 */
export function meetRow(asked: RowTask, scratch: RowScratch, out: Uint8Array, most = FORBIDDEN): RowFound | null {
  const task = uniform(asked);
  const { shape, from, to } = task;
  if (from !== 0 || to !== shape.automaton.layers.length) return null;
  const halves = halvesOf(task);
  if (halves === null) return null;
  const { levels, meeting, middle } = halves;
  const pairs = statesAt(shape, middle) * levels[middle]!.count * meeting.count;
  return pairs > most ? null : meet(task, halves, scratch, out);
}

/** Costs of beginnings (by day in front) and of ends, at `[state * totals + total]`. */
interface Tables {
  readonly front: Float64Array[];
  readonly back: Float64Array[];
}

const tables: Tables = { front: [], back: [] };

function room(of: Float64Array[], day: number, size: number): Float64Array {
  let table = of[day];
  if (table === undefined || table.length < size) {
    table = new Float64Array(Math.ceil(size * 1.25));
    of[day] = table;
  }
  table.fill(FORBIDDEN, 0, size);
  return table;
}

const statesAt = ({ automaton: { layers, ends } }: RowTask['shape'], day: number): number =>
  day < layers.length ? layers[day]!.states : ends;

function meet(task: RowTask, halves: Halves, scratch: RowScratch, out: Uint8Array): RowFound {
  const { shape, upper } = task;
  const { automaton, counters } = shape;
  const { middle, levels, meeting } = halves;
  const days = automaton.layers.length;
  const options = optionsOf(task, halves);
  room(tables.front, 0, statesAt(shape, 0))[0] = shape.constant;
  for (let day = 0; day < middle; day += 1) {
    const [near, far] = [
      tables.front[day]!,
      room(tables.front, day + 1, statesAt(shape, day + 1) * levels[day + 1]!.count),
    ];
    const [few, many] = [levels[day]!.count, levels[day + 1]!.count];
    lower(task, halves, options, day, near, few, far, many, true);
  }
  room(tables.back, days, statesAt(shape, days)).fill(0, 0, statesAt(shape, days));
  for (let day = days - 1; day >= middle; day -= 1) {
    const many = day === middle ? meeting.count : levels[day]!.count;
    const few = levels[day + 1]!.count;
    const [near, far] = [tables.back[day + 1]!, room(tables.back, day, statesAt(shape, day) * many)];
    lower(task, halves, options, day, near, few, far, many, false);
  }
  scratch.others.length = 0;
  scratch.followed.fill(1, 0, counters.length);
  const pairs = join(task, halves, statesAt(shape, middle), tables.front[middle]!, tables.back[middle]!);
  const [best] = pairs;
  if (best === undefined) return { cost: FORBIDDEN, bound: upper };
  for (const pair of pairs.slice(1, 1 + OTHERS)) {
    const row = new Uint8Array(days);
    trace(task, halves, options, pair, row);
    scratch.others.push(row);
  }
  trace(task, halves, options, best, out);
  return { cost: best.cost, bound: best.cost };
}

/** A value of a day; of those that a row cannot tell apart only the cheapest. */
interface Option {
  readonly value: number;
  readonly ofClass: number;
  cost: number;
}

function optionsOf({ shape, cost, values }: RowTask, { steps }: Halves): Option[][] {
  const { classOf, layers, counted } = shape.automaton;
  const masks = 1 << counted.length;
  return layers.map(({ masks: occurring }, day) => {
    const options: Option[] = [];
    const at = new Map<number, number>();
    for (let value = 0; value < values; value += 1) {
      const price = cost[day * values + value]!;
      if (price === FORBIDDEN) continue;
      const key = classOf[value]! * values * masks + steps[day]!.moveOf[value * masks + occurring[0]!]!;
      const known = at.get(key);
      if (known === undefined) {
        at.set(key, options.length);
        options.push({ value, ofClass: classOf[value]!, cost: price });
      } else if (options[known]!.cost > price) options[known] = { value, ofClass: classOf[value]!, cost: price };
    }
    return options;
  });
}

function eachArc(
  { shape }: RowTask,
  { steps }: Halves,
  options: readonly (readonly Option[])[],
  day: number,
  act: (state: number, target: number, price: number, before: Int32Array, value: number) => void,
): void {
  const { classes, layers, counted } = shape.automaton;
  const layer = layers[day]!;
  const masks = 1 << counted.length;
  const { moveOf, before } = steps[day]!;
  for (let state = 0; state < layer.states; state += 1) {
    for (const { value, ofClass, cost } of options[day]!) {
      const arc = state * classes + ofClass;
      const target = layer.next[arc]!;
      if (target < 0) continue;
      const mask = layer.hits[arc]!;
      const price = cost + layer.cost[arc]! + shape.hitCost[mask]!;
      act(state, target, price, before[moveOf[value * masks + mask]!]!, value);
    }
  }
}

/** Lowers the costs of a day's far side by what the near side costs with each move of the day. */
function lower(
  { shape }: RowTask,
  { steps }: Halves,
  options: readonly (readonly Option[])[],
  day: number,
  near: Float64Array,
  few: number,
  far: Float64Array,
  many: number,
  isFront: boolean,
): void {
  const { classes, layers, counted } = shape.automaton;
  const { next, hits, cost, states } = layers[day]!;
  const { hitCost } = shape;
  const masks = 1 << counted.length;
  const { moveOf, before } = steps[day]!;
  const choices = options[day]!;
  for (let state = 0; state < states; state += 1) {
    for (let choice = 0; choice < choices.length; choice += 1) {
      const option = choices[choice]!;
      const arc = state * classes + option.ofClass;
      const target = next[arc]!;
      if (target < 0) continue;
      const mask = hits[arc]!;
      const price = option.cost + cost[arc]! + hitCost[mask]!;
      const move = before[moveOf[option.value * masks + mask]!]!;
      if (isFront) relax(far, target * many, near, state * few, price, move);
      else relax(far, state * many, near, target * few, price, move);
    }
  }
}

/** Lowers `into` by what `from` costs with one more move. */
function relax(
  into: Float64Array,
  at: number,
  from: Float64Array,
  start: number,
  price: number,
  before: Int32Array,
): void {
  for (let total = 0; total < before.length; total += 1) {
    const earlier = before[total]!;
    if (earlier < 0) continue;
    const cost = from[start + earlier]! + price;
    if (cost < into[at + total]!) into[at + total] = cost;
  }
}

/** Writes the row of a pair: from the middle to the front, then to the end, along arcs whose costs add up. */
function trace(
  task: RowTask,
  halves: Halves,
  options: readonly (readonly Option[])[],
  pair: Pair,
  out: Uint8Array,
): void {
  const { middle, levels, meeting } = halves;
  let { state, front: total } = pair;
  for (let day = middle - 1; day >= 0; day -= 1) {
    const [few, many] = [levels[day]!.count, levels[day + 1]!.count];
    const wanted = tables.front[day + 1]![state * many + total]!;
    const target = state;
    const reached = total;
    let found = false;
    eachArc(task, halves, options, day, (from, to, price, before, value) => {
      const earlier = before[reached]!;
      if (found || to !== target || earlier < 0) return;
      if (tables.front[day]![from * few + earlier]! + price !== wanted) return;
      found = true;
      out[day] = value;
      state = from;
      total = earlier;
    });
    assert(found, 'a row cannot be traced back');
  }
  state = pair.state;
  total = pair.back;
  for (let day = middle; day < levels.length - 1; day += 1) {
    const many = day === middle ? meeting.count : levels[day]!.count;
    const few = levels[day + 1]!.count;
    const wanted = tables.back[day]![state * many + total]!;
    const source = state;
    const reached = total;
    let found = false;
    eachArc(task, halves, options, day, (from, to, price, before, value) => {
      const later = before[reached]!;
      if (found || from !== source || later < 0) return;
      if (tables.back[day + 1]![to * few + later]! + price !== wanted) return;
      found = true;
      out[day] = value;
      state = to;
      total = later;
    });
    assert(found, 'a row cannot be traced on');
  }
}
