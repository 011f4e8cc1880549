/**
 * Which packed totals can occur in front of each day of a window and can still end well, as stretches of following numbers:
 * the table of a row search is worked out for these only.
 */
import { grown } from '../../base/grown.js';
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import type { Plan } from './row-plan.js';
import { costAt, type RowTask } from './row-task.js';

interface Stretches {
  readonly firstStretch: Int32Array;
  readonly stretches: Int32Array;
}

/** What can occur depends on the shape and the days outside, not on costs: the last few dear ones are kept for each shape. */
const known = new WeakMap<RowTask['shape'], Map<string, Stretches>>();
const KEPT = 16;
/** Marks from which keeping is worth the key. */
const DEAR = 30_000;

/** Packed totals as bits, so many words for each day: those that can be reached, then those of them that also end well. */
let marks = new Int32Array(0);
/** Of one day: what may be marked. */
let valid = new Int32Array(0);
/** Amounts by which day d can change the packed totals, each once: `sums[firstSum[d]..firstSum[d + 1]-1]`. */
let sums = new Int32Array(64);
let firstSum = new Int32Array(0);

/** Sets the plan's stretches. */
export function findStretches(task: RowTask, frame: Frame, plan: Plan): void {
  const span = task.to - task.from;
  if (span * plan.room < DEAR || (task.corridor ?? 0) > 0) {
    occurring(task, frame, plan);
    return;
  }
  const ends = plan.followed.map((index) => {
    const units = frame.endUnits.subarray(index * frame.endStates, (index + 1) * frame.endStates);
    return `${index}:${plan.size[index]}:${frame.before[index]}:${units.join(' ')}`;
  });
  const key = `${task.from} ${task.to} ${ends.join()}`;
  let byKey = known.get(task.shape);
  if (byKey === undefined || byKey.size > KEPT) {
    byKey = new Map();
    known.set(task.shape, byKey);
  }
  let found = byKey.get(key);
  if (found === undefined) {
    occurring(task, frame, plan);
    const { firstStretch, stretches } = plan;
    found = {
      firstStretch: firstStretch.slice(0, span + 2),
      stretches: stretches.slice(0, 2 * firstStretch[span + 1]!),
    };
    byKey.set(key, found);
  }
  // The plan's own arrays are written to: it gets copies.
  if (plan.firstStretch.length < span + 2) plan.firstStretch = new Int32Array(2 * span + 2);
  if (plan.stretches.length < found.stretches.length) plan.stretches = new Int32Array(2 * found.stretches.length);
  plan.firstStretch.set(found.firstStretch);
  plan.stretches.set(found.stretches);
}

/**
 * Adds the bits of so many words, moved by `sum`, to those of others; what leaves them is lost.
 * @param from their first word
 * @param to the others' first word
 */
export function addMoved(marks: Int32Array, from: number, to: number, words: number, sum: number): void {
  const step = sum >> 5;
  const bits = sum & 31;
  const [first, last] = [Math.max(0, step), Math.min(words - 1, words - 1 + step)];
  for (let word = first; word <= last; word += 1) marks[to + word]! |= marks[from + word - step]! << bits;
  if (bits === 0) return;
  // What the words in front push over.
  for (let word = Math.max(0, step + 1); word <= Math.min(words - 1, words + step); word += 1)
    marks[to + word]! |= marks[from + word - step - 1]! >>> (32 - bits);
}

/** The packed totals of each day that can be reached from the start and from which an allowed end can be reached. */
function occurring(task: RowTask, frame: Frame, plan: Plan): void {
  const { from, to } = task;
  const { room, followed } = plan;
  const span = to - from;
  if (plan.firstStretch.length < span + 2) plan.firstStretch = new Int32Array(2 * span + 2);
  const { firstStretch } = plan;
  firstStretch[0] = 0;
  if (plan.stretches.length < 2 * (span + 2)) plan.stretches = new Int32Array(4 * (span + 2));
  if (followed.length === 0) {
    for (let day = 0; day <= span; day += 1) {
      firstStretch[day + 1] = day + 1;
      plan.stretches[2 * day] = 0;
      plan.stretches[2 * day + 1] = 1;
    }
    return;
  }
  const words = (room >> 5) + 1;
  if (marks.length < (span + 1) * words) marks = new Int32Array(2 * (span + 1) * words);
  marks.fill(0, 0, (span + 1) * words);
  setSums(task, plan);
  setValid(plan, words);
  marks[plan.startPacked >> 5] = 1 << plan.startPacked;
  for (let day = 0; day < span; day += 1) {
    const there = (day + 1) * words;
    for (let index = firstSum[day]!; index < firstSum[day + 1]!; index += 1)
      addMoved(marks, day * words, there, words, sums[index]!);
    for (let word = 0; word < words; word += 1) marks[there + word]! &= valid[word]!;
  }
  setEnding(task, frame, plan);
  for (let word = 0; word < words; word += 1) {
    const reached = marks[span * words + word]!;
    if (reached === 0) continue;
    for (let bit = 0; bit < 32; bit += 1)
      if ((reached >> bit) & 1 && !endsWell(plan, 32 * word + bit)) marks[span * words + word]! &= ~(1 << bit);
  }
  // `valid` serves for what was reached on the day at hand.
  for (let day = span - 1; day >= 0; day -= 1) {
    const here = day * words;
    for (let word = 0; word < words; word += 1) valid[word] = marks[here + word]!;
    marks.fill(0, here, here + words);
    for (let index = firstSum[day]!; index < firstSum[day + 1]!; index += 1)
      addMoved(marks, here + words, here, words, -sums[index]!);
    for (let word = 0; word < words; word += 1) marks[here + word]! &= valid[word]!;
  }
  let found = 0;
  for (let day = 0; day <= span; day += 1) {
    let begin = -1;
    for (let packed = 0; packed <= room; packed += 1) {
      const word = marks[day * words + (packed >> 5)]!;
      // Words in which nothing changes are stepped over.
      if ((packed & 31) === 0 && packed + 32 <= room && word === (begin < 0 ? 0 : -1)) {
        packed += 31;
        continue;
      }
      const isMarked = packed < room && ((word >> packed) & 1) === 1;
      if (isMarked === begin >= 0) continue;
      if (isMarked) {
        begin = packed;
        continue;
      }
      if (2 * found + 2 > plan.stretches.length) {
        const wider = new Int32Array(2 * plan.stretches.length);
        wider.set(plan.stretches);
        plan.stretches = wider;
      }
      plan.stretches[2 * found] = begin;
      plan.stretches[2 * found + 1] = packed;
      found += 1;
      begin = -1;
    }
    firstStretch[day + 1] = found;
  }
}

function setSums({ shape, from, to }: RowTask, { first, optionOffset, hitOffset }: Plan): void {
  const span = to - from;
  if (firstSum.length < span + 1) firstSum = new Int32Array(2 * (span + 1));
  let made = 0;
  for (let day = 0; day < span; day += 1) {
    const { masks } = shape.automaton.layers[from + day]!;
    firstSum[day] = made;
    const more = (first[day + 1]! - first[day]!) * masks.length;
    if (sums.length < made + more) sums = grown(sums, 2 * sums.length + more);
    for (let option = first[day]!; option < first[day + 1]!; option += 1) {
      for (let which = 0; which < masks.length; which += 1) {
        const sum = optionOffset[option]! + hitOffset[masks[which]!]!;
        let known = firstSum[day]!;
        while (known < made && sums[known] !== sum) known += 1;
        if (known < made) continue;
        sums[made] = sum;
        made += 1;
      }
    }
  }
  firstSum[span] = made;
}

function setValid({ followed, stride, size, room, pad }: Plan, words: number): void {
  if (valid.length < words) valid = new Int32Array(2 * words);
  valid.fill(0, 0, words);
  for (let packed = 0; packed < room; packed += 1) {
    let rest = packed;
    let isValid = true;
    for (let place = 0; place < followed.length; place += 1) {
      const index = followed[place]!;
      const units = Math.floor(rest / stride[index]!);
      rest -= units * stride[index]!;
      if (units < pad[index]! || units >= pad[index]! + size[index]!) isValid = false;
    }
    if (isValid) valid[packed >> 5]! |= 1 << packed;
  }
}

/** By followed counter, one after another: 1 where so many units can still be an allowed total. */
let ending = new Uint8Array(0);

function setEnding({ shape }: RowTask, frame: Frame, { followed, stride, origin, room }: Plan): void {
  let made = 0;
  let outer = room;
  for (let place = 0; place < followed.length; place += 1) {
    const index = followed[place]!;
    const counter = shape.counters[index]!;
    // Units that the packed totals have room for.
    const most = outer / stride[index]!;
    outer = stride[index]!;
    if (ending.length < made + most) ending = grown(ending, 2 * (made + most));
    for (let units = 0; units < most; units += 1) {
      const total = frame.before[index]! + units - origin[index]!;
      let some = false;
      for (let state = 0; state < frame.endStates && !some; state += 1)
        some = costAt(counter, total + frame.endUnits[index * frame.endStates + state]!) < FORBIDDEN;
      ending[made + units] = some ? 1 : 0;
    }
    made += most;
  }
}

function endsWell({ followed, stride, room }: Plan, packed: number): boolean {
  let rest = packed;
  let first = 0;
  let outer = room;
  for (let place = 0; place < followed.length; place += 1) {
    const size = stride[followed[place]!]!;
    const units = (rest / size) | 0;
    rest -= units * size;
    if (ending[first + units] === 0) return false;
    first += outer / size;
    outer = size;
  }
  return true;
}
