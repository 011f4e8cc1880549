/** Orders as every platform's adapter delivers them, and where their money went. */
import type { Fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';
import type { Day, Month } from '../calendar/day.js';
import type { Flag } from '../handbook/schema/sales.js';
import type { StaffId } from '../people/person.js';
import type { BareMark } from './marks.js';

export type Platform = 'taobao' | 'jd' | 'pinduoduo' | 'douyin' | 'kuaishou' | 'wechat' | 'erp' | 'generic';

/** counts: sold and paid; waiting: not yet; cancelled: never paid or wholly refunded; unknown: a status nobody knows. */
export type OrderState = 'counts' | 'waiting' | 'cancelled' | 'unknown';

export interface Order {
  readonly platform: Platform;
  /** Shop name or id as the export gives it, or empty. */
  readonly shop: string;
  readonly number: string;
  /** What the buyer paid, before refunds. */
  readonly paid: Fen;
  /** Refunded so far. `paid - refunded` is what may earn commission. */
  readonly refunded: Fen;
  /** The export tells of a refund but not of its amount: the whole was taken. */
  readonly refundAssumed?: true;
  /** Who served the buyer, in a column of its own: an employee number or name, not a mark in the remark. */
  readonly signed?: string;
  readonly state: OrderState;
  /** The platform's own word. */
  readonly status: string;
  readonly paidOn: Day | null;
  readonly finishedOn: Day | null;
  /** The seller's remark: hostile text, shown only escaped and cut. */
  readonly remark: string;
  /** null: no flag set; 'no-column': this export cannot say. */
  readonly flag: Flag | null | 'no-column';
  readonly tags: readonly string[];
  /** Why the amounts cannot be trusted (more refunded than paid); such an order is unplaced. */
  readonly doubt?: Text;
  /** A line of a summary stands for so many orders alike; a refund by itself for none. */
  readonly merged?: number;
  /** A refund by itself, of an order of an earlier month: nothing paid, its days are the refund's, its mark the order's. */
  readonly late?: true;
  readonly source: SourceRef;
}

/** What decides where an order belongs. */
export type OrderFacts = Omit<Order, 'platform' | 'shop' | 'number' | 'source'>;

export type Outcome = 'agent' | 'pool' | 'unplaced' | 'waiting' | 'excluded' | 'refunded';

/** Where one order's money goes. Shares (or, without any, `net` under its outcome) and the order's `refunded` sum to `paid`. */
export interface Verdict {
  /** Of what is left after refunds. */
  readonly outcome: Outcome;
  /** Who has it: one agent, or several where the handbook splits; empty for the other outcomes. */
  readonly shares: readonly { readonly staff: StaffId; readonly amount: Fen }[];
  /** paid - refunded */
  readonly net: Fen;
  /** The month the order belongs to where it is not the one asked for: then it is excluded from this one. */
  readonly otherMonth: Month | null;
  /** A staff number inside other words of the remark, which is no mark. */
  readonly glued?: string;
  /** A name alone, or a number without its leading zeros: no mark either. */
  readonly bare?: BareMark;
  readonly reason: Text;
}

export interface Placement extends Verdict {
  readonly order: Order;
}

/** agents + pool + unplaced + waiting + excluded + refunded = export, to the fen. */
export interface Reconciliation {
  /** Sum of what buyers paid in all orders read. */
  readonly export: Fen;
  readonly agents: Fen;
  readonly pool: Fen;
  readonly unplaced: Fen;
  readonly waiting: Fen;
  /** Brushing orders, closed without payment, and the orders of other months. */
  readonly excluded: Fen;
  /** Refunds of all orders read, partial ones included. */
  readonly refunded: Fen;
  /** export - the others: 0, or our bug. */
  readonly difference: Fen;
}

/** How many, and how much. */
export interface Tally {
  readonly orders: number;
  readonly amount: Fen;
}

/** One file as it was read and placed. */
export interface FileSales {
  readonly file: string;
  /** The adapter that read it: `taobao-orders`, and the generation of its headings: `2026`. */
  readonly adapter: string;
  readonly generation: string;
  readonly platform: Platform;
  /** Orders that count from this file (those a later file repeats are counted there). */
  readonly orders: number;
  /** Orders of this file that a later file holds again. */
  readonly superseded: Tally;
  /** Whether a mark needed a flag in this file; `unknown`: it does, but the file has no flag column. */
  readonly flags: 'needed' | 'not-needed' | 'unknown';
  readonly total: Reconciliation;
  /** Orders by outcome. */
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** What one agent's marks claim in the month. A split order counts for each of its agents. */
export interface AgentSales extends Tally {
  readonly staff: StaffId;
}

/** Orders of one agent in one shop that stand in one file, summed; or a line of a summary. */
export interface Heap {
  readonly staff: StaffId;
  readonly platform: Platform;
  readonly shop: string;
  readonly amount: Fen;
  /** A split order is one for each of its agents, a refund by itself none. */
  readonly orders: number;
  /** The part of `amount` that is refunds of earlier months' orders: zero or below. */
  readonly late: Fen;
  /** The file, with the row or all rows. */
  readonly source: SourceRef;
}

/** Orders with the same outcome and agent in one shop on one day, summed. */
export interface DaySum extends Tally {
  readonly outcome: Outcome;
  readonly staff: StaffId | null;
  readonly platform: Platform;
  readonly shop: string;
  readonly day: Day | null;
}

export interface SalesResult {
  readonly month: Month;
  /** What is paid for or wants an eye: agents', unplaced and marked orders, in the order read. Exports make them as they are asked for. */
  readonly placements: Iterable<Placement>;
  /** The agents' part of them, summed: what pay is computed from. A heap may come in several pieces. */
  readonly heaps: Iterable<Heap>;
  /** The part of them that nobody's rule could place. */
  readonly unplaced: readonly Placement[];
  readonly total: Reconciliation;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** By file, in the order read. */
  readonly files: readonly FileSales[];
  /** By staff number. */
  readonly agents: readonly AgentSales[];
  /** The part of `excluded` (after refunds) that belongs to other months, by month. */
  readonly otherMonths: readonly ({ readonly month: Month } & Tally)[];
}

export interface PlacedSales extends SalesResult {
  /** Every order, in the order read; made as it is asked for, for there may be millions. */
  readonly orders: () => Iterable<Order>;
  /** All that is placed; a sum may come in several pieces. */
  readonly byDay: () => Iterable<DaySum>;
}
