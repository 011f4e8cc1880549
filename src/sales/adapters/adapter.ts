/**
 * What a platform's adapter is: the headings it is known by and how a row becomes an order. One file an adapter, one
 * line in index.ts, one case in test/sales/adapters/. Headings are compared normalised, as a set: never by position.
 */
import type { Issue } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import type { Row } from '../../base/table.js';
import type { Text } from '../../base/text.js';
import type { Order, OrderState, Platform } from '../order.js';
import type { Refund } from '../refunds.js';

/** A column an adapter cannot do without: its spellings over the years, the preferred one first. */
export type Need = readonly string[];

export interface Adapter {
  readonly id: string;
  readonly platform: Platform;
  readonly name: Text;
  readonly needs: readonly Need[];
  /** Further columns it reads where the file has them. Of a large file only these and `needs` are decoded. */
  readonly reads: readonly Need[];
  /** Further headings by which the file is known for what it is. */
  readonly knows: readonly string[];
  /**
   * `items`: an order may stand in several rows, each with the amount paid for the order, counted once without a word;
   * `parts`: in several rows with amounts of their own, which add up; `refunds`: rows tell of refunds, not of orders;
   * `beside`: rows say nothing that a file of orders does not say.
   */
  readonly rows: 'orders' | 'items' | 'parts' | 'refunds' | 'beside';
  /** What a further row of an order adds to it (refunds by item); by default nothing. */
  readonly join?: (there: Order, again: Order) => Order;
  readonly open: (file: OpenFile) => Reader;
}

/** A recognised file: its columns, and where to say what is wrong with it. */
export interface OpenFile {
  /** Every heading of the file, normalised. */
  readonly columns: ReadonlyMap<string, number>;
  /** Place in a row's cells of the first of these headings that the file has; -1: none. One the adapter has not named is our bug. */
  readonly place: (headings: Need) => number;
  /** The heading as the file spells it. */
  readonly spelt: (heading: string) => string;
  readonly source: SourceRef;
  readonly report: (issue: Issue) => void;
}

export interface Reader {
  /** The generation of the headings: `2026`. */
  readonly generation: string;
  /** `tag`: a column that a shop may or may not use for flags; it counts as one only where it is filled. */
  readonly flag: 'none' | 'tag' | 'column';
  /** Whether the file says when an order was finished. */
  readonly finishes: boolean;
  /** Null: the row is no order (a note), or is faulty and has been reported. */
  readonly order: (row: Row) => Order | null;
  /** `refunds` only. Null: nothing was refunded, or the row is faulty and has been reported. */
  readonly refund?: (row: Row) => Refund | null;
  /** A row that is no order by the platform's habit: skipped before anything else is asked of it. */
  readonly isNote?: (row: Row) => boolean;
  /** Called after the last row: what is to be said of the whole file. */
  readonly close?: () => void;
}

/** The first of these headings that the file has; -1: none. */
export function columnOf(columns: ReadonlyMap<string, number>, headings: Need): number {
  for (const heading of headings) {
    const at = columns.get(heading);
    if (at !== undefined) return at;
  }
  return -1;
}

/** The heading of `headings` that the file has; the preferred one where it has none. */
export const headingOf = (columns: ReadonlyMap<string, number>, headings: Need): string =>
  headings.find((heading) => columns.has(heading)) ?? headings[0]!;

/** A platform's status words, compared after `,` -> `，`. */
export function statusReader(words: Readonly<Record<string, OrderState>>): (raw: string) => OrderState {
  const states = new Map(Object.entries(words));
  return (raw) => states.get(raw) ?? states.get(raw.replaceAll(',', '，').replaceAll(' ', '')) ?? 'unknown';
}
