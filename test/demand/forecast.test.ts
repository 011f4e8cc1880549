import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.js';
import { forecast } from '../../src/demand/forecast.js';

const day = (iso: string): Day => iso as Day;
const plain = { halfLifeWeeks: 4, leftOut: new Set<Day>(), factors: new Map<Day, number>() };

describe('forecast', () => {
  // Two past Mondays, 10 and 20 contacts at nine, equally weighted by an endless half-life: 15.
  const past = [
    { day: day('2026-11-16'), from: 540, contacts: 10 },
    { day: day('2026-11-23'), from: 540, contacts: 20 },
    { day: day('2026-11-24'), from: 540, contacts: 7 },
  ];

  it('is the mean of the same weekday', () => {
    const [monday, tuesday, ...rest] = forecast(past, [day('2026-12-07'), day('2026-12-08'), day('2026-12-09')], {
      ...plain,
      halfLifeWeeks: 1e9,
    });
    expect(monday!.contacts).toBeCloseTo(15, 6);
    expect(monday!.days).toBe(2);
    expect(tuesday!.contacts).toBeCloseTo(7, 6);
    expect(rest).toEqual([]);
  });

  // Weights 2^-(3/1) and 2^-(2/1): (10/8 + 20/4) / (1/8 + 1/4) = 6.25 / 0.375 = 16.667
  it('lets recent weeks count more', () => {
    const [monday] = forecast(past, [day('2026-12-07')], { ...plain, halfLifeWeeks: 1 });
    expect(monday!.contacts).toBeCloseTo(6.25 / 0.375, 6);
  });

  it('multiplies named days and leaves days out', () => {
    const [monday] = forecast(past, [day('2026-12-07')], {
      ...plain,
      leftOut: new Set([day('2026-11-16')]),
      factors: new Map([[day('2026-12-07'), 3]]),
    });
    expect(monday!.contacts).toBeCloseTo(60, 6);
  });

  it('never looks at the days ahead', () => {
    expect(forecast(past, [day('2026-11-16')], plain)).toEqual([]);
    expect(forecast(past, [], plain)).toEqual([]);
  });
});
