/**
 * Sums that columns share. A column times a vector is a sum over its entries, and thousands of rows of a month are put together from the same
 * few days and weeks: each such piece is added up once, from two halves of it, and a column is the piece that covers all its rows. Pieces
 * know nothing of days: they are cut by the rows' numbers, in pairs, pairs of pairs and so on.
 */

/** Piece 0 is empty. */
const NOTHING = 0;
/** Keys of pairs are whole numbers below 2 ** 53. */
const MOST_PIECES = 2 ** 26;

export interface Sums {
  /** Rows of the program. Pieces 1..size are one row each, with an entry of 1. */
  readonly size: number;
  count: number;
  /** By piece: its halves; of a row with another entry: its row as a piece, and NOTHING. */
  left: Int32Array<ArrayBuffer>;
  right: Int32Array<ArrayBuffer>;
  /** By piece: its entry where it is a single row, 1 elsewhere. */
  factor: Float64Array<ArrayBuffer>;
  /** By piece: the sum over it, of the vector that was given last, where it is wanted. */
  sum: Float64Array<ArrayBuffer>;
  /** Pieces by their halves; single rows by row and entry. */
  readonly pairs: Map<number, number>;
  readonly singles: Map<string, number>;
  /** The pieces that are wanted, halves before what is made of them. */
  wanted: Int32Array<ArrayBuffer>;
  wantedCount: number;
  isWanted: Uint8Array<ArrayBuffer>;
}

export function emptySums(size: number): Sums {
  const room = 4 * (size + 1);
  const of: Sums = {
    size,
    count: size + 1,
    left: new Int32Array(room),
    right: new Int32Array(room),
    factor: new Float64Array(room).fill(1),
    sum: new Float64Array(room),
    pairs: new Map(),
    singles: new Map(),
    wanted: new Int32Array(room),
    wantedCount: 0,
    isWanted: new Uint8Array(room),
  };
  wantNone(of);
  return of;
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
    const room = 2 * of.left.length;
    for (const key of ['left', 'right', 'wanted'] as const) {
      const wider = new Int32Array(room);
      wider.set(of[key]);
      of[key] = wider;
    }
    for (const key of ['factor', 'sum'] as const) {
      const wider = new Float64Array(room);
      wider.set(of[key]);
      of[key] = wider;
    }
    const wider = new Uint8Array(room);
    wider.set(of.isWanted);
    of.isWanted = wider;
  }
  of.left[piece] = left;
  of.right[piece] = right;
  of.factor[piece] = factor;
  return piece;
}

/** From now on no piece is wanted. */
export function wantNone(of: Sums): void {
  of.isWanted.fill(0);
  // Single rows are set whatever is wanted.
  of.isWanted.fill(1, 0, of.size + 1);
  of.wantedCount = 0;
}

/** From now on this piece is wanted, and so are those it is made of. */
export function want(of: Sums, piece: number): void {
  const { isWanted, left, right } = of;
  if (isWanted[piece] === 1) return;
  isWanted[piece] = 1;
  want(of, left[piece]!);
  want(of, right[piece]!);
  of.wanted[of.wantedCount] = piece;
  of.wantedCount += 1;
}

/** Sets the sums of what is wanted, for a vector by row. */
export function addUp({ size, sum, left, right, factor, wanted, wantedCount }: Sums, vector: Float64Array): void {
  for (let row = 0; row < size; row += 1) sum[row + 1] = vector[row]!;
  for (let at = 0; at < wantedCount; at += 1) {
    const piece = wanted[at]!;
    sum[piece] = factor[piece]! * (sum[left[piece]!]! + sum[right[piece]!]!);
  }
}

/** Sets the sums of all pieces, for a vector by row. */
export function addAllUp({ size, count, sum, left, right, factor }: Sums, vector: Float64Array): void {
  for (let row = 0; row < size; row += 1) sum[row + 1] = vector[row]!;
  for (let piece = size + 1; piece < count; piece += 1)
    sum[piece] = factor[piece]! * (sum[left[piece]!]! + sum[right[piece]!]!);
}
