/** The best row of one agent in a window of days, see `../rowsearch.ts`. */
import { beam } from './beam';
import { setFrame } from './frame';
import { addCell, addHits, arcOf, Counter, counterOf, layerOf, Shape } from './layout';
import { addToWord, byteAt, FORBIDDEN, numberAt, setNumber, wordAt } from './memory';
import { setPlan } from './plan';
import { mark, openAt, take } from './room';
import { backward } from './table';
import { aboveLine, costAt, Frame, Plan, reachOf, Task } from './task';

/** Times a search is tried again with more counters followed; searches for which a counter that did bind is followed. */
const ROUNDS: i32 = 3;
const HOT: i32 = 8;

/**
 * Searches; `cost` and `bound` of the task are the answer's, as `RowFound` has them.
 * @param free address behind which the memory is free
 * @returns rows written: 0, 1, or 2 with the next best; a row whose cost is FORBIDDEN is only the relaxed one. -1: the days outside break a rule
 */
export function search(task: Task, free: usize): i32 {
  openAt(free);
  const frame = changetype<Frame>(take(offsetof<Frame>()));
  if (!setFrame(task, frame)) return -1;
  if (task.isStanding !== 0) setSlopes(task, frame);
  const rows = searchRows(task, frame);
  if (rows > 0 && task.isStanding !== 0 && task.cost < FORBIDDEN) setDearer(task, frame);
  return rows;
}

function searchRows(task: Task, frame: Frame): i32 {
  const plan = changetype<Plan>(take(offsetof<Plan>()));
  // A row that is only a bound is best relaxed as little as the work allows; else only what binds is followed.
  const isRelaxed = task.width === 0;
  const heat = task.shape.heat;
  if (!isRelaxed) cool(task.shape);
  const framed = mark();
  let bound = -FORBIDDEN;
  for (let round = 0; ; round += 1) {
    openAt(framed);
    setPlan(task, frame, plan, isRelaxed);
    backward(task, frame, plan);
    bound = max(bound, relaxedBound(task, frame, plan));
    task.bound = bound;
    task.cost = FORBIDDEN;
    if (!(bound < task.upper)) return 0;
    memory.copy(task.row, task.current, task.shape.days);
    followTable(task, plan);
    countUnits(task, frame);
    task.cost = bound;
    if (plan.looseKinds === 0 || isRelaxed) return 1;
    if (!warm(task, frame, plan, heat)) return 1;
    if (round < ROUNDS && isHotter(plan, heat)) continue;
    const found = beam(task, frame, plan, startCost(task, frame, plan), bound);
    if (found > 0) countUnits(task, frame);
    return max(1, found);
  }
}

/** Counters that did bind lately cool a little with each search. */
function cool(shape: Shape): void {
  const heat = shape.heat;
  for (let index = 0; index < shape.counters; index += 1) {
    const degrees = byteAt(heat, index);
    if (degrees > 0 && degrees <= HOT) store<u8>(heat + index, degrees - 1);
  }
}

/** Heats the loose counters that cost the row just found more than their line says; false: there is none. */
function warm(task: Task, frame: Frame, plan: Plan, heat: usize): bool {
  let isOff = false;
  for (let place = 0; place < plan.looseKinds; place += 1) {
    const index = wordAt(plan.loose, place);
    const units = wordAt(task.totals, index);
    const more = costAt(counterOf(task.shape, index), units) - numberAt(task.slopes, index) * <f64>units;
    if (more <= leastAbove(task, frame, plan, index) + 1e-9) continue;
    if (byteAt(heat, index) < HOT) store<u8>(heat + index, HOT);
    isOff = true;
  }
  return isOff;
}

/** Whether a loose counter that is hot has not been left out for want of room. */
function isHotter(plan: Plan, heat: usize): bool {
  for (let place = 0; place < plan.looseKinds; place += 1) {
    const index = wordAt(plan.loose, place);
    if (byteAt(heat, index) === HOT && byteAt(plan.tight, index) === 0) return true;
  }
  return false;
}

/** What a loose counter costs at least above its line. */
function leastAbove(task: Task, frame: Frame, plan: Plan, index: i32): f64 {
  const counter = counterOf(task.shape, index);
  const units = wordAt(frame.before, index);
  const most = units + reachOf(task, counter) + wordAt(plan.endMost, index);
  const least = units + wordAt(plan.endLeast, index);
  return aboveLine(counter, numberAt(task.slopes, index), wordAt(plan.dip, index), least, most);
}

/** What is there before the window's days, by the lines of the loose counters. */
function startCost(task: Task, frame: Frame, plan: Plan): f64 {
  let start = frame.fixedCost + plan.constant;
  for (let place = 0; place < plan.looseKinds; place += 1) {
    const index = wordAt(plan.loose, place);
    start += numberAt(task.slopes, index) * <f64>wordAt(frame.before, index);
  }
  return start;
}

function relaxedBound(task: Task, frame: Frame, plan: Plan): f64 {
  let bound = startCost(task, frame, plan);
  bound += numberAt(0, wordAt(plan.tables, 0) + task.startState * plan.room + plan.startPacked);
  for (let place = 0; place < plan.looseKinds; place += 1)
    bound += leastAbove(task, frame, plan, wordAt(plan.loose, place));
  return bound;
}

/** Writes the table's own best path. */
function followTable(task: Task, plan: Plan): void {
  const shape = task.shape;
  const classes = shape.classes;
  let state = task.startState;
  let packed = plan.startPacked;
  for (let day = 0; day < task.to - task.from; day += 1) {
    const layer = layerOf(shape, task.from + day);
    const there = wordAt(plan.tables, day + 1);
    let best = FORBIDDEN;
    let chosen = -1;
    const last = wordAt(plan.first, day + 1);
    for (let option = wordAt(plan.first, day); option < last; option += 1) {
      const arc = state * classes + byteAt(plan.optionClass, option);
      const target = wordAt(layer.next, arc);
      if (target < 0) continue;
      const mask = byteAt(layer.hits, arc);
      const at = there + target * plan.room + packed + wordAt(plan.optionOffset, option) + wordAt(plan.hitOffset, mask);
      const total =
        numberAt(layer.cost, arc) + numberAt(plan.optionCost, option) + numberAt(plan.hitCost, mask) + numberAt(0, at);
      if (total < best) {
        best = total;
        chosen = option;
      }
    }
    const arc = state * classes + byteAt(plan.optionClass, chosen);
    store<u8>(task.row + task.from + day, byteAt(plan.optionValue, chosen));
    packed += wordAt(plan.optionOffset, chosen) + wordAt(plan.hitOffset, byteAt(layer.hits, arc));
    state = wordAt(layer.next, arc);
  }
}

/** Counts the units of the row that was found, which differs from the current one in the window only. */
function countUnits(task: Task, frame: Frame): void {
  const shape = task.shape;
  const units = task.totals;
  memory.copy(units, frame.before, (<usize>shape.counters) << 2);
  let state = task.startState;
  for (let day = task.from; day < task.to; day += 1) {
    const value = byteAt(task.row, day);
    const layer = layerOf(shape, day);
    const arc = arcOf(shape, state, value);
    addCell(shape, day * task.values + value, 1, units);
    addHits(shape, byteAt(layer.hits, arc), 1, units);
    state = wordAt(layer.next, arc);
  }
  for (let index = 0; index < shape.counters; index += 1)
    addToWord(units, index, wordAt(frame.endUnits, index * frame.endStates + state));
}

/** Sets the slopes to those of the counters' costs where the current row stands, the flattest where there are several. */
function setSlopes(task: Task, frame: Frame): void {
  for (let index = 0; index < task.shape.counters; index += 1)
    setNumber(task.slopes, index, flattest(counterOf(task.shape, index), wordAt(frame.were, index)));
}

function flattest(counter: Counter, units: i32): f64 {
  if (units >= counter.length) return 0;
  const here = numberAt(counter.hull, units);
  if (here === FORBIDDEN) return 0;
  const left = units > 0 ? here - numberAt(counter.hull, units - 1) : -FORBIDDEN;
  const right = units + 1 < counter.length ? numberAt(counter.hull, units + 1) - here : FORBIDDEN;
  return max(left, min(0, right));
}

/** Sets by how much the row that was found costs more alone than the current one, whose units are counted. */
function setDearer(task: Task, frame: Frame): void {
  const shape = task.shape;
  let more: f64 = 0;
  let was = task.startState;
  let is = task.startState;
  for (let day = task.from; day < task.to || (day < shape.days && was !== is); day += 1) {
    const layer = layerOf(shape, day);
    const old = arcOf(shape, was, byteAt(task.current, day));
    const arc = arcOf(shape, is, byteAt(task.row, day));
    more += numberAt(layer.cost, arc) - numberAt(layer.cost, old);
    more += numberAt(shape.hitCost, byteAt(layer.hits, arc)) - numberAt(shape.hitCost, byteAt(layer.hits, old));
    const cells = day * task.values;
    more += numberAt(shape.own, cells + byteAt(task.row, day)) - numberAt(shape.own, cells + byteAt(task.current, day));
    was = wordAt(layer.next, old);
    is = wordAt(layer.next, arc);
  }
  for (let index = 0; index < shape.counters; index += 1) {
    const counter = counterOf(shape, index);
    more += costAt(counter, wordAt(task.totals, index)) - costAt(counter, wordAt(frame.were, index));
  }
  task.dearer = more;
}
