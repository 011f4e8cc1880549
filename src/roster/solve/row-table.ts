/** The backward pass of a row search: the least cost of completing a row, by day, state and followed totals. */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import { memory, NUMBER, putBytes, putNumbers, putRecord, putWords, take } from './row-memory.js';
import { costPacked, type Plan } from './row-plan.js';
import type { RowTask } from './row-task.js';

/** Bytes of a way on from a state. */
const ARC = 16;

/**
 * Fills the table for states that can be reached, as far as a row can come: FORBIDDEN where it cannot end well. What lies beyond
 * is not set. The loops are the kernel's (`kernel/table.ts`).
 */
export function backward(task: RowTask, frame: Frame, plan: Plan): void {
  const { from, to } = task;
  const span = to - from;
  const options = plan.first[span]!;
  const masks = task.shape.hitCost.length;
  const count = plan.firstStretch[span + 1]!;
  take(NUMBER * plan.tables[span + 1]! - memory.top);
  setReach(task, plan);
  setEnds(task, frame, plan, memory.numbers);
  plan.at = putRecord([
    plan.shapeAt,
    from,
    to,
    plan.room,
    putWords(plan.first, span + 1),
    putBytes(plan.optionClass, options),
    putWords(plan.optionOffset, options),
    putNumbers(plan.optionCost, options),
    putWords(plan.hitOffset, masks),
    putNumbers(plan.hitCost, masks),
    putWords(plan.tables, span + 2),
    putWords(plan.states, span + 2),
    putBytes(plan.alive, plan.states[span + 1]!),
    putWords(plan.firstStretch, span + 2),
    putWords(plan.stretches, 2 * count),
    putWords(lows, span + 1),
    putWords(highs, span + 1),
    take(ARC * task.values),
  ]);
  memory.kernel.backward(plan.at);
}

/** By window day: packed totals low..high-1 that rows of the day before can lead to; one more for the end. */
let lows = new Int32Array(0);
let highs = new Int32Array(0);

function setReach({ shape, from, to }: RowTask, plan: Plan): void {
  const { firstStretch, stretches, first, optionOffset, hitOffset, startPacked, room } = plan;
  const span = to - from;
  if (lows.length < span + 1) {
    lows = new Int32Array(2 * (span + 1));
    highs = new Int32Array(2 * (span + 1));
  }
  lows[0] = startPacked;
  highs[0] = startPacked + 1;
  for (let day = 0; day < span; day += 1) {
    let [least, most, leastHit, mostHit] = [0, 0, 0, 0];
    for (let option = first[day]!; option < first[day + 1]!; option += 1) {
      const offset = optionOffset[option]!;
      if (offset < least || option === first[day]) least = offset;
      if (offset > most || option === first[day]) most = offset;
    }
    for (const mask of shape.automaton.layers[from + day]!.masks) {
      leastHit = Math.min(leastHit, hitOffset[mask]!);
      mostHit = Math.max(mostHit, hitOffset[mask]!);
    }
    const isEmpty = firstStretch[day] === firstStretch[day + 1];
    const begin = isEmpty ? 0 : stretches[2 * firstStretch[day]!]!;
    const end = isEmpty ? 0 : stretches[2 * firstStretch[day + 1]! - 1]!;
    lows[day + 1] = isEmpty ? 0 : Math.max(0, begin + least + leastHit);
    highs[day + 1] = isEmpty ? 0 : Math.min(room, end + most + mostHit);
  }
}

/** The table behind the window's last day: what the totals cost, and the days that follow. */
function setEnds(task: RowTask, frame: Frame, plan: Plan, numbers: Float64Array): void {
  const { counters } = task.shape;
  const { firstStretch, stretches, tables, followed, stride, price, room } = plan;
  const { endStates, endCost, endUnits } = frame;
  const span = task.to - task.from;
  for (let state = 0; state < endStates; state += 1) {
    if (plan.alive[plan.states[span]! + state] === 0) continue;
    const here = tables[span]! + state * room;
    numbers.fill(FORBIDDEN, here + lows[span]!, here + highs[span]!);
    if (endCost[state] === FORBIDDEN) continue;
    let fixed = endCost[state]!;
    for (let index = 0; index < counters.length; index += 1) {
      if (price[index] !== 0) fixed += price[index]! * endUnits[index * endStates + state]!;
    }
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
        numbers[here + packed] = total;
      }
    }
  }
}
