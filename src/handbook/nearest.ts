/** The word a person probably meant. */

/** Letters to insert, delete, replace or swap with their neighbour to turn one word into the other. */
function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let last = to.map((_, index) => index + 1);
  last.unshift(0);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const differs = from[row - 1] === to[column - 1] ? 0 : 1;
      let best = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + differs);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, before[column - 2]! + 1);
      current.push(best);
    }
    before = last;
    last = current;
  }
  return last[to.length]!;
}

/**
 * The nearest of `known` to `word`: the one it begins or is the beginning of, else the one with the fewest changes; null
 * where more than half of the letters would change.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const short = word.slice(0, 60).toLowerCase();
  const letters = [...short].length;
  if (letters >= 3) {
    const begins = known.find((candidate) => candidate.toLowerCase().startsWith(short) || short.startsWith(candidate));
    if (begins !== undefined) return begins;
  }
  let best: string | null = null;
  let least = Math.floor(letters / 2) + 1;
  for (const candidate of known) {
    const far = distance(short, candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}
