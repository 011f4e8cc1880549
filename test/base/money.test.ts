import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InternalError } from '../../src/base/assert.js';
import { addFen, type Fen, fen, formatYuan, parseYuan, showYuan, sumFen, ZERO } from '../../src/base/fen.js';
import {
  add,
  allocate,
  compare,
  divide,
  multiply,
  parseRatio,
  ratio,
  roundToFen,
  showDecimal,
  showPercent,
  subtract,
  timesRatio,
} from '../../src/base/ratio.js';

const amounts = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map(fen);
const ratios = fc
  .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
  .map(([num, den]) => ratio(num, den));

describe('fen', () => {
  it.each([
    ['1,025.00', 102500],
    ['¥1,299.90', 129990],
    ['￥0', 0],
    ['12.5元', 1250],
    ['(1.00)', -100],
    ['-0.05', -5],
    ['-¥3', -300],
    ['¥-3', -300],
    ['10.500', 1050],
    [' 7 ', 700],
    ['-0', 0],
  ])('reads %s', (words, amount) => {
    expect(parseYuan(words)).toBe(amount);
  });

  it.each(['', '1.005', '1,02,5', '1e3', 'abc', '--1', '(-1)', '1.2.3', '.5', '1234567890123', '１２', '()'])(
    'is no amount: %s',
    (words) => {
      expect(parseYuan(words)).toBeNull();
    },
  );

  it('prints for programs and for people', () => {
    expect([0, 5, -5, 100, 102500, 123456789].map((amount) => formatYuan(fen(amount)))).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '1.00',
      '1025.00',
      '1234567.89',
    ]);
    expect([99999, 100000, -123456789].map((amount) => showYuan(fen(amount)))).toEqual([
      '999.99',
      '1,000.00',
      '-1,234,567.89',
    ]);
  });

  it('every amount printed is read back', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseYuan(formatYuan(amount))).toBe(amount);
        expect(parseYuan(showYuan(amount))).toBe(amount);
      }),
    );
  });

  it('refuses fractions and unsafe sizes: our bug, not the user\u2019s', () => {
    expect(() => fen(0.5)).toThrow(InternalError);
    expect(() => addFen(Number.MAX_SAFE_INTEGER as Fen, fen(1))).toThrow(InternalError);
    expect(sumFen([])).toBe(ZERO);
    expect(sumFen([fen(1), fen(-3)])).toBe(-2);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });
});

describe('ratio', () => {
  it.each([
    ['5.5%', 11n, 200n],
    ['0.055', 11n, 200n],
    ['21.75', 87n, 4n],
    ['300', 300n, 1n],
    ['1/3', 1n, 3n],
    ['-2/4', -1n, 2n],
    ['５', 0n, 0n],
    ['1/0', 0n, 0n],
    ['1.2.3', 0n, 0n],
    ['%', 0n, 0n],
  ])('reads %s', (words, num, den) => {
    expect(parseRatio(words)).toEqual(den === 0n ? null : { num, den });
  });

  it('rounds half away from zero, once', () => {
    // 0.5 -> 1, 1.5 -> 2, 2.5 -> 3, and the same below zero; 0.4999 -> 0.
    const halves = [1, 3, 5, -1, -3].map((num) => roundToFen(ratio(num, 2)));
    expect(halves).toEqual([1, 2, 3, -1, -2]);
    expect(roundToFen(ratio(4999, 10000))).toBe(0);
    expect(Object.is(roundToFen(ratio(-1, 10)), 0)).toBe(true);
  });

  it('takes a rate of an amount exactly: 25,000.00 x 5.5 % = 1,375.00; 0.10 x 5.5 % = 0.0055 -> 0.01', () => {
    expect(timesRatio(fen(2_500_000), parseRatio('5.5%')!)).toBe(137_500);
    expect(timesRatio(fen(10), parseRatio('5.5%')!)).toBe(1);
    expect(timesRatio(fen(9), parseRatio('5.5%')!)).toBe(0);
  });

  it('prints rates and decimals, fractions where no decimal ends', () => {
    expect(showPercent(parseRatio('5.5%')!)).toBe('5.5%');
    expect(showPercent(ratio(1, 3))).toBe('1/3');
    expect(showDecimal(ratio(-87, 4))).toBe('-21.75');
    expect(showDecimal(ratio(1, 3))).toBeNull();
    expect(showDecimal(ratio(0))).toBe('0');
  });

  it('calculates without loss', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(a.den > 0n).toBe(true);
      }),
    );
  });

  it('rounding moves no amount by more than half a fen, and mirrors at zero', () => {
    fc.assert(
      fc.property(ratios, (exact) => {
        const off = subtract(ratio(roundToFen(exact)), exact);
        expect(compare(multiply(off, off), ratio(1, 4))).toBeLessThanOrEqual(0);
        expect(roundToFen(multiply(exact, ratio(-1))) + roundToFen(exact)).toBe(0);
      }),
    );
  });
});

describe('allocate', () => {
  it('shares 100 fen by 3 equal heads as 34, 33, 33', () => {
    expect(allocate(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(fen(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('gives what is left to the largest remainders', () => {
    // 10 x 1/7 = 1.43, 10 x 2/7 = 2.86, 10 x 4/7 = 5.71: floors 1, 2, 5; two left, to .86 and .71.
    expect(allocate(fen(10), [1, 2, 4])).toEqual([1, 3, 6]);
  });

  it('gives nothing to nobody', () => {
    expect(allocate(fen(0), [0, 0])).toEqual([0, 0]);
    expect(() => allocate(fen(1), [0, 0])).toThrow(InternalError);
  });

  it('loses nothing and is within a fen of the fair share', () => {
    const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const parts = allocate(amount, shares);
        expect(sumFen(parts)).toBe(amount);
        const total = shares.reduce((a, b) => a + b, 0);
        parts.forEach((part, index) => {
          const off = subtract(ratio(part), ratio(BigInt(amount) * BigInt(shares[index]!), total));
          expect(compare(multiply(off, off), ratio(1))).toBeLessThan(0);
        });
      }),
    );
  });
});
