/**
 * The best row of a whole horizon, exactly: the first half of the days is searched from the front, the second from the
 * back, by day x state x the totals of ALL counters so far; in the middle each way to begin meets each way to go on. Half
 * a horizon has few totals, so this is possible where one table over all days (`row-table.ts`) would be too large.
 */
import { assert } from '../../base/assert.js';
import { FORBIDDEN } from './model.js';
import { type Halves, halvesOf, type Level } from './row-halves.js';
import type { RowFound, RowScratch, RowTask } from './row-task.js';

/** More rows given, beside the best. */
const OTHERS = 3;

/** null: too many totals, or the task is a part of the horizon. */
export function meetRow(task: RowTask, scratch: RowScratch, out: Uint8Array): RowFound | null {
  const { shape, from, to } = task;
  if (from !== 0 || to !== shape.automaton.layers.length) return null;
  const halves = halvesOf(task);
  return halves === null ? null : meet(task, halves, scratch, out);
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

function meet(task: RowTask, halves: Halves, scratch: RowScratch, out: Uint8Array): RowFound {
  const { shape, upper } = task;
  const { automaton, counters } = shape;
  const { middle, levels, meeting } = halves;
  const days = automaton.layers.length;
  const statesAt = (day: number): number => (day < days ? automaton.layers[day]!.states : automaton.ends);
  const options = optionsOf(task, halves);
  room(tables.front, 0, statesAt(0))[0] = shape.constant;
  for (let day = 0; day < middle; day += 1) {
    const [near, far] = [tables.front[day]!, room(tables.front, day + 1, statesAt(day + 1) * levels[day + 1]!.count)];
    const [few, many] = [levels[day]!.count, levels[day + 1]!.count];
    eachArc(task, halves, options, day, (state, target, price, before) => {
      relax(far, target * many, near, state * few, price, before);
    });
  }
  room(tables.back, days, statesAt(days)).fill(0, 0, statesAt(days));
  for (let day = days - 1; day >= middle; day -= 1) {
    const many = day === middle ? meeting.count : levels[day]!.count;
    const few = levels[day + 1]!.count;
    const [near, far] = [tables.back[day + 1]!, room(tables.back, day, statesAt(day) * many)];
    eachArc(task, halves, options, day, (state, target, price, before) => {
      relax(far, state * many, near, target * few, price, before);
    });
  }
  scratch.others.length = 0;
  scratch.followed.fill(1, 0, counters.length);
  const pairs = join(task, halves, statesAt(middle));
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

interface Pair {
  readonly state: number;
  readonly front: number;
  readonly back: number;
  readonly cost: number;
}

/**
 * The cheapest beginning and end of each middle state that go together below `upper`, the best first. Ends are looked up
 * by the counter that allows the fewest totals; the slopes of the others tell early which pairs cannot be good.
 */
function join({ shape, slopes, upper }: RowTask, { middle, levels, meeting }: Halves, states: number): Pair[] {
  const { counters } = shape;
  const kinds = counters.length;
  const front = levels[middle]!;
  const allowed = counters.map(({ cost }) => cost.reduce((sum, price) => sum + (price < FORBIDDEN ? 1 : 0), 0));
  const key = allowed.reduce((least, count, kind) => (count < allowed[least]! ? kind : least), 0);
  const keyCost = counters[key]?.cost ?? Float64Array.of(0);
  // What the counters cost at least above their slopes.
  const rest = counters.reduce((sum, { cost }, kind) => {
    const slope = kind === key ? 0 : slopes[kind]!;
    return sum + cost.reduce((least, price, units) => Math.min(least, price - slope * units), FORBIDDEN);
  }, 0);
  const unitsOf = (units: Int32Array, total: number, kind: number): number => units[total * kinds + kind] ?? 0;
  /** Costs with the slopes added, and the least of each state. */
  const tilted = ({ count, units }: Level, table: Float64Array): { cost: Float64Array; least: Float64Array } => {
    const lines = new Float64Array(count);
    for (let total = 0; total < count; total += 1) {
      for (let kind = 0; kind < kinds; kind += 1)
        if (kind !== key) lines[total]! += slopes[kind]! * units[total * kinds + kind]!;
    }
    const cost = new Float64Array(states * count);
    const least = new Float64Array(states).fill(FORBIDDEN);
    for (let state = 0; state < states; state += 1) {
      for (let total = 0; total < count; total += 1) {
        const at = state * count + total;
        cost[at] = table[at]! + lines[total]!;
        if (cost[at]! < least[state]!) least[state] = cost[at]!;
      }
    }
    return { cost, least };
  };
  const [begins, ends] = [tables.front[middle]!, tables.back[middle]!];
  const [begun, ended] = [tilted(front, begins), tilted(meeting, ends)];
  const buckets: number[][] = [];
  for (let total = 0; total < meeting.count; total += 1) {
    const units = unitsOf(meeting.units, total, key);
    buckets[units] ??= [];
    buckets[units].push(total);
  }
  const order = Array.from({ length: states }, (_, state) => ({
    state,
    least: begun.least[state]! + ended.least[state]!,
  }));
  order.sort((a, b) => a.least - b.least || a.state - b.state);
  const pairs: Pair[] = [];
  let best = upper;
  for (const { state, least } of order) {
    if (!(least + rest < best)) break;
    let found: Pair | null = null;
    for (let total = 0; total < front.count; total += 1) {
      const low = begun.cost[state * front.count + total]! + rest;
      if (!(low + ended.least[state]! < best)) continue;
      const units = unitsOf(front.units, total, key);
      for (let wanted = units; wanted < keyCost.length; wanted += 1) {
        const bucket = buckets[wanted - units];
        if (bucket === undefined || keyCost[wanted] === FORBIDDEN) continue;
        for (const other of bucket) {
          if (!(low + ended.cost[state * meeting.count + other]! < best)) continue;
          let cost = begins[state * front.count + total]! + ends[state * meeting.count + other]!;
          for (let kind = 0; kind < kinds; kind += 1) {
            const sum = front.units[total * kinds + kind]! + meeting.units[other * kinds + kind]!;
            cost += counters[kind]!.cost[sum] ?? FORBIDDEN;
          }
          if (!(cost < best)) continue;
          best = cost;
          found = { state, front: total, back: other, cost };
        }
      }
    }
    if (found !== null) pairs.push(found);
  }
  return pairs.sort((a, b) => a.cost - b.cost || a.state - b.state);
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
