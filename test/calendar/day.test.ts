import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysFromTo,
  daysOf,
  firstDay,
  isWeekend,
  lastDay,
  type Month,
  monthOf,
  parseDay,
  parseMonth,
  parseShortDay,
  weekday,
} from '../../src/calendar/day.js';

const day = (words: string): Day => words as Day;

describe('parseShortDay', () => {
  const near = (words: string, month: string) => parseShortDay(words, month as Month);
  it('a day without a year is the one nearest to the month', () => {
    expect(near('12月5日', '2026-12')).toBe('2026-12-05');
    expect(near(' 12月5 ', '2026-12')).toBe('2026-12-05');
    expect(near('1月3号', '2026-12')).toBe('2027-01-03');
    expect(near('30-Dec', '2027-01')).toBe('2026-12-30');
    expect(near('6月1日', '2026-12')).toBe('2026-06-01');
    expect(near('2月29日', '2028-03')).toBe('2028-02-29');
  });
  it.each(['2月30日', '13月1日', '0月1日', '12/5', '12.2', '5-Foo', '12月24日-25日'])('%s is no day', (words) => {
    expect(near(words, '2026-12')).toBeNull();
  });
});

describe('days', () => {
  it.each([
    ['2026-12-05'],
    ['2026/12/5'],
    ['2026.12.5'],
    ['2026年12月5日'],
    ['2026-12-05 09:01'],
    ['2026-12-05T09:01:33'],
    [' 2026/12/05 '],
    // Days since 1899-12-30: 25 569 to 1970-01-01, 20 792 more to 2026-12-05.
    ['46361'],
    ['46361.5'],
  ])('%s is the fifth of December', (words) => {
    expect(parseDay(words)).toBe('2026-12-05');
  });

  it.each([[''], ['2026-02-29'], ['2026-13-01'], ['26-12-05'], ['05.12.2026'], ['2026-12'], ['1949-12-31'], ['soon']])(
    '%s is none',
    (words) => {
      expect(parseDay(words)).toBeNull();
    },
  );

  it('know their weekday', () => {
    // 2026-12-05 is a Saturday, 2024-02-29 a Thursday.
    expect(weekday(day('2026-12-05'))).toBe(6);
    expect(isWeekend(day('2026-12-05'))).toBe(true);
    expect(weekday(day('2024-02-29'))).toBe(4);
    expect(isWeekend(day('2024-02-29'))).toBe(false);
  });

  it('cross months, years and leap days', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
    expect(daysBetween(day('2026-12-05'), day('2027-01-05'))).toBe(31);
    expect(daysFromTo(day('2026-02-27'), day('2026-03-01'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysFromTo(day('2026-03-01'), day('2026-02-27'))).toEqual([]);
    expect(dayOf(2026, 2, 29)).toBeNull();
  });

  it('numbers and days are the same thing', () => {
    assert(
      property(integer({ min: -7305, max: 84_000 }), integer({ min: -500, max: 500 }), (number, more) => {
        const one = dayFromNumber(number);
        expect(dayNumber(one)).toBe(number);
        expect(addDays(one, more)).toBe(dayFromNumber(number + more));
        expect(daysBetween(one, addDays(one, more))).toBe(more);
        expect(addDays(one, 7) > one).toBe(true);
        expect(weekday(addDays(one, 7))).toBe(weekday(one));
      }),
    );
  });
});

describe('months', () => {
  it.each([['2026-12'], ['2026/12'], ['2026年12月'], ['202612']])('%s is December', (words) => {
    expect(parseMonth(words)).toBe('2026-12');
  });

  it.each([['2026-13'], ['2026'], ['12'], ['']])('%s is none', (words) => {
    expect(parseMonth(words)).toBeNull();
  });

  it('have their days', () => {
    const february = '2024-02' as Month;
    expect(daysOf(february)).toHaveLength(29);
    expect([firstDay(february), lastDay(february)]).toEqual(['2024-02-01', '2024-02-29']);
    expect(addMonths(february, -2)).toBe('2023-12');
    expect(addMonths('2026-11' as Month, 2)).toBe('2027-01');
    expect(monthOf(day('2026-12-05'))).toBe('2026-12');
  });
});
