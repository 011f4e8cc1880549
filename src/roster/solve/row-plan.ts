/**
 * How a row search treats its counters: which ones the table follows and how their totals are packed into one number; which packed
 * totals can occur on each day stands in `row-stretch.ts`, what each value of each day costs and adds in `row-options.ts`.
 *
 * A counter is `idle` in a window where its cost is a straight line over all totals that the window can make: its slope
 * melts into the cells, and nothing has to be counted. Most limits of a long row are idle in a short window.
 */
import { FORBIDDEN } from './model.js';
import type { Frame } from './row-frame.js';
import { memory, NUMBER } from './row-memory.js';
import { setHits, setOptions } from './row-options.js';
import { findStretches } from './row-stretch.js';
import { costAt, type RowScratch, type RowTask } from './row-task.js';

/** How counters are treated in this window, and the options of each day. */
export interface Plan {
  /** Addresses in the row searches' memory: of the shape, and of the plan itself behind `backward`. */
  shapeAt: number;
  at: number;
  /** Counters followed in the table, and those replaced by a line. */
  readonly followed: number[];
  readonly loose: number[];
  /** Loose counters for which the table had no room. */
  readonly tight: number[];
  /** What the row costs besides, whatever the window holds: the idle counters' part. */
  constant: number;
  /** By counter: place value in the packed totals (0: not followed). */
  stride: Int32Array;
  /** By counter: cost of a unit while it is not followed. */
  price: Float64Array;
  /** By followed counter: units that stand for none, and how many different ones there are, padding left out. */
  origin: Int32Array;
  size: Int32Array;
  /** By followed counter: padding below, where totals are counted from the current row's. */
  pad: Int32Array;
  /** Size of the packed totals of one state, padding included; and where a row begins. */
  room: number;
  startPacked: number;
  /** By window day: packed totals of the current row's day, from which a corridor counts. */
  anchor: Int32Array;
  /**
   * Packed totals that can occur in front of each window day (one more for the end) and can still end well, as
   * stretches: those of day d are `stretches[2k], stretches[2k + 1]` (first, behind last) for k in
   * `firstStretch[d]..firstStretch[d + 1]-1`.
   */
  firstStretch: Int32Array;
  stretches: Int32Array;
  /** What a hit mask adds to the packed totals, and costs by slopes. */
  hitOffset: Int32Array;
  hitCost: Float64Array;
  /** Options by window day: class, offset, cost with slopes, best value; `first[day]..first[day+1]`. */
  first: Int32Array;
  optionClass: Uint8Array;
  optionOffset: Int32Array;
  optionCost: Float64Array;
  optionValue: Uint8Array;
  /** Start of each window day's table in the memory's numbers; one more for the end, and what is behind all. */
  tables: Int32Array;
  /** States of all window days in front, by window day: where a day's states begin in `alive`. */
  states: Int32Array;
  /** 1 where the state can be reached from the window's first. */
  alive: Uint8Array;
  /** By counter: least and most units behind the window. */
  endLeast: Int32Array;
  endMost: Int32Array;
  /** By loose counter: units at which hull - slope x units is least. */
  dip: Int32Array;
}

export const emptyPlan = (): Plan => ({
  shapeAt: 0,
  at: 0,
  followed: [],
  loose: [],
  tight: [],
  constant: 0,
  stride: new Int32Array(0),
  price: new Float64Array(0),
  origin: new Int32Array(0),
  size: new Int32Array(0),
  pad: new Int32Array(0),
  room: 1,
  startPacked: 0,
  anchor: new Int32Array(0),
  firstStretch: new Int32Array(0),
  stretches: new Int32Array(0),
  hitOffset: new Int32Array(0),
  hitCost: new Float64Array(0),
  first: new Int32Array(0),
  optionClass: new Uint8Array(0),
  optionOffset: new Int32Array(0),
  optionCost: new Float64Array(0),
  optionValue: new Uint8Array(0),
  tables: new Int32Array(0),
  states: new Int32Array(0),
  alive: new Uint8Array(0),
  endLeast: new Int32Array(0),
  endMost: new Int32Array(0),
  dip: new Int32Array(0),
});

/** Numbers behind a day's last state: three of them may be written. */
const SLACK = 4;

/** Table entries that are always allowed, whatever the work. */
const LEAST_ROOM = 400_000;

/**
 * Plans the search; the plan lives in the scratch until the next call. Only counters with `heat` are followed; null: all
 * that fit.
 */
export function planOf(task: RowTask, frame: Frame, scratch: RowScratch, heat: Uint8Array | null): Plan {
  const { plan } = scratch;
  const { from, to, values } = task;
  const { counters, automaton } = task.shape;
  makeRoom(plan, counters.length, to - from, values, 1 << automaton.counted.length);
  countStates(task, frame, plan);
  measureEnds(task, frame, plan);
  chooseFollowed(task, frame, plan, heat);
  packTotals(task, plan);
  setHits(task, plan);
  setOptions(task, plan);
  const span = to - from;
  plan.tables[0] = Math.ceil(memory.top / NUMBER);
  for (let day = 0; day <= span; day += 1) {
    plan.tables[day + 1] = plan.tables[day]! + (plan.states[day + 1]! - plan.states[day]!) * plan.room + SLACK;
  }
  findStretches(task, frame, plan);
  markAlive(task, frame, plan);
  for (const index of plan.loose) plan.dip[index] = lowest(counters[index]!.hull, task.slopes[index]!);
  scratch.followed.fill(1, 0, counters.length);
  for (const index of plan.loose) scratch.followed[index] = 0;
  return plan;
}

/** Makes every array of the plan long enough. */
function makeRoom(plan: Plan, counters: number, span: number, values: number, masks: number): void {
  if (plan.stride.length < counters) {
    plan.stride = new Int32Array(2 * counters);
    plan.price = new Float64Array(2 * counters);
    plan.origin = new Int32Array(2 * counters);
    plan.size = new Int32Array(2 * counters);
    plan.pad = new Int32Array(2 * counters);
    plan.endLeast = new Int32Array(2 * counters);
    plan.endMost = new Int32Array(2 * counters);
    plan.dip = new Int32Array(2 * counters);
  }
  if (plan.hitOffset.length < masks) {
    plan.hitOffset = new Int32Array(masks);
    plan.hitCost = new Float64Array(masks);
  }
  if (plan.first.length < span + 2) {
    plan.first = new Int32Array(2 * span + 2);
    plan.tables = new Int32Array(2 * span + 2);
    plan.states = new Int32Array(2 * span + 2);
    plan.anchor = new Int32Array(2 * span + 2);
  }
  if (plan.optionClass.length < span * values) {
    plan.optionClass = new Uint8Array(2 * span * values);
    plan.optionOffset = new Int32Array(2 * span * values);
    plan.optionCost = new Float64Array(2 * span * values);
    plan.optionValue = new Uint8Array(2 * span * values);
  }
}

function countStates({ shape, from, to }: RowTask, frame: Frame, { states }: Plan): void {
  const { layers } = shape.automaton;
  const span = to - from;
  states[0] = 0;
  for (let day = 0; day < span; day += 1) states[day + 1] = states[day]! + layers[from + day]!.states;
  states[span + 1] = states[span]! + frame.endStates;
}

function measureEnds({ shape }: RowTask, frame: Frame, { endLeast, endMost }: Plan): void {
  const { endStates, endUnits, endCost } = frame;
  for (let index = 0; index < shape.counters.length; index += 1) {
    let least = -1;
    let most = 0;
    for (let state = 0; state < endStates; state += 1) {
      if (endCost[state] === FORBIDDEN) continue;
      const units = endUnits[index * endStates + state]!;
      if (least < 0 || units < least) least = units;
      if (units > most) most = units;
    }
    endLeast[index] = Math.max(0, least);
    endMost[index] = most;
  }
}

/** Sorts the counters into idle, followed (the first that fit) and loose ones. */
function chooseFollowed(task: RowTask, frame: Frame, plan: Plan, heat: Uint8Array | null): void {
  const { shape, from, to, slopes, work } = task;
  const { counters, automaton } = shape;
  const { followed, loose, price, size, origin, stride, pad } = plan;
  const corridor = task.corridor ?? 0;
  const span = to - from;
  const states = plan.states[span]!;
  const arcs = states * automaton.classes;
  const most = Math.max(work, LEAST_ROOM);
  followed.length = 0;
  loose.length = 0;
  plan.tight.length = 0;
  plan.constant = 0;
  let width = 1;
  let room = 1;
  for (let index = 0; index < counters.length; index += 1) {
    const counter = counters[index]!;
    const reach = reachOf(task, index);
    const before = frame.before[index]!;
    const lowest = before + plan.endLeast[index]!;
    const highest = before + plan.endMost[index]! + reach;
    stride[index] = 0;
    if (highest < counter.cost.length && counter.straightTo[lowest]! >= highest) {
      const slope = highest > lowest ? counter.cost[lowest + 1]! - counter.cost[lowest]! : 0;
      price[index] = slope;
      plan.constant += counter.cost[lowest]! + slope * (before - lowest);
      continue;
    }
    if (heat !== null && heat[index] === 0) {
      price[index] = slopes[index]!;
      loose.push(index);
      continue;
    }
    const isNear = corridor > 0 && reach > 2 * corridor;
    const units = isNear ? 2 * corridor + 1 : Math.max(1, Math.min(reach, counter.cost.length - 1 - lowest) + 1);
    const padded = units + (isNear ? 2 : 1) * counter.step;
    const wide = isNear ? units : Math.min(units, meanWidth(task, frame, plan, index));
    if (width * wide * arcs <= work && room * padded * states <= most) {
      width *= wide;
      room *= padded;
      size[index] = units;
      origin[index] = 0;
      pad[index] = isNear ? counter.step : 0;
      price[index] = 0;
      followed.push(index);
    } else {
      price[index] = slopes[index]!;
      loose.push(index);
      plan.tight.push(index);
    }
  }
}

/** The most units that the window can add. */
function reachOf({ shape, from, to }: RowTask, index: number): number {
  const { most, group } = shape.counters[index]!;
  return most[from]! - most[to]! + (group >= 0 ? 1 : 0);
}

/** How many different totals of a counter occur on a day, on average. */
function meanWidth({ shape, from, to }: RowTask, frame: Frame, { endLeast, endMost }: Plan, index: number): number {
  const { most, cost, least } = shape.counters[index]!;
  const low = least - frame.before[index]! - endMost[index]!;
  const high = cost.length - 1 - frame.before[index]! - endLeast[index]!;
  let sum = 0;
  for (let day = from; day <= to; day += 1) {
    const top = Math.min(most[from]! - most[day]!, high);
    const bottom = Math.max(0, low - (most[day]! - most[to]!));
    sum += Math.max(1, top - bottom + 1);
  }
  return sum / (to - from + 1);
}

/** Packs the followed totals; the widest lies innermost, where long stretches run fast. */
function packTotals(task: RowTask, plan: Plan): void {
  const { followed, stride, size, pad } = plan;
  const { counters } = task.shape;
  followed.sort((a, b) => size[a]! - size[b]! || a - b);
  const corridor = task.corridor ?? 0;
  let room = 1;
  let start = 0;
  for (let place = followed.length - 1; place >= 0; place -= 1) {
    const index = followed[place]!;
    const { step } = counters[index]!;
    stride[index] = room;
    if (pad[index]! > 0) {
      // Padding on both sides: a day may take units away from the current row's.
      start += (step + corridor) * room;
      room *= size[index]! + 2 * step;
    } else room *= size[index]! + step;
  }
  plan.room = room;
  plan.startPacked = start;
}

/** Marks the states that can be reached from the window's first. */
function markAlive({ shape, from, to }: RowTask, frame: Frame, plan: Plan): void {
  const { states, first, optionClass } = plan;
  const { classes, layers } = shape.automaton;
  const span = to - from;
  if (plan.alive.length < states[span + 1]!) plan.alive = new Uint8Array(2 * states[span + 1]!);
  const { alive } = plan;
  alive.fill(0, 0, states[span + 1]!);
  alive[frame.startState] = 1;
  for (let day = 0; day < span; day += 1) {
    const { next } = layers[from + day]!;
    const here = states[day]!;
    const there = states[day + 1]!;
    for (let state = 0; state < there - here; state += 1) {
      if (alive[here + state] === 0) continue;
      for (let option = first[day]!; option < first[day + 1]!; option += 1) {
        const target = next[state * classes + optionClass[option]!]!;
        if (target >= 0) alive[there + target] = 1;
      }
    }
  }
}

/** Units at which hull - slope x units is least. */
function lowest(hull: Float64Array, slope: number): number {
  let best = FORBIDDEN;
  let at = 0;
  for (let units = 0; units < hull.length; units += 1) {
    const height = hull[units]! - slope * units;
    if (height >= best) continue;
    best = height;
    at = units;
  }
  return at;
}

/** Cost of a followed counter at packed units, with `end` units behind the window. */
export function costPacked(task: RowTask, frame: Frame, plan: Plan, index: number, units: number, end: number): number {
  return costAt(task.shape.counters[index]!, frame.before[index]! + units - plan.origin[index]! + end);
}
