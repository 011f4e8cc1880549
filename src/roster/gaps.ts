/** Open shifts: where a roster has fewer agents than the least cover asks for. */
import type { Day } from '../calendar/day.js';
import type { Problem } from './problem.js';
import type { Roster } from './roster.js';
import { viewOf } from './view.js';
import type { Violation } from './violation.js';

export interface Gap {
  readonly day: Day;
  readonly shift: string;
  readonly needed: number;
  readonly found: number;
  readonly missing: number;
}

/** What an open shift brings with it: too few heads, nobody to hand over to, nobody with the skill. */
export const isGap = ({ rule, needed, found, unit }: Violation): boolean =>
  unit === 'agents' && found < needed && (rule === 'cover' || rule === 'hand-over' || rule === 'skills');

export function openShifts(problem: Problem, roster: Roster): Gap[] {
  const view = viewOf(roster, problem);
  return problem.cover.flatMap(({ day, shift, min: needed }) => {
    const found = view.on(day, shift).length;
    const date = problem.days[day]!.day;
    return found < needed ? [{ day: date, shift, needed, found, missing: needed - found }] : [];
  });
}
