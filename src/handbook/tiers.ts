/**
 * The arithmetic of a tier table: what sales earn, exactly, and where a table makes pay fall as sales rise. Rows are
 * (over, up_to] to the fen. Used by the cross-checks here and by the pay lines.
 */
import { type Fen, fen } from '../base/fen.js';
import { add, compare, divide, multiply, type Ratio, ratio, subtract } from '../base/ratio.js';
import type { Tier } from './schema/pay.js';

export interface TierRow {
  readonly tier: Tier;
  /** Place in the table, from 0: the handbook path ends with it. */
  readonly index: number;
}

/** The row that `sales` (fen) stand in; null below the first row (nothing sold, more refunded than sold). */
export function tierFor(tiers: readonly Tier[], sales: Fen): TierRow | null {
  const index = tiers.findIndex((tier) => sales > tier.over && (tier.up_to === null || sales <= tier.up_to));
  return index < 0 ? null : { tier: tiers[index]!, index };
}

/** What one row pays for `sales`, in fen, before the one rounding. */
const tierPay = (tier: Tier, sales: Fen): Ratio =>
  add(multiply(ratio(tier.on === 'all' ? sales : sales - tier.over), tier.rate), ratio(tier.plus));

/** What a table pays for `sales`, in fen, before the one rounding; 0 outside the table. */
export function tablePay(tiers: readonly Tier[], sales: Fen): Ratio {
  const row = tierFor(tiers, sales);
  return row === null ? ratio(0) : tierPay(row.tier, sales);
}

/** A place where one fen more of sales pays less. */
export interface Drop {
  /** The last sales of the lower row, and what they pay. */
  readonly at: Fen;
  readonly pays: Ratio;
  /** The place of the lower row; the upper one follows it. */
  readonly index: number;
  /** What one yuan more of sales pays. */
  readonly thenPays: Ratio;
  /** Sales from which pay is back at `pays`; null: never in this table. */
  readonly wonBack: Fen | null;
}

/** Every drop of a table whose rows ascend. */
export function dropsOf(tiers: readonly Tier[]): Drop[] {
  return tiers.flatMap((tier, index) => {
    const next = tiers[index + 1];
    if (tier.up_to === null || next === undefined) return [];
    const pays = tierPay(tier, tier.up_to);
    if (compare(tierPay(next, fen(tier.up_to + 1)), pays) >= 0) return [];
    const thenPays = tablePay(tiers, fen(tier.up_to + 100));
    return [{ at: tier.up_to, pays, index, thenPays, wonBack: firstSalesPaying(tiers.slice(index + 1), pays) }];
  });
}

/** The smallest sales within `tiers` that pay at least `wanted`. */
function firstSalesPaying(tiers: readonly Tier[], wanted: Ratio): Fen | null {
  for (const tier of tiers) {
    const first = fen(tier.over + 1);
    if (compare(tierPay(tier, first), wanted) >= 0) return first;
    if (tier.rate.num <= 0n) continue;
    const above = divide(subtract(wanted, ratio(tier.plus)), tier.rate);
    const exact = tier.on === 'all' ? above : add(above, ratio(tier.over));
    const sales = fen(Number((exact.num + exact.den - 1n) / exact.den));
    if (tier.up_to === null || sales <= tier.up_to) return sales;
  }
  return null;
}
