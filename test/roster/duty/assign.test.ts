import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../src/people/person.js';
import { assignFairly, type Slot } from '../../../src/roster/duty/assign.js';

const ids = (...names: string[]): StaffId[] => names as StaffId[];
const slot = (...candidates: string[]): Slot => ({ needed: 1, candidates: ids(...candidates), spared: [] });

describe('duties shared out', () => {
  it('takes turns', () => {
    const days = Array.from({ length: 6 }, () => slot('a', 'b', 'c'));
    expect(assignFairly(days, new Map(), []).flat()).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('begins with whoever did less before, but nobody on two days running', () => {
    // b owes 2: b, somebody else, b; then all are level again.
    const days = Array.from({ length: 4 }, () => slot('a', 'b', 'c'));
    expect(assignFairly(days, new Map([['b' as StaffId, 2]]), []).flat()).toEqual(['b', 'a', 'b', 'c']);
    expect(assignFairly([slot('a', 'b')], new Map(), ids('a')).flat()).toEqual(['b']);
  });

  it('the only one there has it twice', () => {
    expect(assignFairly([slot('a'), slot('a')], new Map(), []).flat()).toEqual(['a', 'a']);
  });

  it('gives nobody two duties a day while others are there', () => {
    const day: Slot = { needed: 2, candidates: ids('a', 'b', 'c'), spared: ids('a') };
    expect(assignFairly([day], new Map(), [])).toEqual([['b', 'c']]);
    expect(assignFairly([{ ...day, needed: 3 }], new Map(), [])).toEqual([['a', 'b', 'c']]);
  });

  it('who is there every day does it at most one time more often than the fewest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 31 }), (people, days) => {
        const names = Array.from({ length: people }, (_, at) => `p${at}`);
        const had = assignFairly(
          Array.from({ length: days }, () => slot(...names)),
          new Map(),
          [],
        ).flat();
        const counts = names.map((name) => had.filter((one) => one === name).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(had.some((one, at) => at > 0 && one === had[at - 1])).toBe(false);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
