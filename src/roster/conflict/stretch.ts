/** Few days that clash alone: there questions are small, and the answer names the day. */
import type { Problem } from '../problem.js';
import { REST } from '../roster.js';

/** Days of the month, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Rules that speak of the whole month, or of days on which nobody works here. */
const WHOLE = [
  'rest-days',
  'meeting',
  'stability',
  'balance-hours',
  'balance-late',
  'balance-weekends',
  'balance-holidays',
] as const;

/** The problem asked on these days alone: on the others nobody is needed, and everybody rests. Without a roster here the month has none. */
export function within(problem: Problem, { from, to }: Stretch): Problem {
  if (from === 0 && to === problem.days.length - 1) return problem;
  const isInside = (day: number): boolean => from <= day && day <= to;
  const inside = new Set<string>(problem.days.slice(from, to + 1).map(({ day }) => day));
  const resting = problem.agents.flatMap(({ id }) =>
    problem.days.filter((_, day) => !isInside(day)).map(({ day }) => ({ staff: id, day, by: '', cell: REST })),
  );
  const cover = problem.cover.map((need) => (isInside(need.day) ? need : { ...need, min: 0, max: 0 }));
  const { handbook } = problem;
  const { rules } = handbook.values;
  const isKept = ({ day }: { readonly day: string }): boolean => inside.has(day);
  const off = { ...rules };
  for (const rule of WHOLE) Object.assign(off, { [rule]: { ...rules[rule], level: 'off' } });
  return {
    ...problem,
    cover,
    // The first day's early hours may be those of the night before.
    intervals: problem.intervals.filter(({ day }) => isInside(day) && (day > from || from === 0)),
    requests: problem.requests.filter(isKept),
    keepTo: problem.keepTo.filter(isKept),
    pins: [...problem.pins.filter(({ day }) => inside.has(day)), ...resting],
    handbook: { ...handbook, values: { ...handbook.values, rules: off } },
  };
}

/** Days on each side of the one that is looked at. */
const REACHES = [0, 1, 3, 6];

/**
 * The shortest such stretch round one of `days`, then without the days at its ends that it clashes without; null: none was
 * found.
 *
 * @param clashes whether it is proved that no roster keeps what must hold on these days
 */
export function clashingStretch(
  days: readonly number[],
  last: number,
  clashes: (stretch: Stretch) => boolean,
): Stretch | null {
  for (const reach of REACHES)
    for (const day of days) {
      const found = { from: Math.max(0, day - reach), to: Math.min(last, day + reach) };
      if (clashes(found)) return shortened(found, clashes);
    }
  return null;
}

function shortened({ from, to }: Stretch, clashes: (stretch: Stretch) => boolean): Stretch {
  if (from < to && clashes({ from: from + 1, to })) return shortened({ from: from + 1, to }, clashes);
  if (from < to && clashes({ from, to: to - 1 })) return shortened({ from, to: to - 1 }, clashes);
  return { from, to };
}
