import { expect, test } from 'vitest';
import { ascend } from '../../../src/roster/solve/sweep.js';

/** Three agents' demand: 0, 1, 2 or 3 present; penalties by total. */
const demand = (...cost: number[]) => ({ cost: [Float64Array.from(cost)], low: Int32Array.of(0) });

test('the price of a line that wants more goes up, of one that wants less down', () => {
  // 2 are wanted, each missing one costs 10: at a price of 0 the least is at 2.
  const lines = demand(20, 10, 0, 0);
  const prices = Float64Array.of(0);
  // None are there: 2 short. The step gains a tenth of the 40 missing points: 4 / (2 x 2) for each missing one, times 2.
  ascend(lines, [0], Int32Array.of(0), 40, prices);
  expect(prices[0]).toBeCloseTo(2, 12);
  // At a price of 2 a third one costs 2 more: 2 and no more are wanted. Three are there: 1 beyond. 4 / (1 x 1), down.
  ascend(lines, [0], Int32Array.of(3), 40, prices);
  expect(prices[0]).toBeCloseTo(-2, 12);
});

test('where the rows add up to what is wanted, prices stay', () => {
  const lines = demand(20, 10, 0, 0);
  const prices = Float64Array.of(0);
  // At a price of 0 two and three are as good.
  for (const total of [2, 3]) ascend(lines, [0], Int32Array.of(total), 40, prices);
  expect(prices[0]).toBe(0);
});

test('a step is made for a point at least', () => {
  const lines = demand(20, 10, 0, 0);
  const prices = Float64Array.of(0);
  // 0.1 x 1 / (1 x 1)
  ascend(lines, [0], Int32Array.of(1), 0.02, prices);
  expect(prices[0]).toBeCloseTo(0.1, 12);
});
