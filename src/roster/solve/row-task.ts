/** What a row search is asked, and the room it works in. */
import { FORBIDDEN } from './model.js';
import type { RowCounter, RowShape } from './shape.js';

/** What is charged besides: a unit by counter on the window's days, and a mask of hits (instead of the shape's own costs) on all days. */
export interface RowTolls {
  readonly of: Float64Array;
  readonly hitCost: Float64Array;
}

export interface RowTask {
  readonly shape: RowShape;
  /** Cost of each cell `[day * values + value]` (of the window's days only, where the row is standing), the row's own included; FORBIDDEN exactly where the shape's own cost is. */
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
   * true: the current row is legal; the slopes are those at which its totals stand instead, costs are without those of the days outside, and the answer
   * says how much `dearer` the row is.
   */
  readonly isStanding?: boolean;
  readonly tolls?: RowTolls | null;
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

/** The task with the fields of a search from both ends, in one order: whoever made it, the code meets one kind of object and need not be compiled for each. */
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
  /** By how much the row costs more alone than the current one, whatever was asked with; only where `isStanding`. */
  readonly dearer?: number;
}

/** Room that grows and is used again for every row. */
export interface RowScratch {
  /** Totals of every counter in the last row found, by counter (units); for tuning slopes, and for tolls. */
  totals: Int32Array;
  /** A few more rows that the last search finished, if it used labels. */
  others: Uint8Array[];
  /** 1: followed exactly by the last search. */
  followed: Uint8Array;
}

export const rowScratch = (): RowScratch => ({
  totals: new Int32Array(256),
  others: [],
  followed: new Uint8Array(256),
});

/** Cost of a counter at a total. */
export const costAt = (counter: RowCounter, units: number): number =>
  units < counter.cost.length ? counter.cost[units]! : FORBIDDEN;

/** Units of every counter in a row; false: the row breaks a rule of the automaton, and the totals are of no use. */
export function totalsOf(
  { automaton, counters, adds }: RowShape,
  values: number,
  row: Uint8Array,
  into: Int32Array,
): boolean {
  const { layers, classes, classOf } = automaton;
  into.fill(0);
  let state = 0;
  for (let day = 0; day < layers.length; day += 1) {
    const layer = layers[day]!;
    const cell = day * values + row[day]!;
    const arc = state * classes + classOf[row[day]!]!;
    state = layer.next[arc]!;
    if (state < 0) return false;
    for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
      into[adds.counter[add]!]! += adds.units[add]!;
    const mask = layer.hits[arc]!;
    if (mask === 0) continue;
    for (let index = 0; index < counters.length; index += 1) {
      const { group } = counters[index]!;
      if (group >= 0) into[index]! += (mask >> group) & 1;
    }
  }
  return true;
}
