/**
 * A linear program that grows by columns: minimise cost x, rows `A x = rhs`, 0 <= x <= upper. Revised primal simplex
 * over the inverse of its basis (`tableau.ts`, `inverse.ts`), and Devex pricing (a column's reduced cost is weighed against how far a step along it
 * goes) among the columns that are nearest to helping; the others are looked at when none of these helps any more. It always starts from where
 * it stopped, so new columns are cheap; and columns that are closed leave the basis by dual steps (`dual.ts`). It serves the master problem: some
 * hundred rows, thousands of columns.
 *
 * Nothing here is trusted for a bound: bounds are computed from the duals by `lagrange.ts`, whatever they are.
 */
import { assert } from '../../base/assert.js';
import { mend } from './dual.js';
import { isCurrent, kept, restored } from './inverse.js';
import {
  addColumn,
  addTo,
  BASIC,
  basicValues,
  type Column,
  emptyTableau,
  exchange,
  gainOf,
  isWorn,
  LOWER,
  makeReady,
  mostOf,
  REDUCED,
  refresh,
  setAlpha,
  setNearest,
  setPivotRow,
  setPrices,
  type Tableau,
  UPPER,
} from './tableau.js';

const FEASIBLE = 1e-9;
/** Entries of the tableau that are smaller are no pivots. */
const PIVOT = 1e-7;
/** Pivots without progress after which the choice turns random. */
const STUCK = 200;
/** Times the right-hand side may be put right again after primal steps. */
const ROUNDS = 4;

export interface Simplex {
  /** Rows. */
  readonly size: number;
  /** Adds a column at its lower (`atUpper`: upper) bound, and gives its number. */
  readonly add: (column: Column, atUpper?: boolean) => number;
  /** Makes a column basic in a row; for the first basis, before the first `run`. */
  readonly start: (row: number, column: number) => void;
  /** A closed column is 0; one without an upper bound only. */
  readonly close: (column: number) => void;
  readonly openAll: () => void;
  /**
   * Keeps the basis as it is now, and what is closed; the function given brings them back (columns added since stay, out of the basis).
   * @param long for long: without its inverse, which is made anew, and without what is closed
   */
  readonly keep: (long?: boolean) => () => void;
  /** Dual steps, then primal ones, each until they are done, `isSpent` or the limit; true: optimal. */
  readonly run: (limit: number, isSpent: () => boolean) => boolean;
  /** The value of every column, under the uneven right-hand side. */
  readonly values: () => Float64Array;
  /** Fresh duals, one for each row. */
  readonly duals: () => Float64Array;
  readonly objective: () => number;
  /** Steps made so far, primal and dual. */
  readonly steps: () => number;
}

/** What the choice of steps remembers. */
interface Luck {
  stuck: number;
  dice: number;
}

/**
 * @param rhs a little uneven, against ties: where many bases stand for one vertex the steps between them would not end
 * @param exact the right-hand side that is meant: the objective is that of the final basis under it
 */
export function simplex(rhs: Float64Array, exact: Float64Array = rhs): Simplex {
  const of = emptyTableau(rhs);
  const { size, basis, x, pi } = of;
  const luck: Luck = { stuck: 0, dice: 12345 };
  return {
    size,
    add: (column, atUpper = false) => addColumn(of, column, atUpper),
    start(row, column) {
      basis[row] = column;
      of.status[column] = BASIC;
    },
    close(column) {
      of.isClosed[column] = 1;
    },
    openAll() {
      of.isClosed.fill(0);
    },
    keep(long = false) {
      const before = {
        basis: basis.slice(),
        status: of.status.slice(0, of.columns),
        isClosed: long ? null : of.isClosed.slice(0, of.columns),
        x: x.slice(),
        inverse: long || !isCurrent(of.inverse) ? null : kept(of.inverse),
      };
      return () => {
        basis.set(before.basis);
        of.status.fill(LOWER).set(before.status);
        if (before.isClosed !== null) of.isClosed.fill(0).set(before.isClosed);
        x.set(before.x);
        of.inverse = before.inverse === null ? null : restored(of.inverse, before.inverse, size);
      };
    },
    run(limit, isSpent) {
      makeReady(of);
      setPrices(of);
      luck.stuck = 0;
      if (!mend(of, limit, isSpent)) return false;
      const whole = rhs.slice();
      for (let round = 0; round < ROUNDS; round += 1) {
        const isOptimal = steps(of, luck, limit, isSpent);
        if (rhs.every((right, row) => right === whole[row])) return isOptimal;
        rhs.set(whole);
        x.set(basicValues(of, rhs));
        if (!isOptimal || !mend(of, limit, isSpent)) return false;
      }
      return false;
    },
    values() {
      const values = new Float64Array(of.columns);
      for (let column = 0; column < of.columns; column += 1)
        if (of.status[column] === UPPER) values[column] = of.upper[column]!;
      for (let row = 0; row < size; row += 1) values[basis[row]!] = x[row]!;
      return values;
    },
    duals: () => pi.slice(),
    steps: () => of.steps,
    objective() {
      makeReady(of);
      let sum = 0;
      for (let column = 0; column < of.columns; column += 1)
        if (of.status[column] === UPPER) sum += of.cost[column]! * of.upper[column]!;
      const values = basicValues(of, exact);
      for (let row = 0; row < size; row += 1) sum += of.cost[basis[row]!]! * values[row]!;
      return sum;
    },
  };
}

/** Primal steps; true: none helps any more. */
function steps(of: Tableau, luck: Luck, limit: number, isSpent: () => boolean): boolean {
  if (!setNearest(of)) return true;
  makeRoom(of);
  for (let pivots = 0; pivots < limit; pivots += 1) {
    if (isWorn(of)) {
      refresh(of);
      makeRoom(of);
      setPrices(of);
      if (!setNearest(of)) return true;
    }
    let column = entering(of, luck);
    if (column < 0) {
      if (!setNearest(of)) return true;
      column = entering(of, luck);
    }
    pivotOn(of, column, luck);
    if (pivots % 16 === 15 && isSpent()) return false;
  }
  return false;
}

/**
 * The right-hand side gives way where a basic column is a little out of its bounds: taken for 0 by one step after the other, such a little
 * grows with every small pivot.
 */
function makeRoom(of: Tableau): void {
  const { size, x, basis, rhs } = of;
  for (let row = 0; row < size; row += 1) {
    const most = mostOf(of, basis[row]!);
    const within = Math.max(0, Math.min(most, x[row]!));
    if (Math.abs(within - x[row]!) <= FEASIBLE) continue;
    addTo(of, rhs, basis[row]!, within - x[row]!);
    x[row] = within;
  }
}

/** The near column whose step is worth most; -1: none of them helps. */
function entering(of: Tableau, luck: Luck): number {
  const { near, status, weight } = of;
  let best = -1;
  let most = 0;
  for (const column of near) {
    if (status[column] === BASIC) continue;
    const gain = gainOf(of, column);
    if (gain <= REDUCED) continue;
    let worth = (gain * gain) / weight[column]!;
    if (luck.stuck > STUCK) {
      luck.dice = (Math.imul(luck.dice, 1103515245) + 12345) & 0x7fffffff;
      worth *= luck.dice;
    }
    if (worth > most) {
      most = worth;
      best = column;
    }
  }
  return best;
}

/** A step along a column: to its other bound, or until a basic column reaches one of its own and leaves. */
function pivotOn(of: Tableau, column: number, luck: Luck): void {
  const { size, x, basis, status } = of;
  const alpha = setAlpha(of, column);
  const direction = status[column] === LOWER ? 1 : -1;
  let step = of.upper[column]!;
  let leaving = -1;
  for (let row = 0; row < size; row += 1) {
    const slope = direction * alpha[row]!;
    if (slope <= PIVOT && slope >= -PIVOT) continue;
    const room = slope > 0 ? Math.max(0, x[row]!) / slope : Math.max(0, mostOf(of, basis[row]!) - x[row]!) / -slope;
    const isTie = leaving >= 0 && room <= step + FEASIBLE;
    if (room < step - FEASIBLE || (isTie && Math.abs(alpha[row]!) > Math.abs(alpha[leaving]!))) {
      step = Math.min(step, room);
      leaving = row;
    }
  }
  assert(step < Number.POSITIVE_INFINITY, 'the master problem is unbounded');
  luck.stuck = step > 1e-10 ? 0 : luck.stuck + 1;
  if (leaving >= 0) {
    setPivotRow(of, leaving);
    exchange(of, column, leaving, direction * step, direction * alpha[leaving]! > 0 ? LOWER : UPPER);
    return;
  }
  for (let row = 0; row < size; row += 1) if (alpha[row] !== 0) x[row]! -= direction * step * alpha[row]!;
  status[column] = status[column] === LOWER ? UPPER : LOWER;
}
