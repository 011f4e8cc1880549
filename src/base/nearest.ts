/** The word somebody probably meant. */

/** Longer words are compared by their beginning only: input from outside must not cost more than this squared. */
const LONGEST = 48;

/** Steps from one word to the other: one character put in, left out, replaced, or two neighbours swapped. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, before[j - 2]! + 1);
      row.push(steps);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Of two characters one is another: 丧假 is no misspelt 事假. */
const isOtherPair = (a: string, b: string): boolean =>
  a.length === 2 && b.length === 2 && a !== b && (a[0] !== b[1] || a[1] !== b[0]);

/**
 * The candidate that `word` begins (four letters and more, never numbers), else the one nearest to it; null where none is
 * near enough (a third of the longer word, at least one step; a word of one character has no neighbours, one of two
 * characters only by a swap or another length). Upper and lower case count as the same. Ties: the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase().slice(0, LONGEST);
  const known = [...candidates];
  const begun = /^[a-z-]{4,}$/.test(wanted) ? known.find((word) => word.toLowerCase().startsWith(wanted)) : undefined;
  if (begun !== undefined) return begun;
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const offered = candidate.toLowerCase().slice(0, LONGEST);
    const longer = Math.max(wanted.length, offered.length);
    const allowed = longer === 1 ? 0 : Math.max(1, Math.floor(longer / 3));
    if (Math.abs(wanted.length - offered.length) > allowed || isOtherPair(wanted, offered)) continue;
    const steps = distance(wanted, offered);
    if (steps <= allowed && steps < fewest) {
      best = candidate;
      fewest = steps;
    }
  }
  return best;
}
