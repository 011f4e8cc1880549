/**
 * Sums that columns share. A column times a vector is a sum over its entries, and thousands of rows of a month are put together from the same
 * few days and weeks: each such piece is added up once, from two halves of it, and a column is the piece that covers all its rows. Pieces
 * know nothing of days: they are cut by the rows' numbers, in pairs, pairs of pairs and so on.
 */
import { assert } from '../../base/assert.js';
import { grown } from '../../base/grown.js';
import { makeKernel, reserve } from './kernel.js';

/** Piece 0 is empty. */
const NOTHING = 0;
const NOWHERE = -1;
/** Keys of pairs are whole numbers below 2 ** 53. */
const MOST_PIECES = 2 ** 26;

/** Bytes of a number, and of what is known of a slot: its halves' sums and its factor, see `kernel/program.ts`. */
const NUMBER = 8;
const RECORD = 16;

/** What is wanted lies in the kernel's memory, sums first: that of one program at a time. */
const kernel = makeKernel();
let current: Sums | null = null;
let room = 0;
let slotSums = new Float64Array(0);
let records = new Int32Array(0);
let factors = new Float64Array(0);

/** Room for so many slots; what is known of them stays. */
function makeRoom(slots: number): void {
  const known = records.slice();
  reserve(kernel, slots * (NUMBER + RECORD));
  const { buffer } = kernel.memory;
  room = slots;
  slotSums = new Float64Array(buffer, 0, slots);
  records = new Int32Array(buffer, slots * NUMBER, slots * (RECORD / 4));
  factors = new Float64Array(buffer, slots * NUMBER, slots * (RECORD / NUMBER));
  slotSums[NOTHING] = 0;
  records.set(known);
}

export interface Sums {
  /** Rows of the program. Pieces 1..size are one row each, with an entry of 1. */
  readonly size: number;
  count: number;
  /** By piece: its halves; of a row with another entry: its row as a piece, and NOTHING. */
  left: Int32Array<ArrayBuffer>;
  right: Int32Array<ArrayBuffer>;
  /** By piece: its entry where it is a single row, 1 elsewhere. */
  factor: Float64Array<ArrayBuffer>;
  /** By piece: the sum over it, of the vector that was given last to `addAllUp`. */
  sum: Float64Array<ArrayBuffer>;
  /** Pieces by their halves; single rows by row and entry. */
  readonly pairs: Map<number, number>;
  readonly singles: Map<string, number>;
  /** By piece: its slot where it is wanted, or -1; slots lie close together. Of single rows with an entry of 1, and of piece 0, it is their number. */
  slot: Int32Array<ArrayBuffer>;
  /** By slot from `size + 1` on: its piece. */
  wanted: Int32Array<ArrayBuffer>;
  slots: number;
}

export function emptySums(size: number): Sums {
  const pieces = 4 * (size + 1);
  return {
    size,
    count: size + 1,
    left: new Int32Array(pieces),
    right: new Int32Array(pieces),
    factor: new Float64Array(pieces).fill(1),
    sum: new Float64Array(pieces),
    pairs: new Map(),
    singles: new Map(),
    slot: Int32Array.from({ length: pieces }, (_, piece) => (piece <= size ? piece : NOWHERE)),
    wanted: new Int32Array(pieces),
    slots: size + 1,
  };
}

/** The piece that covers all entries of a column; a row stands there once at most. */
export function pieceOf(of: Sums, rows: Int32Array, values: Float64Array): number {
  const order = Array.from(rows.keys()).sort((a, b) => rows[a]! - rows[b]!);
  let places = order.map((at) => rows[at]!);
  let pieces = order.map((at) => single(of, rows[at]!, values[at]!));
  while (pieces.length > 1) {
    const placesAbove: number[] = [];
    const above: number[] = [];
    for (let at = 0; at < pieces.length; at += 1) {
      const place = places[at]! >> 1;
      if (placesAbove.at(-1) === place) above[above.length - 1] = pair(of, above.at(-1)!, pieces[at]!);
      else {
        placesAbove.push(place);
        above.push(pieces[at]!);
      }
    }
    places = placesAbove;
    pieces = above;
  }
  return pieces[0] ?? NOTHING;
}

function single(of: Sums, row: number, value: number): number {
  if (value === 1) return row + 1;
  const key = `${row}:${value}`;
  let piece = of.singles.get(key);
  if (piece === undefined) {
    piece = add(of, row + 1, NOTHING, value);
    of.singles.set(key, piece);
  }
  return piece;
}

function pair(of: Sums, left: number, right: number): number {
  const key = left * MOST_PIECES + right;
  let piece = of.pairs.get(key);
  if (piece === undefined) {
    piece = add(of, left, right, 1);
    of.pairs.set(key, piece);
  }
  return piece;
}

function add(of: Sums, left: number, right: number, factor: number): number {
  const piece = of.count;
  of.count += 1;
  if (of.count > of.left.length) {
    for (const key of ['left', 'right', 'slot'] as const) of[key] = grown(of[key]);
    for (const key of ['factor', 'sum'] as const) of[key] = grown(of[key]);
  }
  of.slot[piece] = NOWHERE;
  of.left[piece] = left;
  of.right[piece] = right;
  of.factor[piece] = factor;
  return piece;
}

/** From now on no piece is wanted. */
export function wantNone(of: Sums): void {
  const { size, slots, slot, wanted } = of;
  for (let at = size + 1; at < slots; at += 1) slot[wanted[at]!] = NOWHERE;
  of.slots = size + 1;
  if (of.slots > room) makeRoom(2 * of.slots);
  current = of;
}

/** From now on this piece is wanted, and so are those it is made of; gives its slot. */
export function want(of: Sums, piece: number): number {
  if (of.slot[piece] !== NOWHERE) return of.slot[piece]!;
  const left = want(of, of.left[piece]!);
  const right = want(of, of.right[piece]!);
  const made = of.slots;
  of.slots += 1;
  if (of.slots > of.wanted.length) of.wanted = grown(of.wanted);
  if (of.slots > room) makeRoom(2 * of.slots);
  of.slot[piece] = made;
  of.wanted[made] = piece;
  const at = made * (RECORD / 4);
  records[at] = left * NUMBER;
  records[at + 1] = right * NUMBER;
  factors[made * (RECORD / NUMBER) + 1] = of.factor[piece]!;
  return made;
}

/** Sets the sums of what is wanted, for a vector by row. */
export function addUp(of: Sums, vector: Float64Array): void {
  assert(of === current, 'sums of pieces that another program wants');
  const { size, slots } = of;
  for (let row = 0; row < size; row += 1) slotSums[row + 1] = vector[row]!;
  const recordsAt = room * NUMBER;
  kernel.addUp(recordsAt + (size + 1) * RECORD, recordsAt + slots * RECORD, (size + 1) * NUMBER);
}

/** The sum in a slot, as `addUp` has set it. */
export const sumIn = (slot: number): number => slotSums[slot]!;

/** Sets the sums of all pieces, for a vector by row. */
export function addAllUp({ size, count, sum, left, right, factor }: Sums, vector: Float64Array): void {
  for (let row = 0; row < size; row += 1) sum[row + 1] = vector[row]!;
  for (let piece = size + 1; piece < count; piece += 1)
    sum[piece] = factor[piece]! * (sum[left[piece]!]! + sum[right[piece]!]!);
}
