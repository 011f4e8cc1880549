/**
 * The best row of one agent, everybody else given: the heart of everything else in this folder.
 *
 * Two passes over a window of days (the days outside keep their values):
 *  1. Backward, exact dynamic programming over day x automaton state x the totals of a few counters (the "followed"
 *     ones, as many as the work allows), all other counters replaced by a straight line below their cost. It gives a
 *     valid lower bound for completing any partial row, and for the whole row.
 *  2. Forward, a beam of partial rows (labels) led by that bound, with the true totals of all counters. Labels that
 *     cannot beat `upper` or that another one dominates are dropped; with room enough the pass is exact.
 * With all counters followed the second pass is a walk down the first one's table.
 */
import { FORBIDDEN } from './model.js';
import { aboveLine, beam } from './row-beam.js';
import { type Frame, frameOf } from './row-frame.js';
import { type Plan, planOf } from './row-plan.js';
import { backward } from './row-table.js';
import { noteTotals, type RowFound, type RowScratch, type RowTask } from './row-task.js';

/** Finds the best row; see the header. */
export function searchRow(task: RowTask, scratch: RowScratch, out: Uint8Array): RowFound {
  scratch.others.length = 0;
  const frame = frameOf(task);
  if (frame === null) return { cost: FORBIDDEN, bound: FORBIDDEN };
  const plan = planOf(task, frame, scratch);
  backward(task, frame, plan, scratch);
  return forward(task, frame, plan, scratch, out);
}

function forward(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch, out: Uint8Array): RowFound {
  const { shape, from, to, current, slopes } = task;
  const { counters } = shape;
  let start = frame.fixedCost;
  let startBound = start + scratch.table[plan.tables[0]! + frame.startState * plan.room]!;
  for (const index of plan.loose) {
    const counter = counters[index]!;
    const units = frame.before[index]!;
    start += slopes[index]! * units;
    const most = units + counter.most[from]! - counter.most[to]! + (counter.group >= 0 ? 1 : 0) + plan.endMost[index]!;
    startBound +=
      slopes[index]! * units +
      aboveLine(counter, slopes[index]!, plan.dip[index]!, units + plan.endLeast[index]!, most);
  }
  if (!(startBound < task.upper)) return { cost: FORBIDDEN, bound: startBound };
  out.set(current.subarray(0, from));
  out.set(current.subarray(to), to);
  if (plan.loose.length === 0 || task.width === 0) {
    walk(task, frame, plan, scratch, out);
    noteTotals(task, scratch, out);
    return { cost: startBound, bound: startBound };
  }
  return beam(task, frame, plan, scratch, out, start, startBound);
}

/** All counters followed: the table's own best path. */
function walk(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch, out: Uint8Array): void {
  const { from, to, shape } = task;
  const { classes, layers } = shape.automaton;
  let state = frame.startState;
  let packed = 0;
  for (let day = from; day < to; day += 1) {
    const layer = layers[day]!;
    let best = FORBIDDEN;
    let chosen = -1;
    for (let option = plan.first[day - from]!; option < plan.first[day - from + 1]!; option += 1) {
      const arc = state * classes + plan.optionClass[option]!;
      const target = layer.next[arc]!;
      if (target < 0) continue;
      const mask = layer.hits[arc]!;
      const at =
        plan.tables[day - from + 1]! + target * plan.room + packed + plan.optionOffset[option]! + plan.hitOffset[mask]!;
      const total = layer.cost[arc]! + plan.optionCost[option]! + plan.hitCost[mask]! + scratch.table[at]!;
      if (total < best) {
        best = total;
        chosen = option;
      }
    }
    const arc = state * classes + plan.optionClass[chosen]!;
    out[day] = plan.optionValue[chosen]!;
    packed += plan.optionOffset[chosen]! + plan.hitOffset[layer.hits[arc]!]!;
    state = layer.next[arc]!;
  }
}
