import { describe, expect, it } from 'vitest';
import { type Cycle, type CycleProblem, keepsAll } from '../../../src/roster/pattern/cycle.js';
import { findPattern } from '../../../src/roster/pattern/find.js';
import { figuresOf, priceOf, type Wishes } from '../../../src/roster/pattern/wishes.js';

const free: Wishes = {
  ...{ head: 20, splitWeekend: 0, workedWeekend: 0, longRun: { beyond: 6, price: 0 }, fullWeek: 0, singleLate: 0 },
  ...{ change: 0, changeOff: { on: [], price: 0 }, backward: { order: [0, 1], price: 0 }, late: [1] },
};
const limits = (least: number, most: number, spare = 0) => Array.from({ length: 7 }, () => ({ least, most, spare }));
const problem: CycleProblem = {
  weeks: 4,
  shifts: [
    { code: '白', need: [1, 1, 1, 1, 1, 1, 1], limits: limits(1, 4, 1), block: { least: 1, most: 6 } },
    { code: '晚', need: [1, 1, 1, 1, 1, 1, 1], limits: limits(1, 4, 1), block: { least: 1, most: 6 } },
  ],
  ...{ off: { least: 1, most: 2 }, work: { least: 1, most: 6 }, forbidden: [[1, 0]], forbiddenOverOneDayOff: [] },
  rest: { least: 8, most: 8 },
};

/** Codes of weeks -> a line: 白 0, 晚 1, 休 -1. */
const line = (weeks: string): Cycle => [...weeks.replaceAll(' ', '')].map((code) => '白晚'.indexOf(code));

describe('what people feel about a line', () => {
  it('is counted round the ring', () => {
    // Week 1: five days, a whole weekend off. Week 2: two lates, back to day over Wednesday off, one lone late on Saturday.
    const two: CycleProblem = { ...problem, weeks: 2 };
    const figures = figuresOf(line('白白白白白休休 晚晚休白白晚白'), two, free);
    expect(figures).toEqual({
      ...{ freeWeekends: 1, splitWeekends: 0, singleLates: 1, fullWeeks: 0 },
      // Thursday of week 2 round the end to Friday of week 1: 4 + 5 days.
      ...{ longestRun: 9, longestLateRun: 2 },
      // 白-晚 over the weekend, 晚-白 over Wednesday, 白-晚, 晚-白. Of two shifts no change is more than half way round.
      ...{ changes: 4, changesOff: 0, backward: 0 },
      // 2 people, each weekday wants 1-2 of each shift. Day: Mon-Fri 1, 1, 1, 2, 2, Sat 0, Sun 1: one short. Late: Mon 1, Tue 1,
      // Wed-Fri 0, Sat 1, Sun 0: four short.
      headsOff: 5,
    });
    // 5 heads x 20, 3 days beyond the 6th x 10, one weekend worked throughout x 7.
    const wishes: Wishes = { ...free, workedWeekend: 7, longRun: { beyond: 6, price: 10 } };
    expect(priceOf(figures, wishes, two, line('白白白白白休休 晚晚休白白晚白'))).toBe(100 + 30 + 7);
  });

  const limited = { elapsed: () => 0, time: null, iterations: 2_000, cancelled: () => false };
  const found = (wishes: Wishes): Cycle => {
    const result = findPattern(problem, 1, limited, wishes);
    if (result.status !== 'found') throw new Error(result.status);
    expect(keepsAll(result.cycle, problem)).toBe(true);
    return result.cycle;
  };

  it('finds weekends off together where that is asked for', () => {
    // Eight days off in four weeks: at best two weekends are free, because two of four must be there on each day.
    const together = figuresOf(found({ ...free, splitWeekend: 60, workedWeekend: 60 }), problem, free);
    expect(together.freeWeekends).toBe(2);
    expect(together.headsOff).toBe(0);
  });

  it('finds long stretches of one shift where that is asked for', () => {
    // All 4 weeks are one ring with both shifts in it: at least one change there and one back.
    expect(figuresOf(found({ ...free, change: 60 }), problem, free).changes).toBe(2);
  });
});
