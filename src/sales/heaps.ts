/** What has been placed, summed: for pay by agent, shop and file, for summaries by outcome, agent, shop and day. */
import { type Fen, fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { DaySum, Heap, Placement } from './order.js';
import { pilesBy, rowsIn } from './piles.js';
import type { Verdicts } from './placed.js';
import type { Shelf } from './shelf.js';

const ZERO = fen(0);

/** One for each share, whose money is not yet brought together. */
export function* heapsOf(placements: Iterable<Placement>): Generator<Heap> {
  for (const { order, shares } of placements) {
    const { platform, shop, source, merged, late } = order;
    const orders = late === true ? 0 : (merged ?? 1);
    for (const { staff, amount } of shares)
      yield { staff, platform, shop, amount, orders, late: late === true ? amount : ZERO, source };
  }
}

/** The order's place again, with all rows of its heap. */
function placeOf({ row: _, ...place }: SourceRef, rows: readonly number[]): SourceRef {
  const known = rows[0] === 0 ? rows.filter((row) => row > 0) : rows;
  if (known.length === 0) return place;
  return known.length === 1 ? { ...place, row: known[0]! } : { ...place, rows: known };
}

/** `again`: makes the placement of an order of which its number does not say all. */
export function* heapsIn(shelf: Shelf, kept: Verdicts, again: (at: number) => Placement): Generator<Heap> {
  const kinds = shelf.kinds('file');
  const keyOf = (at: number): number => {
    const number = kept.numberAt(at);
    if (number < 0 || kept.said(number).owner === null) return -1;
    return number * kinds + shelf.kindAt(at, 'file');
  };
  const piles = pilesBy(shelf.size(), keyOf, shelf.netAt);
  const rowsOf = rowsIn(piles, shelf.rowAt);
  for (const [at, { first, orders, amount }] of piles.piles.entries()) {
    const { staff } = kept.said(kept.numberAt(first)).owner!;
    const { platform, shop, source } = shelf.orderAt(first);
    yield { staff, platform, shop, amount: fen(amount), orders, late: ZERO, source: placeOf(source, rowsOf(at)) };
  }
  yield* heapsOf(madeAgain(shelf, kept, again));
}

function* madeAgain(shelf: Shelf, kept: Verdicts, again: (at: number) => Placement): Generator<Placement> {
  for (let at = 0; at < shelf.size(); at += 1) if (kept.numberAt(at) < 0) yield again(at);
}

/** All but what is unplaced. */
export function* sumsByDay(shelf: Shelf, kept: Verdicts, again: (at: number) => Placement): Generator<DaySum> {
  const kinds = shelf.kinds('day');
  const keyOf = (at: number): number => {
    const number = kept.numberAt(at);
    return number < 0 ? -1 : number * kinds + shelf.kindAt(at, 'day');
  };
  for (const { first, orders, amount } of pilesBy(shelf.size(), keyOf, shelf.netAt).piles) {
    const { outcome, owner } = kept.said(kept.numberAt(first));
    const { platform, shop, paidOn: day } = shelf.orderAt(first);
    yield { outcome, staff: owner?.staff ?? null, platform, shop, day, orders, amount: fen(amount) };
  }
  for (const { order, outcome, net, shares } of madeAgain(shelf, kept, again)) {
    if (outcome === 'unplaced') continue;
    const { platform, shop, paidOn: day } = order;
    const parts: readonly { readonly staff: Heap['staff'] | null; readonly amount: Fen }[] =
      shares.length > 0 ? shares : [{ staff: null, amount: net }];
    for (const { staff, amount } of parts)
      yield { outcome, staff, platform, shop, day, orders: order.merged ?? 1, amount };
  }
}
