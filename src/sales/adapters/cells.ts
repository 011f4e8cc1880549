/**
 * Cells of order exports: guards against spreadsheets are taken off, amounts and days read without a regex where the
 * ordinary form allows it (an export has a million rows).
 */
import { cellWords } from '../../base/cell.js';
import { type Fen, parseYuan, ZERO } from '../../base/fen.js';
import { type Day, parseDay } from '../../calendar/day.js';

const isPlain = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0x3400 && code <= 0x9fff);

/** `null` begins with it. */
const N = 110;

/** The words of a cell, as base/cell.ts reads them; the ordinary cell, without anything to take off, costs nothing. */
export function textOf(raw: string | undefined): string {
  if (raw === undefined || raw === '') return '';
  const first = raw.charCodeAt(0);
  const plain = isPlain(first) && isPlain(raw.charCodeAt(raw.length - 1)) && (first | 32) !== N;
  return plain ? raw : cellWords(raw);
}

/** Whether an id of 16 digits or more has only zeros after the 15th, as a spreadsheet's rounding leaves it. */
export function isRounded(id: string): boolean {
  if (id.length < 16 || id.charCodeAt(id.length - 1) !== 48) return false;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    if (code < 48 || code > 57 || (at >= 15 && code !== 48)) return false;
  }
  return true;
}

/** An amount of yuan in fen; an empty cell is 0; null: no amount. */
export function amountOf(raw: string | undefined): Fen | null {
  if (raw === undefined || raw === '') return ZERO;
  const plain = plainAmount(raw);
  if (plain !== null) return plain;
  const cell = textOf(raw);
  return cell === '' ? ZERO : (plainAmount(cell) ?? parseYuan(cell));
}

/** `123`, `123.4`, `123.45`; null for every other form. */
export function plainAmount(cell: string): Fen | null {
  if (cell.length > 12 || cell === '') return null;
  let total = 0;
  let decimals = -1;
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code === 46) {
      if (decimals >= 0 || at === 0) return null;
      decimals = 0;
    } else if (code < 48 || code > 57 || decimals === 2) {
      return null;
    } else {
      total = total * 10 + (code - 48);
      if (decimals >= 0) decimals += 1;
    }
  }
  if (decimals === 0) return null;
  // At most fourteen digits: exact, and no fraction.
  return (decimals === 2 ? total : decimals === 1 ? total * 10 : total * 100) as Fen;
}

const digitAt = (cell: string, at: number): number => {
  const code = cell.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : Number.NaN;
};

/** Year, month and day of `2026-12-05 09:01:30` in one number, not yet looked up in a calendar; NaN for every other form. */
function plainDay(cell: string): number {
  const year = digitAt(cell, 0) * 1000 + digitAt(cell, 1) * 100 + digitAt(cell, 2) * 10 + digitAt(cell, 3);
  const isDashed = cell.charCodeAt(4) === 45 && cell.charCodeAt(7) === 45;
  const ends = cell.length === 10 || cell.charCodeAt(10) === 32;
  if (!isDashed || !ends) return Number.NaN;
  return (year * 100 + digitAt(cell, 5) * 10 + digitAt(cell, 6)) * 100 + digitAt(cell, 8) * 10 + digitAt(cell, 9);
}

/** Reads the day out of `2026-12-05 09:01:30`, `2026/12/5 9:01` and the like; remembers each day it has met. Null: no day. */
export function dayReader(): (raw: string | undefined) => Day | null {
  const met = new Map<string | number, Day | null>();
  const learn = (key: string | number, date: string): Day | null => {
    const day = parseDay(date);
    if (met.size < 5000) met.set(key, day);
    return day;
  };
  return (raw) => {
    if (raw === undefined || raw === '') return null;
    const plain = plainDay(raw);
    if (!Number.isNaN(plain)) return met.get(plain) ?? learn(plain, raw.slice(0, 10));
    const cell = textOf(raw);
    if (cell === '') return null;
    const space = cell.indexOf(' ');
    const date = space > 0 ? cell.slice(0, space) : cell;
    return met.get(date) ?? learn(date, date);
  };
}
