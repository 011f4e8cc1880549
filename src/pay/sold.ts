/** The month's sales as pay needs them, out of the heaps of orders that sales has summed. */
import { type Fen, fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { StaffId } from '../people/person.js';
import type { Heap, Placement, Platform, SalesResult } from '../sales/order.js';

/** What one person sold in one shop on one platform: orders are summed at once. */
export interface Sale {
  readonly shop: string;
  readonly platform: Platform;
  readonly amount: Fen;
  /** A line of a summary stands for several, a refund by itself for none. */
  readonly orders: number;
  /** The part of `amount` that is refunds of earlier months' orders: zero or below. */
  readonly late: Fen;
  /** One for each file, with all its rows. */
  readonly sources: readonly SourceRef[];
}

type SoldOrders = Pick<SalesResult, 'heaps' | 'unplaced'>;

export interface Sold {
  readonly byStaff: ReadonlyMap<StaffId, readonly Sale[]>;
  /** Shares of people who are not on the staff list, in the order read. */
  readonly strangers: readonly { readonly staff: StaffId; readonly amount: Fen; readonly source: SourceRef }[];
  /** Orders that nobody's rule could place. */
  readonly unplaced: readonly Placement[];
}

interface Sum {
  readonly shop: string;
  readonly platform: Platform;
  amount: number;
  orders: number;
  late: number;
  /** By file. */
  readonly files: Map<string, SourceRef[]>;
}

/** Plain comparison of texts: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By person, and there by shop and platform: the order of files and rows moves nothing. */
export function soldIn({ heaps, unplaced }: SoldOrders, staffList: ReadonlySet<StaffId>): Sold {
  const sums = new Map<StaffId, Sum[]>();
  const strangers: { readonly staff: StaffId; readonly amount: Fen; readonly source: SourceRef }[] = [];
  for (const heap of heaps) {
    if (staffList.has(heap.staff)) addHeap(listIn(sums, heap.staff), heap);
    else strangers.push({ staff: heap.staff, amount: heap.amount, source: heap.source });
  }
  const byStaff = new Map([...sums].map(([staff, own]) => [staff, own.map(saleOf).sort(byPlace)] as const));
  return { byStaff, strangers, unplaced };
}

function addHeap(sums: Sum[], { shop, platform, amount, orders, late, source }: Heap): void {
  let sum = sums.find((one) => one.shop === shop && one.platform === platform);
  if (sum === undefined) {
    sum = { shop, platform, amount: 0, orders: 0, late: 0, files: new Map() };
    sums.push(sum);
  }
  sum.amount += amount;
  sum.orders += orders;
  sum.late += late;
  listIn(sum.files, source.sheet === undefined ? source.file : `${source.file}#${source.sheet}`).push(source);
}

const saleOf = ({ files, amount, late, ...sum }: Sum): Sale => ({
  ...sum,
  late: fen(late),
  amount: fen(amount),
  sources: [...files.values()].sort(([a], [b]) => byText(a!.file, b!.file)).map(together),
});

/** Places in one file as one, with all their rows. */
function together(places: readonly SourceRef[]): SourceRef {
  const [first] = places;
  if (places.length === 1) return first!;
  const { row: _, rows: __, ...place } = first!;
  const rows = places.flatMap(({ row, rows: many }) => many ?? row ?? []).sort((a, b) => a - b);
  if (rows.length === 0) return place;
  return rows.length === 1 ? { ...place, row: rows[0]! } : { ...place, rows };
}

const byPlace = (a: Sale, b: Sale): number => byText(a.shop, b.shop) || byText(a.platform, b.platform);

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const found = lists.get(key);
  if (found !== undefined) return found;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}
