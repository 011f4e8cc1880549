/** The backward pass of a row search: the least cost of completing a row, by day, state and followed totals. */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import { costPacked, type Plan } from './row-plan.js';
import type { RowScratch, RowTask } from './row-task.js';

export function backward(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch): void {
  const { from, to, shape } = task;
  const { automaton } = shape;
  const { classes } = automaton;
  const { room, firstStretch, stretches, tables, states, alive } = plan;
  const span = to - from;
  // Offsets may read a little beyond the last state's room.
  const needed = tables[span + 1]! + room + 1;
  if (scratch.table.length < needed) scratch.table = new Float64Array(Math.ceil(needed * 1.5));
  const { table } = scratch;
  table.fill(FORBIDDEN, 0, needed);
  setEnds(task, frame, plan, table);
  const { optionClass, optionCost, optionOffset, first, hitOffset, hitCost } = plan;
  for (let day = to - 1; day >= from; day -= 1) {
    const { next, cost, hits } = automaton.layers[day]!;
    const here = tables[day - from]!;
    const there = tables[day - from + 1]!;
    const firstOption = first[day - from]!;
    const lastOption = first[day - from + 1]!;
    const begin = firstStretch[day - from]!;
    const end = firstStretch[day - from + 1]!;
    const firstState = states[day - from]!;
    const count = states[day - from + 1]! - firstState;
    for (let state = 0; state < count; state += 1) {
      if (alive[firstState + state] === 0) continue;
      const target = here + state * room;
      for (let option = firstOption; option < lastOption; option += 1) {
        const arc = state * classes + optionClass[option]!;
        const following = next[arc]!;
        if (following < 0) continue;
        const mask = hits[arc]!;
        const price = cost[arc]! + optionCost[option]! + hitCost[mask]!;
        const shift = there + following * room + optionOffset[option]! + hitOffset[mask]! - target;
        for (let stretch = begin; stretch < end; stretch += 1)
          lower(table, target + stretches[2 * stretch]!, target + stretches[2 * stretch + 1]!, shift, price);
      }
    }
  }
}

/** Entries from..to-1 cost no more than those `shift` behind them and the price. A function of its own: it is what has to be compiled first. */
function lower(table: Float64Array, from: number, to: number, shift: number, price: number): void {
  for (let at = from; at < to; at += 1) {
    const total = price + table[at + shift]!;
    if (total < table[at]!) table[at] = total;
  }
}

/** The table behind the window's last day: what the totals cost, and the days that follow. */
function setEnds(task: RowTask, frame: Frame, plan: Plan, table: Float64Array): void {
  const { counters } = task.shape;
  const { firstStretch, stretches, tables, followed, stride, price, room } = plan;
  const { endStates, endCost, endUnits } = frame;
  const span = task.to - task.from;
  for (let state = 0; state < endStates; state += 1) {
    if (endCost[state] === FORBIDDEN || plan.alive[plan.states[span]! + state] === 0) continue;
    let fixed = endCost[state]!;
    for (let index = 0; index < counters.length; index += 1) {
      if (price[index] !== 0) fixed += price[index]! * endUnits[index * endStates + state]!;
    }
    const here = tables[span]! + state * room;
    for (let stretch = firstStretch[span]!; stretch < firstStretch[span + 1]!; stretch += 1) {
      for (let packed = stretches[2 * stretch]!; packed < stretches[2 * stretch + 1]!; packed += 1) {
        let total = fixed;
        let rest = packed;
        for (let place = 0; place < followed.length; place += 1) {
          const index = followed[place]!;
          const units = Math.floor(rest / stride[index]!);
          rest -= units * stride[index]!;
          total += costPacked(task, frame, plan, index, units, endUnits[index * endStates + state]!);
        }
        table[here + packed] = total;
      }
    }
  }
}
