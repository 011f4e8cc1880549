/** The month's sales as pay needs them, out of one walk over the placed orders: there may be millions. */
import { type Fen, fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { StaffId } from '../people/person.js';
import type { Order, Placement, Platform } from '../sales/order.js';

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

export interface Sold {
  readonly byStaff: ReadonlyMap<StaffId, readonly Sale[]>;
  /** Shares of people who are not on the staff list, in the order read. */
  readonly strangers: readonly { readonly staff: StaffId; readonly amount: Fen; readonly source: SourceRef }[];
  /** Orders that nobody's rule could place. */
  readonly unplaced: readonly Placement[];
}

interface Heap {
  readonly shop: string;
  readonly platform: Platform;
  amount: number;
  orders: number;
  late: number;
  /** Rows by file; none: the file as a whole. */
  readonly files: Map<string, { readonly source: SourceRef; readonly rows: number[] }>;
}

/** Plain comparison of texts: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By person, and there by shop and platform: the order of files and rows moves nothing. */
export function soldIn(placements: Iterable<Placement>, staffList: ReadonlySet<StaffId>): Sold {
  const heaps = new Map<StaffId, Heap[]>();
  const strangers: { readonly staff: StaffId; readonly amount: Fen; readonly source: SourceRef }[] = [];
  const unplaced: Placement[] = [];
  for (const placement of placements) {
    const { order, shares } = placement;
    if (placement.outcome === 'unplaced') unplaced.push(placement);
    for (const { staff, amount } of shares) {
      if (staffList.has(staff)) addSale(listIn(heaps, staff), order, amount);
      else strangers.push({ staff, amount, source: order.source });
    }
  }
  const byStaff = new Map([...heaps].map(([staff, own]) => [staff, own.map(saleOf).sort(byPlace)] as const));
  return { byStaff, strangers, unplaced };
}

function addSale(heaps: Heap[], { shop, platform, merged, late, source }: Order, amount: Fen): void {
  let heap = heaps.find((one) => one.shop === shop && one.platform === platform);
  if (heap === undefined) {
    heap = { shop, platform, amount: 0, orders: 0, late: 0, files: new Map() };
    heaps.push(heap);
  }
  heap.amount += amount;
  heap.orders += late === true ? 0 : (merged ?? 1);
  if (late === true) heap.late += amount;
  const key = source.sheet === undefined ? source.file : `${source.file}#${source.sheet}`;
  const file = heap.files.get(key);
  if (file === undefined) heap.files.set(key, { source, rows: source.row === undefined ? [] : [source.row] });
  else if (source.row !== undefined) file.rows.push(source.row);
}

const saleOf = ({ files, amount, late, ...heap }: Heap): Sale => ({
  ...heap,
  late: fen(late),
  amount: fen(amount),
  sources: [...files.values()]
    .sort((a, b) => byText(a.source.file, b.source.file))
    .map(({ source, rows }) => rowsOf(source, rows)),
});

function rowsOf({ row: _, ...place }: SourceRef, rows: readonly number[]): SourceRef {
  if (rows.length === 1) return { ...place, row: rows[0]! };
  return rows.length === 0 ? place : { ...place, rows: [...rows].sort((a, b) => a - b) };
}

const byPlace = (a: Sale, b: Sale): number => byText(a.shop, b.shop) || byText(a.platform, b.platform);

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const found = lists.get(key);
  if (found !== undefined) return found;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}
