import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKernel } from '../../../src/roster/solve/kernel.js';

const WORDS = 2;
const BITS = 64 * WORDS;
const bits = fc.uniqueArray(fc.nat(BITS - 1));

test('marks as bits move by any sum, forward and back, and are added to what is there', () => {
  const kernel = makeKernel();
  const marks = new Uint8Array(kernel.memory.buffer, 0, BITS / 4);
  const isMarked = (bit: number): boolean => ((marks[bit >> 3]! >> (bit & 7)) & 1) === 1;
  fc.assert(
    fc.property(bits, bits, fc.integer({ min: -BITS - 70, max: BITS + 70 }), (moved, there, sum) => {
      marks.fill(0);
      for (const bit of [...moved, ...there.map((other) => BITS + other)]) marks[bit >> 3]! |= 1 << (bit & 7);
      kernel.addMoved(0, BITS / 8, WORDS, sum);
      const expected = new Set([...there, ...moved.map((bit) => bit + sum).filter((bit) => bit >= 0 && bit < BITS)]);
      const found = Array.from({ length: BITS }, (_, bit) => bit).filter((bit) => isMarked(BITS + bit));
      expect(found).toEqual([...expected].sort((a, b) => a - b));
    }),
    { numRuns: 2000 },
  );
});
