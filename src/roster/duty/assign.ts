/**
 * Small duties shared out one day after the other: whoever is furthest below their share comes first, nobody on two days
 * running while somebody else is there. Deterministic.
 */
import type { StaffId } from '../../people/person.js';

/** One day's need. */
export interface Slot {
  readonly needed: number;
  /** In the order of the roster. */
  readonly candidates: readonly StaffId[];
  /** Only when nobody else is left: they have another duty that day. */
  readonly spared: readonly StaffId[];
}

/** A share is counted in millionths of a duty, so that what is left over from rounding never decides. */
const WHOLE = 1_000_000;

/**
 * Who has each day. A day's share is spread evenly over its candidates, so those who are there more often do it more often.
 *
 * @param owed what people did below (above: negative) their share in earlier months, in whole duties
 * @param before who had it on the eve
 */
export function assignFairly(
  slots: readonly Slot[],
  owed: ReadonlyMap<StaffId, number>,
  before: readonly StaffId[],
): readonly (readonly StaffId[])[] {
  const balance = new Map([...owed].map(([staff, duties]) => [staff, Math.round(duties * WHOLE)]));
  const last = new Map<StaffId, number>(before.map((staff) => [staff, -1]));
  const add = (staff: StaffId, parts: number): void => void balance.set(staff, (balance.get(staff) ?? 0) + parts);
  return slots.map(({ needed, candidates, spared }, day) => {
    for (const staff of candidates) add(staff, Math.floor((needed * WHOLE) / candidates.length));
    const rank = (staff: StaffId): readonly number[] => [
      Number(spared.includes(staff)),
      Number((last.get(staff) ?? -2) === day - 1 && last.has(staff)),
      -(balance.get(staff) ?? 0),
      last.get(staff) ?? -2,
    ];
    const order = [...candidates].sort((a, b) => compare(rank(a), rank(b)));
    const chosen = order.slice(0, needed);
    for (const staff of chosen) {
      add(staff, -WHOLE);
      last.set(staff, day);
    }
    return candidates.filter((staff) => chosen.includes(staff));
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
