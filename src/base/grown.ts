/** A longer copy of an array of numbers, twice as long if nothing is said; 0 at the end. */
export function grown<A extends Float64Array | Int32Array | Uint8Array>(array: A, length = 2 * array.length): A {
  const longer = new (array.constructor as new (length: number) => A)(length);
  longer.set(array);
  return longer;
}
