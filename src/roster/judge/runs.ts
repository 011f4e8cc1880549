/** Following days that have something in common. */
import type { Problem } from '../problem.js';

/** Days of the horizon, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export const lengthOf = (stretch: Stretch): number => stretch.to - stretch.from + 1;

export const daysOf = (stretch: Stretch): number[] =>
  Array.from({ length: lengthOf(stretch) }, (_, index) => stretch.from + index);

/** The longest stretches of following days that belong, from the history on, as far as they touch the month. */
export function stretches(problem: Problem, belongs: (day: number) => boolean): Stretch[] {
  const found: Stretch[] = [];
  let from: number | null = null;
  for (let day = -problem.historyDays.length; day <= problem.days.length; day += 1) {
    if (day < problem.days.length && belongs(day)) {
      from ??= day;
      continue;
    }
    if (from !== null && day > 0) found.push({ from, to: day - 1 });
    from = null;
  }
  return found;
}
