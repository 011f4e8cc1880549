/** The backward pass of a row search (`row-table.ts`). */

/** Infinity from..to-1, and in one number behind it where theirs is odd. */
function forbid(from: usize, to: usize): void {
  for (; from < to; from += 16) v128.store(from, f64x2.splat(Infinity));
}

/**
 * One state's table: each number of the stretches (first, behind last: numbers from the target on) is the least over the arcs (distance in bytes to what
 * follows, 4 bytes, 4 unused; price) of price + the number at that distance. There is at least one arc. Between the stretches, and from `low` to `high`
 * (bytes), there is infinity. Four numbers at a time: three behind a stretch may be written, too, and whatever stands there is written again, or belongs to nothing.
 */
export function complete(
  arcs: usize,
  arcsEnd: usize,
  stretch: usize,
  stretchEnd: usize,
  target: usize,
  low: i32,
  high: i32,
): void {
  let free = target + low;
  for (; stretch < stretchEnd; stretch += 8) {
    const begin = target + (load<u32>(stretch) << 3);
    const end = target + (load<u32>(stretch, 4) << 3);
    forbid(free, begin);
    for (let at = begin; at < end; at += 32) {
      let first = f64x2.splat(Infinity);
      let second = f64x2.splat(Infinity);
      for (let arc = arcs; arc < arcsEnd; arc += 16) {
        const source = at + load<i32>(arc);
        const price = v128.load64_splat(arc, 8);
        first = f64x2.pmin(first, f64x2.add(price, v128.load(source)));
        second = f64x2.pmin(second, f64x2.add(price, v128.load(source, 16)));
      }
      v128.store(at, first);
      v128.store(at, second, 16);
    }
    free = end;
  }
  forbid(free, target + high);
}
