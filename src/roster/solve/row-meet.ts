/**
 * The best row of a whole horizon, exactly: the first half of the days is searched from the front, the second from the
 * back, by day x state x the totals of ALL counters so far; in the middle each way to begin meets each way to go on. Half
 * a horizon has few totals, so this is possible where one table over all days (`row-table.ts`) would be too large.
 */
import { assert } from '../../base/assert.js';
import { FORBIDDEN } from './model.js';
import { type Halves, halvesOf, type Level } from './row-halves.js';
import type { RowFound, RowScratch, RowTask } from './row-task.js';
import type { RowCounter } from './shape.js';

/** More rows given, beside the best. */
const OTHERS = 1;
/** Counters by which beginnings and ends are looked up. */
const KEYS = 3;
/** Units that a half adds at most to such a counter, but the first of them, which allows few totals and may have more. */
const SECOND_MOST = 48;

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
    lower(task, halves, options, day, near, few, far, many, true);
  }
  room(tables.back, days, statesAt(days)).fill(0, 0, statesAt(days));
  for (let day = days - 1; day >= middle; day -= 1) {
    const many = day === middle ? meeting.count : levels[day]!.count;
    const few = levels[day + 1]!.count;
    const [near, far] = [tables.back[day + 1]!, room(tables.back, day, statesAt(day) * many)];
    lower(task, halves, options, day, near, few, far, many, false);
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

interface Pair {
  readonly state: number;
  readonly front: number;
  readonly back: number;
  readonly cost: number;
}

/**
 * Totals with the same units of all keys: `members[first[bucket]..first[bucket + 1]-1]`. Buckets with so many units of the first key are
 * `from[units]..from[units + 1]-1`; `units[bucket * KEYS + place]` are those of each key.
 */
interface Buckets {
  readonly first: Int32Array;
  readonly members: Int32Array;
  readonly from: Int32Array;
  readonly units: Int32Array;
  /** By key: the most units. */
  readonly most: readonly number[];
}

const bucketsOf = new WeakMap<Level, Map<string, Buckets>>();

function bucketed(level: Level, kinds: number, keys: readonly number[]): Buckets {
  let known = bucketsOf.get(level);
  if (known === undefined) {
    known = new Map();
    bucketsOf.set(level, known);
  }
  const name = keys.join();
  let made = known.get(name);
  if (made === undefined) {
    made = makeBuckets(level, kinds, keys);
    known.set(name, made);
  }
  return made;
}

function makeBuckets({ count, units }: Level, kinds: number, keys: readonly number[]): Buckets {
  const at = (total: number, place: number): number => (keys[place]! < 0 ? 0 : units[total * kinds + keys[place]!]!);
  const most = keys.map(() => 0);
  for (let total = 0; total < count; total += 1) {
    for (let place = 0; place < KEYS; place += 1) most[place] = Math.max(most[place]!, at(total, place));
  }
  // One number for the units of all keys and the total itself, so that sorting needs no comparisons of ours.
  const numbers = new Float64Array(count);
  for (let total = 0; total < count; total += 1) {
    let number = 0;
    for (let place = 0; place < KEYS; place += 1) number = number * (most[place]! + 1) + at(total, place);
    numbers[total] = number * count + total;
  }
  const members = Int32Array.from(numbers.sort(), (number) => number % count);
  const first: number[] = [];
  const from: number[] = [];
  const ofKeys: number[] = [];
  members.forEach((total, place) => {
    if (place > 0 && Math.floor(numbers[place]! / count) === Math.floor(numbers[place - 1]! / count)) return;
    while (from.length <= at(total, 0)) from.push(first.length);
    first.push(place);
    for (let key = 0; key < KEYS; key += 1) ofKeys.push(at(total, key));
  });
  return {
    first: Int32Array.from([...first, count]),
    members,
    from: Int32Array.from([...from, first.length]),
    units: Int32Array.from(ofKeys),
    most,
  };
}

/** The counter with the fewest totals allowed, then those with the most of which there are not too many; -1: none is left. */
function keysOf({ shape: { counters } }: RowTask, { most }: Halves): number[] {
  const allowed = counters.map(({ cost }) => cost.reduce((sum, price) => sum + (price < FORBIDDEN ? 1 : 0), 0));
  const key = allowed.reduce((least, count, kind) => (least < 0 || count < allowed[least]! ? kind : least), -1);
  const others = counters
    .map((_, kind) => kind)
    .filter((kind) => kind !== key && most[kind]! <= SECOND_MOST)
    .sort((a, b) => most[b]! - most[a]! || a - b);
  return Array.from({ length: KEYS }, (_, place) => [key, ...others][place] ?? -1);
}

/** One side's totals: what each costs in a state, slopes of the counters that are no keys added, and the least of each bucket. */
interface Side {
  readonly level: Level;
  /** At `[state * totals + total]`. */
  readonly costs: Float64Array;
  readonly buckets: Buckets;
  /** By total: the slopes' part. */
  readonly tilt: Float64Array;
  /** By member, and by bucket. */
  readonly price: Float64Array;
  readonly least: Float64Array;
}

function sideOf(
  level: Level,
  costs: Float64Array,
  slopes: Float64Array,
  kinds: number,
  keys: readonly number[],
  others: readonly number[],
): Side {
  const buckets = bucketed(level, kinds, keys);
  const tilt = new Float64Array(level.count);
  for (let total = 0; total < level.count; total += 1) {
    for (const kind of others) tilt[total]! += slopes[kind]! * level.units[total * kinds + kind]!;
  }
  const price = new Float64Array(level.count);
  return { level, costs, buckets, tilt, price, least: new Float64Array(buckets.first.length - 1) };
}

/** Looks at a state's totals; gives the least of all. */
function look({ level, costs, buckets, tilt, price, least }: Side, state: number): number {
  const { first, members } = buckets;
  const offset = state * level.count;
  let all = FORBIDDEN;
  for (let bucket = 0; bucket < least.length; bucket += 1) {
    let low = FORBIDDEN;
    for (let at = first[bucket]!; at < first[bucket + 1]!; at += 1) {
      const member = members[at]!;
      const here = costs[offset + member]! + tilt[member]!;
      price[at] = here;
      if (here < low) low = here;
    }
    least[bucket] = low;
    if (low < all) all = low;
  }
  return all;
}

/** A key's costs for so many units; what is not allowed is FORBIDDEN, and what is no key costs nothing. */
function padded(counter: RowCounter | undefined, most: number): Float64Array {
  const cost = new Float64Array(most + 1);
  if (counter === undefined) return cost;
  cost.fill(FORBIDDEN);
  cost.set(counter.cost.subarray(0, most + 1));
  return cost;
}

/**
 * The cheapest beginning and end of each middle state that go together below `upper`, the best first. Both sides lie in buckets
 * by a few counters, whose costs are then exact; the slopes of the others tell of a whole pair of buckets, and then of each
 * beginning, that nothing in it can be good.
 */
function join(task: RowTask, halves: Halves, states: number): Pair[] {
  const { counters } = task.shape;
  const kinds = counters.length;
  const keys = keysOf(task, halves);
  const least = (costs: Float64Array): number => costs.reduce((low, price) => Math.min(low, price), FORBIDDEN);
  const others = [...counters.keys()].filter((kind) => !keys.includes(kind));
  // What the other counters cost at least above their slopes.
  const rest = others.reduce((sum, kind) => {
    const slope = task.slopes[kind]!;
    return sum + least(counters[kind]!.cost.map((price, units) => price - slope * units));
  }, 0);
  const begin = sideOf(halves.levels[halves.middle]!, tables.front[halves.middle]!, task.slopes, kinds, keys, others);
  const end = sideOf(halves.meeting, tables.back[halves.middle]!, task.slopes, kinds, keys, others);
  const [cost, second, third] = keys.map((key, place) =>
    padded(counters[key], begin.buckets.most[place]! + end.buckets.most[place]!),
  ) as [Float64Array, Float64Array, Float64Array];
  const leastOthers = least(second) + least(third);
  const leastAll = least(cost) + leastOthers;
  const [own, theirs, from] = [begin.buckets.units, end.buckets.units, end.buckets.from];
  const pairs: Pair[] = [];
  const joint: Joint = { begin, end, counters, best: task.upper, front: -1, back: -1 };
  for (let state = 0; state < states; state += 1) {
    const ahead = look(end, state);
    if (!(look(begin, state) + ahead + rest + leastAll < joint.best)) continue;
    joint.front = -1;
    for (let bucket = 0; bucket < begin.least.length; bucket += 1) {
      const low = begin.least[bucket]! + rest;
      if (!(low + ahead + leastAll < joint.best)) continue;
      const at = bucket * KEYS;
      for (let units = 0; units + 1 < from.length; units += 1) {
        const price = cost[own[at]! + units]!;
        if (!(low + ahead + price + leastOthers < joint.best)) continue;
        for (let facing = from[units]!; facing < from[units + 1]!; facing += 1) {
          const there = facing * KEYS;
          const exact = price + second[own[at + 1]! + theirs[there + 1]!]! + third[own[at + 2]! + theirs[there + 2]!]!;
          if (low + exact + end.least[facing]! < joint.best) pair(joint, state, bucket, facing, exact + rest);
        }
      }
    }
    if (joint.front >= 0) pairs.push({ state, front: joint.front, back: joint.back, cost: joint.best });
  }
  return pairs.sort((a, b) => a.cost - b.cost || a.state - b.state);
}

/** What is joined, and the best pair of totals so far. */
interface Joint {
  readonly begin: Side;
  readonly end: Side;
  readonly counters: readonly RowCounter[];
  best: number;
  front: number;
  back: number;
}

/**
 * The totals of two buckets, one by one.
 * @param extra what the keys cost together, and the others at least
 */
function pair(joint: Joint, state: number, bucket: number, facing: number, extra: number): void {
  const { begin, end, counters } = joint;
  const { first, members } = begin.buckets;
  const { first: firstBack, members: membersBack } = end.buckets;
  const nearest = end.least[facing]! + extra;
  let { best } = joint;
  for (let at = first[bucket]!; at < first[bucket + 1]!; at += 1) {
    const low = begin.price[at]!;
    if (!(low + nearest < best)) continue;
    const total = members[at]!;
    for (let back = firstBack[facing]!; back < firstBack[facing + 1]!; back += 1) {
      if (!(low + extra + end.price[back]! < best)) continue;
      const member = membersBack[back]!;
      // The same sum, in the same order, whichever way it was found.
      let sum = begin.costs[state * begin.level.count + total]! + end.costs[state * end.level.count + member]!;
      for (let kind = 0; kind < counters.length; kind += 1) {
        const units =
          begin.level.units[total * counters.length + kind]! + end.level.units[member * counters.length + kind]!;
        const { cost } = counters[kind]!;
        sum += units < cost.length ? cost[units]! : FORBIDDEN;
      }
      if (!(sum < best)) continue;
      best = sum;
      joint.front = total;
      joint.back = member;
    }
  }
  joint.best = best;
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
