/**
 * The days that the State Council's yearly notice moves: workdays made rest days around a holiday, and weekends worked
 * in exchange. Published in the autumn before; a year that is not here is not known. Saturdays and Sundays inside a
 * break stay ordinary weekends and are not listed.
 *
 * 国办发明电〔2023〕7号 (2024), 国办发明电〔2024〕12号 (2025), 国办发明电〔2025〕7号 (2026).
 */
import { type Text, text } from '../base/text.js';
import type { Day } from './day.js';

interface Swap {
  readonly name: Text;
  /** `MM-DD`: workdays on which one rests. */
  readonly rest: readonly string[];
  /** `MM-DD`: Saturdays and Sundays on which one works. */
  readonly work: readonly string[];
}

const swap = (name: Text, rest: readonly string[], work: readonly string[]): Swap => ({ name, rest, work });

const NEW_YEAR = text("New Year's Day", '元旦');
const SPRING = text('Spring Festival', '春节');
const QINGMING = text('Qingming', '清明节');
const LABOUR = text('Labour Day', '劳动节');
const MID_AUTUMN = text('Mid-Autumn Festival', '中秋节');
const NATIONAL = text('National Day', '国庆节');

const NOTICES: Readonly<Record<number, readonly Swap[]>> = {
  2024: [
    swap(SPRING, ['02-13', '02-14', '02-15', '02-16'], ['02-04', '02-18']),
    swap(QINGMING, ['04-05'], ['04-07']),
    swap(LABOUR, ['05-02', '05-03'], ['04-28', '05-11']),
    swap(MID_AUTUMN, ['09-16'], ['09-14']),
    swap(NATIONAL, ['10-04', '10-07'], ['09-29', '10-12']),
  ],
  2025: [
    swap(SPRING, ['02-03', '02-04'], ['01-26', '02-08']),
    swap(LABOUR, ['05-05'], ['04-27']),
    swap(text('Dragon Boat Festival', '端午节'), ['06-02'], []),
    swap(NATIONAL, ['10-07', '10-08'], ['09-28', '10-11']),
  ],
  2026: [
    swap(NEW_YEAR, ['01-02'], ['01-04']),
    swap(SPRING, ['02-20', '02-23'], ['02-14', '02-28']),
    swap(QINGMING, ['04-06'], []),
    swap(LABOUR, ['05-04', '05-05'], ['05-09']),
    swap(NATIONAL, ['10-05', '10-06', '10-07'], ['09-20', '10-10']),
  ],
};

/** What a year's notice moved: the day and the holiday it belongs to; null where no notice is known. */
export function swapsOf(
  year: number,
): { readonly rest: ReadonlyMap<Day, Text>; readonly work: ReadonlyMap<Day, Text> } | null {
  const notice = NOTICES[year];
  if (notice === undefined) return null;
  const days = (of: (swap: Swap) => readonly string[]) =>
    new Map(notice.flatMap((swap) => of(swap).map((day) => [`${year}-${day}` as Day, swap.name] as const)));
  return { rest: days((swap) => swap.rest), work: days((swap) => swap.work) };
}
