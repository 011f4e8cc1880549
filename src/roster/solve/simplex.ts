/**
 * A linear program that grows by columns: minimise cost x, rows `A x = rhs`, 0 <= x <= upper. Revised primal simplex
 * with an explicit inverse whose zeros are skipped; it always starts from where it stopped, so new columns and changed
 * costs are cheap. It serves the master problem: some hundred rows, thousands of columns, most of them short.
 *
 * Nothing here is trusted for a bound: bounds are computed from the duals by `lagrange.ts`, whatever they are.
 */
import { assert } from '../../base/assert.js';

const FEASIBLE = 1e-9;
const REDUCED = 1e-7;
const PIVOT = 1e-7;
/** Pivots between two fresh inverses, and candidates of one look over all columns. */
const REFRESH = 400;
const CANDIDATES = 24;

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
  /** Pivots until optimal, `isSpent` or the limit; true: optimal. */
  readonly run: (limit: number, isSpent: () => boolean) => boolean;
  /** The value of every column. */
  readonly values: () => Float64Array;
  /** Fresh duals, one for each row. */
  readonly duals: () => Float64Array;
  readonly objective: () => number;
}

export function simplex(rhs: Float64Array): Simplex {
  const size = rhs.length;
  const columns: Column[] = [];
  const cost: number[] = [];
  const status: number[] = [];
  const basis = new Int32Array(size).fill(-1);
  /** Row-major inverse of the basis; x of the basic columns. */
  const inverse = new Float64Array(size * size);
  const x = new Float64Array(size);
  const alpha = new Float64Array(size);
  const pi = new Float64Array(size);
  const support = new Int32Array(size);
  let sincePivots = REFRESH;
  let candidates: number[] = [];
  let cursor = 0;

  const reduced = (column: number): number => {
    const { rows, values } = columns[column]!;
    let sum = cost[column]!;
    for (let index = 0; index < rows.length; index += 1) sum -= pi[rows[index]!]! * values[index]!;
    return sum;
  };

  /** How much better the objective gets for each unit; <= 0: no use. */
  const gain = (column: number): number => {
    if (status[column] === BASIC || columns[column]!.upper === 0) return 0;
    const d = reduced(column);
    return status[column] === LOWER ? -d : d;
  };

  function setAlpha(column: number): void {
    const { rows, values } = columns[column]!;
    for (let row = 0, at = 0; row < size; row += 1, at += size) {
      let sum = 0;
      for (let index = 0; index < rows.length; index += 1) sum += inverse[at + rows[index]!]! * values[index]!;
      alpha[row] = sum;
    }
  }

  /** Turns the inverse so that the column of `alpha` is the unit column of row `pivot`. */
  function turn(pivot: number): void {
    const at = pivot * size;
    const scale = 1 / alpha[pivot]!;
    let filled = 0;
    for (let index = 0; index < size; index += 1) {
      if (inverse[at + index] === 0) continue;
      inverse[at + index]! *= scale;
      support[filled] = index;
      filled += 1;
    }
    for (let row = 0; row < size; row += 1) {
      const factor = alpha[row]!;
      if (row === pivot || factor === 0) continue;
      const start = row * size;
      for (let index = 0; index < filled; index += 1) {
        const column = support[index]!;
        const made = inverse[start + column]! - factor * inverse[at + column]!;
        inverse[start + column] = made < 1e-13 && made > -1e-13 ? 0 : made;
      }
    }
  }

  function refresh(): void {
    sincePivots = 0;
    inverse.fill(0);
    const wanted = [...basis].sort((a, b) => columns[a]!.rows.length - columns[b]!.rows.length || a - b);
    const taken = new Uint8Array(size);
    for (let row = 0; row < size; row += 1) inverse[row * size + row] = 1;
    for (const column of wanted) {
      setAlpha(column);
      let best = -1;
      for (let row = 0; row < size; row += 1) {
        if (taken[row] === 0 && (best < 0 || Math.abs(alpha[row]!) > Math.abs(alpha[best]!))) best = row;
      }
      assert(best >= 0 && Math.abs(alpha[best]!) > 1e-11, 'the basis of the master problem is singular');
      taken[best] = 1;
      basis[best] = column;
      turn(best);
    }
    const right = rhs.slice();
    for (let column = 0; column < columns.length; column += 1) {
      if (status[column] !== UPPER) continue;
      const { rows, values, upper } = columns[column]!;
      for (let index = 0; index < rows.length; index += 1) right[rows[index]!]! -= values[index]! * upper;
    }
    for (let row = 0; row < size; row += 1) {
      let sum = 0;
      for (let index = 0; index < size; index += 1) sum += inverse[row * size + index]! * right[index]!;
      x[row] = sum;
    }
    setDuals();
  }

  function setDuals(): void {
    pi.fill(0);
    for (let row = 0; row < size; row += 1) {
      const price = cost[basis[row]!]!;
      if (price === 0) continue;
      for (let index = 0, at = row * size; index < size; index += 1) pi[index]! += price * inverse[at + index]!;
    }
  }

  /** The most promising column among a few remembered ones; looks over all of them when these run dry. */
  function entering(): number {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      let best = -1;
      let most = REDUCED;
      candidates = candidates.filter((column) => {
        const worth = gain(column);
        if (worth > most) {
          most = worth;
          best = column;
        }
        return worth > REDUCED;
      });
      if (best >= 0) return best;
      if (attempt === 0) lookOver();
    }
    return -1;
  }

  function lookOver(): void {
    const found: { column: number; worth: number }[] = [];
    const count = columns.length;
    for (let step = 0; step < count; step += 1) {
      const column = (cursor + step) % count;
      const worth = gain(column);
      if (worth > REDUCED) found.push({ column, worth });
    }
    cursor = count === 0 ? 0 : (cursor + 1) % count;
    found.sort((a, b) => b.worth - a.worth || a.column - b.column);
    candidates = found.slice(0, CANDIDATES).map(({ column }) => column);
  }

  function pivotOn(column: number): void {
    setAlpha(column);
    const direction = status[column] === LOWER ? 1 : -1;
    let step = columns[column]!.upper;
    let leaving = -1;
    for (let row = 0; row < size; row += 1) {
      const slope = direction * alpha[row]!;
      if (slope > PIVOT || slope < -PIVOT) {
        const room =
          slope > 0 ? Math.max(0, x[row]!) / slope : Math.max(0, columns[basis[row]!]!.upper - x[row]!) / -slope;
        if (
          room < step - FEASIBLE ||
          (leaving >= 0 && room <= step + FEASIBLE && Math.abs(alpha[row]!) > Math.abs(alpha[leaving]!))
        ) {
          step = Math.min(step, room);
          leaving = row;
        }
      }
    }
    assert(step < Number.POSITIVE_INFINITY, 'the master problem is unbounded');
    for (let row = 0; row < size; row += 1) if (alpha[row] !== 0) x[row]! -= direction * step * alpha[row]!;
    if (leaving < 0) {
      status[column] = status[column] === LOWER ? UPPER : LOWER;
      return;
    }
    const d = reduced(column);
    const entered = status[column] === LOWER ? step : columns[column]!.upper - step;
    const left = basis[leaving]!;
    status[left] = direction * alpha[leaving]! > 0 ? LOWER : UPPER;
    status[column] = BASIC;
    basis[leaving] = column;
    turn(leaving);
    x[leaving] = entered;
    for (let index = 0, at = leaving * size; index < size; index += 1) pi[index]! += d * inverse[at + index]!;
    sincePivots += 1;
  }

  return {
    size,
    columns: () => columns.length,
    add(column, atUpper = false) {
      columns.push(column);
      cost.push(column.cost);
      status.push(atUpper ? UPPER : LOWER);
      return columns.length - 1;
    },
    start(row, column) {
      basis[row] = column;
      status[column] = BASIC;
    },
    setCost(column, price) {
      const change = price - cost[column]!;
      cost[column] = price;
      if (status[column] !== BASIC || change === 0 || sincePivots >= REFRESH) return;
      const at = basis.indexOf(column) * size;
      for (let index = 0; index < size; index += 1) pi[index]! += change * inverse[at + index]!;
    },
    run(limit, isSpent) {
      candidates = [];
      if (sincePivots >= REFRESH) refresh();
      else setDuals();
      for (let pivots = 0; pivots < limit; pivots += 1) {
        if (sincePivots >= REFRESH) refresh();
        const column = entering();
        if (column < 0) return true;
        pivotOn(column);
        if (pivots % 16 === 15 && isSpent()) return false;
      }
      return false;
    },
    values() {
      const values = Float64Array.from(columns, ({ upper }, column) => (status[column] === UPPER ? upper : 0));
      for (let row = 0; row < size; row += 1) values[basis[row]!] = x[row]!;
      return values;
    },
    duals: () => pi.slice(),
    objective() {
      let sum = 0;
      for (let column = 0; column < columns.length; column += 1) {
        if (status[column] === UPPER) sum += cost[column]! * columns[column]!.upper;
      }
      for (let row = 0; row < size; row += 1) sum += cost[basis[row]!]! * x[row]!;
      return sum;
    },
  };
}
