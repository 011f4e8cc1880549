/**
 * Elimination of a basis's nucleus: what is left when no column has a lone open row and no row a lone open column. Row by row; the pivot
 * is the entry, large enough in its row, that can make fewest new entries (Markowitz), looked for in the few rows that have
 * fewest entries. A few hundred rows and columns: they lie in a full square, since looking past entries that are 0 is cheaper than keeping lists of the others.
 * Once hardly any is 0 nothing is looked at any more: the largest entry of each column is its pivot.
 */
import { assert } from '../../base/assert.js';

/** A pivot is at least this part of its row's largest entry (but where it is alone in its column, or all is full), and never below the least. */
const THRESHOLD = 0.1;
const LEAST = 1e-9;
const TINY = 1e-14;
/** This part of the open rows and columns being entries, they are full. */
const FULL = 0.85;
/** Rows looked at for a pivot. */
const ROWS = 4;

/** A square of so many rows and columns, numbered from 0. Everything is 0 again behind an elimination; behind one that fails the room is left. */
interface Nucleus {
  readonly size: number;
  /** Entries at `[row * size + column]`. */
  readonly entry: Float64Array;
  /** Entries of each row, and of each column. */
  readonly rowCount: Int32Array;
  readonly columnCount: Int32Array;
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

let room = new Float64Array(0);
let places = new Int32Array(0);
let values = new Float64Array(0);

/** An empty nucleus; the room is that of the one before. */
export function nucleusOf(size: number): Nucleus {
  if (room.length < size * size) {
    room = new Float64Array(2 * size * size);
    places = new Int32Array(2 * size);
    values = new Float64Array(2 * size);
  }
  return { size, entry: room, rowCount: new Int32Array(size), columnCount: new Int32Array(size) };
}

export function put({ size, entry, rowCount, columnCount }: Nucleus, row: number, column: number, value: number): void {
  entry[row * size + column] = value;
  rowCount[row]! += 1;
  columnCount[column]! += 1;
}

export function eliminate(of: Nucleus): Pivot[] {
  const { size, entry, rowCount, columnCount } = of;
  const open = Array.from({ length: size }, (_, row) => row);
  /** Columns that have one entry, or had one. */
  const lone: number[] = [];
  const pivots: Pivot[] = [];
  const isPivoted = new Uint8Array(size);
  while (pivots.length < size) {
    if (isFull(of, open)) {
      eliminateFull(of, open, isPivoted, pivots);
      break;
    }
    const { row, column } = next(of, open, lone);
    isPivoted[column] = 1;
    const start = row * size;
    const value = entry[start + column]!;
    if (Math.abs(value) < LEAST) singular();
    open.splice(open.indexOf(row), 1);
    entry[start + column] = 0;
    const right = takeOut(of, row, lone);
    const rightValues = values.slice(0, right.length);
    let count = 0;
    if (columnCount[column]! > 1) {
      for (const other of open) {
        const at = other * size + column;
        if (entry[at] === 0) continue;
        const factor = entry[at]! / value;
        entry[at] = 0;
        rowCount[other]! -= 1;
        places[count] = other;
        values[count] = factor;
        count += 1;
        takeAway(of, other, factor, right, rightValues, lone);
      }
    }
    columnCount[column] = 0;
    pivots.push({
      row,
      column,
      value,
      below: places.slice(0, count),
      factors: values.slice(0, count),
      right,
      rightValues,
    });
  }
  return pivots;
}

function isFull({ rowCount }: Nucleus, open: readonly number[]): boolean {
  let entries = 0;
  for (const row of open) entries += rowCount[row]!;
  return entries >= FULL * open.length * open.length;
}

/** Eliminates the open rows, column by column, without a look at what is 0. */
function eliminateFull(
  { size, entry }: Nucleus,
  rows: readonly number[],
  isPivoted: Uint8Array,
  pivots: Pivot[],
): void {
  const columns = Array.from({ length: size }, (_, column) => column).filter((column) => isPivoted[column] === 0);
  const count = rows.length;
  const full = new Float64Array(count * count);
  rows.forEach((row, place) => {
    for (let at = 0; at < count; at += 1) {
      full[place * count + at] = entry[row * size + columns[at]!]!;
      entry[row * size + columns[at]!] = 0;
    }
  });
  /** Rows that are open come behind those that are done. */
  const order = Int32Array.from(rows.keys());
  for (let step = 0; step < count; step += 1) {
    let best = step;
    for (let at = step + 1; at < count; at += 1)
      if (Math.abs(full[order[at]! * count + step]!) > Math.abs(full[order[best]! * count + step]!)) best = at;
    const place = order[best]!;
    order[best] = order[step]!;
    order[step] = place;
    const start = place * count;
    const value = full[start + step]!;
    if (!(Math.abs(value) >= LEAST)) singular();
    let found = 0;
    for (let at = step + 1; at < count; at += 1) {
      const here = full[start + at]!;
      if (here < TINY && here > -TINY) continue;
      places[found] = columns[at]!;
      values[found] = here;
      found += 1;
    }
    const right = places.slice(0, found);
    const rightValues = values.slice(0, found);
    found = 0;
    for (let at = step + 1; at < count; at += 1) {
      const other = order[at]! * count;
      const here = full[other + step]!;
      if (here < TINY && here > -TINY) continue;
      places[found] = rows[order[at]!]!;
      values[found] = here / value;
      takeAll(full, other, start, step + 1, count, here / value);
      found += 1;
    }
    const [below, factors] = [places.slice(0, found), values.slice(0, found)];
    pivots.push({ row: rows[place]!, column: columns[step]!, value, below, factors, right, rightValues });
  }
}

/** Takes one stretch of a full matrix, so many times, away from another: their entries from..to-1. */
function takeAll(full: Float64Array, other: number, start: number, from: number, to: number, factor: number): void {
  for (let at = from; at < to; at += 1) full[other + at]! -= factor * full[start + at]!;
}

function next(of: Nucleus, open: readonly number[], lone: number[]): { row: number; column: number } {
  const { size, entry, rowCount, columnCount } = of;
  for (let column = lone.pop(); column !== undefined; column = lone.pop()) {
    if (columnCount[column] !== 1) continue;
    for (const row of open) if (entry[row * size + column] !== 0) return { row, column };
  }
  let fewest = size + 1;
  for (const row of open) fewest = Math.min(fewest, rowCount[row]!);
  const best = { row: -1, column: -1 };
  let least = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const row of open) {
    const count = rowCount[row]!;
    if (count > fewest + 1) continue;
    const start = row * size;
    let most = 0;
    for (let column = 0; column < size; column += 1) most = Math.max(most, Math.abs(entry[start + column]!));
    for (let column = 0; column < size; column += 1) {
      if (entry[start + column] === 0) continue;
      const made = (count - 1) * (columnCount[column]! - 1);
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
  room = new Float64Array(0);
  assert(false, 'the basis of the master problem is singular');
}

/** Takes a row out of the square: gives its columns, and its entries in `values`. */
function takeOut({ size, entry, columnCount }: Nucleus, row: number, lone: number[]): Int32Array {
  const start = row * size;
  let count = 0;
  for (let column = 0; column < size; column += 1) {
    const value = entry[start + column]!;
    if (value === 0) continue;
    entry[start + column] = 0;
    places[count] = column;
    values[count] = value;
    count += 1;
    columnCount[column]! -= 1;
    if (columnCount[column] === 1) lone.push(column);
  }
  return places.slice(0, count);
}

/** Takes the pivot's row away from another. */
function takeAway(
  { size, entry, rowCount, columnCount }: Nucleus,
  row: number,
  factor: number,
  right: Int32Array,
  rightValues: Float64Array,
  lone: number[],
): void {
  const start = row * size;
  let more = 0;
  for (let index = 0; index < right.length; index += 1) {
    const column = right[index]!;
    const before = entry[start + column]!;
    const after = before - factor * rightValues[index]!;
    if (before === 0) {
      entry[start + column] = after;
      columnCount[column]! += 1;
      more += 1;
    } else if (after > TINY || after < -TINY) entry[start + column] = after;
    else {
      entry[start + column] = 0;
      more -= 1;
      columnCount[column]! -= 1;
      if (columnCount[column] === 1) lone.push(column);
    }
  }
  rowCount[row]! += more;
}
