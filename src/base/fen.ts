/**
 * Money is an integer of fen (0.01 yuan); there is no other money type. Up to 90 trillion yuan stays exact.
 * Exact fractions of money are a `Ratio` (ratio.ts) until the one rounding of a pay line.
 */
import { assert } from './assert.js';

declare const fenBrand: unique symbol;
export type Fen = number & { readonly [fenBrand]: true };

export const ZERO = 0 as Fen;

/** Brands an integer of fen. Throws InternalError for a fraction or an unsafe size: that is never user input. */
export function fen(amount: number): Fen {
  // The words are made only where they are needed: there may be millions of amounts.
  if (!Number.isSafeInteger(amount)) assert(false, `an amount of fen is a safe integer, got ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

export const addFen = (a: Fen, b: Fen): Fen => fen(a + b);

export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
};

/**
 * Reads an amount of yuan as exports and people write it: `1,025.00`, `¥1,299.90`, `￥0`, `12.5元`, `(1.00)` = -1.00.
 * Null where it is no amount or has more than two decimals that are not zero.
 */
export function parseYuan(words: string): Fen | null {
  let rest = words.trim();
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) rest = `-${bracketed[1]}`;
  const match = /^([+-]?)[¥￥]?([+-]?)(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2})0*)?元?$/.exec(rest);
  if (!match || (match[1] && match[2])) return null;
  const sign = match[1] === '-' || match[2] === '-' ? -1 : 1;
  const whole = Number(match[3]!.replaceAll(',', ''));
  return fen(sign * (whole * 100 + Number((match[4] ?? '').padEnd(2, '0'))));
}

/** `1025.00`, `-0.05`: the form of JSON and csv. */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `1,025.00`: the form for people. */
export const showYuan = (amount: Fen): string => formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ',');
