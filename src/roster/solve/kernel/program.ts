/**
 * The loops of the linear program. Its stretches of 64-bit numbers are gone through two at a time; their length (in bytes) is a multiple of 64, so that
 * they have no rest.
 */
import { numberAt } from './memory';

/** vector += amount * stretch. */
export function add(vector: usize, stretch: usize, amount: f64, length: i32): void {
  const twice = f64x2.splat(amount);
  const end = vector + length;
  for (; vector < end; vector += 64, stretch += 64) {
    v128.store(vector, f64x2.add(v128.load(vector), f64x2.mul(twice, v128.load(stretch))));
    v128.store(vector, f64x2.add(v128.load(vector, 16), f64x2.mul(twice, v128.load(stretch, 16))), 16);
    v128.store(vector, f64x2.add(v128.load(vector, 32), f64x2.mul(twice, v128.load(stretch, 32))), 32);
    v128.store(vector, f64x2.add(v128.load(vector, 48), f64x2.mul(twice, v128.load(stretch, 48))), 48);
  }
}

/** The sum of vector * stretch. */
export function dot(vector: usize, stretch: usize, length: i32): f64 {
  const end = vector + length;
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (; vector < end; vector += 64, stretch += 64) {
    even = f64x2.add(even, f64x2.mul(v128.load(vector), v128.load(stretch)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(vector, 16), v128.load(stretch, 16)));
    even = f64x2.add(even, f64x2.mul(v128.load(vector, 32), v128.load(stretch, 32)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(vector, 48), v128.load(stretch, 48)));
  }
  const both = f64x2.add(even, odd);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

/**
 * Each stretch of the square -= its entry of row / pivot * alpha; `count` stretches of `length` bytes, the pivot being alpha's entry at `place`
 * (in bytes). That place's entry of each such stretch becomes the factor itself.
 */
export function replace(count: i32, length: i32, square: usize, alpha: usize, row: usize, place: i32): void {
  const pivot = load<f64>(alpha + place);
  for (let index = 0; index < count; index += 1, square += length) {
    const factor = numberAt(row, index) / pivot;
    if (factor === 0) continue;
    add(square, alpha, -factor, length);
    store<f64>(square + place, factor);
  }
}

/** Sums of sums, one behind the other from `sum`: each is factor * (left + right), of the records (left, right: addresses of sums; factor) from..to-1. */
export function addUp(from: usize, to: usize, sum: usize): void {
  for (; from < to; from += 16, sum += 8)
    store<f64>(sum, load<f64>(from, 8) * (load<f64>(load<u32>(from)) + load<f64>(load<u32>(from, 4))));
}
