/**
 * A basis of the linear program, factored: sparse LU, and one step (an "eta") for each column exchanged since. All
 * vectors are indexed by row; the column that is basic in a row has that row's place.
 *
 * Order of elimination: columns with one open row, rows with one open column (both cost nothing), then the nucleus (`nucleus.ts`).
 */
import { assert } from '../../base/assert.js';
import { eliminate, nucleusOf, put } from './nucleus.js';

const LEAST = 1e-9;
const TINY = 1e-14;
/** Exchanges that a factoring serves. */
const EXCHANGES = 64;

/** Entries of all columns of the program, those of column c at `first[c]..first[c + 1]-1`. */
export interface Entries {
  readonly first: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

export interface Factor {
  /** Turns a column of the program into one of the tableau, in place. */
  readonly forward: (vector: Float64Array) => void;
  /** Turns prices of the basic columns into prices of the rows, in place. */
  readonly backward: (vector: Float64Array) => void;
  /** The column with this tableau column becomes basic in a row. */
  readonly exchange: (alpha: Float64Array, row: number) => void;
  readonly exchanges: () => number;
  /** Takes all exchanges but the first so many back. */
  readonly rewind: (exchanges: number) => void;
  /** So many exchanges make it slow or vague: factor anew. */
  readonly isWorn: () => boolean;
}

/** Lists of entries that grow. */
interface List {
  index: Int32Array;
  value: Float64Array;
}

const list = (room: number): List => ({ index: new Int32Array(room), value: new Float64Array(room) });

function grow(of: List, needed: number): void {
  if (needed <= of.index.length) return;
  const room = Math.max(needed, 2 * of.index.length);
  const index = new Int32Array(room);
  index.set(of.index);
  const value = new Float64Array(room);
  value.set(of.value);
  of.index = index;
  of.value = value;
}

/** Takes entries from..to-1, so many times, away from a vector. */
function takeAway(vector: Float64Array, { index, value }: List, from: number, to: number, factor: number): void {
  for (let at = from; at < to; at += 1) vector[index[at]!]! -= factor * value[at]!;
}

/** Entries from..to-1 times a vector. */
function product(vector: Float64Array, { index, value }: List, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += value[at]! * vector[index[at]!]!;
  return sum;
}

/** @param basis columns; on return `basis[row]` is the one whose pivot is in that row */
export function factored(basis: Int32Array, entries: Entries): Factor {
  const size = basis.length;
  const { order, rowOf, alone } = eliminationOrder(basis, entries);
  /** By step: the pivot's row and size. Both factors by columns; those of `upper` name rows pivoted before. */
  const pivotRow = new Int32Array(size);
  const pivot = new Float64Array(size);
  const lowerFirst = new Int32Array(size + 1);
  const upperFirst = new Int32Array(size + 1);
  const lower = list(4 * size + 64);
  const upper = list(16 * size + 64);
  /** Steps whose column of `lower` is not empty. */
  const below = new Int32Array(size);
  let belowCount = 0;
  const isPivoted = new Uint8Array(size);
  const placed = new Int32Array(size);

  const push = (to: List, at: number, index: number, value: number): void => {
    grow(to, at + 1);
    to.index[at] = index;
    to.value[at] = value;
  };
  const close = (step: number, row: number, value: number, column: number): void => {
    pivotRow[step] = row;
    pivot[step] = value;
    isPivoted[row] = 1;
    placed[row] = column;
    if (lowerFirst[step + 1]! > lowerFirst[step]!) {
      below[belowCount] = step;
      belowCount += 1;
    }
  };

  // Lone columns and lone rows: entries stay what they are.
  for (let step = 0; step < alone; step += 1) {
    const column = basis[order[step]!]!;
    const chosen = rowOf[step]!;
    let value = 0;
    let lowerAt = lowerFirst[step]!;
    let upperAt = upperFirst[step]!;
    for (let at = entries.first[column]!; at < entries.first[column + 1]!; at += 1)
      if (entries.row[at] === chosen) value += entries.value[at]!;
    assert(Math.abs(value) >= LEAST, 'the basis of the master problem is singular');
    for (let at = entries.first[column]!; at < entries.first[column + 1]!; at += 1) {
      const row = entries.row[at]!;
      if (row === chosen) continue;
      if (isPivoted[row] === 1) {
        push(upper, upperAt, row, entries.value[at]!);
        upperAt += 1;
      } else {
        push(lower, lowerAt, row, entries.value[at]! / value);
        lowerAt += 1;
      }
    }
    lowerFirst[step + 1] = lowerAt;
    upperFirst[step + 1] = upperAt;
    close(step, chosen, value, column);
  }

  // The nucleus: its rows and columns numbered from 0.
  const rows: number[] = [];
  const numberOf = new Int32Array(size).fill(-1);
  for (let row = 0; row < size; row += 1) {
    if (isPivoted[row] === 1) continue;
    numberOf[row] = rows.length;
    rows.push(row);
  }
  const nucleus = nucleusOf(rows.length);
  for (let number = 0; number < rows.length; number += 1) {
    const column = basis[order[alone + number]!]!;
    for (let at = entries.first[column]!; at < entries.first[column + 1]!; at += 1) {
      const row = numberOf[entries.row[at]!]!;
      if (row >= 0 && entries.value[at] !== 0) put(nucleus, row, number, entries.value[at]!);
    }
  }
  const pivots = eliminate(nucleus);
  // Pivots' rows, by column.
  const rightFirst = new Int32Array(rows.length + 1);
  for (const { right } of pivots) for (const column of right) rightFirst[column + 1]! += 1;
  for (let column = 0; column < rows.length; column += 1) rightFirst[column + 1]! += rightFirst[column]!;
  const rightRow = new Int32Array(rightFirst[rows.length]!);
  const rightValue = new Float64Array(rightRow.length);
  const filled = rightFirst.slice();
  for (const { row, right, rightValues } of pivots) {
    for (let index = 0; index < right.length; index += 1) {
      const at = filled[right[index]!]!;
      rightRow[at] = rows[row]!;
      rightValue[at] = rightValues[index]!;
      filled[right[index]!] = at + 1;
    }
  }
  pivots.forEach(({ row, column, value, below: under, factors }, which) => {
    const step = alone + which;
    const of = basis[order[alone + column]!]!;
    let lowerAt = lowerFirst[step]!;
    let upperAt = upperFirst[step]!;
    for (let index = 0; index < under.length; index += 1) {
      push(lower, lowerAt, rows[under[index]!]!, factors[index]!);
      lowerAt += 1;
    }
    for (let at = entries.first[of]!; at < entries.first[of + 1]!; at += 1) {
      if (numberOf[entries.row[at]!]! >= 0) continue;
      push(upper, upperAt, entries.row[at]!, entries.value[at]!);
      upperAt += 1;
    }
    for (let at = rightFirst[column]!; at < rightFirst[column + 1]!; at += 1) {
      push(upper, upperAt, rightRow[at]!, rightValue[at]!);
      upperAt += 1;
    }
    lowerFirst[step + 1] = lowerAt;
    upperFirst[step + 1] = upperAt;
    close(step, rows[row]!, value, of);
  });
  basis.set(placed);

  const etas = list(16 * size);
  const etaFirst = new Int32Array(EXCHANGES + 2);
  const etaRow = new Int32Array(EXCHANGES + 1);
  const etaPivot = new Float64Array(EXCHANGES + 1);
  let count = 0;

  return {
    forward(vector) {
      for (let which = 0; which < belowCount; which += 1) {
        const step = below[which]!;
        const factor = vector[pivotRow[step]!]!;
        if (factor !== 0) takeAway(vector, lower, lowerFirst[step]!, lowerFirst[step + 1]!, factor);
      }
      for (let step = size - 1; step >= 0; step -= 1) {
        const row = pivotRow[step]!;
        let factor = vector[row]!;
        if (factor === 0) continue;
        factor /= pivot[step]!;
        if (factor < TINY && factor > -TINY) factor = 0;
        vector[row] = factor;
        takeAway(vector, upper, upperFirst[step]!, upperFirst[step + 1]!, factor);
      }
      for (let eta = 0; eta < count; eta += 1) {
        const row = etaRow[eta]!;
        if (vector[row] === 0) continue;
        const factor = vector[row]! / etaPivot[eta]!;
        vector[row] = factor;
        takeAway(vector, etas, etaFirst[eta]!, etaFirst[eta + 1]!, factor);
      }
    },
    backward(vector) {
      for (let eta = count - 1; eta >= 0; eta -= 1) {
        const row = etaRow[eta]!;
        vector[row] = (vector[row]! - product(vector, etas, etaFirst[eta]!, etaFirst[eta + 1]!)) / etaPivot[eta]!;
      }
      for (let step = 0; step < size; step += 1) {
        const row = pivotRow[step]!;
        vector[row] = (vector[row]! - product(vector, upper, upperFirst[step]!, upperFirst[step + 1]!)) / pivot[step]!;
      }
      for (let which = belowCount - 1; which >= 0; which -= 1) {
        const step = below[which]!;
        vector[pivotRow[step]!]! -= product(vector, lower, lowerFirst[step]!, lowerFirst[step + 1]!);
      }
    },
    exchange(alpha, row) {
      let at = etaFirst[count]!;
      grow(etas, at + size);
      for (let other = 0; other < size; other += 1) {
        const value = alpha[other]!;
        if (other === row || (value < TINY && value > -TINY)) continue;
        etas.index[at] = other;
        etas.value[at] = value;
        at += 1;
      }
      etaRow[count] = row;
      etaPivot[count] = alpha[row]!;
      count += 1;
      etaFirst[count] = at;
    },
    exchanges: () => count,
    rewind(exchanges) {
      count = exchanges;
    },
    isWorn: () => count >= EXCHANGES,
  };
}

function rowCounts(basis: Int32Array, { first, row }: Pick<Entries, 'first' | 'row'>): Int32Array {
  const counts = new Int32Array(basis.length);
  for (const column of basis) for (let at = first[column]!; at < first[column + 1]!; at += 1) counts[row[at]!]! += 1;
  return counts;
}

/** Lone columns, then lone rows, as long as there are any; the nucleus at the end. */
interface Order {
  /** By step: the place in the basis given. */
  readonly order: Int32Array;
  /** By step: the pivot's row, for the steps in front of the nucleus. */
  readonly rowOf: Int32Array;
  /** So many steps are in front of it. */
  readonly alone: number;
}

function eliminationOrder(basis: Int32Array, { first, row }: Entries): Order {
  const size = basis.length;
  const rowOpen = rowCounts(basis, { first, row });
  const rowFirst = new Int32Array(size + 1);
  for (let index = 0; index < size; index += 1) rowFirst[index + 1] = rowFirst[index]! + rowOpen[index]!;
  const rowPlaces = new Int32Array(rowFirst[size]!);
  const filled = rowFirst.slice();
  const open = new Int32Array(size);
  for (let place = 0; place < size; place += 1) {
    const column = basis[place]!;
    open[place] = first[column + 1]! - first[column]!;
    for (let at = first[column]!; at < first[column + 1]!; at += 1) {
      rowPlaces[filled[row[at]!]!] = place;
      filled[row[at]!]! += 1;
    }
  }
  const order = new Int32Array(size);
  const rowOf = new Int32Array(size).fill(-1);
  const isDone = new Uint8Array(size);
  const isRowDone = new Uint8Array(size);
  let step = 0;
  const lone: number[] = [];
  const loneRows: number[] = [];
  for (let index = size - 1; index >= 0; index -= 1) {
    if (open[index] === 1) lone.push(index);
    if (rowOpen[index] === 1) loneRows.push(index);
  }
  const close = (place: number, at: number): void => {
    isDone[place] = 1;
    isRowDone[at] = 1;
    order[step] = place;
    rowOf[step] = at;
    step += 1;
    for (let index = rowFirst[at]!; index < rowFirst[at + 1]!; index += 1) {
      const other = rowPlaces[index]!;
      open[other]! -= 1;
      if (open[other] === 1 && isDone[other] === 0) lone.push(other);
    }
    const column = basis[place]!;
    for (let index = first[column]!; index < first[column + 1]!; index += 1) {
      const other = row[index]!;
      rowOpen[other]! -= 1;
      if (rowOpen[other] === 1 && isRowDone[other] === 0) loneRows.push(other);
    }
  };
  for (;;) {
    const place = lone.pop();
    if (place !== undefined) {
      if (isDone[place] === 1) continue;
      const column = basis[place]!;
      for (let at = first[column]!; at < first[column + 1]!; at += 1) {
        if (isRowDone[row[at]!] === 1) continue;
        close(place, row[at]!);
        break;
      }
      continue;
    }
    const at = loneRows.pop();
    if (at === undefined) break;
    if (isRowDone[at] === 1) continue;
    for (let index = rowFirst[at]!; index < rowFirst[at + 1]!; index += 1) {
      if (isDone[rowPlaces[index]!] === 1) continue;
      close(rowPlaces[index]!, at);
      break;
    }
  }
  const rest: number[] = [];
  for (let place = 0; place < size; place += 1) if (isDone[place] === 0) rest.push(place);
  order.set(rest, step);
  return { order, rowOf, alone: step };
}
