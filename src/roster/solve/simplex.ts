/**
 * A linear program that grows by columns: minimise cost x, rows `A x = rhs`, 0 <= x <= upper. Revised primal simplex
 * over a factored basis (`factor.ts`), and Devex pricing (a column's reduced cost is weighed against how far a step along it
 * goes) among the columns that are nearest to helping; the others are looked at when none of these helps any more. It always starts from where it stopped, so new columns and changed costs are
 * cheap. It serves the master problem: some hundred rows, thousands of columns.
 *
 * Nothing here is trusted for a bound: bounds are computed from the duals by `lagrange.ts`, whatever they are.
 */
import { assert } from '../../base/assert.js';
import { type Entries, type Factor, factored } from './factor.js';

const FEASIBLE = 1e-9;
const REDUCED = 1e-7;
const PIVOT = 1e-7;
/** Pivots without progress after which the choice turns random. */
const STUCK = 200;
/** Columns priced at every pivot, in times the rows, and at least. */
const NEAREST = 1;
const NEAREST_LEAST = 100;

const LOWER = 0;
const UPPER = 1;
const BASIC = 2;

export interface Column {
  readonly cost: number;
  readonly upper: number;
  /** Rows with their coefficients. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export interface Simplex {
  readonly size: number;
  readonly columns: () => number;
  /** Adds a column at its lower (`atUpper`: upper) bound, and gives its number. */
  readonly add: (column: Column, atUpper?: boolean) => number;
  /** Makes a column basic in a row; for the first basis, before the first `run`. */
  readonly start: (row: number, column: number) => void;
  readonly setCost: (column: number, cost: number) => void;
  readonly costOf: (column: number) => number;
  /**
   * Keeps the basis as it is now; the function given brings it back (columns added since stay, out of the basis).
   * @param long for long: without its factors, which are made anew
   */
  readonly keep: (long?: boolean) => () => void;
  /** Pivots until optimal, `isSpent` or the limit; true: optimal. */
  readonly run: (limit: number, isSpent: () => boolean) => boolean;
  /** The value of every column, under the uneven right-hand side. */
  readonly values: () => Float64Array;
  /** Fresh duals, one for each row. */
  readonly duals: () => Float64Array;
  readonly objective: () => number;
}

/**
 * @param rhs a little uneven, against ties: where many bases stand for one vertex the steps between them would not end
 * @param exact the right-hand side that is meant: the objective is that of the final basis under it
 */
export function simplex(rhs: Float64Array, exact: Float64Array = rhs): Simplex {
  const size = rhs.length;
  let columns = 0;
  let cost = new Float64Array(1024);
  let upperOf = new Float64Array(1024);
  let status = new Uint8Array(1024);
  const basis = new Int32Array(size).fill(-1);
  let factor: Factor | null = null;
  /** Of the basic columns. */
  const x = new Float64Array(size);
  const alpha = new Float64Array(size);
  const pi = new Float64Array(size);
  const pivotRow = new Float64Array(size);
  /** By column: reduced cost and Devex weight. */
  let reduced = new Float64Array(1024);
  let weight = new Float64Array(1024).fill(1);
  /** All columns' entries, one behind the other: those of column c at `first[c]..first[c + 1]-1`. */
  let first = new Int32Array(1025);
  let entryRow = new Int32Array(8192);
  let entry = new Float64Array(8192);
  /** The columns priced at every pivot: nearest to helping as of the last look at them all, and those that left since. */
  const near: number[] = [];
  /** By column: 1 = is among them. */
  let isNear = new Uint8Array(1024);
  let stuck = 0;
  let dice = 12345;

  function dot(vector: Float64Array, column: number): number {
    let sum = 0;
    for (let index = first[column]!; index < first[column + 1]!; index += 1)
      sum += vector[entryRow[index]!]! * entry[index]!;
    return sum;
  }

  const entries = (): Entries => ({ first, row: entryRow, value: entry });

  function setAlpha(column: number): void {
    alpha.fill(0);
    for (let index = first[column]!; index < first[column + 1]!; index += 1) alpha[entryRow[index]!]! += entry[index]!;
    factor!.forward(alpha);
  }

  function refresh(): void {
    factor = factored(basis, entries());
    setBasic(x, rhs);
  }

  /** The basic columns' values under a right-hand side. */
  function setBasic(into: Float64Array, right: Float64Array): void {
    into.set(right);
    for (let column = 0; column < columns; column += 1) {
      if (status[column] !== UPPER) continue;
      const amount = upperOf[column]!;
      for (let index = first[column]!; index < first[column + 1]!; index += 1)
        into[entryRow[index]!]! -= entry[index]! * amount;
    }
    factor!.forward(into);
  }

  /** Fresh duals. */
  function setPrices(): void {
    for (let row = 0; row < size; row += 1) pi[row] = cost[basis[row]!]!;
    factor!.backward(pi);
  }

  const gainOf = (column: number): number => (status[column] === LOWER ? -reduced[column]! : reduced[column]!);

  /** Prices all columns by the duals and chooses the nearest; false: none of them all helps. */
  function setNearest(): boolean {
    for (const column of near) isNear[column] = 0;
    near.length = 0;
    let helps = false;
    for (let column = 0; column < columns; column += 1) {
      weight[column] = 1;
      if (status[column] === BASIC) continue;
      reduced[column] = cost[column]! - dot(pi, column);
      near.push(column);
      if (gainOf(column) > REDUCED) helps = true;
    }
    const most = Math.max(NEAREST_LEAST, NEAREST * size);
    if (near.length > most) {
      const gains = Float64Array.from(near, gainOf).sort();
      const least = gains[gains.length - most]!;
      let kept = 0;
      for (const column of near) {
        if (gainOf(column) < least) continue;
        near[kept] = column;
        kept += 1;
      }
      near.length = kept;
    }
    for (const column of near) isNear[column] = 1;
    return helps;
  }

  function entering(): number {
    let best = -1;
    let most = 0;
    for (const column of near) {
      if (status[column] === BASIC) continue;
      const gain = gainOf(column);
      if (gain <= REDUCED) continue;
      let worth = (gain * gain) / weight[column]!;
      if (stuck > STUCK) {
        dice = (Math.imul(dice, 1103515245) + 12345) & 0x7fffffff;
        worth *= dice;
      }
      if (worth > most) {
        most = worth;
        best = column;
      }
    }
    return best;
  }

  function pivotOn(column: number): void {
    setAlpha(column);
    const direction = status[column] === LOWER ? 1 : -1;
    const upper = upperOf[column]!;
    let step = upper;
    let leaving = -1;
    for (let row = 0; row < size; row += 1) {
      const slope = direction * alpha[row]!;
      if (slope <= PIVOT && slope >= -PIVOT) continue;
      const room = slope > 0 ? Math.max(0, x[row]!) / slope : Math.max(0, upperOf[basis[row]!]! - x[row]!) / -slope;
      const isTie = leaving >= 0 && room <= step + FEASIBLE;
      if (room < step - FEASIBLE || (isTie && Math.abs(alpha[row]!) > Math.abs(alpha[leaving]!))) {
        step = Math.min(step, room);
        leaving = row;
      }
    }
    assert(step < Number.POSITIVE_INFINITY, 'the master problem is unbounded');
    stuck = step > 1e-10 ? 0 : stuck + 1;
    for (let row = 0; row < size; row += 1) if (alpha[row] !== 0) x[row]! -= direction * step * alpha[row]!;
    if (leaving < 0) {
      status[column] = status[column] === LOWER ? UPPER : LOWER;
      return;
    }
    const entered = status[column] === LOWER ? step : upper - step;
    const left = basis[leaving]!;
    const pivot = alpha[leaving]!;
    const price = reduced[column]!;
    status[left] = direction * pivot > 0 ? LOWER : UPPER;
    status[column] = BASIC;
    basis[leaving] = column;
    pivotRow.fill(0);
    pivotRow[leaving] = 1 / pivot;
    factor!.backward(pivotRow);
    factor!.exchange(alpha, leaving);
    x[leaving] = entered;
    for (let index = 0; index < size; index += 1) pi[index]! += price * pivotRow[index]!;
    // The pivot row, divided by the pivot: how reduced costs and weights of the others change.
    const reference = weight[column]!;
    for (const other of near) {
      if (status[other] === BASIC) continue;
      const ratio = dot(pivotRow, other);
      if (ratio === 0) continue;
      reduced[other]! -= price * ratio;
      const grown = ratio * ratio * reference;
      if (grown > weight[other]!) weight[other] = grown;
    }
    reduced[column] = 0;
    reduced[left] = -price / pivot;
    weight[left] = Math.max(1, reference / (pivot * pivot));
    if (isNear[left] === 0) {
      isNear[left] = 1;
      near.push(left);
    }
  }

  return {
    size,
    columns: () => columns,
    add(column, atUpper = false) {
      const made = columns;
      columns += 1;
      if (columns > reduced.length) {
        reduced = grown(reduced, 0);
        weight = grown(weight, 1);
        cost = grown(cost, 0);
        upperOf = grown(upperOf, 0);
        status = grownBytes(status);
        isNear = grownBytes(isNear);
        const wider = new Int32Array(first.length * 2);
        wider.set(first);
        first = wider;
      }
      const begin = first[made]!;
      const end = begin + column.rows.length;
      if (end > entry.length) {
        entry = grown(entry, 0);
        const wider = new Int32Array(entry.length);
        wider.set(entryRow);
        entryRow = wider;
      }
      cost[made] = column.cost;
      upperOf[made] = column.upper;
      status[made] = atUpper ? UPPER : LOWER;
      entryRow.set(column.rows, begin);
      entry.set(column.values, begin);
      first[columns] = end;
      return made;
    },
    start(row, column) {
      basis[row] = column;
      status[column] = BASIC;
    },
    setCost(column, price) {
      cost[column] = price;
    },
    costOf: (column) => cost[column]!,
    keep(long = false) {
      const kept = {
        basis: basis.slice(),
        status: status.slice(0, columns),
        x: x.slice(),
        factor: long ? null : factor,
        steps: factor?.exchanges() ?? 0,
      };
      return () => {
        basis.set(kept.basis);
        status.fill(LOWER).set(kept.status);
        x.set(kept.x);
        factor = kept.factor;
        factor?.rewind(kept.steps);
      };
    },
    run(limit, isSpent) {
      if (factor === null || factor.isWorn()) refresh();
      setPrices();
      stuck = 0;
      if (!setNearest()) return true;
      for (let pivots = 0; pivots < limit; pivots += 1) {
        if (factor!.isWorn()) {
          refresh();
          setPrices();
          if (!setNearest()) return true;
        }
        let column = entering();
        if (column < 0) {
          if (!setNearest()) return true;
          column = entering();
        }
        pivotOn(column);
        if (pivots % 16 === 15 && isSpent()) return false;
      }
      return false;
    },
    values() {
      const values = new Float64Array(columns);
      for (let column = 0; column < columns; column += 1)
        if (status[column] === UPPER) values[column] = upperOf[column]!;
      for (let row = 0; row < size; row += 1) values[basis[row]!] = x[row]!;
      return values;
    },
    duals: () => pi.slice(),
    objective() {
      if (factor === null) refresh();
      let sum = 0;
      for (let column = 0; column < columns; column += 1) {
        if (status[column] === UPPER) sum += cost[column]! * upperOf[column]!;
      }
      setBasic(alpha, exact);
      for (let row = 0; row < size; row += 1) sum += cost[basis[row]!]! * alpha[row]!;
      return sum;
    },
  };
}

function grownBytes(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(array.length * 2);
  wider.set(array);
  return wider;
}

function grown(array: Float64Array<ArrayBuffer>, fill: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(array.length * 2).fill(fill);
  wider.set(array);
  return wider;
}
