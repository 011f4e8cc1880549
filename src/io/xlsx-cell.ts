/** What a spreadsheet's value says as text.  */
import type { CellValue } from 'hucre/xlsx';

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. Dates before March 1900 are no dates but times and durations. */
export const DAY_ZERO: Readonly<Record<'1900' | '1904', number>> = {
  '1900': Date.UTC(1899, 11, 31),
  '1904': Date.UTC(1904, 0, 1),
};

export function cellText(value: CellValue, format: string | undefined, dayZero: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value, dayZero);
  const plain = numberText(value);
  // The format 0000 shows 7 as 0007: employee numbers are written so.
  return format !== undefined && /^0{2,20}$/.test(format) && /^\d+$/.test(plain)
    ? plain.padStart(format.length, '0')
    : plain;
}

/** Shortest form of what a spreadsheet keeps, 15 digits; longer numbers have lost digits and say so: `1.23E+18`. */
export function numberText(value: number): string {
  if (Math.abs(value) >= 1e15)
    return value
      .toExponential(14)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E');
  const rounded = Number(value.toPrecision(15));
  const words = String(rounded === 0 ? 0 : rounded);
  return words.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : words;
}

/** `2026-12-05`, `2026-12-05 09:01`, seconds where there are any; a time or duration alone: `09:01`, `36:00`. */
function dateText(value: Date, dayZero: number): string {
  const seconds = Math.round(value.getTime() / 1000);
  const sinceZero = seconds - dayZero / 1000;
  const pad = (number: number): string => String(number).padStart(2, '0');
  const clock = (of: number): string => {
    const rest = of % 60;
    return `${pad(Math.floor(of / 3600))}:${pad(Math.floor(of / 60) % 60)}${rest === 0 ? '' : `:${pad(rest)}`}`;
  };
  if (sinceZero >= 0 && sinceZero < 60 * 86_400) return clock(sinceZero);
  const day = new Date(Math.floor(seconds / 86_400) * DAY_MS).toISOString().slice(0, 10);
  const time = ((seconds % 86_400) + 86_400) % 86_400;
  return time === 0 ? day : `${day} ${clock(time)}`;
}
