import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalClash } from '../../../src/roster/conflict/minimal.js';

/** Clashes when one of the cores is among the items kept. */
const clashing = (cores: readonly (readonly number[])[]) => (kept: readonly number[]) =>
  cores.some((core) => core.every((item) => kept.includes(item))) ? ('clash' as const) : ('none' as const);

const items = Array.from({ length: 20 }, (_, index) => index);

describe('the deletion filter', () => {
  it('keeps exactly one of the cores, none of whose items can go', () => {
    const core = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(core, { minLength: 1, maxLength: 4 }), (cores) => {
        const clash = clashing(cores);
        const { kept, isMinimal } = minimalClash(items, clash, () => false);
        expect(isMinimal).toBe(true);
        expect(clash(kept)).toBe('clash');
        for (const item of kept) expect(clash(kept.filter((other) => other !== item))).toBe('none');
      }),
    );
  });

  it('leaves out what stands in front first: of two cores the later one stays', () => {
    expect(
      minimalClash(
        items,
        clashing([
          [0, 1],
          [18, 19],
        ]),
        () => false,
      ).kept,
    ).toEqual([18, 19]);
  });

  it('what could not be decided stays, and is said', () => {
    const unsure = (kept: readonly number[]) => (kept.includes(3) ? clashing([[7]])(kept) : 'unknown');
    expect(minimalClash(items, unsure, () => false)).toEqual({ kept: [3, 7], isMinimal: false });
    expect(minimalClash(items, clashing([[7]]), () => true)).toEqual({ kept: items, isMinimal: false });
  });
});
