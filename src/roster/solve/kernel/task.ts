/** What a row search is asked and what it finds out on the way, see `search.ts`. */
import { Counter, Shape } from './layout';
import { FORBIDDEN, numberAt, wordAt } from './memory';

/**
 * A `RowTask` of `../row-task.ts`, laid down by `../rowsearch.ts`: numbers, of which the last three are the answer's, then words; the last one is the
 * search's own.
 */
@unmanaged
export class Task {
  upper: f64;
  guide: f64;
  work: f64;
  cost: f64;
  bound: f64;
  /** By how much the row that was found costs more alone than the current one. */
  dearer: f64;
  shape: Shape;
  values: i32;
  from: i32;
  to: i32;
  width: i32;
  corridor: i32;
  isPaced: i32;
  /** 1: the slopes are set to those at which the current row's totals stand, and costs are without those of the days outside. */
  isStanding: i32;
  /** What a mask of hits costs: the shape's own with tolls. By counter: the toll of a unit on the window's days. */
  hitCost: usize;
  tolls: usize;
  cells: usize;
  current: usize;
  slopes: usize;
  /** Days of the row that was found, and of the next best; where there is one. */
  row: usize;
  other: usize;
  /** By counter: units of the row that was found last, and 1 (a byte) where the table has followed it. */
  totals: usize;
  followed: usize;
  /** State in front of the window. */
  startState: i32;
}

/**
 * The days outside the window. By counter: units `before` it, and behind it, by state there at `[counter * states + state]`; where costs are without
 * those of the days outside only the sum of the two is right, and costs behind are by how much more than the current row's.
 */
@unmanaged
export class Frame {
  /** Automaton and cell costs of the days outside that do not depend on the window; 0 where the task is standing. */
  fixedCost: f64;
  before: usize;
  /** By state behind the window: cost of the automaton over the days that follow; FORBIDDEN where they break a rule. */
  endCost: usize;
  endUnits: usize;
  endStates: i32;
  /** By counter: units of the current row; only where the task is standing. */
  were: usize;
}

/** How the counters are treated in this window, and the options of each day. */
@unmanaged
export class Plan {
  /** What the row costs besides, whatever the window holds: the idle counters' part. */
  constant: f64;
  /** Numbers of the counters followed in the table, and of those replaced by a line. */
  followed: usize;
  kinds: i32;
  loose: usize;
  looseKinds: i32;
  /** By counter: 1 (a byte) where it is loose because the table had no room. */
  tight: usize;
  /** By counter: place value in the packed totals (0: not followed); cost of a unit while it is not followed. */
  stride: usize;
  price: usize;
  /** ... and with its toll what a unit costs on the window's days. */
  cellPrice: usize;
  /** By followed counter: units that stand for none, how many different ones there are, padding below. */
  origin: usize;
  size: usize;
  pad: usize;
  /** Size of the packed totals of one state, padding included; and where a row begins. */
  room: i32;
  startPacked: i32;
  /** By window day: packed totals of the current row's day, from which a corridor counts. */
  anchor: usize;
  /**
   * Packed totals that can occur in front of each window day (one more for the end) and can still end well, as stretches: those of day d are
   * pairs k (first, behind last) for k in `firstStretch[d]..firstStretch[d + 1]-1`.
   */
  firstStretch: usize;
  stretches: usize;
  /** What a mask of hits adds to the packed totals, and costs by slopes. */
  hitOffset: usize;
  hitCost: usize;
  /** Options by window day: class, what they add, cost with slopes, best value; `first[day]..first[day + 1]`. */
  first: usize;
  optionClass: usize;
  optionOffset: usize;
  optionCost: usize;
  optionValue: usize;
  /** Start of each window day's table: numbers from address 0 on; one more for the end, and what is behind all. */
  tables: usize;
  /** States of all window days in front, by window day: where a day's states begin in `alive`. */
  states: usize;
  /** 1 where the state can be reached from the window's first. */
  alive: usize;
  /** By counter: least and most units behind the window. */
  endLeast: usize;
  endMost: usize;
  /** By loose counter: units at which hull - slope x units is least. */
  dip: usize;
}

/** Cost of a counter at a total. */
export function costAt(counter: Counter, units: i32): f64 {
  return units < counter.length ? numberAt(counter.cost, units) : FORBIDDEN;
}

/** What a loose counter costs at least above its line with least..most units in all; `dip` as in the plan. */
export function aboveLine(counter: Counter, slope: f64, dip: i32, least: i32, most: i32): f64 {
  const at = max(least, min(dip, most));
  return at < counter.length ? numberAt(counter.hull, at) - slope * <f64>at : FORBIDDEN;
}

/** The most units of a counter that the window can add. */
export function reachOf(task: Task, counter: Counter): i32 {
  return wordAt(counter.most, task.from) - wordAt(counter.most, task.to) + (counter.group >= 0 ? 1 : 0);
}
