/**
 * Clock times as minutes since the start of the day a shift belongs to. A shift that ends after midnight ends beyond
 * 1440, on its own day: `次日01:00` = 1500.
 */
import { type Text, text } from '../base/text.js';

/** Minutes in a day. */
export const DAY_MINUTES = 1440;

/** A stretch of time on one day: [from, to), minutes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reads `9:00`, `09:00`, `23:30`, `24:00`, `25:00`, `次日1:00`, `昨日 23:50`, `01:00+1`, `09:00:30` (seconds dropped). Null: no time. */
export function parseClock(words: string): number | null {
  const match = /^\s*(次日|昨日)?\s*(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?\s*(\+1)?\s*$/.exec(words);
  if (!match) return null;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  if (hours > 47 || minutes > 59) return null;
  const shift = match[1] === '次日' || match[4] ? DAY_MINUTES : match[1] === '昨日' ? -DAY_MINUTES : 0;
  return hours * 60 + minutes + shift;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `09:00`; past midnight `01:00+1` / `次日01:00`; the evening before `23:50-1` / `昨日23:50`. */
export function showClock(minute: number): Text {
  if (minute < 0) return text(`${clock(minute + DAY_MINUTES)}-1`, `昨日${clock(minute + DAY_MINUTES)}`);
  if (minute > DAY_MINUTES) return text(`${clock(minute - DAY_MINUTES)}+1`, `次日${clock(minute - DAY_MINUTES)}`);
  const plain = clock(minute);
  return text(plain, plain);
}

/** Minutes that two spans share. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
