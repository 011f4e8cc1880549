import { describe, expect, it } from 'vitest';
import { type Day, daysFromTo, type Month } from '../../src/calendar/day.js';
import { chinaCalendar, type DayKind, holidaysUnpublished, standardMinutes } from '../../src/calendar/holidays.js';
import { statutoryDays } from '../../src/calendar/statutory.js';

const calendar = chinaCalendar();
const short = (year: number): string[] => [...statutoryDays(year).keys()].map((day) => day.slice(5));
const daysOfKind = (year: number, kind: DayKind): string[] =>
  daysFromTo(`${year}-01-01` as Day, `${year}-12-31` as Day)
    .filter((day) => calendar.info(day).kind === kind)
    .map((day) => day.slice(5));

describe('statutory days', () => {
  it('are the 300 % days of 2025', () => {
    expect(short(2025)).toEqual(
      '01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06'.split(' '),
    );
  });

  it('are the 300 % days of 2026', () => {
    expect(short(2026)).toEqual(
      '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03'.split(' '),
    );
  });

  it('were 11 before 2025, without New Year’s Eve', () => {
    expect(short(2024)).toEqual('01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03'.split(' '));
  });

  // New moons of the Chinese calendar: 2027-02-06, 2028-01-26 (leap fifth month), 2029-02-13, 2033-01-31, 2034-02-19.
  it.each([
    [2027, '02-05', '06-09', '09-15'],
    [2028, '01-25', '05-28', '10-04'],
    [2029, '02-12', '06-16', '09-22'],
    [2033, '01-30', '06-01', '09-08'],
  ])('%i: the eve of the lunar new year, Dragon Boat, Mid-Autumn', (year, eve, dragonBoat, midAutumn) => {
    const days = [...statutoryDays(year)];
    const named = (name: string): string[] => days.filter(([, { zh }]) => zh === name).map(([day]) => day.slice(5));
    expect(named('春节')[0]).toBe(eve);
    expect(named('端午节')).toEqual([dragonBoat]);
    expect(named('中秋节')).toEqual([midAutumn]);
  });

  it('none is lost where Mid-Autumn falls on National Day', () => {
    // 中秋 2028 is October 3rd, 2031 October 1st: the next free day takes its place.
    expect(short(2028).slice(-4)).toEqual(['10-01', '10-02', '10-03', '10-04']);
    expect(short(2031).slice(-4)).toEqual(['10-01', '10-02', '10-03', '10-04']);
    for (let year = 2025; year < 2060; year += 1) expect(statutoryDays(year).size).toBe(13);
  });
});

describe('the yearly notices', () => {
  it('swap workdays for rest days', () => {
    expect(daysOfKind(2024, 'swapped-rest')).toEqual(
      '02-13 02-14 02-15 02-16 04-05 05-02 05-03 09-16 10-04 10-07'.split(' '),
    );
    expect(daysOfKind(2025, 'swapped-rest')).toEqual('02-03 02-04 05-05 06-02 10-07 10-08'.split(' '));
    expect(daysOfKind(2026, 'swapped-rest')).toEqual(
      '01-02 02-20 02-23 04-06 05-04 05-05 10-05 10-06 10-07'.split(' '),
    );
  });

  it('make weekends workdays', () => {
    expect(daysOfKind(2024, 'make-up-work')).toEqual('02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'.split(' '));
    expect(daysOfKind(2025, 'make-up-work')).toEqual('01-26 02-08 04-27 09-28 10-11'.split(' '));
    expect(daysOfKind(2026, 'make-up-work')).toEqual('01-04 02-14 02-28 05-09 09-20 10-10'.split(' '));
  });

  it('name the holiday a day belongs to', () => {
    expect(calendar.info('2026-02-20' as Day)).toEqual({
      kind: 'swapped-rest',
      name: { en: 'Spring Festival', zh: '春节' },
    });
    expect(calendar.info('2026-12-05' as Day)).toEqual({ kind: 'weekend', name: null });
  });

  it.each([2024, 2025, 2026])('leave %i with the working days of the law', (year) => {
    // 365 (366) days - 104 or 105 weekend days and the statutory days; every swapped day is worked off, except those
    // that only replace a statutory day that fell on a weekend.
    const office = daysFromTo(`${year}-01-01` as Day, `${year}-12-31` as Day).filter((day) =>
      ['workday', 'make-up-work'].includes(calendar.info(day).kind),
    ).length;
    expect(office).toBe({ 2024: 251, 2025: 248, 2026: 248 }[year]);
  });

  it('warn where a year is not published', () => {
    expect(holidaysUnpublished('2026-12' as Month, calendar)).toBeNull();
    expect(holidaysUnpublished('2027-01' as Month, calendar)).toMatchObject({
      code: 'holidays-unpublished',
      severity: 'warning',
    });
  });
});

describe('standard working time', () => {
  it('is 8 hours for each working day of the month', () => {
    // December 2026 has 23 weekdays and no holiday: 23 x 480 = 11 040.
    expect(standardMinutes('2026-12' as Month, calendar)).toBe(11_040);
    // February 2026: 20 weekdays - 16..20 and 23 (6 days) + 14 and 28 worked = 16 days.
    expect(standardMinutes('2026-02' as Month, calendar)).toBe(7_680);
  });
});
