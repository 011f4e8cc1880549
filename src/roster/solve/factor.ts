/**
 * A basis of the linear program, factored: sparse LU, and one step (an "eta") for each column exchanged since. All
 * vectors are indexed by row; the column that is basic in a row has that row's place.
 *
 * Order of elimination: columns with one open row, rows with one open column (both cost nothing), then the nucleus, columns
 * with few entries first; among the rows that are large enough for a pivot the one with the fewest entries.
 */
import { assert } from '../../base/assert.js';

/** A pivot is at least this part of its column's largest entry, and never below the least. */
const THRESHOLD = 0.1;
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

/** @param basis columns; on return `basis[row]` is the one whose pivot is in that row */
export function factored(basis: Int32Array, entries: Entries): Factor {
  const size = basis.length;
  const { order, rowOf } = eliminationOrder(basis, entries);
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
  const stepOf = new Int32Array(size).fill(-1);
  const work = new Float64Array(size);
  const touched = new Int32Array(size);
  const isTouched = new Uint8Array(size);
  const rowWeight = rowCounts(basis, entries);
  const placed = new Int32Array(size);

  for (let step = 0; step < size; step += 1) {
    const column = basis[order[step]!]!;
    let count = 0;
    for (let at = entries.first[column]!; at < entries.first[column + 1]!; at += 1) {
      const row = entries.row[at]!;
      work[row]! += entries.value[at]!;
      if (isTouched[row] === 0) {
        isTouched[row] = 1;
        touched[count] = row;
        count += 1;
      }
    }
    for (let index = 0; index < belowCount; index += 1) {
      const earlier = below[index]!;
      const factor = work[pivotRow[earlier]!]!;
      if (factor === 0) continue;
      for (let at = lowerFirst[earlier]!; at < lowerFirst[earlier + 1]!; at += 1) {
        const row = lower.index[at]!;
        work[row]! -= factor * lower.value[at]!;
        if (isTouched[row] === 0) {
          isTouched[row] = 1;
          touched[count] = row;
          count += 1;
        }
      }
    }
    // The pivot: where the order names a row it is the only one that is open.
    let chosen = rowOf[step]!;
    if (chosen < 0 || stepOf[chosen] !== -1 || Math.abs(work[chosen]!) < LEAST) {
      let most = 0;
      for (let index = 0; index < count; index += 1) {
        const row = touched[index]!;
        if (stepOf[row] === -1 && Math.abs(work[row]!) > most) most = Math.abs(work[row]!);
      }
      assert(most >= LEAST, 'the basis of the master problem is singular');
      chosen = -1;
      for (let index = 0; index < count; index += 1) {
        const row = touched[index]!;
        if (stepOf[row] !== -1 || Math.abs(work[row]!) < THRESHOLD * most) continue;
        if (chosen < 0 || rowWeight[row]! < rowWeight[chosen]!) chosen = row;
      }
    }
    const chosenSize = work[chosen]!;
    let lowerAt = lowerFirst[step]!;
    let upperAt = upperFirst[step]!;
    grow(lower, lowerAt + count);
    grow(upper, upperAt + count);
    for (let index = 0; index < count; index += 1) {
      const row = touched[index]!;
      const value = work[row]!;
      work[row] = 0;
      isTouched[row] = 0;
      if (row === chosen || (value < TINY && value > -TINY)) continue;
      if (stepOf[row] === -1) {
        lower.index[lowerAt] = row;
        lower.value[lowerAt] = value / chosenSize;
        lowerAt += 1;
      } else {
        upper.index[upperAt] = row;
        upper.value[upperAt] = value;
        upperAt += 1;
      }
    }
    if (lowerAt > lowerFirst[step]!) {
      below[belowCount] = step;
      belowCount += 1;
    }
    lowerFirst[step + 1] = lowerAt;
    upperFirst[step + 1] = upperAt;
    pivotRow[step] = chosen;
    pivot[step] = chosenSize;
    stepOf[chosen] = step;
    placed[chosen] = column;
  }
  basis.set(placed);

  const etas = list(16 * size);
  const etaFirst = new Int32Array(EXCHANGES + 2);
  const etaRow = new Int32Array(EXCHANGES + 1);
  const etaPivot = new Float64Array(EXCHANGES + 1);
  let count = 0;

  return {
    forward(vector) {
      const { index, value } = lower;
      for (let which = 0; which < belowCount; which += 1) {
        const step = below[which]!;
        const factor = vector[pivotRow[step]!]!;
        if (factor === 0) continue;
        const end = lowerFirst[step + 1]!;
        for (let at = lowerFirst[step]!; at < end; at += 1) vector[index[at]!]! -= factor * value[at]!;
      }
      const [rows, values] = [upper.index, upper.value];
      for (let step = size - 1; step >= 0; step -= 1) {
        const row = pivotRow[step]!;
        let factor = vector[row]!;
        if (factor === 0) continue;
        factor /= pivot[step]!;
        if (factor < TINY && factor > -TINY) factor = 0;
        vector[row] = factor;
        const end = upperFirst[step + 1]!;
        for (let at = upperFirst[step]!; at < end; at += 1) vector[rows[at]!]! -= factor * values[at]!;
      }
      const [etaIndex, etaValue] = [etas.index, etas.value];
      for (let eta = 0; eta < count; eta += 1) {
        const row = etaRow[eta]!;
        if (vector[row] === 0) continue;
        const factor = vector[row]! / etaPivot[eta]!;
        vector[row] = factor;
        const end = etaFirst[eta + 1]!;
        for (let at = etaFirst[eta]!; at < end; at += 1) vector[etaIndex[at]!]! -= factor * etaValue[at]!;
      }
    },
    backward(vector) {
      const [etaIndex, etaValue] = [etas.index, etas.value];
      for (let eta = count - 1; eta >= 0; eta -= 1) {
        let sum = vector[etaRow[eta]!]!;
        const end = etaFirst[eta + 1]!;
        for (let at = etaFirst[eta]!; at < end; at += 1) sum -= etaValue[at]! * vector[etaIndex[at]!]!;
        vector[etaRow[eta]!] = sum / etaPivot[eta]!;
      }
      const [rows, values] = [upper.index, upper.value];
      for (let step = 0; step < size; step += 1) {
        const row = pivotRow[step]!;
        let sum = vector[row]!;
        const end = upperFirst[step + 1]!;
        for (let at = upperFirst[step]!; at < end; at += 1) sum -= values[at]! * vector[rows[at]!]!;
        vector[row] = sum / pivot[step]!;
      }
      const { index, value } = lower;
      for (let which = belowCount - 1; which >= 0; which -= 1) {
        const step = below[which]!;
        let sum = 0;
        const end = lowerFirst[step + 1]!;
        for (let at = lowerFirst[step]!; at < end; at += 1) sum += value[at]! * vector[index[at]!]!;
        vector[pivotRow[step]!]! -= sum;
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
  /** By step: the pivot's row, -1 where sizes decide. */
  readonly rowOf: Int32Array;
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
  rest.sort((a, b) => open[a]! - open[b]! || a - b);
  for (const place of rest) {
    order[step] = place;
    step += 1;
  }
  return { order, rowOf };
}
