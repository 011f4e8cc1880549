/** Orders that are alike, brought together: millions of them are a walk or two over columns of numbers. */

export interface Pile {
  /** Place of its first order; piles come in the order of these. */
  readonly first: number;
  readonly orders: number;
  /** Fen */
  readonly amount: number;
}

export interface Piles {
  readonly piles: readonly Pile[];
  /** Of each order its pile; -1: none. */
  readonly pileOf: Int32Array;
}

/** `keyOf`: what orders of a pile share, as a whole number; below zero: in no pile. `netOf`: fen. */
export function pilesBy(size: number, keyOf: (at: number) => number, netOf: (at: number) => number): Piles {
  const pileOf = new Int32Array(size).fill(-1);
  const numbers = new Map<number, number>();
  const piles: { first: number; orders: number; amount: number }[] = [];
  for (let at = 0; at < size; at += 1) {
    const key = keyOf(at);
    if (key < 0) continue;
    let number = numbers.get(key);
    if (number === undefined) {
      number = piles.push({ first: at, orders: 0, amount: 0 }) - 1;
      numbers.set(key, number);
    }
    const pile = piles[number]!;
    pile.orders += 1;
    pile.amount += netOf(at);
    pileOf[at] = number;
  }
  return { piles, pileOf };
}

/** The rows of each pile, rising. */
export function rowsIn({ piles, pileOf }: Piles, rowOf: (at: number) => number): (number: number) => number[] {
  // Each pile has its stretch of one column.
  const ends = new Int32Array(piles.length);
  let end = 0;
  piles.forEach(({ orders }, number) => {
    ends[number] = end;
    end += orders;
  });
  const rows = new Int32Array(end);
  for (let at = 0; at < pileOf.length; at += 1) {
    const number = pileOf[at]!;
    if (number < 0) continue;
    rows[ends[number]!] = rowOf(at);
    ends[number]! += 1;
  }
  return (number) => Array.from(rows.subarray(number === 0 ? 0 : ends[number - 1]!, ends[number]!).sort());
}
