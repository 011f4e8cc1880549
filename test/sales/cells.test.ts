/** The quick ways of reading a cell say what the ordinary ones say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWords } from '../../src/base/cell.js';
import { parseYuan } from '../../src/base/fen.js';
import { parseDay } from '../../src/calendar/day.js';
import { amountOf, dayReader, isRounded, textOf } from '../../src/sales/adapters/cells.js';

const digits = fc.array(fc.constantFrom(...'0123456789'), { maxLength: 15 }).map((signs) => signs.join(''));
const amount = fc
  .tuple(
    fc.constantFrom('', '\t', "'", '¥', '-', '+', '('),
    digits,
    fc.constantFrom('', '.', ',', '.5', '.50', '.500', '.123', ')'),
  )
  .map((parts) => parts.join(''));

describe('cells of an export', () => {
  it('amounts: as parseYuan reads the words of the cell, an empty cell is 0', () => {
    fc.assert(
      fc.property(
        fc.oneof(amount, fc.string({ maxLength: 12 }), fc.constantFrom('null', '-', '1,299.90', '\t168.99\t')),
        (raw) => {
          const words = cellWords(raw);
          const expected = words === '' ? 0 : parseYuan(words);
          expect(amountOf(raw)).toBe(expected);
        },
      ),
      { numRuns: 4000, seed: 3 },
    );
    expect([amountOf(undefined), amountOf('12'), amountOf('12.5'), amountOf('0.07'), amountOf('12.')]).toEqual([
      0,
      1200,
      1250,
      7,
      null,
    ]);
    // more than anybody sells, and more than fen can hold
    expect(amountOf('99999999999999')).toBeNull();
  });

  it('days: of `2026-12-05 09:01:30` and the like, the same each time, none where there is none', () => {
    const read = dayReader();
    for (const _ of [1, 2]) {
      expect(
        ['2026-12-05 09:01:30', '2026-12-05', '2026/12/5 9:01', '\t2026-12-05 09:01:30', '="2026-12-05"'].map(read),
      ).toEqual(Array.from({ length: 5 }, () => '2026-12-05'));
      expect(['', '-', 'null', '2026-02-30 10:00:00', '2026-13-01', '今天', undefined].map(read)).toEqual(
        Array.from({ length: 7 }, () => null),
      );
    }
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (words) => {
        expect(read(`${words} 23:59:59`)).toBe(parseDay(words));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it('words: what programs wrap around them taken off', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (raw) => {
        expect(textOf(raw)).toBe(cellWords(raw));
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('numbers that a spreadsheet has rounded: zeros from the sixteenth digit on', () => {
    expect(['2650000000000001000', '1234567890123450', '265000000000000'].map(isRounded)).toEqual([false, true, false]);
    expect(isRounded('2650000000000010000')).toBe(true);
  });
});
