import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestPlaces } from '../../../src/roster/pattern/assignment.js';

const sum = (prices: readonly (readonly number[])[], places: readonly number[]): number =>
  places.reduce((all, place, row) => all + prices[row]![place]!, 0);

/** The least sum by trying every way. */
function least(prices: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
  if (row === prices.length) return 0;
  const free = prices[row]!.map((_, place) => place).filter((place) => !taken.includes(place));
  return Math.min(...free.map((place) => prices[row]![place]! + least(prices, row + 1, [...taken, place])));
}

describe('cheapest places', () => {
  it('finds what changing two at a time does not', () => {
    // Each alone in the order of the list: 3 x 2 = 6, and every swap of two costs 1 + 9; all three move on by one: 3.
    const prices = [
      [2, 1, 9],
      [9, 2, 1],
      [1, 9, 2],
    ];
    expect(cheapestPlaces(prices)).toEqual([1, 2, 0]);
  });

  it('keeps the order of the list where all is the same, and there may be more places than people', () => {
    expect(
      cheapestPlaces([
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ).toEqual([0, 1]);
    expect(cheapestPlaces([])).toEqual([]);
  });

  it('agrees with trying every way', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
      fc.array(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: rows + more, maxLength: rows + more }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (prices) => {
        const places = cheapestPlaces(prices);
        expect(new Set(places).size).toBe(prices.length);
        expect(sum(prices, places)).toBe(least(prices));
      }),
    );
  });
});
