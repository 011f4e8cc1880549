/** Every fen of an export has a place: agents + pool + unplaced + waiting + excluded + refunded = export. */
import { assert, assertNever } from '../base/assert.js';
import { type Fen, fen } from '../base/fen.js';
import type { OrderFacts, Outcome, Reconciliation, Verdict } from './order.js';

type Counts = Readonly<Record<Outcome, number>>;

interface Sums {
  readonly money: Record<Exclude<keyof Reconciliation, 'difference'>, number>;
  readonly counts: Record<Outcome, number>;
}

/** Sums that grow order by order. */
export interface Tallying {
  readonly add: (order: OrderFacts, placed: Verdict) => void;
  readonly sums: Sums;
  /** Throws InternalError where the parts do not sum to the whole: that is our bug. */
  readonly total: () => Reconciliation;
  readonly counts: () => Counts;
  readonly orders: () => number;
}

/** `parts`: tallies whose sums it begins with. */
export function tallying(parts: readonly Tallying[] = []): Tallying {
  const sums = { export: 0, agents: 0, pool: 0, unplaced: 0, waiting: 0, excluded: 0, refunded: 0 };
  const counts = { agent: 0, pool: 0, unplaced: 0, waiting: 0, excluded: 0, refunded: 0 };
  for (const part of parts) {
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += part.sums.money[key];
    for (const key of Object.keys(counts) as Outcome[]) counts[key] += part.sums.counts[key];
  }
  return {
    sums: { money: sums, counts },
    add: (order, placement) => {
      sums.export += order.paid;
      sums.refunded += order.refunded;
      counts[placement.outcome] += 1;
      switch (placement.outcome) {
        case 'agent':
          for (const share of placement.shares) sums.agents += share.amount;
          break;
        case 'pool':
        case 'unplaced':
        case 'waiting':
        case 'excluded':
          sums[placement.outcome] += placement.net;
          break;
        case 'refunded':
          assert(placement.net === 0, 'a refunded order has nothing left');
          break;
        default:
          assertNever(placement.outcome);
      }
    },
    total: () => {
      const { agents, pool, unplaced, waiting, excluded, refunded } = sums;
      const difference = sums.export - agents - pool - unplaced - waiting - excluded - refunded;
      assert(difference === 0, `the parts of an export sum to it, ${difference} fen are left over`);
      const money = Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, fen(sum)])) as Record<
        keyof typeof sums,
        Fen
      >;
      return { ...money, difference: fen(difference) };
    },
    counts: () => ({ ...counts }),
    orders: () => Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
}
