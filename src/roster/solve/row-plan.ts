/**
 * How a row search treats its counters: which ones the table follows, how their totals are packed into one number, which
 * packed totals can occur on each day, and what each value of each day costs and adds.
 */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import { costAt, type RowScratch, type RowTask } from './row-task.js';

/** How counters are treated in this window, and the options of each day. */
export interface Plan {
  /** Counters followed in the table, and the others. */
  readonly followed: number[];
  readonly loose: number[];
  /** By counter: place value in the packed totals (0: loose). */
  readonly stride: Int32Array;
  /** Size of the packed totals of one state, padding included. */
  readonly room: number;
  /**
   * Packed totals that can occur in front of each window day (one more for the end) and can still end well, as
   * stretches: those of day d are `stretches[2k], stretches[2k + 1]` (first, behind last) for k in
   * `firstStretch[d]..firstStretch[d + 1]-1`.
   */
  readonly firstStretch: Int32Array;
  readonly stretches: Int32Array;
  /** What a hit mask adds to the packed totals, and costs by slopes. */
  readonly hitOffset: Int32Array;
  readonly hitCost: Float64Array;
  /** Options by window day: class, offset, cost with slopes, best value; `first[day]..first[day+1]`. */
  readonly first: Int32Array;
  readonly optionClass: Uint8Array;
  readonly optionOffset: Int32Array;
  readonly optionCost: Float64Array;
  readonly optionValue: Uint8Array;
  /** Start of each window day's table in the scratch; one more for the end. */
  readonly tables: Int32Array;
  /** By counter: least and most units behind the window. */
  readonly endLeast: Int32Array;
  readonly endMost: Int32Array;
  /** By loose counter: units at which hull - slope x units is least. */
  readonly dip: Int32Array;
  /** By counter: the least units that are not forbidden, and the most that one day adds (at least 1). */
  readonly least: Int32Array;
  readonly step: Int32Array;
}

export function planOf(task: RowTask, frame: Frame, scratch: RowScratch): Plan {
  const { shape, from, to, values, cost, slopes } = task;
  const { automaton, counters } = shape;
  const span = to - from;
  const count = counters.length;
  let arcs = 0;
  for (let day = from; day < to; day += 1) arcs += automaton.layers[day]!.states * automaton.classes;
  const endLeast = new Int32Array(count);
  const endMost = new Int32Array(count);
  const size = new Int32Array(count);
  const step = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const counter = counters[index]!;
    const ends = frame.endUnits.subarray(index * frame.endStates, (index + 1) * frame.endStates);
    let least = Number.MAX_SAFE_INTEGER;
    let most = 0;
    ends.forEach((units, state) => {
      if (frame.endCost[state] === FORBIDDEN) return;
      least = Math.min(least, units);
      most = Math.max(most, units);
    });
    endLeast[index] = least === Number.MAX_SAFE_INTEGER ? 0 : least;
    endMost[index] = most;
    const reach = counter.most[from]! - counter.most[to]! + (counter.group >= 0 ? 1 : 0);
    size[index] = Math.max(1, Math.min(reach, counter.cost.length - 1 - frame.before[index]! - endLeast[index]!) + 1);
    step[index] = counter.group >= 0 ? 1 : 0;
    if (counter.group < 0) {
      for (let day = from; day < to; day += 1)
        step[index] = Math.max(step[index]!, counter.most[day]! - counter.most[day + 1]!);
    }
  }
  const followed: number[] = [];
  const loose: number[] = [];
  let entries = 1;
  for (let index = 0; index < count; index += 1) {
    if (entries * size[index]! * arcs <= task.work) {
      entries *= size[index]! + (followed.length > 0 ? step[index]! : 0);
      followed.push(index);
    } else loose.push(index);
  }
  // The widest counter lies innermost: long stretches run fast.
  followed.sort((a, b) => size[a]! - size[b]!);
  const stride = new Int32Array(count);
  let room = 1;
  for (let place = followed.length - 1; place >= 0; place -= 1) {
    stride[followed[place]!] = room;
    room *= size[followed[place]!]! + step[followed[place]!]!;
  }
  const masks = 1 << automaton.counted.length;
  const hitOffset = new Int32Array(masks);
  const hitCost = Float64Array.from({ length: masks }, (_, mask) => shape.hitCost[mask]!);
  for (let index = 0; index < count; index += 1) {
    const { group } = counters[index]!;
    if (group < 0) continue;
    for (let mask = 0; mask < masks; mask += 1) {
      if (((mask >> group) & 1) === 0) continue;
      hitOffset[mask]! += stride[index]!;
      if (stride[index] === 0) hitCost[mask]! += slopes[index]!;
    }
  }
  const first = new Int32Array(span + 1);
  const optionClass = new Uint8Array(span * values);
  const optionOffset = new Int32Array(span * values);
  const optionCost = new Float64Array(span * values);
  const optionValue = new Uint8Array(span * values);
  let options = 0;
  for (let day = from; day < to; day += 1) {
    const start = options;
    for (let value = 0; value < values; value += 1) {
      const cell = day * values + value;
      let price = cost[cell]!;
      if (price === FORBIDDEN) continue;
      let offset = 0;
      for (let index = 0; index < count; index += 1) {
        const units = counters[index]!.add[cell]!;
        if (units === 0) continue;
        if (stride[index]! > 0) offset += units * stride[index]!;
        else price += units * slopes[index]!;
      }
      const wanted = automaton.classOf[value]!;
      let option = start;
      while (option < options && (optionClass[option] !== wanted || optionOffset[option] !== offset)) option += 1;
      if (option === options) {
        options += 1;
        optionClass[option] = wanted;
        optionOffset[option] = offset;
      } else if (optionCost[option]! <= price) continue;
      optionCost[option] = price;
      optionValue[option] = value;
    }
    first[day - from + 1] = options;
  }
  const tables = new Int32Array(span + 2);
  for (let day = from; day <= to; day += 1) {
    const states = day < to ? automaton.layers[day]!.states : frame.endStates;
    tables[day - from + 1] = tables[day - from]! + states * room;
  }
  const offsets: Set<number>[] = [];
  for (let day = from; day < to; day += 1) {
    const sums = new Set<number>();
    for (let option = first[day - from]!; option < first[day - from + 1]!; option += 1) {
      for (const mask of automaton.layers[day]!.masks) sums.add(optionOffset[option]! + hitOffset[mask]!);
    }
    offsets.push(sums);
  }
  const { firstStretch, stretches } = remembered(task, frame, followed, () =>
    occurring(task, frame, followed, stride, size, room, offsets),
  );
  const dip = new Int32Array(count);
  for (const index of loose) {
    const { hull } = counters[index]!;
    let best = FORBIDDEN;
    for (let units = 0; units < hull.length; units += 1) {
      const height = hull[units]! - slopes[index]! * units;
      if (height < best) {
        best = height;
        dip[index] = units;
      }
    }
  }
  const least = Int32Array.from(counters, (counter) => counter.cost.findIndex((price) => price < FORBIDDEN));
  scratch.followed.fill(0);
  for (const index of followed) scratch.followed[index] = 1;
  return {
    followed,
    loose,
    stride,
    room,
    firstStretch,
    stretches,
    hitOffset,
    hitCost,
    first,
    optionClass,
    optionOffset,
    optionCost,
    optionValue,
    tables,
    endLeast,
    endMost,
    dip,
    least,
    step: step.map((units) => Math.max(1, units)),
  };
}

interface Occurring {
  readonly firstStretch: Int32Array;
  readonly stretches: Int32Array;
}

/** What can occur depends on the shape and the days outside, not on costs: the last few are kept for each shape. */
const known = new WeakMap<RowTask['shape'], Map<string, Occurring>>();
const KEPT = 32;

function remembered(task: RowTask, frame: Frame, followed: readonly number[], make: () => Occurring): Occurring {
  const outside = followed.map((index) => {
    const ends = frame.endUnits.subarray(index * frame.endStates, (index + 1) * frame.endStates);
    return `${index}:${frame.before[index]}:${ends.join(' ')}`;
  });
  const key = `${task.from} ${task.to} ${outside.join()}`;
  let byKey = known.get(task.shape);
  if (byKey === undefined || byKey.size > KEPT) {
    byKey = new Map();
    known.set(task.shape, byKey);
  }
  let found = byKey.get(key);
  if (found === undefined) {
    found = make();
    byKey.set(key, found);
  }
  return found;
}

/** The packed totals of each day that can be reached from the start and from which an allowed end can be reached. */
function occurring(
  { shape, from, to }: RowTask,
  frame: Frame,
  followed: readonly number[],
  stride: Int32Array,
  size: Int32Array,
  room: number,
  offsets: readonly ReadonlySet<number>[],
): Occurring {
  const span = to - from;
  const firstStretch = new Int32Array(span + 2);
  if (followed.length === 0) {
    for (let day = 0; day <= span; day += 1) firstStretch[day + 1] = day + 1;
    return { firstStretch, stretches: Int32Array.from({ length: 2 * (span + 1) }, (_, index) => index % 2) };
  }
  // 1: can be reached, 3: and ends well.
  const mark = new Uint8Array((span + 1) * room);
  const isValid = new Uint8Array(room);
  for (let packed = 0; packed < room; packed += 1) {
    let rest = packed;
    let valid = 1;
    for (const index of followed) {
      const units = Math.floor(rest / stride[index]!);
      rest -= units * stride[index]!;
      if (units >= size[index]!) valid = 0;
    }
    isValid[packed] = valid;
  }
  mark[0] = 1;
  for (let day = 0; day < span; day += 1) {
    const here = day * room;
    for (let packed = 0; packed < room; packed += 1) {
      if (mark[here + packed] === 0) continue;
      for (const offset of offsets[day]!) {
        if (packed + offset < room && isValid[packed + offset] === 1) mark[here + room + packed + offset] = 1;
      }
    }
  }
  for (let packed = 0; packed < room; packed += 1) {
    if (mark[span * room + packed] === 0) continue;
    let rest = packed;
    let ends = true;
    for (const index of followed) {
      const units = Math.floor(rest / stride[index]!);
      rest -= units * stride[index]!;
      const counter = shape.counters[index]!;
      let some = false;
      for (let state = 0; state < frame.endStates && !some; state += 1) {
        some =
          costAt(counter, frame.before[index]! + units + frame.endUnits[index * frame.endStates + state]!) < FORBIDDEN;
      }
      ends &&= some;
    }
    if (ends) mark[span * room + packed] = 3;
  }
  for (let day = span - 1; day >= 0; day -= 1) {
    const here = day * room;
    for (let packed = 0; packed < room; packed += 1) {
      if (mark[here + packed] === 0) continue;
      for (const offset of offsets[day]!) {
        if (packed + offset < room && mark[here + room + packed + offset] === 3) {
          mark[here + packed] = 3;
          break;
        }
      }
    }
  }
  const found: number[] = [];
  for (let day = 0; day <= span; day += 1) {
    const here = day * room;
    for (let packed = 0; packed < room; packed += 1) {
      if (mark[here + packed] !== 3) continue;
      const begin = packed;
      while (packed < room && mark[here + packed] === 3) packed += 1;
      found.push(begin, packed);
    }
    firstStretch[day + 1] = found.length / 2;
  }
  return { firstStretch, stretches: Int32Array.from(found) };
}
