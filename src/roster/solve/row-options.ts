/**
 * What each value of each day of a window costs and adds to the packed totals.
 *
 * With a corridor the followed totals are counted from the current row's own, day by day, and may differ from them by so
 * many units at most: a long row can then be searched as a whole, near the one it has.
 */
import { FORBIDDEN } from './model.js';
import type { Plan } from './row-plan.js';
import type { RowTask } from './row-task.js';

/** How much of a mere limit a row is expected to use. */
const PACE = 0.85;

/** What each mask of hits costs and adds. */
export function setHits({ shape }: RowTask, { hitOffset, hitCost, stride, price }: Plan): void {
  const masks = 1 << shape.automaton.counted.length;
  for (let mask = 0; mask < masks; mask += 1) {
    hitOffset[mask] = 0;
    hitCost[mask] = shape.hitCost[mask]!;
  }
  for (let index = 0; index < shape.counters.length; index += 1) {
    const { group } = shape.counters[index]!;
    if (group < 0) continue;
    for (let mask = 0; mask < masks; mask += 1) {
      if (((mask >> group) & 1) === 0) continue;
      hitOffset[mask]! += stride[index]!;
      hitCost[mask]! += price[index]!;
    }
  }
}

/** What each value of each day costs and adds; of values that the table cannot tell apart only the cheapest stays. */
export function setOptions(task: RowTask, plan: Plan): void {
  const { shape, from, to, values, cost } = task;
  const { adds, automaton } = shape;
  const { first, stride, price, optionClass, optionOffset, optionCost, optionValue, anchor } = plan;
  if ((task.corridor ?? 0) > 0 && task.isPaced === true) anchorAtPace(task, plan);
  else if ((task.corridor ?? 0) > 0) anchorAt(task, plan);
  else anchor.fill(0, 0, to - from);
  let options = 0;
  first[0] = 0;
  for (let day = from; day < to; day += 1) {
    const start = options;
    for (let value = 0; value < values; value += 1) {
      const cell = day * values + value;
      let total = cost[cell]!;
      if (total === FORBIDDEN) continue;
      let offset = -anchor[day - from]!;
      for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1) {
        const index = adds.counter[add]!;
        offset += adds.units[add]! * stride[index]!;
        total += adds.units[add]! * price[index]!;
      }
      const wanted = automaton.classOf[value]!;
      let option = start;
      while (option < options && (optionClass[option] !== wanted || optionOffset[option] !== offset)) option += 1;
      if (option === options) {
        options += 1;
        optionClass[option] = wanted;
        optionOffset[option] = offset;
      } else if (optionCost[option]! <= total) continue;
      optionCost[option] = total;
      optionValue[option] = value;
    }
    first[day - from + 1] = options;
  }
}

/** The current row's own packed totals, day by day, and what they sum up to. */
function anchorAt({ shape, from, to, values, current, corridor }: RowTask, plan: Plan): void {
  const { adds, automaton, counters } = shape;
  const { anchor, stride, origin, followed, pad } = plan;
  const isAnchored = (index: number): boolean => stride[index]! > 0 && pad[index]! > 0;
  let state = 0;
  for (let day = 0; day < from; day += 1)
    state = automaton.layers[day]!.next[state * automaton.classes + automaton.classOf[current[day]!]!]!;
  const sums = new Int32Array(counters.length);
  for (let day = from; day < to; day += 1) {
    const cell = day * values + current[day]!;
    let packed = 0;
    for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1) {
      const index = adds.counter[add]!;
      if (!isAnchored(index)) continue;
      packed += adds.units[add]! * stride[index]!;
      sums[index]! += adds.units[add]!;
    }
    const layer = automaton.layers[day]!;
    const arc = state * automaton.classes + automaton.classOf[current[day]!]!;
    for (const index of followed) {
      const { group } = counters[index]!;
      if (group < 0 || !isAnchored(index) || ((layer.hits[arc]! >> group) & 1) === 0) continue;
      packed += stride[index]!;
      sums[index]! += 1;
    }
    anchor[day - from] = packed;
    state = layer.next[arc]!;
  }
  // From padding and corridor to true units at the window's end.
  for (const index of followed) if (isAnchored(index)) origin[index] = pad[index]! + corridor! - sums[index]!;
}

/** The middle of what is allowed, spread evenly over the days. */
function anchorAtPace({ shape, from, to, corridor }: RowTask, plan: Plan): void {
  const { anchor, stride, origin, followed, pad } = plan;
  anchor.fill(0, 0, to - from);
  for (const index of followed) {
    if (pad[index] === 0) continue;
    const { most, cost, least } = shape.counters[index]!;
    // What is only limited above is seldom used up.
    const top = cost.length - 1;
    const wanted = least > 0 ? (least + top) / 2 : PACE * top;
    const per = wanted / Math.max(1, most[0]!);
    let sum = 0;
    for (let day = from; day < to; day += 1) {
      const units = Math.round(per * (most[from]! - most[day + 1]!)) - sum;
      anchor[day - from]! += units * stride[index]!;
      sum += units;
    }
    origin[index] = pad[index]! + corridor! - sum;
  }
}
