/**
 * Elimination of a basis's nucleus: what is left when no column has a lone open row and no row a lone open column. Row by row; the pivot
 * is the entry, large enough in its row, that can make fewest new entries (Markowitz), looked for in the few rows that have
 * fewest entries.
 */
import { assert } from '../../base/assert.js';

/** A pivot is at least this part of its row's largest entry (but where it is alone in its column), and never below the least. */
const THRESHOLD = 0.1;
const LEAST = 1e-9;
const TINY = 1e-14;
/** Rows looked at for a pivot. */
const ROWS = 4;

/** A square of so many rows and columns, numbered from 0. Everything is 0 again behind an elimination; behind one that fails the room is left. */
interface Nucleus {
  readonly size: number;
  /** Entries at `[row * size + column]`. */
  readonly entry: Float64Array;
  /** By row: its columns at `[row * size ..]`, so many; and the other way round. */
  readonly columns: Int32Array;
  readonly columnCount: Int32Array;
  readonly rows: Int32Array;
  readonly rowCount: Int32Array;
}

/** In the order of elimination. */
interface Pivot {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** Rows below, and what was taken away from each in times the pivot's row. */
  readonly below: Int32Array;
  readonly factors: Float64Array;
  /** The pivot's row as it was then, the pivot left out. */
  readonly right: Int32Array;
  readonly rightValues: Float64Array;
}

let room = { entry: new Float64Array(0), columns: new Int32Array(0), rows: new Int32Array(0) };

/** An empty nucleus; the room is that of the one before. */
export function nucleusOf(size: number): Nucleus {
  if (room.entry.length < size * size) {
    const length = 2 * size * size;
    room = { entry: new Float64Array(length), columns: new Int32Array(length), rows: new Int32Array(length) };
  }
  return { size, ...room, columnCount: new Int32Array(size), rowCount: new Int32Array(size) };
}

export function put(of: Nucleus, row: number, column: number, value: number): void {
  const { size, entry, columns, columnCount, rows, rowCount } = of;
  entry[row * size + column] = value;
  columns[row * size + columnCount[row]!] = column;
  columnCount[row]! += 1;
  rows[column * size + rowCount[column]!] = row;
  rowCount[column]! += 1;
}

export function eliminate(of: Nucleus): Pivot[] {
  const { size, entry, columns, columnCount, rows, rowCount } = of;
  const open = Array.from({ length: size }, (_, row) => row);
  const lone: number[] = [];
  const pivots: Pivot[] = [];
  while (pivots.length < size) {
    const { row, column } = next(of, open, lone);
    const start = row * size;
    const value = entry[start + column]!;
    if (Math.abs(value) < LEAST) singular();
    open.splice(open.indexOf(row), 1);
    drop(columns, start, columnCount, row, column);
    entry[start + column] = 0;
    const right = columns.slice(start, start + columnCount[row]!);
    const rightValues = new Float64Array(right.length);
    for (let index = 0; index < right.length; index += 1) {
      const at = start + right[index]!;
      rightValues[index] = entry[at]!;
      entry[at] = 0;
      leave(of, right[index]!, row, lone);
    }
    drop(rows, column * size, rowCount, column, row);
    const below = rows.slice(column * size, column * size + rowCount[column]!);
    const factors = new Float64Array(below.length);
    rowCount[column] = 0;
    for (let index = 0; index < below.length; index += 1) {
      const other = below[index]!;
      const factor = entry[other * size + column]! / value;
      factors[index] = factor;
      entry[other * size + column] = 0;
      drop(columns, other * size, columnCount, other, column);
      takeAway(of, other, factor, right, rightValues, lone);
    }
    pivots.push({ row, column, value, below, factors, right, rightValues });
  }
  return pivots;
}

function next(of: Nucleus, open: readonly number[], lone: number[]): { row: number; column: number } {
  const { size, entry, columns, columnCount, rows, rowCount } = of;
  for (let column = lone.pop(); column !== undefined; column = lone.pop())
    if (rowCount[column] === 1) return { row: rows[column * size]!, column };
  let fewest = size + 1;
  for (const row of open) fewest = Math.min(fewest, columnCount[row]!);
  const best = { row: -1, column: -1 };
  let least = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const row of open) {
    const count = columnCount[row]!;
    if (count > fewest + 1) continue;
    const start = row * size;
    let most = 0;
    for (let index = 0; index < count; index += 1)
      most = Math.max(most, Math.abs(entry[start + columns[start + index]!]!));
    for (let index = 0; index < count; index += 1) {
      const column = columns[start + index]!;
      const made = (count - 1) * (rowCount[column]! - 1);
      if (made >= least || Math.abs(entry[start + column]!) < THRESHOLD * most) continue;
      least = made;
      best.row = row;
      best.column = column;
    }
    looked += 1;
    if (looked === ROWS) break;
  }
  if (best.row < 0) singular();
  return best;
}

function singular(): void {
  room = { entry: new Float64Array(0), columns: new Int32Array(0), rows: new Int32Array(0) };
  assert(false, 'the basis of the master problem is singular');
}

/** Takes the pivot's row away from another. */
function takeAway(
  of: Nucleus,
  row: number,
  factor: number,
  right: Int32Array,
  rightValues: Float64Array,
  lone: number[],
): void {
  const { size, entry, columns, columnCount } = of;
  const start = row * size;
  for (let index = 0; index < right.length; index += 1) {
    const column = right[index]!;
    const before = entry[start + column]!;
    const after = before - factor * rightValues[index]!;
    if (before === 0) put(of, row, column, after);
    else if (after > TINY || after < -TINY) entry[start + column] = after;
    else {
      entry[start + column] = 0;
      drop(columns, start, columnCount, row, column);
      leave(of, column, row, lone);
    }
  }
}

/** A column has no entry in a row any more. */
function leave({ size, rows, rowCount }: Nucleus, column: number, row: number, lone: number[]): void {
  drop(rows, column * size, rowCount, column, row);
  if (rowCount[column] === 1) lone.push(column);
}

/** Takes one out of a list whose order does not matter. */
function drop(list: Int32Array, start: number, count: Int32Array, of: number, one: number): void {
  let at = start;
  while (list[at] !== one) at += 1;
  count[of]! -= 1;
  list[at] = list[start + count[of]!]!;
}
