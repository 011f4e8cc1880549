/**
 * The inverse of the linear program's basis, as a full square. Rows of a month have an entry on every day, so that factors of such a basis fill
 * up, and solving with them takes as long as reading the square. With the inverse at hand a row of it is there without any
 * work, a column of the tableau is a sum of some thirty stretches of memory, and an exchange is one pass over what changes, all of which
 * `kernel.ts` does fast. The column that is basic in a row has that row's place.
 *
 * A thread has room for one square: whoever inverts takes it over, and whoever had it before inverts again when it is that one's turn.
 */
import { assert } from '../../base/assert.js';
import { makeKernel, reserve } from './kernel.js';

const kernel = makeKernel();

const LEAST = 1e-9;
const TINY = 1e-13;
/** Bytes of a number; vectors are a multiple of so many numbers long, for the kernel. */
const NUMBER = 8;
const TOGETHER = 8;

/** Entries of all columns of the program, those of column c at `first[c]..first[c + 1]-1`. */
export interface Entries {
  readonly first: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

export interface Inverse {
  readonly size: number;
  /** Numbers of a vector: `size` and what fills it up, always 0. */
  readonly stride: number;
  /** By row of the program a stretch of `stride` entries, by place. */
  readonly entry: Float64Array;
  /** The entering column of the tableau, and the leaving row of the inverse. */
  readonly alpha: Float64Array;
  readonly pivotRow: Float64Array;
  /** Exchanges since it was made anew. */
  count: number;
}

/** Whose turn it is. */
let current: Inverse | null = null;

export const isCurrent = (of: Inverse | null): of is Inverse => of !== null && of === current;

/** Addresses: of alpha 0, of the row behind it, then the square. */
const rowAt = ({ stride }: Inverse): number => stride * NUMBER;
const squareAt = ({ stride }: Inverse): number => 2 * stride * NUMBER;

/** Takes the room over; what stands there is of no meaning. */
function claim(size: number): Inverse {
  const stride = Math.ceil(size / TOGETHER) * TOGETHER;
  reserve(kernel, (size + 2) * stride * NUMBER);
  const vector = (which: number, count = 1): Float64Array =>
    new Float64Array(kernel.memory.buffer, which * stride * NUMBER, count * stride);
  const made = { size, stride, alpha: vector(0), pivotRow: vector(1), entry: vector(2, size), count: 0 };
  made.alpha.fill(0);
  made.pivotRow.fill(0);
  current = made;
  return made;
}

/** @param basis columns; on return `basis[row]` is the one whose place it is */
export function invert(basis: Int32Array, entries: Entries): Inverse {
  const { first, row, value } = entries;
  const size = basis.length;
  const of = claim(size);
  const { stride, entry, alpha } = of;
  entry.fill(0);
  const placed = new Int32Array(size).fill(-1);
  for (let at = 0; at < size; at += 1) entry[at * stride + at] = 1;
  // Columns with one entry first: they make nothing that was not there.
  const rest: number[] = [];
  for (const column of basis) {
    const at = first[column]!;
    if (first[column + 1]! - at !== 1 || placed[row[at]!] !== -1) {
      rest.push(column);
      continue;
    }
    placed[row[at]!] = column;
    entry[row[at]! * stride + row[at]!] = 1 / value[at]!;
  }
  for (const column of rest) {
    setAlpha(of, entries, column);
    let best = -1;
    let most = LEAST;
    for (let place = 0; place < size; place += 1) {
      const here = Math.abs(alpha[place]!);
      if (here <= most || placed[place] !== -1) continue;
      most = here;
      best = place;
    }
    assert(best >= 0, 'the basis of the master problem is singular');
    setPivotRow(of, best);
    replace(of, best);
    placed[best] = column;
  }
  basis.set(placed);
  of.count = 0;
  return of;
}

/** Sets `alpha` to the inverse times a column of the program. */
export function setAlpha(of: Inverse, { first, row, value }: Entries, column: number): void {
  const { alpha } = of;
  alpha.fill(0);
  for (let at = first[column]!; at < first[column + 1]!; at += 1) addStretch(of, row[at]!, value[at]!);
  tidy(alpha);
}

/** Sets `alpha` to the inverse times a vector by row. */
export function forward(of: Inverse, right: Float64Array): void {
  of.alpha.fill(0);
  for (let row = 0; row < of.size; row += 1) if (right[row] !== 0) addStretch(of, row, right[row]!);
}

function addStretch({ stride }: Inverse, row: number, amount: number): void {
  kernel.add(0, (2 + row) * stride * NUMBER, amount, stride * NUMBER);
}

/** Sets a vector by row to one by place times the inverse: prices of rows from those of basic columns. */
export function backward(of: Inverse, prices: Float64Array): void {
  const { size, stride, alpha } = of;
  alpha.set(prices);
  for (let row = 0; row < size; row += 1) prices[row] = kernel.dot(0, (2 + row) * stride * NUMBER, stride * NUMBER);
}

/** Sets `pivotRow` to the inverse's row of a place. */
export function setPivotRow({ size, stride, entry, pivotRow }: Inverse, place: number): void {
  for (let row = 0, at = place; row < size; row += 1, at += stride) pivotRow[row] = entry[at]!;
  tidy(pivotRow);
}

function tidy(vector: Float64Array): void {
  for (let at = 0; at < vector.length; at += 1) if (vector[at]! < TINY && vector[at]! > -TINY) vector[at] = 0;
}

/** The column with the tableau column `alpha` becomes basic in the place whose row is `pivotRow`. */
export function replace(of: Inverse, place: number): void {
  kernel.replace(of.size, of.stride * NUMBER, squareAt(of), 0, rowAt(of), place * NUMBER);
  of.count += 1;
}

/** What `restored` needs. */
export interface Kept {
  readonly entry: Float64Array;
  readonly count: number;
}

export const kept = ({ entry, count }: Inverse): Kept => ({ entry: entry.slice(), count });

/** The inverse as it was. */
export function restored(of: Inverse | null, { entry, count }: Kept, size: number): Inverse {
  const made = isCurrent(of) ? of : claim(size);
  made.entry.set(entry);
  made.count = count;
  return made;
}
