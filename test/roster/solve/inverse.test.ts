import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import {
  backward,
  type Entries,
  forward,
  invert,
  isCurrent,
  kept,
  replace,
  restored,
  setAlpha,
  setPivotRow,
} from '../../../src/roster/solve/inverse.js';

/** Columns with a few entries each; the first `size` are unit columns, so that some basis exists. */
function entriesOf(size: number, columns: number, chance: ReturnType<typeof random>): Entries {
  const first = new Int32Array(columns + 1);
  const row: number[] = [];
  const value: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    const rows = new Set<number>(column < size ? [column] : []);
    while (column >= size && rows.size < Math.min(size, 1 + chance.below(5))) rows.add(chance.below(size));
    for (const at of rows) {
      row.push(at);
      value.push(
        column < size ? (chance.next() < 0.5 ? 1 : -1) : (1 + chance.below(3)) * (chance.next() < 0.2 ? -1 : 1),
      );
    }
    first[column + 1] = row.length;
  }
  return { first, row: Int32Array.from(row), value: Float64Array.from(value) };
}

const denseOf = ({ first, row, value }: Entries, column: number, size: number): Float64Array => {
  const dense = new Float64Array(size);
  for (let at = first[column]!; at < first[column + 1]!; at += 1) dense[row[at]!]! += value[at]!;
  return dense;
};

test('forward and backward solve the basis as it is after each exchange, and after they are taken back', () => {
  let exchanged = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const chance = random(seed);
    const size = seed % 10 === 0 ? 50 : 2 + chance.below(12);
    const columns = 4 * size;
    const entries = entriesOf(size, columns, chance);
    const basis = Int32Array.from({ length: size }, (_, row) => row);
    let inverse = invert(basis, entries);
    const expectSolved = (): void => {
      const right = Float64Array.from({ length: size }, () => chance.below(9) - 4);
      forward(inverse, right);
      const product = new Float64Array(size);
      basis.forEach((column, at) => {
        denseOf(entries, column, size).forEach((entry, row) => {
          product[row]! += entry * inverse.alpha[at]!;
        });
      });
      const y = right.slice();
      backward(inverse, y);
      for (let row = 0; row < size; row += 1) {
        expect(product[row], `seed ${seed}`).toBeCloseTo(right[row]!, 6);
        const price = denseOf(entries, basis[row]!, size).reduce((sum, entry, at) => sum + entry * y[at]!, 0);
        expect(price, `seed ${seed}`).toBeCloseTo(right[row]!, 6);
      }
    };
    const before = basis.slice();
    const snapshot = kept(inverse);
    for (let step = 0; step < 10; step += 1) {
      const entering = size + chance.below(columns - size);
      if (basis.includes(entering)) continue;
      setAlpha(inverse, entries, entering);
      const { alpha } = inverse;
      const leaving = alpha.reduce((best, entry, row) => (Math.abs(entry) > Math.abs(alpha[best]!) ? row : best), 0);
      if (Math.abs(alpha[leaving]!) < 0.2) continue;
      setPivotRow(inverse, leaving);
      replace(inverse, leaving);
      basis[leaving] = entering;
      exchanged += 1;
      expectSolved();
    }
    expect(inverse.count).toBeLessThanOrEqual(10);
    const after = basis.slice();
    inverse = restored(inverse, snapshot, size);
    expect(inverse.count).toBe(0);
    basis.set(before);
    expectSolved();
    // Made anew it is the same basis, whatever place its columns get.
    basis.set(after);
    inverse = invert(basis, entries);
    expect(basis.slice().sort()).toEqual(after.slice().sort());
    expectSolved();
  }
  expect(exchanged).toBeGreaterThan(500);
});

test('whoever inverts takes the room over; what was kept brings an inverse back', () => {
  const entries: Entries = {
    first: Int32Array.of(0, 1, 3),
    row: Int32Array.of(0, 0, 1),
    value: Float64Array.of(2, 1, 4),
  };
  const mine = invert(Int32Array.of(0, 1), entries);
  const snapshot = kept(mine);
  // A larger one: the memory grows, and arrays that looked into it are of no use.
  const size = 300;
  const units = Int32Array.from({ length: size + 1 }, (_, at) => at);
  const other = invert(units.slice(0, size), { first: units, row: units, value: new Float64Array(size).fill(1) });
  expect(isCurrent(mine)).toBe(false);
  expect(isCurrent(other)).toBe(true);
  const back = restored(mine, snapshot, 2);
  expect(isCurrent(other)).toBe(false);
  // 2 x + y = 4, 4 y = 8.
  forward(back, Float64Array.of(4, 8));
  expect([...back.alpha.slice(0, 2)]).toEqual([1, 2]);
});

test('a basis that does not span the rows is our bug', () => {
  const entries: Entries = {
    first: Int32Array.of(0, 2, 4),
    row: Int32Array.of(0, 1, 0, 1),
    value: Float64Array.of(1, 2, 2, 4),
  };
  expect(() => invert(Int32Array.of(0, 1), entries)).toThrow(/singular/);
});
