/** The backward pass of a row search: the least cost of completing a row, by day, state and followed totals. */
import { reserve } from './kernel.js';
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import { ARC, costPacked, type Plan } from './row-plan.js';
import type { RowScratch, RowTask, Tables } from './row-task.js';

/** Bytes of a number of the table. */
const NUMBER = 8;

/**
 * Fills the scratch's table for states that can be reached, as far as a row can come: FORBIDDEN where it cannot end well. What lies beyond
 * is not set. The loop over totals, most of the time of a search, is the kernel's `complete`.
 */
export function backward(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch): void {
  const { from, to, shape } = task;
  const { automaton } = shape;
  const { classes } = automaton;
  const { room, firstStretch, tables, states, alive } = plan;
  const span = to - from;
  const stretchesAt = makeRoom(plan, span, scratch.tables);
  const { numbers, words, kernel } = scratch.tables;
  const { optionClass, optionCost, optionOffset, first, hitOffset, hitCost } = plan;
  setReach(task, plan);
  setEnds(task, frame, plan, numbers);
  for (let day = to - 1; day >= from; day -= 1) {
    const { next, cost, hits } = automaton.layers[day]!;
    const here = tables[day - from]!;
    const there = tables[day - from + 1]!;
    const firstOption = first[day - from]!;
    const lastOption = first[day - from + 1]!;
    const begin = stretchesAt + firstStretch[day - from]! * NUMBER;
    const end = stretchesAt + firstStretch[day - from + 1]! * NUMBER;
    const low = lows[day - from]! * NUMBER;
    const high = highs[day - from]! * NUMBER;
    const firstState = states[day - from]!;
    const count = states[day - from + 1]! - firstState;
    // In this order: up to three numbers of the state behind may be overwritten.
    for (let state = 0; state < count; state += 1) {
      if (alive[firstState + state] === 0) continue;
      const target = here + state * room;
      let arcs = 0;
      for (let option = firstOption; option < lastOption; option += 1) {
        const arc = state * classes + optionClass[option]!;
        const following = next[arc]!;
        if (following < 0) continue;
        const mask = hits[arc]!;
        words[2 * arcs] = NUMBER * (there + following * room + optionOffset[option]! + hitOffset[mask]! - target);
        numbers[arcs + 1] = cost[arc]! + optionCost[option]! + hitCost[mask]!;
        arcs += ARC;
      }
      kernel.complete(0, NUMBER * arcs, begin, arcs === 0 ? begin : end, NUMBER * target, low, high);
    }
  }
}

/** Makes room for arcs, tables and, behind them, a copy of the stretches; answers where that is, in bytes. */
function makeRoom({ tables: starts, firstStretch, stretches }: Plan, span: number, tables: Tables): number {
  const count = firstStretch[span + 1]!;
  const stretchesAt = starts[span + 1]!;
  const needed = stretchesAt + count;
  if (tables.numbers.length < needed) {
    reserve(tables.kernel, Math.ceil(needed * 1.5) * NUMBER);
    tables.numbers = new Float64Array(tables.kernel.memory.buffer);
    tables.words = new Int32Array(tables.kernel.memory.buffer);
  }
  tables.words.set(stretches.subarray(0, 2 * count), 2 * stretchesAt);
  return stretchesAt * NUMBER;
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
