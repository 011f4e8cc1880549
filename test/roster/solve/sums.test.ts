import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { addAllUp, addUp, emptySums, pieceOf, sumIn, want, wantNone } from '../../../src/roster/solve/sums.js';

interface Column {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly piece: number;
}

test('a piece is its column times the vector, all pieces at once or those that are wanted', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const chance = random(seed);
    const size = 1 + chance.below(70);
    const sums = emptySums(size);
    const columns: Column[] = Array.from({ length: 80 }, () => {
      const rows = Int32Array.from({ length: size }, (_, row) => row).filter(() => chance.next() < 0.4);
      if (chance.next() < 0.5) rows.reverse();
      const values = Float64Array.from(rows, () => (chance.next() < 0.8 ? 1 : chance.below(7) - 3));
      return { rows, values, piece: pieceOf(sums, rows, values) };
    });
    const expectSums = (of: readonly Column[], vector: Float64Array, sumOf: (piece: number) => number): void => {
      for (const { rows, values, piece } of of) {
        const product = rows.reduce((sum, row, at) => sum + vector[row]! * values[at]!, 0);
        expect(sumOf(piece), `seed ${seed}`).toBeCloseTo(product, 9);
      }
    };
    const vectorOf = (): Float64Array => Float64Array.from({ length: size }, () => chance.next() - 0.5);
    const all = vectorOf();
    addAllUp(sums, all);
    expectSums(columns, all, (piece) => sums.sum[piece]!);
    const some = columns.filter(() => chance.next() < 0.3);
    wantNone(sums);
    const slots = new Map(some.map(({ piece }) => [piece, want(sums, piece)]));
    const other = vectorOf();
    addUp(sums, other);
    expectSums(some, other, (piece) => sumIn(slots.get(piece)!));
  }
});

test('columns that are alike in many rows share their pieces', () => {
  const sums = emptySums(64);
  const rows = Int32Array.from({ length: 64 }, (_, row) => row);
  const ones = new Float64Array(64).fill(1);
  pieceOf(sums, rows, ones);
  // 64 single rows and nothing, 32 + 16 + 8 + 4 + 2 + 1 pieces of several.
  expect(sums.count).toBe(65 + 63);
  const last = ones.slice();
  last[63] = 2;
  pieceOf(sums, rows, last);
  // New are the last row and the six pieces above it.
  expect(sums.count).toBe(65 + 63 + 7);
  expect(pieceOf(sums, rows, last)).toBe(sums.count - 1);
});

test('a column without entries is 0', () => {
  const sums = emptySums(3);
  const piece = pieceOf(sums, new Int32Array(0), new Float64Array(0));
  addAllUp(sums, Float64Array.of(1, 2, 3));
  expect(sums.sum[piece]).toBe(0);
});
