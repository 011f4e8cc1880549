/**
 * The best row of one agent, everybody else given: the heart of everything else in this folder.
 *
 * Two passes over a window of days (the days outside keep their values):
 *  1. Backward, exact dynamic programming over day x automaton state x the totals of a few counters (the "followed"
 *     ones, as many as the work allows), all other counters replaced by a straight line below their cost. It gives a
 *     valid lower bound for completing any partial row, and for the whole row.
 *  2. Forward, a beam of partial rows (labels) led by that bound, with the true totals of all counters. Labels that
 *     cannot beat `upper` or that another one dominates are dropped; with room enough the pass is exact.
 * With all counters followed, or idle in this window, the second pass is a walk down the first one's table.
 */
import { FORBIDDEN } from './model.js';
import { aboveLine, beam } from './row-beam.js';
import { type Frame, frameOf } from './row-frame.js';
import { beginSearch, memory } from './row-memory.js';
import { type Plan, planOf } from './row-plan.js';
import { backward } from './row-table.js';
import { costAt, noteTotals, type RowFound, type RowScratch, type RowTask, uniform } from './row-task.js';

/** Finds the best row; see the header. */
export function searchRow(asked: RowTask, scratch: RowScratch, out: Uint8Array): RowFound {
  const task = uniform(asked);
  scratch.others.length = 0;
  const frame = frameOf(task, scratch);
  if (frame === null) return { cost: FORBIDDEN, bound: FORBIDDEN };
  // A row that is only a bound is best relaxed as little as the work allows; else only what binds is followed.
  const heat = task.width === 0 ? null : heatOf(task.shape, scratch);
  let bound = -FORBIDDEN;
  for (let round = 0; ; round += 1) {
    scratch.plan.shapeAt = beginSearch(scratch, task.shape);
    const plan = planOf(task, frame, scratch, heat);
    backward(task, frame, plan);
    bound = Math.max(bound, relaxedBound(task, frame, plan));
    if (!(bound < task.upper)) return answer(task, FORBIDDEN, bound);
    out.set(task.current);
    walk(task, frame, plan, out);
    noteTotals(task, scratch, out);
    if (plan.loose.length === 0 || heat === null) return answer(task, bound, bound);
    if (!warm(task, frame, plan, scratch, heat)) return answer(task, bound, bound);
    if (round < ROUNDS && plan.loose.some((index) => heat[index] === HOT && !plan.tight.includes(index))) continue;
    const found = beam(task, frame, plan, scratch, out, startCost(task, frame, plan), bound);
    return answer(task, found.cost, found.bound);
  }
}

/** Within a corridor nothing is known about rows outside. */
const answer = (task: RowTask, cost: number, bound: number): RowFound =>
  (task.corridor ?? 0) > 0 ? { cost, bound: -FORBIDDEN } : { cost, bound };

/** Times a search is tried again with more counters followed; searches for which a counter that did bind is followed. */
const ROUNDS = 3;
const HOT = 8;

/** By counter: how lately it did bind; a little cooler with each search. */
function heatOf(shape: RowTask['shape'], scratch: RowScratch): Uint8Array {
  let heat = scratch.heat.get(shape);
  if (heat === undefined) {
    // A total that must be reached nearly always binds.
    heat = Uint8Array.from(shape.counters, ({ least }) => (least > 0 ? 2 * HOT : 0));
    scratch.heat.set(shape, heat);
  }
  for (let index = 0; index < heat.length; index += 1) if (heat[index]! > 0 && heat[index]! <= HOT) heat[index]! -= 1;
  return heat;
}

/** Heats the loose counters that cost the row just found more than their line says; false: there is none. */
function warm(task: RowTask, frame: Frame, plan: Plan, scratch: RowScratch, heat: Uint8Array): boolean {
  let isOff = false;
  for (const index of plan.loose) {
    const units = scratch.totals[index]!;
    const line = lineOf(task, frame, plan, index);
    if (costAt(task.shape.counters[index]!, units) - task.slopes[index]! * units <= line + 1e-9) continue;
    if (heat[index]! < HOT) heat[index] = HOT;
    isOff = true;
  }
  return isOff;
}

/** What a loose counter costs at least above its line. */
function lineOf({ shape, from, to, slopes }: RowTask, frame: Frame, plan: Plan, index: number): number {
  const counter = shape.counters[index]!;
  const units = frame.before[index]!;
  const reach = counter.most[from]! - counter.most[to]! + (counter.group >= 0 ? 1 : 0);
  const most = units + reach + plan.endMost[index]!;
  return aboveLine(counter, slopes[index]!, plan.dip[index]!, units + plan.endLeast[index]!, most);
}

/** Cost of the days in front, by the lines of the loose counters. */
function startCost({ slopes }: RowTask, frame: Frame, plan: Plan): number {
  let start = frame.fixedCost + plan.constant;
  for (const index of plan.loose) start += slopes[index]! * frame.before[index]!;
  return start;
}

function relaxedBound(task: RowTask, frame: Frame, plan: Plan): number {
  let bound = startCost(task, frame, plan);
  bound += memory.numbers[plan.tables[0]! + frame.startState * plan.room + plan.startPacked]!;
  for (const index of plan.loose) bound += lineOf(task, frame, plan, index);
  return bound;
}

/** All counters followed: the table's own best path. */
function walk(task: RowTask, frame: Frame, plan: Plan, out: Uint8Array): void {
  const { from, to, shape } = task;
  const { classes, layers } = shape.automaton;
  let state = frame.startState;
  let packed = plan.startPacked;
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
      const total = layer.cost[arc]! + plan.optionCost[option]! + plan.hitCost[mask]! + memory.numbers[at]!;
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
