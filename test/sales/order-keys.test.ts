import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderKeys } from '../../src/sales/order-keys.js';

const never = (): boolean => false;

describe('order numbers', () => {
  it('gives back every number as it was, and finds it again', () => {
    const digits = (most: number) =>
      fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: most }).map((signs) => signs.join(''));
    const dashed = fc.tuple(digits(10), digits(18)).map(([a, b]) => `${a}-${b}`);
    const odd = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constantFrom('-1', '1-', '1-2-3', '12a'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(digits(30), dashed, odd), { maxLength: 60 }), (numbers) => {
        const keys = orderKeys();
        for (const number of numbers) keys.put(number, never);
        expect(numbers.map((_, at) => keys.numberAt(at))).toEqual(numbers);
        expect(numbers.map((number) => keys.put(number, () => true))).toEqual(numbers.map((_, at) => at));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('keeps numbers apart that differ in one digit, in a leading zero or in the place of a dash', () => {
    const keys = orderKeys();
    const numbers = ['2650000000000000011', '2650000000000000012', '02650000000000000011', '1-23', '12-3', '123'];
    for (const number of numbers) keys.put(number, never);
    expect(numbers.map((number) => keys.put(number, () => true))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(keys.put('2650000000000000013', () => true)).toBe(-1);
  });

  it('goes on to the next order of the same number where the first does not fit', () => {
    const keys = orderKeys();
    keys.put('7', never);
    keys.put('7', never);
    expect(keys.put('7', (at) => at === 1)).toBe(1);
    expect(keys.put('7', () => false)).toBe(-1);
  });

  it('holds a hundred thousand', () => {
    const keys = orderKeys();
    for (let at = 0; at < 100_000; at += 1) keys.put(String(2_650_000_000_000 + at * 7), never);
    let found = 0;
    for (let at = 0; at < 100_000; at += 1) {
      if (keys.put(String(2_650_000_000_000 + at * 7), () => true) === at) found += 1;
    }
    expect(found).toBe(100_000);
  });
});
