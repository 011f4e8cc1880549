/** The backward pass of a row search: the least cost of completing a row, by day, state and followed totals. */
import { counterOf, layerOf } from './layout';
import { byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { take } from './room';
import { costAt, Frame, Plan, Task } from './task';

/** Bytes of a way on from a state: the distance in bytes to what follows, 4 unused, its price. */
const ARC: i32 = 16;

/** By window day: packed totals low..high-1 that rows of the day before can lead to; one more for the end. */
let lows: usize = 0;
let highs: usize = 0;

/**
 * Fills the tables of all window days for the states that are alive, from behind the last day on, as far as a row can come: FORBIDDEN where it cannot
 * end well. What lies beyond is not set.
 */
export function backward(task: Task, frame: Frame, plan: Plan): void {
  const shape = task.shape;
  const classes = shape.classes;
  setReach(task, plan);
  setEnds(task, frame, plan);
  const arcs = take(<usize>(ARC * task.values));
  for (let day = task.to - task.from - 1; day >= 0; day -= 1) {
    const layer = layerOf(shape, task.from + day);
    const here = wordAt(plan.tables, day);
    const there = wordAt(plan.tables, day + 1);
    const firstOption = wordAt(plan.first, day);
    const lastOption = wordAt(plan.first, day + 1);
    const begin = plan.stretches + ((<usize>wordAt(plan.firstStretch, day)) << 3);
    const end = plan.stretches + ((<usize>wordAt(plan.firstStretch, day + 1)) << 3);
    const low = wordAt(lows, day) << 3;
    const high = wordAt(highs, day) << 3;
    const firstState = wordAt(plan.states, day);
    const count = wordAt(plan.states, day + 1) - firstState;
    // In this order: up to three numbers of the state behind may be overwritten.
    for (let state = 0; state < count; state += 1) {
      if (byteAt(plan.alive, firstState + state) === 0) continue;
      const target = here + state * plan.room;
      let last = arcs;
      for (let option = firstOption; option < lastOption; option += 1) {
        const arc = state * classes + byteAt(plan.optionClass, option);
        const following = wordAt(layer.next, arc);
        if (following < 0) continue;
        const mask = byteAt(layer.hits, arc);
        const at = there + following * plan.room + wordAt(plan.optionOffset, option) + wordAt(plan.hitOffset, mask);
        store<i32>(last, (at - target) << 3);
        store<f64>(
          last,
          numberAt(layer.cost, arc) + numberAt(plan.optionCost, option) + numberAt(plan.hitCost, mask),
          8,
        );
        last += ARC;
      }
      complete(arcs, last, begin, last === arcs ? begin : end, (<usize>target) << 3, low, high);
    }
  }
}

function setReach(task: Task, plan: Plan): void {
  const span = task.to - task.from;
  lows = take((<usize>(span + 1)) << 2);
  highs = take((<usize>(span + 1)) << 2);
  setWord(lows, 0, plan.startPacked);
  setWord(highs, 0, plan.startPacked + 1);
  for (let day = 0; day < span; day += 1) {
    const firstOption = wordAt(plan.first, day);
    let least = 0;
    let most = 0;
    for (let option = firstOption; option < wordAt(plan.first, day + 1); option += 1) {
      const offset = wordAt(plan.optionOffset, option);
      if (offset < least || option === firstOption) least = offset;
      if (offset > most || option === firstOption) most = offset;
    }
    let leastHit = 0;
    let mostHit = 0;
    const layer = layerOf(task.shape, task.from + day);
    for (let which = 0; which < layer.masks; which += 1) {
      const offset = wordAt(plan.hitOffset, byteAt(layer.mask, which));
      leastHit = min(leastHit, offset);
      mostHit = max(mostHit, offset);
    }
    const first = wordAt(plan.firstStretch, day);
    const last = wordAt(plan.firstStretch, day + 1);
    const isEmpty = first === last;
    setWord(lows, day + 1, isEmpty ? 0 : max(0, wordAt(plan.stretches, 2 * first) + least + leastHit));
    setWord(highs, day + 1, isEmpty ? 0 : min(plan.room, wordAt(plan.stretches, 2 * last - 1) + most + mostHit));
  }
}

/** The table behind the window's last day: what the totals cost, and the days that follow. */
function setEnds(task: Task, frame: Frame, plan: Plan): void {
  const shape = task.shape;
  const span = task.to - task.from;
  const first = wordAt(plan.firstStretch, span);
  const last = wordAt(plan.firstStretch, span + 1);
  for (let state = 0; state < frame.endStates; state += 1) {
    if (byteAt(plan.alive, wordAt(plan.states, span) + state) === 0) continue;
    const here = (<usize>(wordAt(plan.tables, span) + state * plan.room)) << 3;
    for (let packed = wordAt(lows, span); packed < wordAt(highs, span); packed += 1) setNumber(here, packed, FORBIDDEN);
    let fixed = numberAt(frame.endCost, state);
    if (fixed === FORBIDDEN) continue;
    for (let index = 0; index < shape.counters; index += 1) {
      const price = numberAt(plan.price, index);
      if (price !== 0) fixed += price * <f64>wordAt(frame.endUnits, index * frame.endStates + state);
    }
    for (let stretch = first; stretch < last; stretch += 1) {
      const end = wordAt(plan.stretches, 2 * stretch + 1);
      for (let packed = wordAt(plan.stretches, 2 * stretch); packed < end; packed += 1)
        setNumber(here, packed, endingIn(task, frame, plan, state, packed, fixed));
    }
  }
}

/** What packed totals cost behind the window, besides what is fixed. */
function endingIn(task: Task, frame: Frame, plan: Plan, state: i32, packed: i32, fixed: f64): f64 {
  let total = fixed;
  let rest = packed;
  for (let place = 0; place < plan.kinds; place += 1) {
    const index = wordAt(plan.followed, place);
    const stride = wordAt(plan.stride, index);
    const units = rest / stride;
    rest -= units * stride;
    const behind = wordAt(frame.endUnits, index * frame.endStates + state);
    const sum = wordAt(frame.before, index) + units - wordAt(plan.origin, index) + behind;
    total += sum < 0 ? FORBIDDEN : costAt(counterOf(task.shape, index), sum);
  }
  return total;
}

/** Infinity from..to-1, and in one number behind it where theirs is odd. */
function forbid(from: usize, to: usize): void {
  for (; from < to; from += 16) v128.store(from, f64x2.splat(Infinity));
}

/**
 * One state's table: each number of the stretches (first, behind last: numbers from the target on) is the least over the arcs (distance in bytes to what
 * follows, 4 bytes, 4 unused; price) of price + the number at that distance. There is at least one arc. Between the stretches, and from `low` to `high`
 * (bytes), there is infinity. Four numbers at a time: three behind a stretch may be written, too, and whatever stands there is written again, or belongs to nothing.
 */
export function complete(
  arcs: usize,
  arcsEnd: usize,
  stretch: usize,
  stretchEnd: usize,
  target: usize,
  low: i32,
  high: i32,
): void {
  let free = target + low;
  for (; stretch < stretchEnd; stretch += 8) {
    const begin = target + (load<u32>(stretch) << 3);
    const end = target + (load<u32>(stretch, 4) << 3);
    forbid(free, begin);
    for (let at = begin; at < end; at += 32) {
      let first = f64x2.splat(Infinity);
      let second = f64x2.splat(Infinity);
      for (let arc = arcs; arc < arcsEnd; arc += ARC) {
        const source = at + load<i32>(arc);
        const price = v128.load64_splat(arc, 8);
        first = f64x2.pmin(first, f64x2.add(price, v128.load(source)));
        second = f64x2.pmin(second, f64x2.add(price, v128.load(source, 16)));
      }
      v128.store(at, first);
      v128.store(at, second, 16);
    }
    free = end;
  }
  forbid(free, target + high);
}
