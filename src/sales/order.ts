/** Orders as every platform's adapter delivers them, and where their money went. */
import type { Fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';
import type { Day } from '../calendar/day.js';
import type { Flag } from '../handbook/schema/sales.js';
import type { StaffId } from '../people/person.js';

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
  readonly source: SourceRef;
}

export type Outcome = 'agent' | 'pool' | 'unplaced' | 'waiting' | 'excluded' | 'refunded';

/** Where one order's money went. Shares and `refunded` sum to the order's `paid`. */
export interface Placement {
  readonly order: Order;
  /** Of what is left after refunds. */
  readonly outcome: Outcome;
  /** Who has it: one agent, or several where the handbook splits; empty for the other outcomes. */
  readonly shares: readonly { readonly staff: StaffId; readonly amount: Fen }[];
  /** paid - refunded */
  readonly net: Fen;
  readonly reason: Text;
}

/** agents + pool + unplaced + waiting + excluded + refunded = export, to the fen. */
export interface Reconciliation {
  /** Sum of what buyers paid in all orders read. */
  readonly export: Fen;
  readonly agents: Fen;
  readonly pool: Fen;
  readonly unplaced: Fen;
  readonly waiting: Fen;
  readonly excluded: Fen;
  readonly refunded: Fen;
  /** export - the others: 0, or our bug. */
  readonly difference: Fen;
}

export interface SalesResult {
  readonly placements: readonly Placement[];
  readonly total: Reconciliation;
  /** By file, in the order read. */
  readonly files: readonly { readonly file: string; readonly orders: number; readonly total: Reconciliation }[];
}
