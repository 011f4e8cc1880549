/** Rows searched from both ends (`../row-meet.ts`): what beginnings and ends cost, and how they are put together (`../row-join.ts`). */
import { counterOf, layerOf, Shape } from './layout';
import { byteAt, FORBIDDEN, numberAt, setNumber, wordAt } from './memory';

/** A value of a day. */
@unmanaged
export class Option {
  cost: f64;
  value: i32;
  ofClass: i32;
}

/** One day: costs of its near side, at `[state * totals + total]`, are known, those of its far side are wanted. */
@unmanaged
export class Day {
  shape: Shape;
  day: i32;
  /** 1: the near side is the day's front. */
  isFront: i32;
  options: i32;
  option: usize;
  /** Move by `value * masks + mask`; by move an array of totals of the near side, by the total of the far side (-1: none). */
  masks: i32;
  moveOf: usize;
  before: usize;
  near: usize;
  few: i32;
  far: usize;
  many: i32;
  /** States of the far side. */
  states: i32;
  /** What a mask of hits costs. */
  hitCost: usize;
}

/** Sets the costs of the day's far side. */
export function lower(asked: Day): void {
  const shape = asked.shape;
  const layer = layerOf(shape, asked.day);
  const classes = shape.classes;
  const few = asked.few;
  const many = asked.many;
  forbid(asked.far, asked.states * many);
  for (let state = 0; state < layer.states; state += 1) {
    for (let choice = 0; choice < asked.options; choice += 1) {
      const option = changetype<Option>(asked.option + <usize>choice * offsetof<Option>());
      const arc = state * classes + option.ofClass;
      const target = wordAt(layer.next, arc);
      if (target < 0) continue;
      const mask = byteAt(layer.hits, arc);
      const price = option.cost + numberAt(layer.cost, arc) + numberAt(asked.hitCost, mask);
      const move = load<i16>(asked.moveOf + ((<usize>(option.value * asked.masks + mask)) << 1));
      const before = <usize>wordAt(asked.before, move);
      const far = asked.far + ((<usize>((asked.isFront === 1 ? target : state) * many)) << 3);
      const near = asked.near + ((<usize>((asked.isFront === 1 ? state : target) * few)) << 3);
      for (let total = 0; total < many; total += 1) {
        const earlier = wordAt(before, total);
        if (earlier < 0) continue;
        const cost = numberAt(near, earlier) + price;
        if (cost < numberAt(far, total)) setNumber(far, total, cost);
      }
    }
  }
}

function forbid(at: usize, count: i32): void {
  for (let index = 0; index < count; index += 1) setNumber(at, index, FORBIDDEN);
}

/** One side's totals in buckets, see `../row-buckets.ts`. */
@unmanaged
export class Side {
  count: i32;
  /** Units of each counter at `[total * counters + counter]`. */
  units: usize;
  /** At `[state * totals + total]`. */
  costs: usize;
  buckets: i32;
  first: usize;
  members: usize;
  from: usize;
  mostUnits: i32;
  keys: usize;
  /** By total: the slopes' part of the counters that are no keys; by member and by bucket: what it costs in the state at hand. */
  tilt: usize;
  price: usize;
  least: usize;
}

/** A state of the middle, the totals of the beginning and of the end, and what they cost together. */
@unmanaged
export class Pair {
  cost: f64;
  state: i32;
  front: i32;
  back: i32;
  unused: i32;
}

@unmanaged
export class Join {
  /** Only what costs less is wanted. */
  best: f64;
  /** What the counters that are no keys cost at least above their slopes, the last two keys, and all keys. */
  rest: f64;
  leastOthers: f64;
  leastAll: f64;
  shape: Shape;
  begin: Side;
  end: Side;
  /** Costs of the keys by units. */
  first: usize;
  second: usize;
  third: usize;
  states: i32;
  /** The counters that are no keys, and the slopes of all. */
  others: i32;
  other: usize;
  slopes: usize;
  /** Room for a `Pair` for each state. */
  pairs: usize;
}

/** Counters by which totals lie in buckets. */
const KEYS: i32 = 3;

let front: i32 = 0;
let back: i32 = 0;

/**
 * The cheapest pair of each state that goes together below `best`, which falls meanwhile.
 * @returns so many pairs
 */
export function join(asked: Join): i32 {
  const begin = asked.begin;
  const end = asked.end;
  tilt(asked, begin);
  tilt(asked, end);
  let found = 0;
  for (let state = 0; state < asked.states; state += 1) {
    const ahead = look(end, state);
    if (!(look(begin, state) + ahead + asked.rest + asked.leastAll < asked.best)) continue;
    front = -1;
    for (let bucket = 0; bucket < begin.buckets; bucket += 1) lookFrom(asked, state, bucket, ahead);
    if (front < 0) continue;
    const pair = changetype<Pair>(asked.pairs + <usize>found * offsetof<Pair>());
    pair.cost = asked.best;
    pair.state = state;
    pair.front = front;
    pair.back = back;
    found += 1;
  }
  return found;
}

/** Sets the slopes' part of a side's totals. */
function tilt(asked: Join, side: Side): void {
  const kinds = asked.shape.counters;
  for (let total = 0; total < side.count; total += 1) {
    let sum: f64 = 0;
    for (let place = 0; place < asked.others; place += 1) {
      const kind = wordAt(asked.other, place);
      sum += numberAt(asked.slopes, kind) * <f64>wordAt(side.units, total * kinds + kind);
    }
    setNumber(side.tilt, total, sum);
  }
}

/** Looks at a state's totals; gives the least of all. */
function look(side: Side, state: i32): f64 {
  const costs = side.costs + ((<usize>(state * side.count)) << 3);
  let all = FORBIDDEN;
  for (let bucket = 0; bucket < side.buckets; bucket += 1) {
    let low = FORBIDDEN;
    const last = wordAt(side.first, bucket + 1);
    for (let at = wordAt(side.first, bucket); at < last; at += 1) {
      const member = wordAt(side.members, at);
      const here = numberAt(costs, member) + numberAt(side.tilt, member);
      setNumber(side.price, at, here);
      if (here < low) low = here;
    }
    setNumber(side.least, bucket, low);
    if (low < all) all = low;
  }
  return all;
}

/** Puts a bucket of beginnings together with all ends. */
function lookFrom(asked: Join, state: i32, bucket: i32, ahead: f64): void {
  const begin = asked.begin;
  const end = asked.end;
  const low = numberAt(begin.least, bucket) + asked.rest;
  if (!(low + ahead + asked.leastAll < asked.best)) return;
  const key = wordAt(begin.keys, bucket * KEYS);
  const secondKey = wordAt(begin.keys, bucket * KEYS + 1);
  const thirdKey = wordAt(begin.keys, bucket * KEYS + 2);
  for (let units = 0; units < end.mostUnits; units += 1) {
    const price = numberAt(asked.first, key + units);
    if (!(low + ahead + price + asked.leastOthers < asked.best)) continue;
    const last = wordAt(end.from, units + 1);
    for (let facing = wordAt(end.from, units); facing < last; facing += 1) {
      const exact =
        price +
        numberAt(asked.second, secondKey + wordAt(end.keys, facing * KEYS + 1)) +
        numberAt(asked.third, thirdKey + wordAt(end.keys, facing * KEYS + 2));
      if (low + exact + numberAt(end.least, facing) < asked.best)
        pairUp(asked, state, bucket, facing, exact + asked.rest);
    }
  }
}

/**
 * The totals of two buckets, one by one.
 * @param extra what the keys cost together, and the others at least
 */
function pairUp(asked: Join, state: i32, bucket: i32, facing: i32, extra: f64): void {
  const begin = asked.begin;
  const end = asked.end;
  const shape = asked.shape;
  const kinds = shape.counters;
  const nearest = numberAt(end.least, facing) + extra;
  const last = wordAt(begin.first, bucket + 1);
  const lastBack = wordAt(end.first, facing + 1);
  for (let at = wordAt(begin.first, bucket); at < last; at += 1) {
    const low = numberAt(begin.price, at);
    if (!(low + nearest < asked.best)) continue;
    const total = wordAt(begin.members, at);
    for (let behind = wordAt(end.first, facing); behind < lastBack; behind += 1) {
      if (!(low + extra + numberAt(end.price, behind) < asked.best)) continue;
      const member = wordAt(end.members, behind);
      // The same sum, in the same order, whichever way it was found.
      let sum = numberAt(begin.costs, state * begin.count + total) + numberAt(end.costs, state * end.count + member);
      for (let kind = 0; kind < kinds; kind += 1) {
        const units = wordAt(begin.units, total * kinds + kind) + wordAt(end.units, member * kinds + kind);
        const counter = counterOf(shape, kind);
        sum += units < counter.length ? numberAt(counter.cost, units) : FORBIDDEN;
      }
      if (!(sum < asked.best)) continue;
      asked.best = sum;
      front = total;
      back = member;
    }
  }
}
