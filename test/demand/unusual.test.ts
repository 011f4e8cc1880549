import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/calendar/day.js';
import type { Counted } from '../../src/demand/forecast.js';
import { heldBack } from '../../src/demand/held-back.js';
import { unusualDays } from '../../src/demand/unusual.js';

const MONDAY = '2026-08-03' as Day;
/** One count a Monday. */
const mondays = (...counts: number[]): Counted[] =>
  counts.map((contacts, week) => ({ day: addDays(MONDAY, 7 * week), from: 540, contacts }));
const found = (...counts: number[]): number[] =>
  unusualDays(mondays(...counts), new Set()).map(({ contacts }) => contacts);

describe('unusual days', () => {
  it('a sale and a day on which hardly anybody came, with the median beside them', () => {
    expect(unusualDays(mondays(100, 104, 96, 500, 98, 20, 102), new Set())).toEqual([
      { day: '2026-08-24', contacts: 500, usual: 100 },
      { day: '2026-09-07', contacts: 20, usual: 100 },
    ]);
  });

  it('two in a row that end, and the last alone; not a new level, nor chance', () => {
    expect(found(100, 100, 100, 300, 300, 100, 100)).toEqual([300, 300]);
    expect(found(100, 100, 100, 100, 300)).toEqual([300]);
    expect(found(100, 100, 100, 100, 300, 300)).toEqual([]);
    expect(found(100, 100, 100, 100, 300, 300, 300, 100)).toEqual([]);
    // Far in parts, but 8 beside 4 is nothing.
    expect(found(4, 4, 8, 4, 4)).toEqual([]);
  });

  it('three days of a weekday have no usual, and days left out say nothing', () => {
    expect(found(100, 100, 500)).toEqual([]);
    expect(unusualDays(mondays(100, 100, 100, 500, 100), new Set(['2026-08-24' as Day]))).toEqual([]);
  });
});

describe('held back', () => {
  const options = { halfLifeWeeks: 1e9, leftOut: new Set<Day>(), factors: new Map<Day, number>() };

  it('the last four weeks by what lay before them', () => {
    // Five Mondays of 100 before; then 110, 90, 120, 120: off by 10 + 10 + 20 + 20 = 60 of 440, 40 too few.
    const past = mondays(100, 100, 100, 100, 100, 110, 90, 120, 120);
    const held = heldBack(past, options)!;
    expect([held.from, held.to]).toEqual(['2026-09-01', '2026-09-28']);
    expect(held.off).toBeCloseTo(60 / 440, 9);
    expect(held.bias).toBeCloseTo(-40 / 440, 9);
  });

  it('nothing where there are not as many weeks before', () => {
    expect(heldBack(mondays(100, 100, 100, 100, 100), options)).toBeNull();
    expect(heldBack([], options)).toBeNull();
  });
});
