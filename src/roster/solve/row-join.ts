/**
 * Beginnings and ends of a row that were searched from both ends (`row-meet.ts`), put together: for each state of the middle the cheapest
 * pair of totals. There may be thousands on either side, so whole buckets of them are compared first.
 */
import { FORBIDDEN } from './model.js';
import { type Buckets, bucketed, KEYS } from './row-buckets.js';
import type { Halves, Level } from './row-halves.js';
import type { RowTask } from './row-task.js';
import type { RowCounter } from './shape.js';

/** Units that a half adds at most to a key, but the first of them, which allows few totals and may have more. */
const SECOND_MOST = 48;

/** A state of the middle, the totals of the beginning and of the end, and what they cost together. */
export interface Pair {
  readonly state: number;
  readonly front: number;
  readonly back: number;
  readonly cost: number;
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
 * @param begins costs of beginnings at `[state * totals + total]`; `ends` likewise
 */
export function join(task: RowTask, halves: Halves, states: number, begins: Float64Array, ends: Float64Array): Pair[] {
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
  const begin = sideOf(halves.levels[halves.middle]!, begins, task.slopes, kinds, keys, others);
  const end = sideOf(halves.meeting, ends, task.slopes, kinds, keys, others);
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
