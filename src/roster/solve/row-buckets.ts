/** Totals of one side of the middle in buckets by the units of a few counters, for `row-join.ts`; kept with the totals. */
import type { Level } from './row-halves.js';

/** Counters by which beginnings and ends are looked up. */
export const KEYS = 3;

/**
 * Totals with the same units of all keys: `members[first[bucket]..first[bucket + 1]-1]`. Buckets with so many units of the first key are
 * `from[units]..from[units + 1]-1`; `units[bucket * KEYS + place]` are those of each key.
 */
export interface Buckets {
  readonly first: Int32Array;
  readonly members: Int32Array;
  readonly from: Int32Array;
  readonly units: Int32Array;
  /** By key: the most units. */
  readonly most: readonly number[];
}

const bucketsOf = new WeakMap<Level, Map<string, Buckets>>();

/** @param keys counters; -1: none */
export function bucketed(level: Level, kinds: number, keys: readonly number[]): Buckets {
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
