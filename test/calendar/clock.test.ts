import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, parseClock, showClock } from '../../src/calendar/clock.js';

describe('clock times', () => {
  it.each([
    ['9:00', 540],
    ['09:00', 540],
    [' 23:30 ', 1410],
    ['24:00', 1440],
    ['25:00', 1500],
    ['次日1:00', 1500],
    ['次日 01:00', 1500],
    ['01:00+1', 1500],
    ['昨日 23:50', -10],
    ['09:00:30', 540],
    ['17：30', 1050],
  ])('%s', (words, minutes) => {
    expect(parseClock(words)).toBe(minutes);
  });

  it.each([[''], ['9'], ['9.30'], ['48:00'], ['9:60'], ['9:5'], ['-1:00'], ['后天1:00'], ['9:00x']])(
    '%s is none',
    (words) => {
      expect(parseClock(words)).toBeNull();
    },
  );

  it('shows both languages what lies past midnight', () => {
    expect(showClock(540)).toEqual({ en: '09:00', zh: '09:00' });
    expect(showClock(1440)).toEqual({ en: '24:00', zh: '24:00' });
    expect(showClock(1500)).toEqual({ en: '01:00+1', zh: '次日01:00' });
    expect(showClock(-10)).toEqual({ en: '23:50-1', zh: '昨日23:50' });
  });

  it('what is shown reads back', () => {
    assert(
      property(integer({ min: 0, max: 2879 }), constantFrom('en' as const, 'zh' as const), (minutes, lang) => {
        expect(parseClock(showClock(minutes)[lang])).toBe(minutes);
      }),
    );
  });

  it('spans share what both have', () => {
    const day = { from: 540, to: 1050 };
    expect(overlap(day, { from: 1020, to: 1410 })).toBe(30);
    expect(overlap(day, { from: 1050, to: 1410 })).toBe(0);
    expect(overlap(day, { from: 600, to: 660 })).toBe(60);
    expect(overlap(day, { from: 1100, to: 1410 })).toBe(0);
  });
});
