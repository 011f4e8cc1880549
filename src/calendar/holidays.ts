/**
 * What kind of day a day is in China: statutory holidays (300 % when worked), days swapped by the yearly notice of the
 * State Council. Statutory days are computed for any year (全国年节及纪念日放假办法, art. 2); the swaps come from a yearly
 * table and are unknown before it is published.
 */
import type { Text } from '../base/text.js';
import type { Day } from './day.js';

/** workday, an ordinary Saturday or Sunday, a statutory holiday, a rest day swapped in, a weekend to be worked. */
export type DayKind = 'workday' | 'weekend' | 'statutory' | 'swapped-rest' | 'make-up-work';

export interface DayInfo {
  readonly kind: DayKind;
  /** Name of the holiday the day belongs to; null on ordinary days. */
  readonly name: Text | null;
}

export interface HolidayCalendar {
  readonly info: (day: Day) => DayInfo;
  /** False: that year's swaps are not published (or not in our table): only the statutory days are known. */
  readonly swapsKnown: (year: number) => boolean;
}
