/**
 * What each value of each day of a window costs and adds to the packed totals.
 *
 * With a corridor the followed totals are counted from the current row's own, day by day, and may differ from them by so
 * many units at most: a long row can then be searched as a whole, near the one it has.
 */
import { arcOf, counterOf, layerOf } from './layout';
import { addToWord, byteAt, FORBIDDEN, numberAt, setNumber, setWord, wordAt } from './memory';
import { take, takeWords } from './room';
import { Plan, Task } from './task';

/** How much of a mere limit a row is expected to use. */
const PACE: f64 = 0.85;

/** What each mask of hits costs and adds. */
export function setHits(task: Task, plan: Plan): void {
  const shape = task.shape;
  plan.hitOffset = takeWords(shape.masks);
  plan.hitCost = take((<usize>shape.masks) << 3);
  memory.copy(plan.hitCost, task.hitCost, (<usize>shape.masks) << 3);
  for (let index = 0; index < shape.counters; index += 1) {
    const group = counterOf(shape, index).group;
    if (group < 0) continue;
    for (let mask = 0; mask < shape.masks; mask += 1) {
      if (((mask >> group) & 1) === 0) continue;
      addToWord(plan.hitOffset, mask, wordAt(plan.stride, index));
      setNumber(plan.hitCost, mask, numberAt(plan.hitCost, mask) + numberAt(plan.price, index));
    }
  }
}

/** What each value of each day costs and adds; of values that the table cannot tell apart only the cheapest stays. */
export function setOptions(task: Task, plan: Plan): void {
  const shape = task.shape;
  const values = task.values;
  const span = task.to - task.from;
  plan.anchor = takeWords(span);
  if (task.corridor > 0 && task.isPaced !== 0) anchorAtPace(task, plan);
  else if (task.corridor > 0) anchorAt(task, plan);
  const most = <usize>(span * values);
  const first = take((<usize>(span + 1)) << 2);
  const optionClass = take(most);
  const optionValue = take(most);
  const optionOffset = take(most << 2);
  const optionCost = take(most << 3);
  let options = 0;
  setWord(first, 0, 0);
  for (let day = 0; day < span; day += 1) {
    const start = options;
    const anchor = wordAt(plan.anchor, day);
    for (let value = 0; value < values; value += 1) {
      const cell = (task.from + day) * values + value;
      let total = numberAt(task.cells, cell);
      if (total === FORBIDDEN) continue;
      let offset = -anchor;
      const end = wordAt(shape.addStart, cell + 1);
      for (let add = wordAt(shape.addStart, cell); add < end; add += 1) {
        const index = wordAt(shape.adds, 2 * add);
        const units = wordAt(shape.adds, 2 * add + 1);
        offset += units * wordAt(plan.stride, index);
        total += <f64>units * numberAt(plan.cellPrice, index);
      }
      const wanted = byteAt(shape.classOf, value);
      let option = start;
      while (option < options && (byteAt(optionClass, option) !== wanted || wordAt(optionOffset, option) !== offset))
        option += 1;
      if (option === options) {
        options += 1;
        store<u8>(optionClass + option, wanted);
        setWord(optionOffset, option, offset);
      } else if (numberAt(optionCost, option) <= total) continue;
      setNumber(optionCost, option, total);
      store<u8>(optionValue + option, value);
    }
    setWord(first, day + 1, options);
  }
  plan.first = first;
  plan.optionClass = optionClass;
  plan.optionValue = optionValue;
  plan.optionOffset = optionOffset;
  plan.optionCost = optionCost;
}

/** The current row's own packed totals, day by day, and what they sum up to. */
function anchorAt(task: Task, plan: Plan): void {
  const shape = task.shape;
  const stride = plan.stride;
  let state = task.startState;
  const sums = takeWords(shape.counters);
  for (let day = task.from; day < task.to; day += 1) {
    const value = byteAt(task.current, day);
    const cell = day * task.values + value;
    let packed = 0;
    const end = wordAt(shape.addStart, cell + 1);
    for (let add = wordAt(shape.addStart, cell); add < end; add += 1) {
      const index = wordAt(shape.adds, 2 * add);
      const units = wordAt(shape.adds, 2 * add + 1);
      if (!isAnchored(plan, index)) continue;
      packed += units * wordAt(stride, index);
      addToWord(sums, index, units);
    }
    const layer = layerOf(shape, day);
    const arc = arcOf(shape, state, value);
    for (let place = 0; place < plan.kinds; place += 1) {
      const index = wordAt(plan.followed, place);
      const group = counterOf(shape, index).group;
      if (group < 0 || !isAnchored(plan, index) || ((byteAt(layer.hits, arc) >> group) & 1) === 0) continue;
      packed += wordAt(stride, index);
      addToWord(sums, index, 1);
    }
    setWord(plan.anchor, day - task.from, packed);
    state = wordAt(layer.next, arc);
  }
  // From padding and corridor to true units at the window's end.
  for (let place = 0; place < plan.kinds; place += 1) {
    const index = wordAt(plan.followed, place);
    if (isAnchored(plan, index))
      setWord(plan.origin, index, wordAt(plan.pad, index) + task.corridor - wordAt(sums, index));
  }
}

function isAnchored(plan: Plan, index: i32): bool {
  return wordAt(plan.stride, index) > 0 && wordAt(plan.pad, index) > 0;
}

/** The middle of what is allowed, spread evenly over the days. */
function anchorAtPace(task: Task, plan: Plan): void {
  for (let place = 0; place < plan.kinds; place += 1) {
    const index = wordAt(plan.followed, place);
    if (wordAt(plan.pad, index) === 0) continue;
    const counter = counterOf(task.shape, index);
    // What is only limited above is seldom used up.
    const top = <f64>(counter.length - 1);
    const wanted = counter.least > 0 ? (<f64>counter.least + top) / 2 : PACE * top;
    const per = wanted / <f64>max(1, wordAt(counter.most, 0));
    let sum = 0;
    for (let day = task.from; day < task.to; day += 1) {
      const even = per * <f64>(wordAt(counter.most, task.from) - wordAt(counter.most, day + 1));
      // To the nearest, a half up.
      const units = <i32>Math.floor(even + 0.5) - sum;
      addToWord(plan.anchor, day - task.from, units * wordAt(plan.stride, index));
      sum += units;
    }
    setWord(plan.origin, index, wordAt(plan.pad, index) + task.corridor - sum);
  }
}
