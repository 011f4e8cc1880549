/** Numbers at an index behind an address. Sizes are in bytes: 4 of a word, 8 of a number. */

export function wordAt(at: usize, index: i32): i32 {
  return load<i32>(at + ((<usize>index) << 2));
}

export function numberAt(at: usize, index: i32): f64 {
  return load<f64>(at + ((<usize>index) << 3));
}

export function byteAt(at: usize, index: i32): i32 {
  return load<u8>(at + index);
}

export function addToWord(at: usize, index: i32, amount: i32): void {
  const place = at + ((<usize>index) << 2);
  store<i32>(place, load<i32>(place) + amount);
}

export function setWord(at: usize, index: i32, value: i32): void {
  store<i32>(at + ((<usize>index) << 2), value);
}

export function setNumber(at: usize, index: i32, value: f64): void {
  store<f64>(at + ((<usize>index) << 3), value);
}

/** Stands for what may not be. */
export const FORBIDDEN: f64 = Infinity;
