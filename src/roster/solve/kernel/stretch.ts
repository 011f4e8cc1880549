/**
 * Which packed totals can occur in front of each day of a window and can still end well, as stretches of following numbers:
 * the table of a row search is worked out for these only.
 */
import { counterOf, layerOf } from './layout';
import { byteAt, FORBIDDEN, setWord, wordAt } from './memory';
import { more, take } from './room';
import { costAt, Frame, Plan, Task } from './task';

/** Bytes of a word of marks, bits for 64 packed totals. */
const MARKS: usize = 8;

/** Amounts by which day d can change the packed totals, each once: `sums[firstSum[d]..firstSum[d + 1]-1]`. */
let sums: usize = 0;
let firstSum: usize = 0;
/** By followed counter, one after another (bytes): 1 where so many units can still be an allowed total. */
let ending: usize = 0;

/** Sets the plan's stretches. */
export function setStretches(task: Task, frame: Frame, plan: Plan): void {
  const span = task.to - task.from;
  plan.firstStretch = take((<usize>(span + 2)) << 2);
  setWord(plan.firstStretch, 0, 0);
  if (plan.kinds === 0) {
    plan.stretches = take((<usize>(span + 1)) << 3);
    for (let day = 0; day <= span; day += 1) {
      setWord(plan.firstStretch, day + 1, day + 1);
      setWord(plan.stretches, 2 * day, 0);
      setWord(plan.stretches, 2 * day + 1, 1);
    }
    return;
  }
  const words = (plan.room >> 6) + 1;
  const bytes = <usize>words * MARKS;
  // One day's words behind another: what can be reached, then what of it also ends well.
  const marks = take(<usize>(span + 1) * bytes);
  const valid = take(bytes);
  memory.fill(marks, 0, <usize>(span + 1) * bytes);
  setSums(task, plan);
  setValid(plan, valid, bytes);
  setBit(marks, plan.startPacked);
  for (let day = 0; day < span; day += 1) {
    const here = marks + <usize>day * bytes;
    addDay(day, here, here + bytes, words, 1);
    keepCommon(here + bytes, valid, bytes);
  }
  setEnding(task, frame, plan);
  keepEnding(plan, marks + <usize>span * bytes, words);
  // `valid` serves for what was reached on the day at hand.
  for (let day = span - 1; day >= 0; day -= 1) {
    const here = marks + <usize>day * bytes;
    memory.copy(valid, here, bytes);
    memory.fill(here, 0, bytes);
    addDay(day, here + bytes, here, words, -1);
    keepCommon(here, valid, bytes);
  }
  plan.stretches = take(0);
  let found = 0;
  for (let day = 0; day <= span; day += 1) {
    found = addStretches(plan, marks + <usize>day * bytes, found);
    setWord(plan.firstStretch, day + 1, found);
  }
}

function setBit(marks: usize, bit: i32): void {
  const at = marks + <usize>(bit >> 6) * MARKS;
  store<u64>(at, load<u64>(at) | ((<u64>1) << (bit & 63)));
}

/** Sets the bits from..to-1. */
function setBits(marks: usize, from: i32, to: i32): void {
  for (let bit = from; bit < to; ) {
    if ((bit & 63) === 0 && bit + 64 <= to) {
      store<u64>(marks + <usize>(bit >> 6) * MARKS, ~(<u64>0));
      bit += 64;
    } else {
      setBit(marks, bit);
      bit += 1;
    }
  }
}

function keepCommon(marks: usize, others: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += MARKS)
    store<u64>(marks + at, load<u64>(marks + at) & load<u64>(others + at));
}

/** Adds a day's marks, moved by each of its sums or by the opposite of each, to those of the day beside it. */
function addDay(day: i32, from: usize, to: usize, words: i32, sign: i32): void {
  const last = wordAt(firstSum, day + 1);
  for (let index = wordAt(firstSum, day); index < last; index += 1)
    addMoved(from, to, words, sign * wordAt(sums, index));
}

/** Adds the bits of so many words, moved by `sum`, to those of others; what leaves them is lost. */
export function addMoved(from: usize, to: usize, words: i32, sum: i32): void {
  const step = sum >> 6;
  const bits = <u64>(sum & 63);
  const back = <usize>(step << 3);
  const end = min(words - 1, words - 1 + step);
  for (let word = max(0, step); word <= end; word += 1) {
    const at = to + <usize>word * MARKS;
    store<u64>(at, load<u64>(at) | (load<u64>(from + <usize>word * MARKS - back) << bits));
  }
  if (bits === 0) return;
  // What the words in front push over.
  const over = 64 - bits;
  const last = min(words - 1, words + step);
  for (let word = max(0, step + 1); word <= last; word += 1) {
    const at = to + <usize>word * MARKS;
    store<u64>(at, load<u64>(at) | (load<u64>(from + <usize>(word - 1) * MARKS - back) >>> over));
  }
}

function setSums(task: Task, plan: Plan): void {
  const span = task.to - task.from;
  firstSum = take((<usize>(span + 1)) << 2);
  let most = 0;
  for (let day = 0; day < span; day += 1)
    most += (wordAt(plan.first, day + 1) - wordAt(plan.first, day)) * layerOf(task.shape, task.from + day).masks;
  sums = take((<usize>most) << 2);
  let made = 0;
  for (let day = 0; day < span; day += 1) {
    const layer = layerOf(task.shape, task.from + day);
    setWord(firstSum, day, made);
    const last = wordAt(plan.first, day + 1);
    for (let option = wordAt(plan.first, day); option < last; option += 1) {
      for (let which = 0; which < layer.masks; which += 1) {
        const sum = wordAt(plan.optionOffset, option) + wordAt(plan.hitOffset, byteAt(layer.mask, which));
        let known = wordAt(firstSum, day);
        while (known < made && wordAt(sums, known) !== sum) known += 1;
        if (known < made) continue;
        setWord(sums, made, sum);
        made += 1;
      }
    }
  }
  setWord(firstSum, span, made);
}

/** Marks the packed totals of which none stands in the padding. */
function setValid(plan: Plan, valid: usize, bytes: usize): void {
  memory.fill(valid, 0, bytes);
  const inner = wordAt(plan.followed, plan.kinds - 1);
  const pad = wordAt(plan.pad, inner);
  const size = wordAt(plan.size, inner);
  // The innermost counter's place value is 1: its units stand side by side.
  const step = plan.kinds > 1 ? wordAt(plan.stride, wordAt(plan.followed, plan.kinds - 2)) : plan.room;
  for (let outer = 0; outer < plan.room; outer += step) {
    let rest = outer;
    let isValid = true;
    for (let place = 0; place + 1 < plan.kinds; place += 1) {
      const index = wordAt(plan.followed, place);
      const units = rest / wordAt(plan.stride, index);
      rest -= units * wordAt(plan.stride, index);
      const padding = wordAt(plan.pad, index);
      if (units < padding || units >= padding + wordAt(plan.size, index)) isValid = false;
    }
    if (isValid) setBits(valid, outer + pad, outer + pad + size);
  }
}

function setEnding(task: Task, frame: Frame, plan: Plan): void {
  const endStates = frame.endStates;
  ending = take(0);
  let made = 0;
  let outer = plan.room;
  for (let place = 0; place < plan.kinds; place += 1) {
    const index = wordAt(plan.followed, place);
    const counter = counterOf(task.shape, index);
    // Units that the packed totals have room for.
    const most = outer / wordAt(plan.stride, index);
    outer = wordAt(plan.stride, index);
    more(most);
    for (let units = 0; units < most; units += 1) {
      const total = wordAt(frame.before, index) + units - wordAt(plan.origin, index);
      let some = false;
      for (let state = 0; state < endStates && !some; state += 1) {
        const end = total + wordAt(frame.endUnits, index * endStates + state);
        some = end >= 0 && costAt(counter, end) < FORBIDDEN;
      }
      store<u8>(ending + made + units, some ? 1 : 0);
    }
    made += most;
  }
}

/** Takes the marks away of totals that are not allowed at the end. */
function keepEnding(plan: Plan, marks: usize, words: i32): void {
  for (let word = 0; word < words; word += 1) {
    const at = marks + <usize>word * MARKS;
    let left = load<u64>(at);
    let kept = left;
    while (left !== 0) {
      const bit = ctz(left);
      left &= left - 1;
      if (!endsWell(plan, 64 * word + <i32>bit)) kept &= ~((<u64>1) << bit);
    }
    store<u64>(at, kept);
  }
}

function endsWell(plan: Plan, packed: i32): bool {
  let rest = packed;
  let first = 0;
  let outer = plan.room;
  for (let place = 0; place < plan.kinds; place += 1) {
    const stride = wordAt(plan.stride, wordAt(plan.followed, place));
    const units = rest / stride;
    rest -= units * stride;
    if (byteAt(ending, first + units) === 0) return false;
    first += outer / stride;
    outer = stride;
  }
  return true;
}

/** Adds the stretches of one day's marks; answers how many there are. */
function addStretches(plan: Plan, marks: usize, before: i32): i32 {
  const room = plan.room;
  let found = before;
  let bit = 0;
  while (true) {
    const begin = nextOf(marks, bit, room, 0);
    if (begin === room) return found;
    bit = nextOf(marks, begin, room, ~(<u64>0));
    more(8);
    setWord(plan.stretches, 2 * found, begin);
    setWord(plan.stretches, 2 * found + 1, bit);
    found += 1;
  }
}

/** The first bit from `bit` on that is marked, or, with all ones for `flip`, that is not; `room` where there is none. */
function nextOf(marks: usize, bit: i32, room: i32, flip: u64): i32 {
  let at = bit;
  while (at < room) {
    const left = (load<u64>(marks + <usize>(at >> 6) * MARKS) ^ flip) >>> <u64>(at & 63);
    if (left !== 0) return min(room, at + <i32>ctz(left));
    at = (at | 63) + 1;
  }
  return room;
}
