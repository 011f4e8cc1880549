import { expect, test } from 'vitest';
import { settled } from '../../../src/roster/life/changes.js';
import { fairnessOf } from '../../../src/roster/life/fairness.js';
import { house, OFF, person, problemOf, rosterOf } from '../make.js';

const people = [person('1001'), person('1002'), person('1003')];
const plain = problemOf({ handbook: house({ cover: OFF.cover }), people });

/** A works days, B late shifts, C rests. */
const roster = settled(rosterOf({ 1001: '白'.repeat(31), 1002: '晚'.repeat(31), 1003: '休'.repeat(31) }), plain);
const withBands = (lo: number, hi: number) => ({
  ...plain,
  agents: plain.agents.map((agent) => ({
    ...agent,
    expectedDays: 20,
    fairLate: { lo, hi },
    fairWeekends: { lo: 5, hi: 6 },
    fairHolidays: { lo: 0, hi: 0 },
    fairMinutes: 100,
  })),
});

test('how far from fair, and how near the same number could be shared', () => {
  const found = new Map(fairnessOf(roster, withBands(10, 11)).map((each) => [each.burden, each]));
  // Late shifts 0, 31, 0 against 10 to 11 each: 10 + 20 + 10 off; 31 shared as 10, 10, 11 would be within.
  expect(found.get('late')).toEqual({ burden: 'late', people: 3, least: 0, most: 31, off: 40, offAtLeast: 0 });
  // Eight weekend days each for A and B against 5 to 6: 2 + 2 + 5; sixteen in all fit 15 to 18.
  expect(found.get('weekends')).toMatchObject({ least: 0, most: 8, off: 9, offAtLeast: 0 });
  // No statutory holiday in December; hours come in whole shifts, so nothing is said of how near they could be.
  expect(found.has('holidays')).toBe(false);
  expect(found.get('hours')?.offAtLeast).toBe(null);
});

test('what the shares cannot hold lies outside whoever gets it', () => {
  // 31 late shifts, 30 places.
  expect(fairnessOf(roster, withBands(10, 10)).find(({ burden }) => burden === 'late')).toMatchObject({
    offAtLeast: 1,
  });
  // 31 late shifts where 36 would be due.
  expect(fairnessOf(roster, withBands(12, 12)).find(({ burden }) => burden === 'late')).toMatchObject({
    offAtLeast: 5,
  });
});
