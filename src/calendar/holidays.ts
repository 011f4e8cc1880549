/**
 * What kind of day a day is in China: statutory holidays (300 % when worked), days swapped by the yearly notice of the
 * State Council. Statutory days are computed for any year (全国年节及纪念日放假办法, art. 2); the swaps come from a yearly
 * table and are unknown before it is published.
 */
import { type Issue, warning } from '../base/issue.js';
import { type Text, text } from '../base/text.js';
import { type Day, daysOf, isWeekend, type Month } from './day.js';
import { statutoryDays } from './statutory.js';
import { swapsOf } from './swaps.js';

/** workday, an ordinary Saturday or Sunday, a statutory holiday, a rest day swapped in, a weekend to be worked. */
export type DayKind = 'workday' | 'weekend' | 'statutory' | 'swapped-rest' | 'make-up-work';

interface DayInfo {
  readonly kind: DayKind;
  /** Name of the holiday the day belongs to; null on ordinary days. */
  readonly name: Text | null;
}

export interface HolidayCalendar {
  readonly info: (day: Day) => DayInfo;
  /** False: that year's swaps are not published (or not in our table): only the statutory days are known. */
  readonly swapsKnown: (year: number) => boolean;
}

const WORKDAY: DayInfo = { kind: 'workday', name: null };
const WEEKEND: DayInfo = { kind: 'weekend', name: null };

/** The calendar of China: statutory days of any year, swaps of the years whose notice is in the table. */
export function chinaCalendar(): HolidayCalendar {
  const years = new Map<number, ReadonlyMap<Day, DayInfo>>();
  const special = (year: number): ReadonlyMap<Day, DayInfo> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const swaps = swapsOf(year);
    const days = new Map<Day, DayInfo>();
    for (const [day, name] of swaps?.rest ?? []) days.set(day, { kind: 'swapped-rest', name });
    for (const [day, name] of swaps?.work ?? []) days.set(day, { kind: 'make-up-work', name });
    for (const [day, name] of statutoryDays(year)) days.set(day, { kind: 'statutory', name });
    years.set(year, days);
    return days;
  };
  return {
    info: (day) => special(Number(day.slice(0, 4))).get(day) ?? (isWeekend(day) ? WEEKEND : WORKDAY),
    swapsKnown: (year) => swapsOf(year) !== null,
  };
}

/** Worked by everybody who keeps office hours. */
const isOfficeDay = (info: DayInfo): boolean => info.kind === 'workday' || info.kind === 'make-up-work';

/** Minutes of a standard working day: 国务院关于职工工作时间的规定, art. 3. */
const STANDARD_DAY = 480;

/**
 * Standard working time of a month in minutes: its own working days (swaps included where they are known) x 8 hours, as
 * the reference for comparing people's hours in that month. The yearly averages (20.67 days of work, 21.75 paid days,
 * 人社部发〔2025〕2号) are for dividing wages, not for planning one month.
 */
export const standardMinutes = (month: Month, calendar: HolidayCalendar): number =>
  daysOf(month).filter((day) => isOfficeDay(calendar.info(day))).length * STANDARD_DAY;

/** A warning for a month of a year whose notice is not in the table; null where it is. */
export function holidaysUnpublished(month: Month, calendar: HolidayCalendar): Issue | null {
  const year = Number(month.slice(0, 4));
  if (calendar.swapsKnown(year)) return null;
  return warning(
    'holidays-unpublished',
    null,
    text(
      `the State Council's holiday notice for ${year} is not in the table: only the statutory days of ${month} are known.`,
      `没有${year}年的放假安排通知：${month}只知道法定节假日，不知道调休。`,
    ),
    text(
      'Swapped rest days and make-up workdays count as ordinary days. Give dates of your own in rules.cover.dates, or update rosterpay.',
      '调休日和补班日按普通日子处理；可在 rules.cover.dates 里写明日期，或更新 rosterpay。',
    ),
  );
}
