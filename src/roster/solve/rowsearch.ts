/**
 * The best row of one agent, everybody else given: the heart of everything else in this folder. The search itself is the kernel's (`kernel/search.ts`).
 *
 * Two passes over a window of days (the days outside keep their values):
 *  1. Backward, exact dynamic programming over day x automaton state x the totals of a few counters (the "followed"
 *     ones, as many as the work allows), all other counters replaced by a straight line below their cost. It gives a
 *     valid lower bound for completing any partial row, and for the whole row (`kernel/frame.ts`, `plan.ts`, `options.ts`, `stretch.ts`, `table.ts`).
 *  2. Forward, a beam of partial rows (labels) led by that bound, with the true totals of all counters (`kernel/beam.ts`). Labels that
 *     cannot beat `upper` or that another one dominates are dropped; with room enough the pass is exact.
 * With all counters followed, or idle in this window, the second pass is a walk down the first one's table.
 */
import { assert } from '../../base/assert.js';
import { FORBIDDEN } from './model.js';
import { beginSearch, look, memory, NUMBER, putBytes, putNumbers, take, WORD } from './row-memory.js';
import type { RowFound, RowScratch, RowTask } from './row-task.js';

/** Numbers in front of the words of the kernel's `Task`; the words, the search's own included. */
const NUMBERS = 6;
const WORDS = 18;

/** As many zeros as any row had counters. */
let zeros = new Float64Array(0);

function nothing(count: number): Float64Array {
  if (zeros.length < count) zeros = new Float64Array(2 * count);
  return zeros;
}

/** Finds the best row; see the header. */
export function searchRow(task: RowTask, scratch: RowScratch, out: Uint8Array): RowFound {
  const { shape, values, tolls } = task;
  const days = shape.automaton.layers.length;
  const count = shape.counters.length;
  const shapeAt = beginSearch(scratch, shape);
  const [row, other] = [take(days), take(days)];
  const [totals, followed] = [take(WORD * count), take(count)];
  const words = [
    shapeAt,
    values,
    task.from,
    task.to,
    task.width,
    task.corridor ?? 0,
    task.isPaced === true ? 1 : 0,
    task.isStanding === true ? 1 : 0,
    putNumbers(tolls?.hitCost ?? shape.hitCost, shape.hitCost.length),
    putNumbers(tolls?.of ?? nothing(count), count),
    // Costs of days outside are of no matter where the row is standing.
    task.isStanding === true
      ? putNumbers(task.cost, task.to * values, task.from * values)
      : putNumbers(task.cost, days * values),
    putBytes(task.current, days),
    putNumbers(task.slopes, count),
    row,
    other,
    totals,
    followed,
  ];
  assert(words.length + 1 === WORDS, 'a field of the kernel’s task is missing');
  const at = take(NUMBER * NUMBERS + WORD * WORDS);
  memory.numbers.set([task.upper, task.guide, task.work], at / NUMBER);
  memory.words.set(words, at / WORD + 2 * NUMBERS);
  scratch.others.length = 0;
  const rows = memory.kernel.search(at, memory.top);
  look();
  assert(rows >= 0 || task.isStanding !== true, 'a row of the roster breaks a rule');
  if (rows < 0) return { cost: FORBIDDEN, bound: FORBIDDEN };
  const { numbers, bytes } = memory;
  const cost = numbers[at / NUMBER + 3]!;
  const bound = numbers[at / NUMBER + 4]!;
  for (let index = 0; index < count; index += 1) scratch.followed[index] = bytes[followed + index]!;
  if (rows > 0) {
    out.set(bytes.subarray(row, row + days));
    for (let index = 0; index < count; index += 1) scratch.totals[index] = memory.words[totals / WORD + index]!;
  }
  if (rows > 1) {
    const next = out.slice();
    next.set(bytes.subarray(other + task.from, other + task.to), task.from);
    scratch.others.push(next);
  }
  // Within a corridor nothing is known about rows outside.
  const found = { cost, bound: (task.corridor ?? 0) > 0 ? -FORBIDDEN : bound };
  return task.isStanding === true && cost < FORBIDDEN ? { ...found, dearer: numbers[at / NUMBER + 5]! } : found;
}
