/**
 * How many heads each shift of each day should have (docs/rules.md, auto target). What people can work is spent on the
 * given targets first; the rest is spread over the shifts they may work in proportion to `share`, evenly over the days
 * they are employed. Exact fractions throughout.
 */
import { add, compare, multiply, type Ratio, ratio } from '../../base/ratio.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { Heads } from '../../handbook/schema/rules.js';
import { headsOn } from '../cover-heads.js';
import type { CoverNeed, PlanAgent, PlanDay, Shift } from '../problem.js';

type Worker = Pick<PlanAgent, 'active' | 'allowed' | 'expectedDays'>;

export interface CoverTargets {
  readonly cover: CoverNeed[];
  /** For each need, in the same order, the heads it stands for, as an exact fraction. */
  readonly heads: Ratio[];
}

interface Slot extends Heads {
  readonly day: number;
  readonly shift: string;
  /** Weight when heads are shared out; 0: nobody is wanted beyond what is given. */
  readonly weight: number;
}

export function coverTargets(
  handbook: HandbookInForce,
  days: readonly PlanDay[],
  shifts: readonly Shift[],
  agents: readonly Worker[],
): CoverTargets {
  const { shifts: ordinary } = handbook.values.rules.cover;
  const slots = days.flatMap((planDay, day) =>
    shifts.map(({ code }): Slot => {
      const heads = headsOn(handbook, planDay, code);
      // A day that needs more has no greater share of what is left: its need is served first.
      const weight = heads.share ?? Math.max(1, ordinary[code]?.min ?? 0);
      return { ...heads, day, shift: code, weight };
    }),
  );
  const wanted = spread(slots, agents);
  const cover = slots.map(({ day, shift, min, max }, index): CoverNeed => {
    const { num, den } = wanted[index]!;
    const target = { lo: Number(num / den), hi: Number((num + den - 1n) / den) };
    return { day, shift, min, max: max === 'any' ? null : max, target };
  });
  return { cover, heads: wanted };
}

/** Heads of each slot: given targets first, then the rest by weight; whoever leaves [min, max] is held there and the rest shared again. */
function spread(slots: readonly Slot[], agents: readonly Worker[]): Ratio[] {
  const held = slots.map(({ target, min, max }): number | null =>
    typeof target === 'number' ? within(target, min, max) : max === 0 ? 0 : null,
  );
  for (;;) {
    const shares = shareOut(slots, held, agents);
    let isSettled = true;
    slots.forEach(({ min, max }, index) => {
      if (held[index] !== null) return;
      if (compare(shares[index]!, ratio(min)) < 0) held[index] = min;
      else if (max !== 'any' && compare(shares[index]!, ratio(max)) > 0) held[index] = max;
      if (held[index] !== null) isSettled = false;
    });
    if (isSettled) return shares;
  }
}

function shareOut(slots: readonly Slot[], held: readonly (number | null)[], agents: readonly Worker[]): Ratio[] {
  const workDays = agents.reduce((sum, { expectedDays }) => sum + expectedDays, 0);
  const given = held.reduce<number>((sum, heads) => sum + (heads ?? 0), 0);
  const left = ratio(Math.max(0, workDays - given), Math.max(1, workDays));
  // Numerators by denominator: people with the same weights share one, so that few fractions are added.
  const shares = new Map<number, number[]>();
  for (const { active, allowed, expectedDays } of agents) {
    const weights = slots.map(({ day, shift, weight }, index) =>
      held[index] === null && active[day] && allowed[day]!.includes(shift) ? weight : 0,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) continue;
    const sums = shares.get(total) ?? slots.map(() => 0);
    weights.forEach((weight, index) => {
      sums[index]! += weight * expectedDays;
    });
    shares.set(total, sums);
  }
  return held.map((heads, index) => {
    if (heads !== null) return ratio(heads);
    let sum = ratio(0);
    for (const [total, sums] of shares) sum = add(sum, ratio(sums[index]!, total));
    return multiply(sum, left);
  });
}

const within = (target: number, min: number, max: number | 'any'): number =>
  max === 'any' ? Math.max(min, target) : Math.min(Math.max(min, target), max);
