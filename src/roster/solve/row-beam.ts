/** The forward pass of a row search: partial rows with true totals, led by the table's bound. Its loops are the kernel's (`kernel/beam.ts`). */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import { memory, NUMBER, putNumbers, putWords, take, WORD } from './row-memory.js';
import type { Plan } from './row-plan.js';
import { noteTotals, type RowFound, type RowScratch, type RowTask } from './row-task.js';
import type { RowCounter } from './shape.js';

/** A bound for what a loose counter will cost above its line, with `units` so far and up to `more` to come. */
export function aboveLine(counter: RowCounter, slope: number, dip: number, least: number, most: number): number {
  const { hull } = counter;
  const at = Math.max(least, Math.min(dip, most));
  return at < hull.length ? hull[at]! - slope * at : FORBIDDEN;
}

/** Words of the kernel's `Counter` and `Loose`, and of `Loose` those behind its slope. */
const COUNTER = 8;
const LOOSE = 12;
const SLOPED = 2;
/** Numbers in front of the words of the kernel's `Beam`. */
const NUMBERS = 6;

/** Behind `backward`. The best rows below `task.upper`: one is written to `out`, the next best is the scratch's other one. */
export function beam(
  task: RowTask,
  frame: Frame,
  plan: Plan,
  scratch: RowScratch,
  out: Uint8Array,
  start: number,
  startBound: number,
): RowFound {
  const { shape, from, to, values, width } = task;
  const { counters } = shape;
  const kinds = plan.loose.length;
  const span = to - from;
  const labels = (span + 1) * width + 1 + width * values;
  let states = frame.endStates;
  for (let day = from; day < to; day += 1) states = Math.max(states, shape.automaton.layers[day]!.states);
  const buckets = states * plan.room;
  const room = (size: number, count: number): number => take(size * count);
  const [best, other] = [room(1, span), room(1, span)];
  const words = [
    plan.at,
    values,
    width,
    putNumbers(task.cost, to * values, from * values),
    putNumbers(plan.price, counters.length),
    putWords(plan.stride, counters.length),
    putWords(plan.anchor, span),
    frame.startState,
    plan.startPacked,
    kinds,
    putLoose(task, frame, plan),
    ...[NUMBER, NUMBER, NUMBER, WORD, WORD, WORD, 1].map((size) => room(size, labels)),
    room(WORD, labels * kinds),
    room(WORD, buckets),
    buckets,
    room(WORD, labels),
    room(NUMBER, values),
    room(WORD, values),
    room(WORD, values * kinds),
    room(WORD, width),
    best,
    other,
  ];
  const at = take(NUMBER * NUMBERS + WORD * words.length);
  memory.numbers.set([task.upper, task.guide, start, startBound], at / NUMBER);
  memory.words.set(words, at / WORD + 2 * NUMBERS);
  const found = memory.kernel.beam(at);
  const [cost, bound] = memory.numbers.subarray(at / NUMBER + 4, at / NUMBER + NUMBERS) as unknown as [number, number];
  if (found === 0) return { cost, bound };
  out.set(memory.bytes.subarray(best, best + span), from);
  if (found > 1) {
    const row = out.slice();
    row.set(memory.bytes.subarray(other, other + span), from);
    scratch.others.push(row);
  }
  noteTotals(task, scratch, out);
  return { cost, bound };
}

/** Lays down a `Loose` for each loose counter. */
function putLoose({ shape, slopes }: RowTask, frame: Frame, plan: Plan): number {
  const { endUnits, endStates, before } = frame;
  const unitsAt = putWords(endUnits, shape.counters.length * endStates);
  const at = take(WORD * LOOSE * plan.loose.length);
  const firstCounter = memory.words[plan.shapeAt / WORD + 5]!;
  plan.loose.forEach((index, kind) => {
    const here = at / WORD + kind * LOOSE;
    memory.numbers[here / 2] = slopes[index]!;
    memory.words.set(
      [
        firstCounter + index * COUNTER * WORD,
        index,
        shape.counters[index]!.group,
        plan.dip[index]!,
        before[index]!,
        plan.endLeast[index]!,
        plan.endMost[index]!,
        unitsAt + index * endStates * WORD,
        0,
        0,
      ],
      here + SLOPED,
    );
  });
  return at;
}
