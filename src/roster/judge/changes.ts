/** The change-overs of the month that rule `hand-over` looks at. */
import type { Problem, Shift } from '../problem.js';

export interface JudgedChange {
  readonly from: Shift;
  readonly to: Shift;
  /** Minutes both sides must be there together. */
  readonly overlap: number;
  /** `to` is the next day's shift. */
  readonly nextDay: boolean;
  readonly day: number;
  readonly path: string;
}

/** Left out: days on which cover allows nobody on a side, days that have been (replanning), and the month's last evening, whose next morning is unknown. */
export function judgedChanges(problem: Problem): JudgedChange[] {
  const shifts = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const closed = new Set(problem.cover.filter(({ max }) => max === 0).map(({ day, shift }) => `${day} ${shift}`));
  const { changes } = problem.handbook.values.rules['hand-over'];
  return problem.days.flatMap((_, day) =>
    changes.flatMap((change, index): JudgedChange[] => {
      const [from, to] = [shifts.get(change.from), shifts.get(change.to)];
      const toDay = change.next_day ? day + 1 : day;
      if (from === undefined || to === undefined || toDay >= problem.days.length) return [];
      if (toDay < (problem.openFrom ?? 0)) return [];
      if (closed.has(`${day} ${from.code}`) || closed.has(`${toDay} ${to.code}`)) return [];
      const path = `rules.hand-over.changes.${index}`;
      return [{ from, to, overlap: change.overlap, nextDay: change.next_day, day, path }];
    }),
  );
}
