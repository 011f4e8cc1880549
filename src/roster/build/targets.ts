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
  /** Weight when heads are shared out; 0: a target is given. */
  readonly weight: number;
}

export function coverTargets(
  handbook: HandbookInForce,
  days: readonly PlanDay[],
  shifts: readonly Shift[],
  agents: readonly Worker[],
): CoverTargets {
  const slots = days.flatMap((planDay, day) =>
    shifts.map(({ code }): Slot => {
      const heads = headsOn(handbook, planDay, code);
      const weight = heads.target === 'auto' ? (heads.share ?? Math.max(1, heads.min)) : 0;
      return { ...heads, day, shift: code, weight: heads.max === 0 ? 0 : weight };
    }),
  );
  const auto = spread(slots, agents);
  const wanted = slots.map((slot, index) => {
    const exact = typeof slot.target === 'number' ? ratio(slot.target) : auto[index]!;
    return within(exact, slot);
  });
  const cover = slots.map(({ day, shift, min, max }, index): CoverNeed => {
    const { num, den } = wanted[index]!;
    const target = { lo: Number(num / den), hi: Number((num + den - 1n) / den) };
    return { day, shift, min, max: max === 'any' ? null : max, target };
  });
  return { cover, heads: wanted };
}

/** Heads for the slots without a given target. */
function spread(slots: readonly Slot[], agents: readonly Worker[]): Ratio[] {
  const workDays = agents.reduce((sum, { expectedDays }) => sum + expectedDays, 0);
  const given = slots.reduce((sum, { target }) => sum + (typeof target === 'number' ? target : 0), 0);
  const left = ratio(Math.max(0, workDays - given), Math.max(1, workDays));
  // Numerators by denominator: people with the same weights share one, so that few fractions are added.
  const shares = new Map<number, number[]>();
  for (const { active, allowed, expectedDays } of agents) {
    const weights = slots.map(({ day, shift, weight }) => (active[day] && allowed[day]!.includes(shift) ? weight : 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) continue;
    const sums = shares.get(total) ?? slots.map(() => 0);
    weights.forEach((weight, index) => {
      sums[index]! += weight * expectedDays;
    });
    shares.set(total, sums);
  }
  return slots.map((_, index) => {
    let heads = ratio(0);
    for (const [total, sums] of shares) heads = add(heads, ratio(sums[index]!, total));
    return multiply(heads, left);
  });
}

function within(exact: Ratio, { min, max }: Heads): Ratio {
  if (compare(exact, ratio(min)) < 0) return ratio(min);
  return max !== 'any' && compare(exact, ratio(max)) > 0 ? ratio(max) : exact;
}
