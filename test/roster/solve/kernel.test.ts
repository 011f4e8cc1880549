import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeKernel, reserve } from '../../../src/roster/solve/kernel.js';
import { kernelBytes } from '../../tools/kernel.js';

test('the bytes are those of kernel/ (npm run kernel)', async () => {
  expect(readFileSync('src/roster/solve/kernel-bytes.ts', 'utf8')).toBe(await kernelBytes());
});

test('each loop does what it says', () => {
  const kernel = makeKernel();
  reserve(kernel, 100_000);
  const { buffer } = kernel.memory;
  expect(buffer.byteLength).toBeGreaterThanOrEqual(100_000);
  const vector = new Float64Array(buffer, 0, 8);
  const stretch = new Float64Array(buffer, 64, 8);
  vector.set([1, 2, 3, 4, 5, 6, 7, 8]);
  stretch.set([1, 0, -1, 0, 2, 0, 0, 1]);
  // 1 - 3 + 10 + 8
  expect(kernel.dot(0, 64, 64)).toBe(16);
  kernel.add(0, 64, 3, 64);
  expect([...vector]).toEqual([4, 2, 0, 4, 11, 6, 7, 11]);
});

test('an exchange takes the row away from every stretch that it touches', () => {
  const kernel = makeKernel();
  const { buffer } = kernel.memory;
  const alpha = new Float64Array(buffer, 0, 8);
  const row = new Float64Array(buffer, 64, 8);
  const square = new Float64Array(buffer, 128, 24);
  alpha.set([2, 4, 1]);
  row.set([6, 0, -2]);
  square.set([1, 6, 1], 0);
  square.set([7, 0, 7], 8);
  square.set([0, -2, 3], 16);
  kernel.replace(3, 64, 128, 0, 64, 8);
  // The pivot is 4: factors 1.5, 0 and -0.5.
  expect([...square.slice(0, 3)]).toEqual([1 - 3, 1.5, 1 - 1.5]);
  expect([...square.slice(8, 11)]).toEqual([7, 0, 7]);
  expect([...square.slice(16, 19)]).toEqual([1, -0.5, 3.5]);
});

test('sums are added up in order, each of two before it', () => {
  const kernel = makeKernel();
  const { buffer } = kernel.memory;
  const sums = new Float64Array(buffer, 0, 5);
  const places = new Int32Array(buffer, 64, 8);
  const factors = new Float64Array(buffer, 64, 4);
  sums.set([0, 5, 7]);
  // 5 + 7, then -2 times that one and 0.
  places.set([8, 16], 0);
  factors[1] = 1;
  places.set([24, 0], 4);
  factors[3] = -2;
  kernel.addUp(64, 96, 24);
  expect([...sums]).toEqual([0, 5, 7, 12, -24]);
});

test('a table is the least over the arcs on its stretches, infinity between them and as far as it may be looked at', () => {
  const kernel = makeKernel();
  const { buffer } = kernel.memory;
  const numbers = new Float64Array(buffer);
  const words = new Int32Array(buffer);
  // Two arcs: 2 + what is 20 numbers on, 5 + what is 17 numbers on.
  words[0] = 20 * 8;
  numbers[1] = 2;
  words[4] = 17 * 8;
  numbers[3] = 5;
  // Stretches of one and of five numbers: 1, and 3 to 7.
  words.set([1, 2, 3, 8], 8);
  numbers.fill(-1, 10, 22);
  numbers.set([9, 4, 0, 7, 1, 6, 3, 8, 2, 5, 9, 9, 1], 27);
  kernel.complete(0, 32, 32, 48, 10 * 8, 0, 10 * 8);
  // Number 11: 2 + [31] = 3 and 5 + [28] = 9. 13: 2 + [33] = 5, 5 + [30] = 12. 14: 10, 6. 15: 4, 11. 16: 7, 8. 17: 11, 13.
  const all = Number.POSITIVE_INFINITY;
  expect([...numbers.slice(10, 20)]).toEqual([all, 3, all, 5, 6, 4, 7, 11, all, all]);
  // Without stretches there is nothing but infinity.
  kernel.complete(0, 0, 32, 32, 10 * 8, 2 * 8, 4 * 8);
  expect([...numbers.slice(11, 15)]).toEqual([3, all, all, 6]);
});
