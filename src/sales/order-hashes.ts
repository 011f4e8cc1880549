/**
 * The orders of a summary as sorted hashes, 16 bytes each: 64 bits of platform and number, the file's index and the row. Two
 * summaries that hold the same order are found by walking both once, and the order is named by its places.
 */
import type { FileSales, PlacedSales } from './order.js';

const ENTRY = 16;

/** Two independent 32-bit hashes of the same words. */
function hash(words: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return [a >>> 0, b >>> 0];
}

/** The bytes of the file beside a summary. Columns of numbers: a million orders are no million objects. */
export function orderHashes(sales: PlacedSales, files: readonly FileSales[]): Uint8Array {
  const index = new Map(files.map((file, at) => [file.file, at]));
  const most = Object.values(sales.counts).reduce((sum, count) => sum + count, 0);
  const columns = [0, 1, 2, 3].map(() => new Uint32Array(most));
  const [high, low, file, row] = columns as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let count = 0;
  for (const { platform, number, source } of sales.orders()) {
    const cited = source.sheet === undefined ? source.file : `${source.file}#${source.sheet}`;
    [high[count], low[count]] = hash(`${platform} ${number}`);
    file[count] = index.get(cited) ?? 0;
    row[count] = source.row ?? 0;
    count += 1;
  }
  const view = new DataView(new ArrayBuffer(count * ENTRY));
  sortedBy(low, high, count).forEach((from, at) => {
    columns.forEach((column, place) => {
      view.setUint32(at * ENTRY + place * 4, column[from]!);
    });
  });
  return new Uint8Array(view.buffer);
}

/** The places 0 to `count` by `high`, then `low`, then place: sorted by sixteen bits at a time, which asks no two for their order. */
function sortedBy(low: Uint32Array, high: Uint32Array, count: number): Uint32Array {
  let places = new Uint32Array(count).map((_, at) => at);
  let next = new Uint32Array(count);
  for (const column of [low, high]) {
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(65_537);
      for (const at of places) starts[((column[at]! >>> shift) & 0xffff) + 1]! += 1;
      for (let digit = 1; digit < starts.length; digit += 1) starts[digit]! += starts[digit - 1]!;
      for (const at of places) {
        const digit = (column[at]! >>> shift) & 0xffff;
        next[starts[digit]!] = at;
        starts[digit]! += 1;
      }
      [places, next] = [next, places];
    }
  }
  return places;
}

/** The hashes of one summary, with the files its entries name. */
export interface HashedOrders {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly files: readonly string[];
}

export interface SharedOrders {
  readonly first: string;
  readonly second: string;
  readonly orders: number;
  /** A few of them, by their places. */
  readonly examples: readonly (readonly [string, string])[];
}

const EXAMPLES = 3;

/** Which two summaries hold the same orders. */
export function sharedOrders(all: readonly HashedOrders[]): SharedOrders[] {
  return all.flatMap((first, at) => all.slice(at + 1).flatMap((second) => sharedBy(first, second) ?? []));
}

function sharedBy(first: HashedOrders, second: HashedOrders): SharedOrders | null {
  const [a, b] = [first, second].map(({ bytes }) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const examples: (readonly [string, string])[] = [];
  let orders = 0;
  let [i, j] = [0, 0];
  while (i + ENTRY <= a!.byteLength && j + ENTRY <= b!.byteLength) {
    const order = a!.getUint32(i) - b!.getUint32(j) || a!.getUint32(i + 4) - b!.getUint32(j + 4);
    if (order === 0) {
      orders += 1;
      if (examples.length < EXAMPLES) examples.push([place(first, a!, i), place(second, b!, j)]);
    }
    if (order <= 0) i += ENTRY;
    if (order >= 0) j += ENTRY;
  }
  return orders === 0 ? null : { first: first.name, second: second.name, orders, examples };
}

const place = ({ files }: HashedOrders, view: DataView, at: number): string =>
  `${files[view.getUint32(at + 8)] ?? '?'}:${view.getUint32(at + 12)}`;
