/** Who takes which place so that the sum of prices is least: shortest augmenting paths (Kuhn, Munkres). */

/**
 * The place of each row, every place taken at most once. Square or wider (more places than rows); equal sums go to the
 * earlier place, so the answer repeats.
 */
export function cheapestPlaces(prices: readonly (readonly number[])[]): number[] {
  const places = prices[0]?.length ?? 0;
  const ofRow = new Float64Array(prices.length + 1);
  const ofPlace = new Float64Array(places + 1);
  /** The row (from 1) that has each place (from 1); place 0 is where the next row waits. */
  const taken = new Int32Array(places + 1);
  for (let row = 1; row <= prices.length; row += 1) {
    const least = new Float64Array(places + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(places + 1);
    const isReached = new Uint8Array(places + 1);
    let place = 0;
    taken[0] = row;
    while (taken[place] !== 0) {
      isReached[place] = 1;
      const [here, current] = [place, taken[place]!];
      let step = Number.POSITIVE_INFINITY;
      for (let other = 1; other <= places; other += 1) {
        if (isReached[other] === 1) continue;
        const reduced = prices[current - 1]![other - 1]! - ofRow[current]! - ofPlace[other]!;
        if (reduced < least[other]!) {
          least[other] = reduced;
          from[other] = here;
        }
        if (least[other]! < step) {
          step = least[other]!;
          place = other;
        }
      }
      for (let other = 0; other <= places; other += 1) {
        if (isReached[other] === 1) {
          ofRow[taken[other]!]! += step;
          ofPlace[other]! -= step;
        } else least[other]! -= step;
      }
    }
    while (place !== 0) {
      taken[place] = taken[from[place]!]!;
      place = from[place]!;
    }
  }
  const found = new Array<number>(prices.length).fill(0);
  taken.forEach((row, place) => {
    if (row > 0 && place > 0) found[row - 1] = place - 1;
  });
  return found;
}
