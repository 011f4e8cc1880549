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
const OTHERS = 1;
/** Units that the second half adds at most to a counter by which its ends are looked up. */
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

/** Ends with the same units of both keys: `members[first[key]..first[key + 1]-1]`, key = units of the one x width + of the other. */
interface Buckets {
  readonly width: number;
  readonly first: Int32Array;
  readonly members: Int32Array;
}

const bucketsOf = new WeakMap<Level, Map<number, Buckets>>();

function bucketed(level: Level, kinds: number, key: number, second: number): Buckets {
  let known = bucketsOf.get(level);
  if (known === undefined) {
    known = new Map();
    bucketsOf.set(level, known);
  }
  const name = key * kinds + second;
  let made = known.get(name);
  if (made === undefined) {
    const { count, units } = level;
    const at = (total: number, kind: number): number => units[total * kinds + kind] ?? 0;
    let [width, height] = [1, 1];
    for (let total = 0; total < count; total += 1) {
      width = Math.max(width, at(total, second) + 1);
      height = Math.max(height, at(total, key) + 1);
    }
    const first = new Int32Array(width * height + 1);
    for (let total = 0; total < count; total += 1) first[at(total, key) * width + at(total, second) + 1]! += 1;
    for (let place = 0; place < width * height; place += 1) first[place + 1]! += first[place]!;
    const filled = first.slice();
    const members = new Int32Array(count);
    for (let total = 0; total < count; total += 1) {
      const place = at(total, key) * width + at(total, second);
      members[filled[place]!] = total;
      filled[place]! += 1;
    }
    made = { width, first, members };
    known.set(name, made);
  }
  return made;
}

/** Beside the key: the counter with the most totals of which there are not too many. */
function secondKey({ most }: Halves, key: number): number {
  let second = key;
  most.forEach((units, kind) => {
    if (kind === key || units > SECOND_MOST) return;
    if (second === key || units > most[second]!) second = kind;
  });
  return second;
}

/**
 * The cheapest beginning and end of each middle state that go together below `upper`, the best first. Ends are looked up by
 * two counters, whose costs are then exact: the one that allows the fewest totals, and one with many; the slopes of the others tell early which ends cannot be good.
 */
function join({ shape, slopes, upper }: RowTask, halves: Halves, states: number): Pair[] {
  const { middle, levels, meeting } = halves;
  const { counters } = shape;
  const kinds = counters.length;
  const front = levels[middle]!;
  const allowed = counters.map(({ cost }) => cost.reduce((sum, price) => sum + (price < FORBIDDEN ? 1 : 0), 0));
  const key = allowed.reduce((least, count, kind) => (count < allowed[least]! ? kind : least), 0);
  const second = secondKey(halves, key);
  const keyCost = counters[key]?.cost ?? Float64Array.of(0);
  const secondCost = second === key ? Float64Array.of(0) : counters[second]!.cost;
  // What the other counters cost at least above their slopes.
  const rest = counters.reduce((sum, { cost }, kind) => {
    if (kind === key || kind === second) return sum;
    return sum + cost.reduce((least, price, units) => Math.min(least, price - slopes[kind]! * units), FORBIDDEN);
  }, 0);
  const tilt = ({ count, units }: Level): Float64Array => {
    const lines = new Float64Array(count);
    for (let total = 0; total < count; total += 1) {
      for (let kind = 0; kind < kinds; kind += 1)
        if (kind !== key && kind !== second) lines[total]! += slopes[kind]! * units[total * kinds + kind]!;
    }
    return lines;
  };
  const [begins, ends] = [tables.front[middle]!, tables.back[middle]!];
  const [begun, ended] = [tilt(front), tilt(meeting)];
  const { width, first, members } = bucketed(meeting, kinds, key, second);
  const size = first.length - 1;
  const height = size / width;
  /** By bucket: the least of its ends, slopes added; by units of the key alone; and by member. */
  const least = new Float64Array(size);
  const leastOf = new Float64Array(height);
  const tilted = new Float64Array(members.length);
  const pairs: Pair[] = [];
  let best = upper;
  for (let state = 0; state < states; state += 1) {
    const back = state * meeting.count;
    leastOf.fill(FORBIDDEN);
    for (let bucket = 0; bucket < size; bucket += 1) {
      let low = FORBIDDEN;
      for (let at = first[bucket]!; at < first[bucket + 1]!; at += 1) {
        const price = ends[back + members[at]!]! + ended[members[at]!]!;
        tilted[at] = price;
        if (price < low) low = price;
      }
      least[bucket] = low;
      const units = Math.floor(bucket / width);
      if (low < leastOf[units]!) leastOf[units] = low;
    }
    const ahead = leastOf.reduce((low, price) => Math.min(low, price), FORBIDDEN);
    let found = -1;
    let foundBack = -1;
    for (let total = 0; total < front.count; total += 1) {
      const low = begins[state * front.count + total]! + begun[total]! + rest;
      if (!(low + ahead < best)) continue;
      const units = front.units[total * kinds + key] ?? 0;
      const more = second === key ? 0 : front.units[total * kinds + second]!;
      for (let other = 0; other < height; other += 1) {
        const price = keyCost[units + other];
        if (price === undefined || !(low + price + leastOf[other]! < best)) continue;
        for (let place = 0; place < width; place += 1) {
          const bucket = other * width + place;
          const bent = low + price + (secondCost[second === key ? 0 : more + place] ?? FORBIDDEN);
          if (!(bent + least[bucket]! < best)) continue;
          for (let at = first[bucket]!; at < first[bucket + 1]!; at += 1) {
            if (!(bent + tilted[at]! < best)) continue;
            const member = members[at]!;
            let cost = begins[state * front.count + total]! + ends[back + member]!;
            for (let kind = 0; kind < kinds; kind += 1) {
              const sum = front.units[total * kinds + kind]! + meeting.units[member * kinds + kind]!;
              const { cost: costs } = counters[kind]!;
              cost += sum < costs.length ? costs[sum]! : FORBIDDEN;
            }
            if (!(cost < best)) continue;
            best = cost;
            found = total;
            foundBack = member;
          }
        }
      }
    }
    if (found >= 0) pairs.push({ state, front: found, back: foundBack, cost: best });
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
