/** The forward pass of a row search: partial rows with true totals, led by the table's bound. */
import { Counter, counterOf, layerOf } from './layout';
import { byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { take } from './room';
import { aboveLine, costAt, Frame, Plan, Task } from './task';

/** A counter that the table does not follow. */
@unmanaged
class Loose {
  slope: f64;
  counter: Counter;
  /** Number of the counter in its shape, and of the group that it counts, -1: of none. */
  index: i32;
  group: i32;
  /** Units at which hull - slope x units is least. */
  dip: i32;
  /** Units outside the window, see `Frame`: in front; the least and the most behind, and those of each state there. */
  before: i32;
  endLeast: i32;
  endMost: i32;
  endUnits: usize;
  /** Units of the label at hand, and the most that the days behind it add. */
  units: i32;
  more: i32;
}

/** By label, those of all days one behind another: cost so far and with the bound ahead, rank, the label before, state, packed totals, value. */
let labelG: usize = 0;
let labelF: usize = 0;
let labelRank: usize = 0;
let parent: usize = 0;
let labelState: usize = 0;
let labelPacked: usize = 0;
let labelValue: usize = 0;
/** Units of each loose counter. */
let counts: usize = 0;
/** By state and packed totals: the label made last, -1: none; by label: the one before. */
let head: usize = 0;
let chain: usize = 0;
/** By value of the day at hand: cost with all slopes, what it adds to the packed totals and to each loose counter. */
let valueCost: usize = 0;
let valueOffset: usize = 0;
let valueUnits: usize = 0;
/** Room for as many labels as are kept. */
let heap: usize = 0;
/** A `Loose` for each loose counter. */
let loose: usize = 0;
let kinds: i32 = 0;

/** Differences of units for which a counter's `worse` is known, see `../shape.ts`. */
const WORSE_REACH: i32 = 8;

let task: Task = changetype<Task>(0);
let plan: Plan = changetype<Plan>(0);
let dropped: f64 = 0;

/**
 * Searches behind `backward`; `cost` and `bound` of the task are the answer's, as `RowFound` has them.
 * @param start what is there before the window's days, by the lines of the loose counters
 * @param startBound no row costs less
 * @returns rows found, two at most
 */
export function beam(asked: Task, frame: Frame, planned: Plan, start: f64, startBound: f64): i32 {
  task = asked;
  plan = planned;
  setLoose(frame);
  const span = task.to - task.from;
  makeRoom(frame, span);
  setNumber(labelG, 0, start);
  setNumber(labelF, 0, startBound);
  setWord(parent, 0, -1);
  setWord(labelState, 0, task.startState);
  setWord(labelPacked, 0, plan.startPacked);
  for (let kind = 0; kind < kinds; kind += 1) setWord(counts, kind, looseOf(kind).before);
  dropped = FORBIDDEN;
  let first = 0;
  let last = 1;
  for (let day = 0; day < span; day += 1) {
    const made = goOn(day, first, last);
    for (let label = last; label < made; label += 1)
      setWord(head, wordAt(labelState, label) * plan.room + wordAt(labelPacked, label), -1);
    const kept = keep(last, made);
    first = last;
    last = kept;
    if (first === last) {
      task.cost = FORBIDDEN;
      task.bound = max(startBound, min(dropped, task.upper));
      return 0;
    }
  }
  const best = leastOf(first, last, -1);
  task.cost = numberAt(labelF, best);
  task.bound = max(startBound, min(dropped, task.cost));
  trace(best, span, task.row + task.from);
  if (last - first === 1) return 1;
  trace(leastOf(first, last, best), span, task.other + task.from);
  return 2;
}

function setLoose(frame: Frame): void {
  kinds = plan.looseKinds;
  loose = take(<usize>kinds * offsetof<Loose>());
  for (let kind = 0; kind < kinds; kind += 1) {
    const made = looseOf(kind);
    const index = wordAt(plan.loose, kind);
    made.slope = numberAt(task.slopes, index);
    made.counter = counterOf(task.shape, index);
    made.index = index;
    made.group = made.counter.group;
    made.dip = wordAt(plan.dip, index);
    made.before = wordAt(frame.before, index);
    made.endLeast = wordAt(plan.endLeast, index);
    made.endMost = wordAt(plan.endMost, index);
    made.endUnits = frame.endUnits + ((<usize>(index * frame.endStates)) << 2);
  }
}

function makeRoom(frame: Frame, span: i32): void {
  const values = task.values;
  const labels = <usize>((span + 1) * task.width + 1 + task.width * values);
  let states = frame.endStates;
  for (let day = task.from; day < task.to; day += 1) states = max(states, layerOf(task.shape, day).states);
  labelG = take(labels << 3);
  labelF = take(labels << 3);
  labelRank = take(labels << 3);
  parent = take(labels << 2);
  labelState = take(labels << 2);
  labelPacked = take(labels << 2);
  labelValue = take(labels);
  counts = take((labels * <usize>kinds) << 2);
  const buckets = (<usize>(states * plan.room)) << 2;
  head = take(buckets);
  memory.fill(head, 0xff, buckets);
  chain = take(labels << 2);
  valueCost = take((<usize>values) << 3);
  valueOffset = take((<usize>values) << 2);
  valueUnits = take((<usize>(values * kinds)) << 2);
  heap = take((<usize>task.width) << 2);
}

function looseOf(kind: i32): Loose {
  return changetype<Loose>(loose + <usize>kind * offsetof<Loose>());
}

/** Makes the labels of the next day from those of a day; answers where they end. */
function goOn(day: i32, first: i32, last: i32): i32 {
  const shape = task.shape;
  const classes = shape.classes;
  const layer = layerOf(shape, task.from + day);
  const there = wordAt(plan.tables, day + 1);
  const isLast = task.from + day === task.to - 1;
  const values = task.values;
  setValues(day);
  let made = last;
  for (let label = first; label < last; label += 1) {
    const row = wordAt(labelState, label) * classes;
    for (let choice = 0; choice < values; choice += 1) {
      const arc = row + byteAt(shape.classOf, choice);
      const target = wordAt(layer.next, arc);
      if (target < 0 || numberAt(valueCost, choice) === FORBIDDEN) continue;
      const mask = byteAt(layer.hits, arc);
      const packed = wordAt(labelPacked, label) + wordAt(valueOffset, choice) + wordAt(plan.hitOffset, mask);
      const bucket = target * plan.room + packed;
      const ahead = load<f64>((<usize>(there + bucket)) << 3);
      if (ahead === FORBIDDEN) continue;
      const g =
        numberAt(labelG, label) +
        numberAt(valueCost, choice) +
        numberAt(layer.cost, arc) +
        numberAt(plan.hitCost, mask);
      const f = g + ahead + aboveLines(label, choice, mask, target, isLast);
      if (!(f < task.upper)) continue;
      if (isDominated(bucket, g)) continue;
      setWord(chain, made, wordAt(head, bucket));
      setWord(head, bucket, made);
      setNumber(labelG, made, g);
      setNumber(labelF, made, f);
      setNumber(labelRank, made, task.guide === 0 ? f : f + task.guide * offPace(task.from + day + 1));
      setWord(parent, made, label);
      setWord(labelState, made, target);
      setWord(labelPacked, made, packed);
      store<u8>(labelValue + made, choice);
      for (let kind = 0; kind < kinds; kind += 1) setWord(counts, made * kinds + kind, looseOf(kind).units);
      made += 1;
    }
  }
  return made;
}

/** Sets what the day's values cost and add, and what the days behind it can still add. */
function setValues(day: i32): void {
  const shape = task.shape;
  for (let choice = 0; choice < task.values; choice += 1) {
    const cell = (task.from + day) * task.values + choice;
    let total = numberAt(task.cells, cell);
    let offset = -wordAt(plan.anchor, day);
    const units = valueUnits + ((<usize>(choice * kinds)) << 2);
    memory.fill(units, 0, kinds << 2);
    const end = wordAt(shape.addStart, cell + 1);
    for (let add = wordAt(shape.addStart, cell); add < end; add += 1) {
      const index = wordAt(shape.adds, 2 * add);
      const amount = wordAt(shape.adds, 2 * add + 1);
      total += <f64>amount * numberAt(plan.cellPrice, index);
      offset += amount * wordAt(plan.stride, index);
      for (let kind = 0; kind < kinds; kind += 1) if (looseOf(kind).index === index) setWord(units, kind, amount);
    }
    setNumber(valueCost, choice, total);
    setWord(valueOffset, choice, offset);
  }
  for (let kind = 0; kind < kinds; kind += 1) {
    const loose = looseOf(kind);
    const most = loose.counter.most;
    loose.more = wordAt(most, task.from + day + 1) - wordAt(most, task.to) + (loose.group >= 0 ? 1 : 0) + loose.endMost;
  }
}

/** Sets the units of the loose counters behind a choice, and answers what they cost at least above their lines. */
function aboveLines(label: i32, choice: i32, mask: i32, target: i32, isLast: bool): f64 {
  let above: f64 = 0;
  for (let kind = 0; kind < kinds; kind += 1) {
    const loose = looseOf(kind);
    const counter = loose.counter;
    const added = loose.group < 0 ? wordAt(valueUnits, choice * kinds + kind) : (mask >> loose.group) & 1;
    const units = wordAt(counts, label * kinds + kind) + added;
    loose.units = units;
    if (isLast) {
      const total = units + wordAt(loose.endUnits, target);
      above += costAt(counter, total) - loose.slope * <f64>total;
    } else above += aboveLine(counter, loose.slope, loose.dip, units + loose.endLeast, units + loose.more);
  }
  return above;
}

/** Whether a label of the same state and followed totals makes the one at hand useless; those that it makes useless are taken out. */
function isDominated(bucket: i32, g: f64): bool {
  let before = -1;
  for (let other = wordAt(head, bucket); other >= 0; other = wordAt(chain, other)) {
    const relation = dominance(other, g);
    if (relation === 1) return true;
    if (relation === 2) {
      setNumber(labelF, other, FORBIDDEN);
      if (before < 0) setWord(head, bucket, wordAt(chain, other));
      else setWord(chain, before, wordAt(chain, other));
    } else before = other;
  }
  return false;
}

/** 1: the old label makes the new one useless, 2: the other way round, 0: neither. */
function dominance(old: i32, g: f64): i32 {
  const oldG = numberAt(labelG, old);
  let oldWorse = oldG;
  let newWorse = g;
  for (let kind = 0; kind < kinds; kind += 1) {
    const loose = looseOf(kind);
    const difference = wordAt(counts, old * kinds + kind) - loose.units;
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
  for (let kind = 0; kind < kinds; kind += 1) {
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
    if (numberAt(labelF, label) === FORBIDDEN) continue;
    if (count === task.width) {
      const worst = wordAt(heap, 0);
      const leaves = isBefore(label, worst) ? worst : label;
      dropped = min(dropped, numberAt(labelF, leaves));
      if (leaves === label) {
        // Out of the order: marked as of no use.
        setNumber(labelF, label, FORBIDDEN);
        continue;
      }
      setNumber(labelF, worst, FORBIDDEN);
      sink(0, label, count);
      continue;
    }
    rise(count, label);
    count += 1;
  }
  let place = from;
  for (let label = from; label < to; label += 1) {
    if (numberAt(labelF, label) === FORBIDDEN) continue;
    if (place !== label) copy(label, place);
    place += 1;
  }
  return place;
}

/** Whether a label is better than another; of two as good the one made first. */
function isBefore(one: i32, other: i32): bool {
  const rank = numberAt(labelRank, one);
  const than = numberAt(labelRank, other);
  return rank < than || (rank === than && one < other);
}

/** Puts a label into the heap, whose worst is on top, from a free place at its end. */
function rise(place: i32, label: i32): void {
  let at = place;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const there = wordAt(heap, above);
    if (!isBefore(there, label)) break;
    setWord(heap, at, there);
    at = above;
  }
  setWord(heap, at, label);
}

/** Puts a label into the heap of so many in place of its top. */
function sink(place: i32, label: i32, count: i32): void {
  let at = place;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= count) break;
    if (below + 1 < count && isBefore(wordAt(heap, below), wordAt(heap, below + 1))) below += 1;
    if (!isBefore(label, wordAt(heap, below))) break;
    setWord(heap, at, wordAt(heap, below));
    at = below;
  }
  setWord(heap, at, label);
}

function copy(label: i32, place: i32): void {
  setNumber(labelG, place, numberAt(labelG, label));
  setNumber(labelF, place, numberAt(labelF, label));
  setWord(parent, place, wordAt(parent, label));
  setWord(labelState, place, wordAt(labelState, label));
  setWord(labelPacked, place, wordAt(labelPacked, label));
  store<u8>(labelValue + place, byteAt(labelValue, label));
  for (let kind = 0; kind < kinds; kind += 1)
    setWord(counts, place * kinds + kind, wordAt(counts, label * kinds + kind));
}

/** The first of the cheapest labels but one. */
function leastOf(first: i32, last: i32, but: i32): i32 {
  let best = -1;
  for (let label = first; label < last; label += 1)
    if (label !== but && (best < 0 || numberAt(labelF, label) < numberAt(labelF, best))) best = label;
  return best;
}

/** Writes the window days of the row that ends in a label. */
function trace(end: i32, span: i32, into: usize): void {
  let label = end;
  for (let day = span - 1; day >= 0; day -= 1) {
    store<u8>(into + day, byteAt(labelValue, label));
    label = wordAt(parent, label);
  }
}
