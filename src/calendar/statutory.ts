/**
 * The statutory holidays of a year (全国年节及纪念日放假办法, art. 2): the days on which work is paid at 300 %. From 2025
 * there are 13; before that 11 (no New Year's Eve, one day in May). The moving ones come from the lunar calendar and
 * the solar term 清明. Rules older than 2014 differ and are not kept.
 *
 * Where a lunar festival falls on another statutory day (2028: 中秋 = October 3rd) the law does not say which day takes
 * its place. Assumed: none of the 13 is lost, the next day that is not statutory itself has it.
 */
import { Lunar } from 'lunar-typescript';
import { type Text, text } from '../base/text.js';
import { addDays, type Day, dayOf } from './day.js';

/** The first year with 13 days. */
const THIRTEEN_SINCE = 2025;

const NEW_YEAR = text("New Year's Day", '元旦');
const SPRING = text('Spring Festival', '春节');
const QINGMING = text('Qingming', '清明节');
const LABOUR = text('Labour Day', '劳动节');
const DRAGON_BOAT = text('Dragon Boat Festival', '端午节');
const MID_AUTUMN = text('Mid-Autumn Festival', '中秋节');
const NATIONAL = text('National Day', '国庆节');

const lunarDay = (year: number, month: number, day: number): Day =>
  Lunar.fromYmd(year, month, day).getSolar().toYmd() as Day;

const qingming = (year: number): Day => {
  const terms = Lunar.fromYmd(year, 6, 1).getJieQiTable();
  return terms.清明!.toYmd() as Day;
};

/** Each statutory day of the year with its name, in order. */
export function statutoryDays(year: number): ReadonlyMap<Day, Text> {
  const newer = year >= THIRTEEN_SINCE;
  const spring = lunarDay(year, 1, 1);
  const fixed: readonly (readonly [Day, Text])[] = [
    [dayOf(year, 1, 1)!, NEW_YEAR],
    ...(newer ? [-1, 0, 1, 2] : [0, 1, 2]).map((after) => [addDays(spring, after), SPRING] as const),
    [qingming(year), QINGMING],
    ...(newer ? [1, 2] : [1]).map((day) => [dayOf(year, 5, day)!, LABOUR] as const),
    ...[1, 2, 3].map((day) => [dayOf(year, 10, day)!, NATIONAL] as const),
  ];
  const days = new Map(fixed);
  for (const [festival, name] of [
    [lunarDay(year, 5, 5), DRAGON_BOAT],
    [lunarDay(year, 8, 15), MID_AUTUMN],
  ] as const) {
    let day = festival;
    while (days.has(day)) day = addDays(day, 1);
    days.set(day, name);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
