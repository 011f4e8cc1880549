/**
 * Which packed totals can occur in front of each day of a window and can still end well, as stretches of following numbers:
 * the table of a row search is worked out for these only.
 */
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

/** 1: can be reached, 3: and ends well. Always clean behind a call. */
let mark = new Uint8Array(0);
let isValid = new Uint8Array(0);
const sums: number[] = [];

/** Sets the plan's stretches. */
export function findStretches(task: RowTask, frame: Frame, plan: Plan): void {
  const span = task.to - task.from;
  if (span * plan.room < DEAR || (task.corridor ?? 0) > 0) {
    occurring(task, frame, plan);
    return;
  }
  const ends = plan.followed.map((index) => {
    const units = frame.endUnits.subarray(index * frame.endStates, (index + 1) * frame.endStates);
    return `${index}:${frame.before[index]}:${units.join(' ')}`;
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
  const size = (span + 1) * room;
  if (mark.length < size) mark = new Uint8Array(2 * size);
  if (isValid.length < room) isValid = new Uint8Array(2 * room);
  markValid(plan);
  mark[plan.startPacked] = 1;
  for (let day = 0; day < span; day += 1) {
    setSums(task, plan, day);
    const here = day * room;
    const there = here + room;
    for (let packed = 0; packed < room; packed += 1) {
      if (mark[here + packed] === 0) continue;
      for (let index = 0; index < sums.length; index += 1) {
        const at = packed + sums[index]!;
        if (at >= 0 && at < room && isValid[at] === 1) mark[there + at] = 1;
      }
    }
  }
  for (let packed = 0; packed < room; packed += 1) {
    if (mark[span * room + packed] === 1 && endsWell(task, frame, plan, packed)) mark[span * room + packed] = 3;
  }
  for (let day = span - 1; day >= 0; day -= 1) {
    setSums(task, plan, day);
    const here = day * room;
    const there = here + room;
    for (let packed = 0; packed < room; packed += 1) {
      if (mark[here + packed] === 0) continue;
      for (let index = 0; index < sums.length; index += 1) {
        const at = packed + sums[index]!;
        if (at >= 0 && at < room && mark[there + at] === 3) {
          mark[here + packed] = 3;
          break;
        }
      }
    }
  }
  let found = 0;
  for (let day = 0; day <= span; day += 1) {
    const here = day * room;
    for (let packed = 0; packed < room; packed += 1) {
      if (mark[here + packed] !== 3) continue;
      const begin = packed;
      while (packed < room && mark[here + packed] === 3) packed += 1;
      if (2 * found + 2 > plan.stretches.length) {
        const wider = new Int32Array(2 * plan.stretches.length);
        wider.set(plan.stretches);
        plan.stretches = wider;
      }
      plan.stretches[2 * found] = begin;
      plan.stretches[2 * found + 1] = packed;
      found += 1;
    }
    firstStretch[day + 1] = found;
  }
  mark.fill(0, 0, size);
}

/** Different amounts by which a day can change the packed totals. */
function setSums({ shape, from }: RowTask, plan: Plan, day: number): void {
  const { first, optionOffset, hitOffset } = plan;
  const { masks } = shape.automaton.layers[from + day]!;
  sums.length = 0;
  for (let option = first[day]!; option < first[day + 1]!; option += 1) {
    for (let which = 0; which < masks.length; which += 1) {
      const sum = optionOffset[option]! + hitOffset[masks[which]!]!;
      if (!sums.includes(sum)) sums.push(sum);
    }
  }
}

function markValid({ followed, stride, size, room, pad }: Plan): void {
  for (let packed = 0; packed < room; packed += 1) {
    let rest = packed;
    let valid = 1;
    for (let place = 0; place < followed.length; place += 1) {
      const index = followed[place]!;
      const units = Math.floor(rest / stride[index]!);
      rest -= units * stride[index]!;
      if (units < pad[index]! || units >= pad[index]! + size[index]!) valid = 0;
    }
    isValid[packed] = valid;
  }
}

function endsWell({ shape }: RowTask, frame: Frame, { followed, stride, origin }: Plan, packed: number): boolean {
  let rest = packed;
  for (let place = 0; place < followed.length; place += 1) {
    const index = followed[place]!;
    const units = Math.floor(rest / stride[index]!);
    rest -= units * stride[index]!;
    const counter = shape.counters[index]!;
    const total = frame.before[index]! + units - origin[index]!;
    let some = false;
    for (let state = 0; state < frame.endStates && !some; state += 1) {
      some = costAt(counter, total + frame.endUnits[index * frame.endStates + state]!) < FORBIDDEN;
    }
    if (!some) return false;
  }
  return true;
}
