/**
 * What the simplex steps on: the columns of a linear program, a basis of them and its inverse, prices and reduced costs, and the
 * exchange of one basic column for another, which primal and dual steps share. Columns are at their lower bound 0, at their upper
 * one, or basic.
 */
import { assert } from '../../base/assert.js';
import { grown } from '../../base/grown.js';
import * as inverse from './inverse.js';
import { addAllUp, addUp, emptySums, pieceOf, type Sums, sumIn, want, wantNone } from './sums.js';

export const LOWER = 0;
export const UPPER = 1;
export const BASIC = 2;

/** Reduced costs nearer to 0 are 0. */
export const REDUCED = 1e-7;
/** About so many columns are priced at every pivot, in times the rows, and at least. */
const NEAREST = 2;
const NEAREST_LEAST = 100;
/** At most so many columns are looked at to tell which are near. */
const SAMPLE = 400;
/** Exchanges that an inverse serves. */
const EXCHANGES = 1000;

export interface Column {
  readonly cost: number;
  readonly upper: number;
  /** Rows with their coefficients. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Arrays by column grow with the program: read them anew after `addColumn`. */
export interface Tableau {
  readonly size: number;
  readonly rhs: Float64Array;
  columns: number;
  cost: Float64Array<ArrayBuffer>;
  upper: Float64Array<ArrayBuffer>;
  status: Uint8Array<ArrayBuffer>;
  /** By column: 1 = it is to be 0. */
  isClosed: Uint8Array<ArrayBuffer>;
  /** By column: reduced cost and Devex weight. */
  reduced: Float64Array<ArrayBuffer>;
  weight: Float64Array<ArrayBuffer>;
  /** All columns' entries, one behind the other: those of column c at `first[c]..first[c + 1]-1`. */
  first: Int32Array<ArrayBuffer>;
  row: Int32Array<ArrayBuffer>;
  value: Float64Array<ArrayBuffer>;
  /** By column: the piece that covers it, and of near columns the slot of its sum. */
  piece: Int32Array<ArrayBuffer>;
  slot: Int32Array<ArrayBuffer>;
  /** What columns times a vector are. */
  readonly sums: Sums;
  /** The columns priced at every pivot: nearest to helping as of the last look at them all, and those that left since. */
  readonly near: number[];
  /** By column: 1 = is among them. */
  isNear: Uint8Array<ArrayBuffer>;
  /** By row: the basic column, and its value. */
  readonly basis: Int32Array;
  readonly x: Float64Array;
  /** Of the basis; null, or not the current one: there is none. */
  inverse: inverse.Inverse | null;
  /** Exchanges so far. */
  steps: number;
  /** Prices of the rows. */
  readonly pi: Float64Array;
  /** A vector by row on its way. */
  readonly right: Float64Array;
}

const ROOM = 1024;

export const emptyTableau = (rhs: Float64Array): Tableau => ({
  size: rhs.length,
  rhs,
  columns: 0,
  cost: new Float64Array(ROOM),
  upper: new Float64Array(ROOM),
  status: new Uint8Array(ROOM),
  isClosed: new Uint8Array(ROOM),
  reduced: new Float64Array(ROOM),
  weight: new Float64Array(ROOM),
  first: new Int32Array(ROOM + 1),
  row: new Int32Array(8 * ROOM),
  value: new Float64Array(8 * ROOM),
  piece: new Int32Array(ROOM),
  slot: new Int32Array(ROOM),
  sums: emptySums(rhs.length),
  near: [],
  isNear: new Uint8Array(ROOM),
  basis: new Int32Array(rhs.length).fill(-1),
  x: new Float64Array(rhs.length),
  inverse: null,
  steps: 0,
  pi: new Float64Array(rhs.length),
  right: new Float64Array(rhs.length),
});

/** Adds a column at its lower (`atUpper`: upper) bound, and gives its number. */
export function addColumn(of: Tableau, column: Column, atUpper: boolean): number {
  const made = of.columns;
  of.columns += 1;
  if (of.columns > of.cost.length) {
    for (const key of ['cost', 'upper', 'reduced', 'weight'] as const) of[key] = grown(of[key]);
    for (const key of ['status', 'isClosed', 'isNear'] as const) of[key] = grown(of[key]);
    for (const key of ['first', 'piece', 'slot'] as const) of[key] = grown(of[key]);
  }
  const begin = of.first[made]!;
  const end = begin + column.rows.length;
  if (end > of.value.length) {
    of.value = grown(of.value, 2 * of.value.length + column.rows.length);
    of.row = grown(of.row, of.value.length);
  }
  of.cost[made] = column.cost;
  of.upper[made] = column.upper;
  of.status[made] = atUpper ? UPPER : LOWER;
  of.row.set(column.rows, begin);
  of.value.set(column.values, begin);
  of.first[of.columns] = end;
  of.piece[made] = pieceOf(of.sums, column.rows, column.values);
  return made;
}

/** Adds an amount of a column to a vector by row. */
export function addTo({ first, row, value }: Tableau, vector: Float64Array, column: number, amount: number): void {
  for (let at = first[column]!; at < first[column + 1]!; at += 1) vector[row[at]!]! += value[at]! * amount;
}

/** The inverse of the basis, which must be there. */
export function inverseOf({ inverse: of }: Tableau): inverse.Inverse {
  assert(inverse.isCurrent(of), 'a basis without its inverse');
  return of;
}

/** Sets and gives a column of the tableau. */
export function setAlpha(of: Tableau, column: number): Float64Array {
  const square = inverseOf(of);
  inverse.setAlpha(square, of, column);
  return square.alpha;
}

/** Sets and gives a row of the inverse, and the sums of the near columns' entries in it. */
export function setPivotRow(of: Tableau, row: number): Float64Array {
  const square = inverseOf(of);
  inverse.setPivotRow(square, row);
  addUp(of.sums, square.pivotRow);
  return square.pivotRow;
}

/** A column's entry in the pivot row; near columns' only, until all are priced anew. */
export const entryOf = ({ slot }: Tableau, column: number): number => sumIn(slot[column]!);

/** Inverts the basis anew and sets what follows from it. */
export function refresh(of: Tableau): void {
  of.inverse = inverse.invert(of.basis, of);
  of.x.set(basicValues(of, of.rhs));
}

/** Whether so many exchanges have made the inverse vague. */
export const isWorn = (of: Tableau): boolean => inverseOf(of).count >= EXCHANGES;

/** Inverts the basis where there is no inverse, or a worn one. */
export function makeReady(of: Tableau): void {
  if (!inverse.isCurrent(of.inverse) || isWorn(of)) refresh(of);
}

/** The basic columns' values under a right-hand side; good until the next column is set. */
export function basicValues(of: Tableau, rhs: Float64Array): Float64Array {
  const { right, columns, status, upper } = of;
  right.set(rhs);
  for (let column = 0; column < columns; column += 1)
    if (status[column] === UPPER) addTo(of, right, column, -upper[column]!);
  return times(of, right);
}

/** The inverse times a vector by row; good until the next column is set. */
export function times(of: Tableau, right: Float64Array): Float64Array {
  const square = inverseOf(of);
  inverse.forward(square, right);
  return square.alpha.subarray(0, of.size);
}

/** Fresh prices. */
export function setPrices(of: Tableau): void {
  const { size, pi, cost, basis } = of;
  for (let row = 0; row < size; row += 1) pi[row] = cost[basis[row]!]!;
  inverse.backward(inverseOf(of), pi);
}

/** The most that a column may be. */
export const mostOf = ({ isClosed, upper }: Tableau, column: number): number =>
  isClosed[column] === 1 ? 0 : upper[column]!;

/** What a unit of a step along the column saves. */
export const gainOf = ({ status, reduced }: Tableau, column: number): number =>
  status[column] === LOWER ? -reduced[column]! : reduced[column]!;

/** The gain that about so many of the near columns reach, judged by some of them. */
function gainReached(of: Tableau, count: number): number {
  const { near } = of;
  const apart = Math.ceil(near.length / SAMPLE);
  const gains = new Float64Array(Math.ceil(near.length / apart));
  for (let at = 0; at < gains.length; at += 1) gains[at] = gainOf(of, near[at * apart]!);
  gains.sort();
  return gains[Math.floor(gains.length * (1 - count / near.length))]!;
}

/** Prices all columns and chooses about so many, the nearest to helping; false: none of them all helps. */
export function setNearest(of: Tableau, count = Math.max(NEAREST_LEAST, NEAREST * of.size)): boolean {
  const { near, isNear, columns, weight, status, isClosed, reduced, cost, pi, sums, piece, slot } = of;
  addAllUp(sums, pi);
  for (const column of near) isNear[column] = 0;
  near.length = 0;
  let helps = false;
  for (let column = 0; column < columns; column += 1) {
    weight[column] = 1;
    if (status[column] === BASIC || isClosed[column] === 1) continue;
    reduced[column] = cost[column]! - sums.sum[piece[column]!]!;
    near.push(column);
    if (gainOf(of, column) > REDUCED) helps = true;
  }
  if (near.length > count) {
    const least = gainReached(of, count);
    let kept = 0;
    for (const column of near) {
      if (gainOf(of, column) < least) continue;
      near[kept] = column;
      kept += 1;
    }
    near.length = kept;
  }
  wantNone(sums);
  for (const column of near) {
    isNear[column] = 1;
    slot[column] = want(sums, piece[column]!);
  }
  return helps;
}

/**
 * A column, which is set in the inverse as is the row, enters the basis in a row and changes by `step`.
 * @param leaves where the column that was basic there goes
 */
export function exchange(of: Tableau, column: number, leaving: number, step: number, leaves: number): void {
  const { size, x, basis, status, isClosed, reduced, weight, pi, near, isNear } = of;
  const square = inverseOf(of);
  const { alpha, pivotRow } = square;
  for (let row = 0; row < size; row += 1) if (alpha[row] !== 0) x[row]! -= step * alpha[row]!;
  const entered = (status[column] === LOWER ? 0 : of.upper[column]!) + step;
  const left = basis[leaving]!;
  const pivot = alpha[leaving]!;
  const price = reduced[column]! / pivot;
  status[left] = isClosed[left] === 1 ? LOWER : leaves;
  status[column] = BASIC;
  basis[leaving] = column;
  of.steps += 1;
  x[leaving] = entered;
  for (let row = 0; row < size; row += 1) pi[row]! += price * pivotRow[row]!;
  inverse.replace(square, leaving);
  // How reduced costs and weights of the others change.
  const reference = weight[column]! / (pivot * pivot);
  for (const other of near) {
    if (status[other] === BASIC) continue;
    const entry = entryOf(of, other);
    if (entry === 0) continue;
    reduced[other]! -= price * entry;
    const grown = entry * entry * reference;
    if (grown > weight[other]!) weight[other] = grown;
  }
  reduced[column] = 0;
  reduced[left] = -price;
  weight[left] = Math.max(1, reference);
  if (isNear[left] === 0 && isClosed[left] === 0) {
    isNear[left] = 1;
    near.push(left);
    of.slot[left] = want(of.sums, of.piece[left]!);
  }
}
