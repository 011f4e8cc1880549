/** The month's hand-overs (交接): who hands over to whom, when. */
import type { Day } from '../../calendar/day.js';
import { handOverMinutes } from '../judge/shift-times.js';
import type { Problem, Shift } from '../problem.js';
import type { Roster } from '../roster.js';
import { viewOf } from '../view.js';
import { namesOf } from './names.js';

export interface HandOver {
  /** The day on which `from` is worked. */
  readonly day: Day;
  readonly from: Shift;
  readonly to: Shift;
  /** Minutes of `day`: the hand-over lies in [start, end], `end` is when `from` ends. */
  readonly start: number;
  readonly end: number;
  /** `to` takes over on the next morning: it is written down, nobody meets. */
  readonly nextDay: boolean;
  /** `from` leaves only once `to` is there (work-six/2). */
  readonly confirm: boolean;
  /** Names, in the order of the roster. */
  readonly gives: readonly string[];
  /** Null: the next morning lies in a month that is not rostered here. */
  readonly takes: readonly string[] | null;
}

/** By day, in the handbook's order. Days on which nobody works `from` have none. */
export function handOvers(roster: Roster, problem: Problem): HandOver[] {
  const view = viewOf(roster, problem);
  const shifts = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const names = namesOf(problem);
  const named = (day: number, code: string): string[] =>
    view.on(day, code).map((agent) => names(problem.agents[agent]!.id));
  return problem.days.flatMap(({ day }, index) =>
    problem.handbook.values.rules['hand-over'].changes.flatMap((change): HandOver[] => {
      const [from, to] = [shifts.get(change.from), shifts.get(change.to)];
      if (from === undefined || to === undefined) return [];
      const gives = named(index, from.code);
      if (gives.length === 0) return [];
      const takesOn = change.next_day ? index + 1 : index;
      const end = from.parts.at(-1)!.to;
      const together = Math.min(change.overlap, handOverMinutes(from, to, change.next_day));
      return [
        {
          ...{ day, from, to, start: end - together, end, nextDay: change.next_day, confirm: change.confirm, gives },
          takes: takesOn < problem.days.length ? named(takesOn, to.code) : null,
        },
      ];
    }),
  );
}
