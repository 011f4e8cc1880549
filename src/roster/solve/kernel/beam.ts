/** The forward pass of a row search (`../row-beam.ts`): partial rows with true totals, led by the table's bound. */
import { Counter, layerOf } from './layout';
import { byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { Plan } from './table';

/** A counter that the table does not follow. */
@unmanaged
export class Loose {
  slope: f64;
  counter: Counter;
  /** Number of the counter in its shape, and of the group that it counts, -1: of none. */
  index: i32;
  group: i32;
  /** Units at which hull - slope x units is least. */
  dip: i32;
  /** Units in front of the window; the least and the most behind it, and those of each state there. */
  before: i32;
  endLeast: i32;
  endMost: i32;
  endUnits: usize;
  /** Units of the label at hand, and the most that the days behind it add. */
  units: i32;
  more: i32;
}

@unmanaged
export class Beam {
  upper: f64;
  guide: f64;
  start: f64;
  startBound: f64;
  /** The answer. */
  cost: f64;
  bound: f64;
  plan: Plan;
  values: i32;
  width: i32;
  /** By cell; by counter: cost of a unit by slopes, place value in the packed totals; by window day. */
  cells: usize;
  price: usize;
  stride: usize;
  anchor: usize;
  startState: i32;
  startPacked: i32;
  /** A `Loose` for each. */
  kinds: i32;
  loose: usize;
  /** Labels of all days, one behind another; `counts` are units of each loose counter. */
  g: usize;
  f: usize;
  rank: usize;
  parent: usize;
  state: usize;
  packed: usize;
  value: usize;
  counts: usize;
  /** By state and packed totals: the label made last, -1: none; by label: the one before. */
  head: usize;
  buckets: i32;
  chain: usize;
  /** By value of the day at hand: cost with all slopes, what it adds to the packed totals and to each loose counter. */
  valueCost: usize;
  valueOffset: usize;
  valueUnits: usize;
  /** Room for `width` labels. */
  heap: usize;
  /** The best row's window days, and those of the next best. */
  best: usize;
  other: usize;
}

/** Differences of units for which a counter's `worse` is known, see `../shape.ts`. */
const WORSE_REACH: i32 = 8;

let here: Beam = changetype<Beam>(0);
let dropped: f64 = 0;

/**
 * Searches; `cost` and `bound` are the answer's, as `RowFound` has them.
 * @returns rows found, two at most
 */
export function beam(asked: Beam): i32 {
  here = asked;
  const plan = here.plan;
  const span = plan.to - plan.from;
  memory.fill(here.head, 0xff, here.buckets << 2);
  setNumber(here.g, 0, here.start);
  setNumber(here.f, 0, here.startBound);
  setWord(here.parent, 0, -1);
  setWord(here.state, 0, here.startState);
  setWord(here.packed, 0, here.startPacked);
  for (let kind = 0; kind < here.kinds; kind += 1) setWord(here.counts, kind, looseOf(kind).before);
  dropped = FORBIDDEN;
  let first = 0;
  let last = 1;
  for (let day = 0; day < span; day += 1) {
    const made = goOn(day, first, last);
    for (let label = last; label < made; label += 1)
      setWord(here.head, wordAt(here.state, label) * plan.room + wordAt(here.packed, label), -1);
    const kept = keep(last, made);
    first = last;
    last = kept;
    if (first === last) {
      here.cost = FORBIDDEN;
      here.bound = max(here.startBound, min(dropped, here.upper));
      return 0;
    }
  }
  const best = leastOf(first, last, -1);
  here.cost = numberAt(here.f, best);
  here.bound = max(here.startBound, min(dropped, here.cost));
  trace(best, span, here.best);
  if (last - first === 1) return 1;
  trace(leastOf(first, last, best), span, here.other);
  return 2;
}

function looseOf(kind: i32): Loose {
  return changetype<Loose>(here.loose + <usize>kind * offsetof<Loose>());
}

/** Makes the labels of the next day from those of a day; answers where they end. */
function goOn(day: i32, first: i32, last: i32): i32 {
  const plan = here.plan;
  const shape = plan.shape;
  const classes = shape.classes;
  const layer = layerOf(shape, plan.from + day);
  const there = wordAt(plan.tables, day + 1);
  const isLast = plan.from + day === plan.to - 1;
  const values = here.values;
  setValues(day);
  let made = last;
  for (let label = first; label < last; label += 1) {
    const row = wordAt(here.state, label) * classes;
    for (let choice = 0; choice < values; choice += 1) {
      const arc = row + byteAt(shape.classOf, choice);
      const target = wordAt(layer.next, arc);
      if (target < 0 || numberAt(here.valueCost, choice) === FORBIDDEN) continue;
      const mask = byteAt(layer.hits, arc);
      const packed = wordAt(here.packed, label) + wordAt(here.valueOffset, choice) + wordAt(plan.hitOffset, mask);
      const bucket = target * plan.room + packed;
      const ahead = load<f64>((<usize>(there + bucket)) << 3);
      if (ahead === FORBIDDEN) continue;
      const g =
        numberAt(here.g, label) +
        numberAt(here.valueCost, choice) +
        numberAt(layer.cost, arc) +
        numberAt(plan.hitCost, mask);
      const f = g + ahead + aboveLines(label, choice, mask, target, isLast);
      if (!(f < here.upper)) continue;
      if (isDominated(bucket, g)) continue;
      setWord(here.chain, made, wordAt(here.head, bucket));
      setWord(here.head, bucket, made);
      setNumber(here.g, made, g);
      setNumber(here.f, made, f);
      setNumber(here.rank, made, here.guide === 0 ? f : f + here.guide * offPace(plan.from + day + 1));
      setWord(here.parent, made, label);
      setWord(here.state, made, target);
      setWord(here.packed, made, packed);
      store<u8>(here.value + made, choice);
      for (let kind = 0; kind < here.kinds; kind += 1)
        setWord(here.counts, made * here.kinds + kind, looseOf(kind).units);
      made += 1;
    }
  }
  return made;
}

/** Sets what the day's values cost and add, and what the days behind it can still add. */
function setValues(day: i32): void {
  const plan = here.plan;
  const shape = plan.shape;
  const kinds = here.kinds;
  for (let choice = 0; choice < here.values; choice += 1) {
    const cell = (plan.from + day) * here.values + choice;
    let total = numberAt(here.cells, cell);
    let offset = -wordAt(here.anchor, day);
    const units = here.valueUnits + ((<usize>(choice * kinds)) << 2);
    memory.fill(units, 0, kinds << 2);
    const end = wordAt(shape.addStart, cell + 1);
    for (let add = wordAt(shape.addStart, cell); add < end; add += 1) {
      const index = wordAt(shape.adds, 2 * add);
      const amount = wordAt(shape.adds, 2 * add + 1);
      total += <f64>amount * numberAt(here.price, index);
      offset += amount * wordAt(here.stride, index);
      for (let kind = 0; kind < kinds; kind += 1) if (looseOf(kind).index === index) setWord(units, kind, amount);
    }
    setNumber(here.valueCost, choice, total);
    setWord(here.valueOffset, choice, offset);
  }
  for (let kind = 0; kind < kinds; kind += 1) {
    const loose = looseOf(kind);
    const most = loose.counter.most;
    loose.more = wordAt(most, plan.from + day + 1) - wordAt(most, plan.to) + (loose.group >= 0 ? 1 : 0) + loose.endMost;
  }
}

/** Sets the units of the loose counters behind a choice, and answers what they cost at least above their lines. */
function aboveLines(label: i32, choice: i32, mask: i32, target: i32, isLast: bool): f64 {
  const kinds = here.kinds;
  let above: f64 = 0;
  for (let kind = 0; kind < kinds; kind += 1) {
    const loose = looseOf(kind);
    const counter = loose.counter;
    const added = loose.group < 0 ? wordAt(here.valueUnits, choice * kinds + kind) : (mask >> loose.group) & 1;
    const units = wordAt(here.counts, label * kinds + kind) + added;
    loose.units = units;
    if (isLast) {
      const total = units + wordAt(loose.endUnits, target);
      above += (total < counter.length ? numberAt(counter.cost, total) : FORBIDDEN) - loose.slope * <f64>total;
    } else {
      const at = max(units + loose.endLeast, min(loose.dip, units + loose.more));
      above += at < counter.length ? numberAt(counter.hull, at) - loose.slope * <f64>at : FORBIDDEN;
    }
  }
  return above;
}

/** Whether a label of the same state and followed totals makes the one at hand useless; those that it makes useless are taken out. */
function isDominated(bucket: i32, g: f64): bool {
  let before = -1;
  for (let other = wordAt(here.head, bucket); other >= 0; other = wordAt(here.chain, other)) {
    const relation = dominance(other, g);
    if (relation === 1) return true;
    if (relation === 2) {
      setNumber(here.f, other, FORBIDDEN);
      if (before < 0) setWord(here.head, bucket, wordAt(here.chain, other));
      else setWord(here.chain, before, wordAt(here.chain, other));
    } else before = other;
  }
  return false;
}

/** 1: the old label makes the new one useless, 2: the other way round, 0: neither. */
function dominance(old: i32, g: f64): i32 {
  const oldG = numberAt(here.g, old);
  let oldWorse = oldG;
  let newWorse = g;
  for (let kind = 0; kind < here.kinds; kind += 1) {
    const loose = looseOf(kind);
    const difference = wordAt(here.counts, old * here.kinds + kind) - loose.units;
    if (difference === 0) continue;
    if (difference > WORSE_REACH || difference < -WORSE_REACH) return 0;
    const tilt = loose.slope * <f64>difference;
    oldWorse += numberAt(loose.counter.worse, WORSE_REACH + difference) - tilt;
    newWorse += numberAt(loose.counter.worse, WORSE_REACH - difference) + tilt;
  }
  return oldWorse <= g ? 1 : newWorse <= oldG ? 2 : 0;
}

/** Days by which the totals at hand are off the even pace. */
function offPace(day: i32): f64 {
  let off: f64 = 0;
  for (let kind = 0; kind < here.kinds; kind += 1) {
    const loose = looseOf(kind);
    const counter = loose.counter;
    const pace = 1 - <f64>wordAt(counter.most, day) / <f64>max(1, wordAt(counter.most, 0));
    const units = <f64>loose.units;
    const low = <f64>max(0, counter.least) * pace;
    const top = <f64>(counter.length - 1) * pace;
    const step = <f64>max(1, counter.step);
    if (units < low) off += (low - units) / step;
    else if (units > top) off += (units - top) / step;
  }
  return off;
}

/** Keeps the best `width` of the labels from..to-1 that are of use, packed together from `from` on in their order; answers where they end. */
function keep(from: i32, to: i32): i32 {
  let count = 0;
  for (let label = from; label < to; label += 1) {
    if (numberAt(here.f, label) === FORBIDDEN) continue;
    if (count === here.width) {
      const worst = wordAt(here.heap, 0);
      const leaves = isBefore(label, worst) ? worst : label;
      dropped = min(dropped, numberAt(here.f, leaves));
      if (leaves === label) {
        // Out of the order: marked as of no use.
        setNumber(here.f, label, FORBIDDEN);
        continue;
      }
      setNumber(here.f, worst, FORBIDDEN);
      sink(0, label, count);
      continue;
    }
    rise(count, label);
    count += 1;
  }
  let place = from;
  for (let label = from; label < to; label += 1) {
    if (numberAt(here.f, label) === FORBIDDEN) continue;
    if (place !== label) copy(label, place);
    place += 1;
  }
  return place;
}

/** Whether a label is better than another; of two as good the one made first. */
function isBefore(one: i32, other: i32): bool {
  const rank = numberAt(here.rank, one);
  const than = numberAt(here.rank, other);
  return rank < than || (rank === than && one < other);
}

/** Puts a label into the heap, whose worst is on top, from a free place at its end. */
function rise(place: i32, label: i32): void {
  let at = place;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const there = wordAt(here.heap, above);
    if (!isBefore(there, label)) break;
    setWord(here.heap, at, there);
    at = above;
  }
  setWord(here.heap, at, label);
}

/** Puts a label into the heap of so many in place of its top. */
function sink(place: i32, label: i32, count: i32): void {
  let at = place;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= count) break;
    if (below + 1 < count && isBefore(wordAt(here.heap, below), wordAt(here.heap, below + 1))) below += 1;
    if (!isBefore(label, wordAt(here.heap, below))) break;
    setWord(here.heap, at, wordAt(here.heap, below));
    at = below;
  }
  setWord(here.heap, at, label);
}

function copy(label: i32, place: i32): void {
  setNumber(here.g, place, numberAt(here.g, label));
  setNumber(here.f, place, numberAt(here.f, label));
  setWord(here.parent, place, wordAt(here.parent, label));
  setWord(here.state, place, wordAt(here.state, label));
  setWord(here.packed, place, wordAt(here.packed, label));
  store<u8>(here.value + place, byteAt(here.value, label));
  for (let kind = 0; kind < here.kinds; kind += 1)
    setWord(here.counts, place * here.kinds + kind, wordAt(here.counts, label * here.kinds + kind));
}

/** The first of the cheapest labels but one. */
function leastOf(first: i32, last: i32, but: i32): i32 {
  let best = -1;
  for (let label = first; label < last; label += 1)
    if (label !== but && (best < 0 || numberAt(here.f, label) < numberAt(here.f, best))) best = label;
  return best;
}

/** Writes the window days of the row that ends in a label. */
function trace(end: i32, span: i32, into: usize): void {
  let label = end;
  for (let day = span - 1; day >= 0; day -= 1) {
    store<u8>(into + day, byteAt(here.value, label));
    label = wordAt(here.parent, label);
  }
}
