/**
 * What the solver knows: numbers only. `compile.ts` writes it from a Problem, the benchmark from its own files; whoever
 * reads an answer back needs nothing but the order of agents, days and values.
 *
 * An answer gives each agent a value for each day of the horizon: 0 = no shift, 1..values-1 = a shift. Its cost is the
 * sum of the ROWS' costs (everything that one agent's row alone decides) and of the LINES' costs (everything that
 * several agents decide together). Nothing else costs anything, and no cost is negative.
 *
 * Two levels in one number: a cost is `hard * HARD + soft`, both whole and >= 0 (`level` makes one, `levels` takes it
 * apart). What may never happen, whatever it would save, costs FORBIDDEN. A rule that the judge counts as hard can
 * therefore be said in two ways: FORBIDDEN (the search never tries it; fewer states, much faster; the model may then
 * have no answer at all) or priced in HARD (always an answer, with the fewest hard violations first). Rules inside a
 * row are best forbidden, cover is best priced.
 *
 * Days. The horizon's days are 0..days-1. `before` known or unknown days stand in front of it (the history). Arrays of
 * a Pattern run over both, at index `at = before + day`; cells, counters and lines speak of the horizon only.
 */
import { assert } from '../../base/assert.js';

/** One hard violation costs this many soft points; the whole soft cost of an answer must stay below it. */
export const HARD = 2 ** 28;

/** The cost of what may never happen. */
export const FORBIDDEN = Number.POSITIVE_INFINITY;

/** A day of the history about which nothing is known (or on which the agent was not employed). */
export const UNKNOWN = 255;

/** A cost from its two levels. */
export const level = (hard: number, soft: number): number => hard * HARD + soft;

/** A finite cost's two levels. */
export function levels(cost: number): { readonly hard: number; readonly soft: number } {
  const hard = Math.floor(cost / HARD);
  return { hard, soft: cost - hard * HARD };
}

export interface Model {
  /** Days of the horizon. */
  readonly days: number;
  /** Days in front of the horizon; the same for all rows (0: none). */
  readonly before: number;
  /** Number of values of a cell: 0 = no shift, then the shifts. */
  readonly values: number;
  /** One for each agent. */
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
}

/** All that one agent's row decides alone. */
export interface Row {
  /** Cost of value v on day d at `[d * values + v]`; FORBIDDEN: leave, pins, shifts not allowed. */
  readonly cell: Float64Array;
  /** The `before` values in front of the horizon, oldest first; UNKNOWN where nothing is known. */
  readonly history: Uint8Array;
  /** What depends on the order of days. Rows with the same rules should share one object: the solver then shares work. */
  readonly pattern: Pattern;
  readonly counters: readonly Counter[];
}

/** What depends on the order of days in a row. Day arrays are indexed by `at = before + day`. */
export interface Pattern {
  /**
   * `pairs[at]`: cost of the value of the day before and of this day, at `[previous * values + value]`; null: nothing.
   * Only days of the horizon are judged (`at >= before`); a previous day UNKNOWN costs nothing.
   */
  readonly pairs: readonly (Float64Array | null)[];
  readonly runs: readonly Run[];
  readonly singles: readonly Single[];
  readonly change: Change | null;
  readonly groups: readonly Group[];
  /**
   * 1 where value v on day `at` reaches into the next day's rest window (a shift past midnight), at
   * `[at * values + v]`; null: never. Read by memberships 2 and 3 only.
   */
  readonly spill: Uint8Array | null;
}

/**
 * Which days belong to a set, at `[at * values + v]`: 0 the day with value v does not, 1 it does, 2 it does unless the
 * day before spills over, 3 it does only if the day before spills over. UNKNOWN days never belong, and never spill.
 * A free day of the weekly rest is value 0 with membership 2; a day that is not free has 1 for shifts and 3 for value 0.
 */
export type Membership = Uint8Array;

/** Longest possible stretches of following days that belong to a set; those that touch the horizon are judged. */
export interface Run {
  readonly member: Membership;
  /**
   * Cost of a run by its length, counted from the history on and cut at the horizon's end; `cost[0]` = 0, never
   * falling; FORBIDDEN allowed. A longer run than the table costs the last step again for each further day.
   */
  readonly cost: Float64Array;
  /** Shorter runs are forbidden, except where they touch day 0, reach back into the history or touch the last day. */
  readonly least: number;
}

/** A lone day: value in `lone` on a day whose neighbours both have a value in `beside` (UNKNOWN is not). */
export interface Single {
  /** By value: 1 = belongs. */
  readonly lone: Uint8Array;
  readonly beside: Uint8Array;
  /** Cost by the lone day's `at` (the last day has no known neighbour and costs nothing). */
  readonly cost: Float64Array;
}

/** A change of shift: today's shift and the last one worked before, whatever days off lie between. */
export interface Change {
  /** Cost at `[last * values + today]`, both shifts; usually 0 where they are equal. */
  readonly cost: Float64Array;
  /** Further cost where no day after the last worked one, up to today, has `open` = 1; at `[last * values + today]`. */
  readonly closed: Float64Array;
  /** By `at`: 1 = a change is welcome on this day. */
  readonly open: Uint8Array;
}

/** Groups of following days (weekends, calendar weeks); counted are those with at least one day that belongs. */
export interface Group {
  /** By `at`: the group's number, -1 none. A group's days lie together; numbers rise. */
  readonly of: Int16Array;
  readonly member: Membership;
  /** Cost of the number of counted groups. Groups wholly in the history must not be listed in `of`. */
  readonly penalty: Penalty;
}

/** A total over the row's cells. */
export interface Counter {
  /** What value v on day d adds, at `[d * values + v]`; whole, >= 0. Use coarse units (the gcd) where you can. */
  readonly add: Int32Array;
  readonly penalty: Penalty;
}

/** Cost of a whole total: `cost[total - from]`; a total outside the table is FORBIDDEN. Best when convex. */
export interface Penalty {
  readonly from: number;
  readonly cost: Float64Array;
}

/** A total over cells of several agents. */
export interface Line {
  readonly parts: readonly LinePart[];
  /** What the total is without any cell. */
  readonly base: number;
  readonly penalty: Penalty;
  /**
   * Number of another line: this one costs nothing where that one's total is 0 or less (`skills` of a shift on which
   * nobody is). -1: always judged. That other line must itself be without condition.
   */
  readonly when: number;
}

export interface LinePart {
  /** null: all agents. */
  readonly agents: readonly number[] | null;
  /** Cells as `day * values + value`. A cell of an agent may stand in several parts; they add up. */
  readonly cells: readonly number[];
  /** Whole; negative allowed (a novice +1, the mentor -1). */
  readonly coefficient: number;
}

/** One value for each agent and day, at `[agent * days + day]`. */
export type Answer = Uint8Array;

/** A penalty for totals from..to from a function. */
export function penalty(from: number, to: number, costOf: (total: number) => number): Penalty {
  assert(to >= from, `a penalty from ${from} to ${to} has no entry`);
  return { from, cost: Float64Array.from({ length: to - from + 1 }, (_, index) => costOf(from + index)) };
}

/** A penalty for totals from..to: 0 within [low, high], then `under` and `over` for each unit off. */
export const band = (from: number, to: number, low: number, high: number, under: number, over: number): Penalty =>
  penalty(from, to, (total) => (total < low ? (low - total) * under : total > high ? (total - high) * over : 0));

/** The cost of a total. */
export function costOfTotal(of: Penalty, total: number): number {
  return of.cost[total - of.from] ?? FORBIDDEN;
}

/** The cost of a run of this length. */
export function costOfRun(run: Run, length: number): number {
  const end = run.cost.length - 1;
  if (length <= end) return run.cost[length]!;
  const last = run.cost[end]!;
  if (last === FORBIDDEN || end === 0) return last;
  return last + (length - end) * (last - run.cost[end - 1]!);
}

/** A pattern without any rule; spread it and set what there is. */
export function plainPattern(model: { readonly before: number; readonly days: number }): Pattern {
  return {
    pairs: new Array<null>(model.before + model.days).fill(null),
    runs: [],
    singles: [],
    change: null,
    groups: [],
    spill: null,
  };
}
