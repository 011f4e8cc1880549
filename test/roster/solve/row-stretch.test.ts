import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMoved } from '../../../src/roster/solve/row-stretch.js';

const WORDS = 3;
const BITS = 32 * WORDS;
const bits = fc.uniqueArray(fc.nat(BITS - 1));

test('marks as bits move by any sum, forward and back, and are added to what is there', () => {
  fc.assert(
    fc.property(bits, bits, fc.integer({ min: -BITS - 40, max: BITS + 40 }), (moved, there, sum) => {
      const marks = new Int32Array(2 * WORDS);
      for (const bit of moved) marks[bit >> 5]! |= 1 << bit;
      for (const bit of there) marks[WORDS + (bit >> 5)]! |= 1 << bit;
      addMoved(marks, 0, WORDS, WORDS, sum);
      const expected = new Set([...there, ...moved.map((bit) => bit + sum).filter((bit) => bit >= 0 && bit < BITS)]);
      const found = Array.from({ length: BITS }, (_, bit) => bit).filter(
        (bit) => ((marks[WORDS + (bit >> 5)]! >> bit) & 1) === 1,
      );
      expect(found).toEqual([...expected].sort((a, b) => a - b));
    }),
    { numRuns: 2000 },
  );
});
