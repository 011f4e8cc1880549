/** The deletion filter: what can be left out of a clashing set while it still clashes. */

export type Verdict = 'clash' | 'none' | 'unknown';

export interface Minimal<T> {
  /** In the order given. */
  readonly kept: readonly T[];
  /** Each one left was tried: without it the others do not clash. */
  readonly isMinimal: boolean;
}

/**
 * Whole chunks are left out first, halves of them where that fails; single ones at the end, so that each one kept was
 * tried. Items at the front go first. `isSpent`: whatever was not tried stays.
 */
export function minimalClash<T>(
  items: readonly T[],
  clash: (kept: readonly T[]) => Verdict,
  isSpent: () => boolean,
): Minimal<T> {
  let kept = [...items];
  let isMinimal = true;
  /** Leaves out what it can of kept[from, to); returns how many stay. */
  const reduce = (from: number, to: number): number => {
    if (to <= from) return 0;
    if (isSpent()) {
      isMinimal = false;
      return to - from;
    }
    const without = [...kept.slice(0, from), ...kept.slice(to)];
    const verdict = clash(without);
    if (verdict === 'clash') {
      kept = without;
      return 0;
    }
    if (to - from === 1) {
      if (verdict === 'unknown') isMinimal = false;
      return 1;
    }
    const middle = from + Math.floor((to - from) / 2);
    const first = reduce(from, middle);
    const second = reduce(from + first, from + first + to - middle);
    return first + second;
  };
  reduce(0, kept.length);
  return { kept, isMinimal };
}
