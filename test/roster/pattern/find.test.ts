import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CycleProblem, keepsAll } from '../../../src/roster/pattern/cycle.js';
import { findPattern } from '../../../src/roster/pattern/find.js';

const unlimited = { elapsed: () => 0, time: null, iterations: 20_000, cancelled: () => false };

/** Three agents, 8-16, 12-20 and 16-24, one of each but for a weekly rest day shared out: the forum question. */
const threeAgents: CycleProblem = {
  weeks: 4,
  shifts: [
    { code: '早', need: [1, 1, 1, 1, 1, 1, 1], block: { least: 1, most: 7 } },
    { code: '中', need: [1, 1, 1, 1, 1, 0, 0], block: { least: 1, most: 7 } },
    { code: '晚', need: [1, 1, 1, 1, 1, 1, 1], block: { least: 2, most: 6 } },
  ],
  off: { least: 1, most: 3 },
  work: { least: 3, most: 6 },
  forbidden: [
    [2, 0],
    [2, 1],
    [1, 0],
  ],
  forbiddenOverOneDayOff: [[2, 0]],
};

/** Every line of the given length, by counting in base (shifts + 1). */
function* allLines(problem: CycleProblem): Generator<number[]> {
  const length = 7 * problem.weeks;
  const base = problem.shifts.length + 1;
  for (let number = 0; number < base ** length; number += 1) {
    let rest = number;
    yield Array.from({ length }, () => {
      const digit = rest % base;
      rest = Math.floor(rest / base);
      return digit - 1;
    });
  }
}

/** A cheap first look, so that few lines go to the judge. */
function covers(line: readonly number[], problem: CycleProblem): boolean {
  if (problem.shifts.some(({ limits }) => limits !== undefined)) return true;
  for (let day = 0; day < 7; day += 1) {
    let worked = 0;
    for (let at = day; at < line.length; at += 7) if (line[at]! >= 0) worked += 1;
    if (worked !== problem.shifts.reduce((sum, { need }) => sum + need[day]!, 0)) return false;
  }
  return true;
}

describe('cyclic patterns', () => {
  it('finds a line that keeps every bound', () => {
    const result = findPattern(threeAgents, 1, unlimited);
    expect(result.status).toBe('found');
    if (result.status === 'found') expect(keepsAll(result.cycle, threeAgents)).toBe(true);
  });

  it('gives the same line for the same seed', () => {
    expect(findPattern(threeAgents, 1, unlimited)).toEqual(findPattern(threeAgents, 1, unlimited));
  });

  it('says impossible where the working days do not fit', () => {
    // Two agents, day and late every day of the week: 14 shifts for 14 agent-days, so nobody ever rests.
    const twoAgents: CycleProblem = {
      weeks: 2,
      shifts: ['白', '晚'].map((code) => ({ code, need: [1, 1, 1, 1, 1, 1, 1], block: { least: 1, most: 7 } })),
      off: { least: 1, most: 7 },
      work: { least: 1, most: 6 },
      forbidden: [[1, 0]],
      forbiddenOverOneDayOff: [],
    };
    expect(findPattern(twoAgents, 1, unlimited).status).toBe('impossible');
  });

  const bounds = (least: number, most: number) =>
    fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })).map(([a, b]) => ({
      least: Math.min(a, b),
      most: Math.max(a, b),
    }));

  const tiny = (weeks: number, kinds: number) =>
    fc
      .record({
        need: fc.array(fc.array(fc.integer({ min: 0, max: weeks }), { minLength: 7, maxLength: 7 }), {
          minLength: kinds,
          maxLength: kinds,
        }),
        blocks: fc.array(bounds(1, 5), { minLength: kinds, maxLength: kinds }),
        off: bounds(1, 4),
        work: bounds(1, 7),
        pair: fc.boolean(),
        triple: fc.boolean(),
        weekly: fc.boolean(),
        on: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })),
      })
      .map(
        ({ need, blocks, off, work, pair, triple, weekly, on }): CycleProblem => ({
          weeks,
          shifts: need.map((days, index) => ({ code: `S${index}`, need: days, block: blocks[index]! })),
          off,
          work,
          forbidden: pair && kinds > 1 ? [[1, 0]] : [],
          forbiddenOverOneDayOff: triple ? [[kinds - 1, 0]] : [],
          weeklyDayOff: weekly,
          ...(on === null ? {} : { changeOn: on }),
        }),
      );

  /** Random demands are nearly always impossible: half of the cases take cover from a line, with few least lengths. */
  const settle = (problem: CycleProblem, line: readonly number[]): CycleProblem => ({
    ...problem,
    off: { least: 1, most: 14 },
    work: { least: 1, most: problem.work.most },
    shifts: problem.shifts.map((shift, index) => ({
      ...shift,
      block: { least: 1, most: 7 },
      need: shift.need.map((_, day) => line.filter((value, at) => at % 7 === day && value === index).length),
    })),
  });

  it.each([
    { weeks: 1, kinds: 2, runs: 50 },
    { weeks: 2, kinds: 1, runs: 12 },
  ])('agrees with trying every line ($weeks weeks, $kinds shifts)', ({ weeks, kinds, runs }) => {
    let found = 0;
    fc.assert(
      fc.property(
        tiny(weeks, kinds),
        fc.array(fc.integer({ min: -1, max: kinds - 1 }), { minLength: 7 * weeks, maxLength: 7 * weeks }),
        fc.boolean(),
        (random, line, real) => {
          const problem = real ? settle(random, line) : random;
          let exists = false;
          for (const each of allLines(problem))
            if (covers(each, problem) && keepsAll(each, problem)) {
              exists = true;
              break;
            }
          const result = findPattern(problem, 1, unlimited);
          expect(result.status).toBe(exists ? 'found' : 'impossible');
          if (exists) found += 1;
        },
      ),
      { numRuns: runs, seed: 5 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('every week has a day off where that is asked for', () => {
    // One week of work needs 7 x 1; two people with two days off a line: both may fall into one week, unless asked.
    const shifts = [{ code: '白', need: [1, 1, 1, 1, 1, 1, 1], block: { least: 1, most: 13 } }];
    const problem: CycleProblem = {
      ...{ weeks: 2, shifts, off: { least: 7, most: 7 }, work: { least: 1, most: 13 } },
      ...{ forbidden: [], forbiddenOverOneDayOff: [] },
    };
    // Seven days off in a row and seven worked: with Monday to Sunday each, one week has none.
    const result = findPattern({ ...problem, weeklyDayOff: true }, 1, unlimited);
    expect(result.status).toBe('found');
    if (result.status === 'found') {
      const weeks = [result.cycle.slice(0, 7), result.cycle.slice(7)];
      expect(weeks.map((days) => days.includes(-1))).toEqual([true, true]);
    }
  });

  it('shifts change only where one of the weekdays lies between', () => {
    const both = { block: { least: 1, most: 7 } };
    const problem: CycleProblem = {
      weeks: 2,
      shifts: [
        { code: '白', need: [1, 1, 1, 1, 1, 1, 0], ...both },
        { code: '晚', need: [1, 1, 1, 1, 1, 1, 0], ...both },
      ],
      ...{ off: { least: 1, most: 2 }, work: { least: 1, most: 6 }, forbidden: [], forbiddenOverOneDayOff: [] },
    };
    // The only day off is Sunday: a change in the middle of the week is possible, but not on Wednesdays alone after a Sunday.
    expect(findPattern({ ...problem, changeOn: [6] }, 1, unlimited).status).toBe('found');
    const wednesday = findPattern({ ...problem, changeOn: [2] }, 1, unlimited);
    expect(wednesday.status).toBe('found');
    if (wednesday.status === 'found') expect(wednesday.cycle[2]).not.toBe(wednesday.cycle[1]);
  });
});
