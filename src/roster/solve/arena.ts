/** Arrays and records laid down in a kernel's memory, one behind another. */
import { type Kernel, reserve } from './kernel.js';

type Numbers = Float64Array | Int32Array | Uint8Array;

export interface Arena {
  readonly kernel: Kernel;
  /** Room for so many bytes, all 0 if nobody has been there; gives its address. Views made earlier are of no use behind it. */
  readonly room: (bytes: number) => number;
  /** The first address behind all. */
  readonly top: () => number;
  /** A copy of the array; the same array is laid down once. */
  readonly put: (array: Numbers) => number;
  /** Two arrays as pairs; laid down once, too. */
  readonly putPairs: (first: Int32Array, second: Int32Array) => number;
  /** A record: words one behind another. */
  readonly record: (...words: readonly number[]) => number;
}

const ALIGNED = 16;

/** @param from address behind which everything lies */
export function arenaIn(kernel: Kernel, from: number): Arena {
  let top = from;
  const known = new Map<Numbers, number>();
  const room = (bytes: number): number => {
    const at = Math.ceil(top / ALIGNED) * ALIGNED;
    top = at + bytes;
    reserve(kernel, top);
    return at;
  };
  const copy = (array: Numbers): number => {
    const at = room(array.byteLength);
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    new Uint8Array(kernel.memory.buffer, at, array.byteLength).set(bytes);
    return at;
  };
  const once = (array: Numbers, make: () => Numbers): number => {
    let at = known.get(array);
    if (at === undefined) {
      at = copy(make());
      known.set(array, at);
    }
    return at;
  };
  return {
    kernel,
    room,
    top: () => top,
    put: (array) => once(array, () => array),
    putPairs: (first, second) => once(first, () => pairsOf(first, second)),
    record: (...words) => copy(Int32Array.from(words)),
  };
}

function pairsOf(first: Int32Array, second: Int32Array): Int32Array {
  const pairs = new Int32Array(2 * first.length);
  for (let at = 0; at < first.length; at += 1) {
    pairs[2 * at] = first[at]!;
    pairs[2 * at + 1] = second[at]!;
  }
  return pairs;
}
