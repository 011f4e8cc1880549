/**
 * Days and months as the local calendar has them: no time zone, no clock. A `Day` is its ISO text, so it sorts, compares
 * and prints as it is; arithmetic goes through luxon, whose only home is this room.
 */
import { DateTime } from 'luxon';

declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;
/** `2026-12-05` */
export type Day = string & { readonly [dayBrand]: true };
/** `2026-12` */
export type Month = string & { readonly [monthBrand]: true };
/** ISO: Monday = 1 ... Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
/** Days from 1899-12-30, the spreadsheet's day 0, to 1970-01-01. */
const SERIAL_OFFSET = 25_569;

const utc = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' });

const fromUtc = (moment: DateTime): Day => moment.toISODate() as Day;

/** The day of a year, month and day of the month; null where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (dayOfMonth > 28 || dayOfMonth < 1 || month < 1 || month > 12 || year < 1000 || year > 9999) {
    const moment = DateTime.utc(year, month, dayOfMonth);
    return moment.isValid ? fromUtc(moment) : null;
  }
  // The ordinary day without luxon: exports ask for a million of them.
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day;
}

/**
 * Reads a day as people and spreadsheets write it: `2026-12-05`, `2026/12/5`, `2026.12.5`, `2026年12月5日`, a spreadsheet
 * serial (`46361`), each with a time behind it that is dropped. Null where it is no day of the years 1950-2199.
 */
export function parseDay(words: string): Day | null {
  const trimmed = words.trim();
  const parts = /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(trimmed);
  if (parts) {
    const day = dayOf(Number(parts[1]), Number(parts[3]), Number(parts[4]));
    return day !== null && day >= '1950-01-01' && day < '2200-01-01' ? day : null;
  }
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(trimmed);
  return serial ? dayFromNumber(Number(serial[1]) - SERIAL_OFFSET) : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day without its year, as Excel writes a short date into a csv file: `12月5日`, `5-Dec`. The year is the one that
 * brings it nearest to the month: `1月3日` beside 2026-12 is 2027-01-03. Not `12/5` or `12.2`: the order of the first is
 * the writer's country, and the second may have been 12.20. Null where it is no day.
 */
export function parseShortDay(words: string, month: Month): Day | null {
  const chinese = /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(words.trim());
  const english = /^(\d{1,2})-([a-z]{3})$/i.exec(words.trim());
  const inYear = chinese ? Number(chinese[1]) : english ? MONTHS.indexOf(english[2]!.toLowerCase()) + 1 : 0;
  if (inYear < 1 || inYear > 12) return null;
  const ahead = inYear - Number(month.slice(5));
  const year = Number(month.slice(0, 4)) + (ahead > 6 ? -1 : ahead < -6 ? 1 : 0);
  return dayOf(year, inYear, Number(chinese?.[2] ?? english![1]));
}

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS;

// Whole days in UTC are plain counting; luxon takes a month's grid far longer.
export const dayFromNumber = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Whole days from `from` to `to`: 0 for the same day, 1 for the following one. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1970-01-01 was a Thursday. */
export const weekday = (day: Day): Weekday => (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;

export const isWeekend = (day: Day): boolean => weekday(day) >= 6;

/** 1-31 */
export const dayOfMonth = (day: Day): number => Number(day.slice(8));

/** Every day from `from` to `to`, both included; none where `to` lies before `from`. */
export function daysFromTo(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) => dayFromNumber(first + index));
}

/** Reads `2026-12`, `2026/12`, `2026年12月`, `202612`. Null where it is no month. */
export function parseMonth(words: string): Month | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(words.trim());
  return match && dayOf(Number(match[1]), Number(match[2]), 1) !== null
    ? (`${match[1]}-${match[2]!.padStart(2, '0')}` as Month)
    : null;
}

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;

export const firstDay = (month: Month): Day => `${month}-01` as Day;

export const lastDay = (month: Month): Day => fromUtc(utc(firstDay(month)).endOf('month'));

export const daysOf = (month: Month): Day[] => daysFromTo(firstDay(month), lastDay(month));

/** The month `months` later (earlier where negative). */
export const addMonths = (month: Month, months: number): Month =>
  monthOf(fromUtc(utc(firstDay(month)).plus({ months })));
