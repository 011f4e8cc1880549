/** What is remembered of millions of placements: one number each. The rest is made again when it is asked for. */
import { type Fen, fen } from '../base/fen.js';
import type { Text } from '../base/text.js';
import type { StaffId } from '../people/person.js';
import type { Order, Placement, Verdict } from './order.js';

const UNWANTED = 0;
const WANTED = 1;
/** And above: an order that one agent has alone. */
const SOLD = 2;

interface Owner {
  readonly staff: StaffId;
  readonly reason: Text;
}

interface Verdicts {
  /** `isMarked`: it has a remark, so an order of the pool is wanted too. */
  readonly keep: (at: number, verdict: Verdict, isMarked: boolean) => void;
  /** Whether pay or the clerk wants to see it. */
  readonly isWanted: (at: number) => boolean;
  /** Who has the whole of it, and why; null: nobody alone. */
  readonly soldBy: (at: number) => Owner | null;
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
    return owners.push({ staff, reason }) - 1;
  };
  return {
    keep: (at, { outcome, shares, reason }, isMarked) => {
      const [first] = shares;
      if (outcome === 'agent' && shares.length === 1) kinds[at] = SOLD + codeOf(first!.staff, reason);
      else kinds[at] = outcome === 'agent' || outcome === 'unplaced' || isMarked ? WANTED : UNWANTED;
    },
    isWanted: (at) => kinds[at] !== UNWANTED,
    soldBy: (at) => (kinds[at]! < SOLD ? null : owners[kinds[at]! - SOLD]!),
  };
}

/** An agent's order, which belongs to the month. */
export function soldAlone(order: Order, { staff, reason }: Owner): Placement {
  const net: Fen = fen(order.paid - order.refunded);
  return {
    order,
    outcome: 'agent',
    shares: [{ staff, amount: net }],
    net,
    otherMonth: null,
    reason,
  };
}
