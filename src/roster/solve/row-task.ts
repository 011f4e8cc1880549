/** What a row search is asked, and the room it works in. */
import { FORBIDDEN } from './model.js';
import { emptyFrame, type Frame } from './row-frame.js';
import { emptyPlan, type Plan } from './row-plan.js';
import type { RowCounter, RowShape } from './shape.js';

export interface RowTask {
  readonly shape: RowShape;
  /** Cost of each cell `[day * values + value]`, the row's own included; FORBIDDEN exactly where the shape's own cost is. */
  readonly cost: Float64Array;
  readonly values: number;
  /** The window: days from..to-1. */
  readonly from: number;
  readonly to: number;
  /** The row's days outside the window are kept from here. */
  readonly current: Uint8Array;
  /** Rows that cost this much or more are of no use. */
  readonly upper: number;
  /** Labels kept each day; 0: no labels, the relaxed row of the first pass, whose cost is only a bound. */
  readonly width: number;
  /** Table entries the backward pass may use. */
  readonly work: number;
  /** By counter: the slope of the line that stands for it while it is not followed. */
  readonly slopes: Float64Array;
  /**
   * Labels are preferred by bound + guide x (how far their loose totals are from the even pace towards what is
   * allowed, in days): for long rows, whose hard totals would otherwise be missed at the end. 0: by bound alone.
   */
  readonly guide: number;
  /**
   * The row's followed totals may differ from the current row's by so many units on each day, no more; then nothing is
   * known about a bound. Missing or 0: as they like.
   */
  readonly corridor?: number;
  /** There is no current row yet: the corridor follows the even pace towards what is allowed instead. */
  readonly isPaced?: boolean;
}

/** The task with all its fields, in one order: whoever made it, the search's code meets one kind of object and need not be compiled for each. */
export const uniform = (task: RowTask): RowTask => ({
  shape: task.shape,
  cost: task.cost,
  values: task.values,
  from: task.from,
  to: task.to,
  current: task.current,
  upper: task.upper,
  width: task.width,
  work: task.work,
  slopes: task.slopes,
  guide: task.guide,
  corridor: task.corridor ?? 0,
  isPaced: task.isPaced ?? false,
});

export interface RowFound {
  /** Cost of the best row below `upper`, written to `out`; FORBIDDEN where none was found. */
  readonly cost: number;
  /** No row costs less. */
  readonly bound: number;
}

/** Room that grows and is used again for every row. */
export interface RowScratch {
  /** Totals of every counter in the last row found, by counter (units); for tuning slopes. */
  totals: Int32Array;
  /** A few more rows that the last search finished, if it used labels. */
  others: Uint8Array[];
  /** 1: followed exactly by the last search. */
  followed: Uint8Array;
  /** By shape: counters that did bind lately, see `rowsearch.ts`. */
  readonly heat: WeakMap<RowShape, Uint8Array>;
  readonly frame: Frame;
  readonly plan: Plan;
}

export const rowScratch = (): RowScratch => ({
  totals: new Int32Array(256),
  others: [],
  followed: new Uint8Array(256),
  heat: new WeakMap(),
  frame: emptyFrame(),
  plan: emptyPlan(),
});

/** Cost of a counter at a total. */
export const costAt = (counter: RowCounter, units: number): number =>
  units < counter.cost.length ? counter.cost[units]! : FORBIDDEN;

/** Writes the totals of a row, which differs from the task's in its window only, into the scratch; behind `frameOf`. */
export function noteTotals({ shape, values, from, to }: RowTask, scratch: RowScratch, row: Uint8Array): void {
  const { totals, frame } = scratch;
  const count = shape.counters.length;
  for (let index = 0; index < count; index += 1) totals[index] = frame.before[index]!;
  const state = addUnits(shape, values, row, from, to, frame.startState, totals);
  for (let index = 0; index < count; index += 1) totals[index]! += frame.endUnits[index * frame.endStates + state]!;
}

/** Units of every counter in a row; false: the row breaks a rule of the automaton, and the totals are of no use. */
export function totalsOf(shape: RowShape, values: number, row: Uint8Array, into: Int32Array): boolean {
  into.fill(0);
  return addUnits(shape, values, row, 0, shape.automaton.layers.length, 0, into) >= 0;
}

/** Adds the units of days from..to-1; answers the state behind them, below 0 where they break a rule. */
function addUnits(
  { automaton, counters, adds }: RowShape,
  values: number,
  row: Uint8Array,
  from: number,
  to: number,
  start: number,
  into: Int32Array,
): number {
  const { layers, classes, classOf } = automaton;
  let state = start;
  for (let day = from; day < to; day += 1) {
    const layer = layers[day]!;
    const cell = day * values + row[day]!;
    const arc = state * classes + classOf[row[day]!]!;
    state = layer.next[arc]!;
    if (state < 0) return state;
    for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
      into[adds.counter[add]!]! += adds.units[add]!;
    const mask = layer.hits[arc]!;
    if (mask === 0) continue;
    for (let index = 0; index < counters.length; index += 1) {
      const { group } = counters[index]!;
      if (group >= 0) into[index]! += (mask >> group) & 1;
    }
  }
  return state;
}
