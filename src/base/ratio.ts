/**
 * Exact fractions: rates (5.5 %), divisors (21.75) and money before its one rounding. BigInt inside, always reduced,
 * denominator positive.
 */
import { assert } from './assert.js';
import { type Fen, fen } from './fen.js';

export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function ratio(num: bigint | number, den: bigint | number = 1n): Ratio {
  const [n, d] = [BigInt(num), BigInt(den)];
  assert(d !== 0n, `a ratio has no denominator 0 (numerator ${n})`);
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
}

/** Reads `5.5%`, `0.055`, `21.75`, `300`, `1/3` exactly. Null where it is no number. */
export function parseRatio(words: string): Ratio | null {
  const fraction = /^\s*(-?\d{1,12})\s*\/\s*([1-9]\d{0,11})\s*$/.exec(words);
  if (fraction) return ratio(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const match = /^\s*(-?)(\d{1,12})(?:\.(\d{1,9}))?\s*([%％]?)\s*$/.exec(words);
  if (!match) return null;
  const decimals = match[3] ?? '';
  const num = BigInt(`${match[2]}${decimals}`) * (match[1] ? -1n : 1n);
  return ratio(num, 10n ** BigInt(decimals.length + (match[4] ? 2 : 0)));
}

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den + b.num * a.den, a.den * b.den);
export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den - b.num * a.den, a.den * b.den);
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.num, a.den * b.den);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num);

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The one rounding of money: to the whole fen, half away from zero. `exact` is in fen. */
export function roundToFen(exact: Ratio): Fen {
  const sign = exact.num < 0n ? -1n : 1n;
  const doubled = 2n * exact.num * sign;
  return fen(Number(sign * ((doubled + exact.den) / (2n * exact.den))));
}

/** For a limit that must not be passed: to the whole fen, down. `exact` is in fen and not negative. */
export function floorToFen(exact: Ratio): Fen {
  assert(exact.num >= 0n, `a limit is not negative (${exact.num}/${exact.den} fen)`);
  return fen(Number(exact.num / exact.den));
}

/** An amount of fen times an exact rate, rounded once. */
export const timesRatio = (amount: Fen, rate: Ratio): Fen => roundToFen(multiply(ratio(amount), rate));

/** `5.5%` for a rate; a fraction where it has no finite decimal form. */
export function showPercent(rate: Ratio): string {
  const hundred = multiply(rate, ratio(100));
  const decimal = showDecimal(hundred);
  return decimal === null ? `${rate.num}/${rate.den}` : `${decimal}%`;
}

/** The exact decimal of a ratio, null where it would not end within nine places. */
export function showDecimal(value: Ratio): string | null {
  const scale = 10n ** 9n;
  if (scale % value.den !== 0n) return null;
  const scaled = value.num * (scale / value.den);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(10, '0');
  const decimals = digits.slice(-9).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -9)}${decimals ? `.${decimals}` : ''}`;
}

/**
 * Shares an amount out in proportion to `weights` without losing a fen: whole fen by proportion, what is left goes to
 * the largest remainders, ties to the earlier. All weights 0: nobody gets anything and the whole amount must be 0.
 */
export function allocate(amount: Fen, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  assert(total > 0n || amount === 0, `an amount of ${amount} fen cannot be shared by weights that sum to ${total}`);
  if (total === 0n) return weights.map(() => fen(0));
  const sign = amount < 0 ? -1n : 1n;
  const whole = BigInt(Math.abs(amount));
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, floor: product / total, remainder: product % total };
  });
  let left = whole - shares.reduce((sum, share) => sum + share.floor, 0n);
  const extra = new Set<number>();
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    extra.add(share.index);
    left -= 1n;
  }
  return shares.map((share) => fen(Number(sign * (share.floor + (extra.has(share.index) ? 1n : 0n)))));
}
