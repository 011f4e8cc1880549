import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { type Entries, factored } from '../../../src/roster/solve/factor.js';

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
      value.push(column < size ? 1 : (1 + chance.below(3)) * (chance.next() < 0.2 ? -1 : 1));
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
    let factor = factored(basis, entries);
    const expectSolved = (): void => {
      const right = Float64Array.from({ length: size }, () => chance.below(9) - 4);
      const x = right.slice();
      factor.forward(x);
      const product = new Float64Array(size);
      basis.forEach((column, at) => {
        denseOf(entries, column, size).forEach((entry, row) => {
          product[row]! += entry * x[at]!;
        });
      });
      const y = right.slice();
      factor.backward(y);
      for (let row = 0; row < size; row += 1) {
        expect(product[row], `seed ${seed}`).toBeCloseTo(right[row]!, 6);
        const price = denseOf(entries, basis[row]!, size).reduce((sum, entry, at) => sum + entry * y[at]!, 0);
        expect(price, `seed ${seed}`).toBeCloseTo(right[row]!, 6);
      }
    };
    const before = basis.slice();
    for (let step = 0; step < 10; step += 1) {
      const entering = size + chance.below(columns - size);
      if (basis.includes(entering)) continue;
      const alpha = denseOf(entries, entering, size);
      factor.forward(alpha);
      const leaving = alpha.reduce((best, entry, row) => (Math.abs(entry) > Math.abs(alpha[best]!) ? row : best), 0);
      if (Math.abs(alpha[leaving]!) < 0.2) continue;
      factor.exchange(alpha, leaving);
      basis[leaving] = entering;
      exchanged += 1;
      expectSolved();
    }
    const after = basis.slice();
    factor.rewind(0);
    basis.set(before);
    expectSolved();
    // Factored anew it is the same basis, whatever place its columns get.
    basis.set(after);
    factor = factored(basis, entries);
    expect(basis.slice().sort()).toEqual(after.slice().sort());
    expectSolved();
  }
  expect(exchanged).toBeGreaterThan(500);
});

test('a basis that does not span the rows is our bug', () => {
  const entries: Entries = {
    first: Int32Array.of(0, 2, 4),
    row: Int32Array.of(0, 1, 0, 1),
    value: Float64Array.of(1, 2, 2, 4),
  };
  expect(() => factored(Int32Array.of(0, 1), entries)).toThrow(/singular/);
});
