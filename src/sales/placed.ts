/** What is remembered of millions of verdicts: one number each. What it does not say is made again when it is asked for. */
import { fen } from '../base/fen.js';
import type { Text } from '../base/text.js';
import type { StaffId } from '../people/person.js';
import type { AgentSales, Order, OrderFacts, Outcome, Placement, Verdict } from './order.js';

const OUTCOMES: readonly Outcome[] = ['agent', 'pool', 'unplaced', 'waiting', 'excluded', 'refunded'];

/**
 * 0 and 1: a verdict that has to be made again (several agents, an unplaced order, a refund by itself). Then each outcome, whose
 * money nobody has. Odd numbers up to here: pay or the clerk wants to see the order. Behind them those who have an order alone.
 */
const AGAIN = 2;
const OWNED = AGAIN + 2 * OUTCOMES.length;

/** One agent who has the whole of orders, why, and how many. */
interface Owner {
  readonly staff: StaffId;
  readonly reason: Text;
  orders: number;
  amount: number;
}

export interface Verdicts {
  /** True: one agent has the whole of it, and it is counted among theirs. */
  readonly keep: (at: number, verdict: Verdict, order: OrderFacts) => boolean;
  /** Whether pay or the clerk wants to see it: an agent's, an unplaced one, one with a remark. */
  readonly isWanted: (at: number) => boolean;
  /** A number that verdicts share which say the same; -1: it has to be made again. */
  readonly numberAt: (at: number) => number;
  readonly said: (number: number) => {
    readonly outcome: Outcome;
    readonly owner: Omit<Owner, 'orders' | 'amount'> | null;
  };
  readonly owners: () => readonly AgentSales[];
}

export function verdicts(size: number): Verdicts {
  const kinds = new Int32Array(size);
  const codes = new Map<string, number>();
  const owners: Owner[] = [];
  /** The words of a reason name its agent. */
  const codeOf = (staff: StaffId, reason: Text): number => {
    const known = codes.get(reason.en);
    if (known !== undefined) return known;
    codes.set(reason.en, owners.length);
    return owners.push({ staff, reason, orders: 0, amount: 0 }) - 1;
  };
  return {
    keep: (at, { outcome, shares, reason, net }, { remark, late }) => {
      const [first] = shares;
      if (outcome === 'agent' && shares.length === 1 && late === undefined) {
        const code = codeOf(first!.staff, reason);
        kinds[at] = OWNED + code;
        owners[code]!.orders += 1;
        owners[code]!.amount += net;
        return true;
      }
      const isAgain = outcome === 'agent' || outcome === 'unplaced';
      const isWanted = isAgain || remark !== '';
      kinds[at] = (isAgain || late !== undefined ? 0 : AGAIN + 2 * OUTCOMES.indexOf(outcome)) + (isWanted ? 1 : 0);
      return false;
    },
    isWanted: (at) => kinds[at]! >= OWNED || (kinds[at]! & 1) === 1,
    numberAt: (at) => {
      const kind = kinds[at]!;
      return kind >= OWNED ? kind : (kind & ~1) - (kind < AGAIN ? 1 : 0);
    },
    said: (number) =>
      number >= OWNED
        ? { outcome: 'agent', owner: owners[number - OWNED]! }
        : { outcome: OUTCOMES[(number - AGAIN) / 2]!, owner: null },
    owners: () => owners.map(({ staff, orders, amount }) => ({ staff, orders, amount: fen(amount) })),
  };
}

/** An agent's order, which belongs to the month. */
export function soldAlone(order: Order, { staff, reason }: Pick<Owner, 'staff' | 'reason'>): Placement {
  const net = fen(order.paid - order.refunded);
  return {
    order,
    outcome: 'agent',
    shares: [{ staff, amount: net }],
    net,
    otherMonth: null,
    reason,
  };
}
