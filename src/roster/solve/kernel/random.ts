/** The same numbers as `base/random.ts` (sfc32), for the loops that draw millions. */

let a: u32 = 0;
let b: u32 = 0;
let c: u32 = 0;
let d: u32 = 0;

export function seed(first: u32, second: u32): void {
  a = 0x9e3779b9;
  b = 0x243f6a88;
  c = first;
  d = second | 1;
  for (let warmUp = 0; warmUp < 12; warmUp += 1) draw();
}

/** Any 32 bits. */
export function draw(): u32 {
  const t = a + b + d;
  d += 1;
  a = b ^ (b >>> 9);
  b = c + (c << 3);
  c = (c << 21) | (c >>> 11);
  c += t;
  return t;
}

/** In [0, 1). */
export function next(): f64 {
  return <f64>draw() / 4294967296.0;
}

/** A whole number in [0, limit). */
export function below(limit: i32): i32 {
  return <i32>((<u64>draw() * <u64>limit) >>> 32);
}
