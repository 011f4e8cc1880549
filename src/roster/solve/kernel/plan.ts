/**
 * How a row search treats its counters: which ones the table follows and how their totals are packed into one number; which packed
 * totals can occur on each day stands in `stretch.ts`, what each value of each day costs and adds in `options.ts`.
 *
 * A counter is `idle` in a window where its cost is a straight line over all totals that the window can make: its slope
 * melts into the cells, and nothing has to be counted. Most limits of a long row are idle in a short window.
 */
import { Counter, counterOf, layerOf } from './layout';
import { byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { setHits, setOptions } from './options';
import { openAt, take, takeNumbers, takeWords } from './room';
import { setStretches } from './stretch';
import { Frame, Plan, reachOf, Task } from './task';

/** Numbers behind a day's last state: three of them may be written. */
const SLACK: i32 = 4;
/** Table entries that are always allowed, whatever the work. */
const LEAST_ROOM: f64 = 400_000;

/** Plans the search. Only counters with heat are followed, where it is not relaxed; else all that fit. */
export function setPlan(task: Task, frame: Frame, plan: Plan, isRelaxed: bool): void {
  countStates(task, frame, plan);
  measureEnds(task, frame, plan);
  chooseFollowed(task, frame, plan, isRelaxed);
  packTotals(task, plan);
  plan.cellPrice = take((<usize>task.shape.counters) << 3);
  for (let index = 0; index < task.shape.counters; index += 1)
    setNumber(plan.cellPrice, index, numberAt(plan.price, index) + numberAt(task.tolls, index));
  setHits(task, plan);
  setOptions(task, plan);
  setStretches(task, frame, plan);
  markAlive(task, plan);
  const shape = task.shape;
  plan.dip = takeWords(shape.counters);
  memory.fill(task.followed, 1, shape.counters);
  for (let place = 0; place < plan.looseKinds; place += 1) {
    const index = wordAt(plan.loose, place);
    setWord(plan.dip, index, lowest(counterOf(shape, index), numberAt(task.slopes, index)));
    store<u8>(task.followed + index, 0);
  }
  placeTables(task, plan);
}

/** The tables lie behind everything else. */
function placeTables(task: Task, plan: Plan): void {
  const span = task.to - task.from;
  plan.tables = take((<usize>(span + 2)) << 2);
  const first = take(0);
  let next = <i32>(first >>> 3);
  setWord(plan.tables, 0, next);
  for (let day = 0; day <= span; day += 1) {
    next += (wordAt(plan.states, day + 1) - wordAt(plan.states, day)) * plan.room + SLACK;
    setWord(plan.tables, day + 1, next);
  }
  openAt(first);
  take(((<usize>next) << 3) - first);
}

function countStates(task: Task, frame: Frame, plan: Plan): void {
  const span = task.to - task.from;
  plan.states = take((<usize>(span + 2)) << 2);
  let states = 0;
  for (let day = 0; day < span; day += 1) {
    setWord(plan.states, day, states);
    states += layerOf(task.shape, task.from + day).states;
  }
  setWord(plan.states, span, states);
  setWord(plan.states, span + 1, states + frame.endStates);
}

function measureEnds(task: Task, frame: Frame, plan: Plan): void {
  const count = task.shape.counters;
  const endStates = frame.endStates;
  plan.endLeast = takeWords(count);
  plan.endMost = takeWords(count);
  for (let index = 0; index < count; index += 1) {
    let least = -1;
    let most = 0;
    for (let state = 0; state < endStates; state += 1) {
      if (numberAt(frame.endCost, state) === FORBIDDEN) continue;
      const units = wordAt(frame.endUnits, index * endStates + state);
      if (least < 0 || units < least) least = units;
      if (units > most) most = units;
    }
    setWord(plan.endLeast, index, max(0, least));
    setWord(plan.endMost, index, most);
  }
}

/** Sorts the counters into idle, followed (the first that fit) and loose ones. */
function chooseFollowed(task: Task, frame: Frame, plan: Plan, isRelaxed: bool): void {
  const shape = task.shape;
  const count = shape.counters;
  plan.followed = takeWords(count);
  plan.loose = takeWords(count);
  plan.tight = take(count);
  memory.fill(plan.tight, 0, count);
  plan.stride = takeWords(count);
  plan.price = takeNumbers(count);
  plan.origin = takeWords(count);
  plan.size = takeWords(count);
  plan.pad = takeWords(count);
  plan.kinds = 0;
  plan.looseKinds = 0;
  plan.constant = 0;
  const corridor = task.corridor;
  const states = <f64>wordAt(plan.states, task.to - task.from);
  const arcs = states * <f64>shape.classes;
  const most = max(task.work, LEAST_ROOM);
  let width: f64 = 1;
  let room: f64 = 1;
  for (let index = 0; index < count; index += 1) {
    const counter = counterOf(shape, index);
    const reach = reachOf(task, counter);
    const before = wordAt(frame.before, index);
    const lowest = before + wordAt(plan.endLeast, index);
    const highest = before + wordAt(plan.endMost, index) + reach;
    if (highest < counter.length && wordAt(counter.straightTo, lowest) >= highest) {
      const least = numberAt(counter.cost, lowest);
      const slope = highest > lowest ? numberAt(counter.cost, lowest + 1) - least : 0;
      setNumber(plan.price, index, slope);
      plan.constant += least + slope * <f64>(before - lowest);
      continue;
    }
    if (!isRelaxed && byteAt(shape.heat, index) === 0) {
      addLoose(task, plan, index);
      continue;
    }
    const isNear = corridor > 0 && reach > 2 * corridor;
    const units = isNear ? 2 * corridor + 1 : max(1, min(reach, counter.length - 1 - lowest) + 1);
    const padded = <f64>(units + (isNear ? 2 : 1) * counter.step);
    const wide = isNear ? <f64>units : min(<f64>units, meanWidth(task, frame, plan, index));
    if (width * wide * arcs <= task.work && room * padded * states <= most) {
      width *= wide;
      room *= padded;
      setWord(plan.size, index, units);
      setWord(plan.pad, index, isNear ? counter.step : 0);
      setWord(plan.followed, plan.kinds, index);
      plan.kinds += 1;
    } else {
      addLoose(task, plan, index);
      store<u8>(plan.tight + index, 1);
    }
  }
}

function addLoose(task: Task, plan: Plan, index: i32): void {
  setNumber(plan.price, index, numberAt(task.slopes, index));
  setWord(plan.loose, plan.looseKinds, index);
  plan.looseKinds += 1;
}

/** How many different totals of a counter occur on a day, on average. */
function meanWidth(task: Task, frame: Frame, plan: Plan, index: i32): f64 {
  const counter = counterOf(task.shape, index);
  const most = counter.most;
  const before = wordAt(frame.before, index);
  const low = counter.least - before - wordAt(plan.endMost, index);
  const high = counter.length - 1 - before - wordAt(plan.endLeast, index);
  let sum = 0;
  for (let day = task.from; day <= task.to; day += 1) {
    const here = wordAt(most, day);
    const top = min(wordAt(most, task.from) - here, high);
    const bottom = max(0, low - (here - wordAt(most, task.to)));
    sum += max(1, top - bottom + 1);
  }
  return <f64>sum / <f64>(task.to - task.from + 1);
}

/** Packs the followed totals; the widest lies innermost, where long stretches run fast. */
function packTotals(task: Task, plan: Plan): void {
  const followed = plan.followed;
  const size = plan.size;
  // In order of size; of two as wide the one that comes first.
  for (let place = 1; place < plan.kinds; place += 1) {
    const index = wordAt(followed, place);
    let at = place;
    for (; at > 0 && wordAt(size, wordAt(followed, at - 1)) > wordAt(size, index); at -= 1)
      setWord(followed, at, wordAt(followed, at - 1));
    setWord(followed, at, index);
  }
  let room = 1;
  let start = 0;
  for (let place = plan.kinds - 1; place >= 0; place -= 1) {
    const index = wordAt(followed, place);
    const step = counterOf(task.shape, index).step;
    setWord(plan.stride, index, room);
    if (wordAt(plan.pad, index) > 0) {
      // Padding on both sides: a day may take units away from the current row's.
      start += (step + task.corridor) * room;
      room *= wordAt(size, index) + 2 * step;
    } else room *= wordAt(size, index) + step;
  }
  plan.room = room;
  plan.startPacked = start;
}

/** Marks the states that can be reached from the window's first. */
function markAlive(task: Task, plan: Plan): void {
  const shape = task.shape;
  const span = task.to - task.from;
  const all = wordAt(plan.states, span + 1);
  const alive = take(all);
  plan.alive = alive;
  memory.fill(alive, 0, all);
  store<u8>(alive + task.startState, 1);
  for (let day = 0; day < span; day += 1) {
    const next = layerOf(shape, task.from + day).next;
    const here = wordAt(plan.states, day);
    const there = wordAt(plan.states, day + 1);
    const firstOption = wordAt(plan.first, day);
    const lastOption = wordAt(plan.first, day + 1);
    for (let state = 0; state < there - here; state += 1) {
      if (byteAt(alive, here + state) === 0) continue;
      for (let option = firstOption; option < lastOption; option += 1) {
        const target = wordAt(next, state * shape.classes + byteAt(plan.optionClass, option));
        if (target >= 0) store<u8>(alive + there + target, 1);
      }
    }
  }
}

/** Units at which hull - slope x units is least. */
function lowest(counter: Counter, slope: f64): i32 {
  // The hull is convex: the first step from which on it is as steep as the slope.
  let low = max(0, counter.least);
  let high = counter.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(counter.hull, middle + 1) - numberAt(counter.hull, middle) < slope) low = middle + 1;
    else high = middle;
  }
  return low;
}
