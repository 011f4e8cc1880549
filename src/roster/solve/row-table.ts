/** The backward pass of a row search: the least cost of completing a row, by day, state and followed totals. */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import type { Plan } from './row-plan.js';
import { costAt, type RowScratch, type RowTask } from './row-task.js';

export function backward(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch): void {
  const { shape, from, to, slopes } = task;
  const { automaton, counters } = shape;
  const { classes } = automaton;
  const { room, firstStretch, stretches, tables } = plan;
  const span = to - from;
  // Offsets may read a little beyond the last state's room.
  const needed = tables[span + 1]! + room + 1;
  if (scratch.table.length < needed) scratch.table = new Float64Array(Math.ceil(needed * 1.5));
  const { table } = scratch;
  table.fill(FORBIDDEN, 0, needed);
  for (let state = 0; state < frame.endStates; state += 1) {
    if (frame.endCost[state] === FORBIDDEN) continue;
    let fixed = frame.endCost[state]!;
    for (const index of plan.loose) fixed += slopes[index]! * frame.endUnits[index * frame.endStates + state]!;
    for (let stretch = firstStretch[span]!; stretch < firstStretch[span + 1]!; stretch += 1) {
      for (let packed = stretches[2 * stretch]!; packed < stretches[2 * stretch + 1]!; packed += 1) {
        let total = fixed;
        let rest = packed;
        for (const index of plan.followed) {
          const units = Math.floor(rest / plan.stride[index]!);
          rest -= units * plan.stride[index]!;
          const end = frame.endUnits[index * frame.endStates + state]!;
          total += costAt(counters[index]!, frame.before[index]! + units + end);
        }
        table[tables[span]! + state * room + packed] = total;
      }
    }
  }
  const { optionClass, optionCost, optionOffset, first, hitOffset, hitCost } = plan;
  for (let day = to - 1; day >= from; day -= 1) {
    const layer = automaton.layers[day]!;
    const { next, cost, hits } = layer;
    const here = tables[day - from]!;
    const there = tables[day - from + 1]!;
    const lastOption = first[day - from + 1]!;
    const lastStretch = firstStretch[day - from + 1]!;
    for (let state = 0; state < layer.states; state += 1) {
      const target = here + state * room;
      for (let option = first[day - from]!; option < lastOption; option += 1) {
        const arc = state * classes + optionClass[option]!;
        const following = next[arc]!;
        if (following < 0) continue;
        const mask = hits[arc]!;
        const price = cost[arc]! + optionCost[option]! + hitCost[mask]!;
        const source = there + following * room + optionOffset[option]! + hitOffset[mask]!;
        const shift = source - target;
        for (let stretch = firstStretch[day - from]!; stretch < lastStretch; stretch += 1) {
          const begin = target + stretches[2 * stretch]!;
          const end = target + stretches[2 * stretch + 1]!;
          for (let at = begin; at < end; at += 1) {
            const total = price + table[at + shift]!;
            if (total < table[at]!) table[at] = total;
          }
        }
      }
    }
  }
}
