/** Who begins in which week of the line, and the days that gives: everybody walks it one week behind the one before. */
import { addDays, type Day, daysBetween, firstDay, weekday } from '../../calendar/day.js';
import { employedOn, type StaffId } from '../../people/person.js';
import type { PlanAgent, Problem, Wanted } from '../problem.js';
import { type Cell, onShift, REST } from '../roster.js';
import { cheapestPlaces } from './assignment.js';

/** A line as the department keeps it (pattern.csv). */
export interface Pattern {
  /** The Monday on which everybody is in the week they stand in. */
  readonly from: Day;
  /** One code for each day, null = day off; 7 a week, Monday first. */
  readonly line: readonly (string | null)[];
  /** Who is in each week of the line at the start. */
  readonly weeks: readonly (readonly StaffId[])[];
}

/** What the line gives somebody who began in week `start` on `from`. */
export function onLine({ line, from }: Pick<Pattern, 'line' | 'from'>, start: number, day: Day): string | null {
  const days = 7 * start + daysBetween(from, day);
  return line[((days % line.length) + line.length) % line.length] ?? null;
}

const cellOf = (code: string | null): Cell => (code === null ? REST : onShift(code));

/** The month's cells of everybody who walks the line and is employed, for rule `stability`. */
export function unroll(pattern: Pattern, { agents, days }: Pick<Problem, 'agents' | 'days'>): Wanted[] {
  const starts = new Map(pattern.weeks.flatMap((people, week) => people.map((staff) => [staff, week] as const)));
  return agents.flatMap(({ id, person }) => {
    const start = starts.get(id);
    if (start === undefined) return [];
    return days
      .filter(({ day }) => employedOn(person, day))
      .map(({ day }): Wanted => ({ staff: id, day, cell: cellOf(onLine(pattern, start, day)) }));
  });
}

/** The Monday of the week in which the month begins. */
export function patternStart({ month }: Pick<Problem, 'month'>): Day {
  const first = firstDay(month);
  return addDays(first, 1 - weekday(first));
}

/** Prices of a bad beginning: a pair or a run that the rules forbid, a rest day too many or too few in the month. */
const [BROKEN, REST_DAY] = [10, 1];

/**
 * People over the weeks of the line, as even as it goes, so that few rules are broken where the last month ends and most have
 * their rest days.
 */
export function startWeeks(
  line: readonly (string | null)[],
  walkers: readonly PlanAgent[],
  problem: Problem,
  forbidden: (first: string, next: string) => boolean,
  longest: number,
): readonly (readonly StaffId[])[] {
  const weeks = line.length / 7;
  const from = patternStart(problem);
  const price = walkers.map((agent) =>
    Array.from({ length: weeks }, (_, start) => {
      const coming = problem.days.map(({ day }) => onLine({ line, from }, start, day));
      const rest = coming.filter((code) => code === null).length;
      return BROKEN * seam(agent, coming, forbidden, longest) + REST_DAY * Math.abs(rest - agent.restDays);
    }),
  );
  // A place for each person: week after week, round and round, so that the weeks are even. Else in the order of the roster.
  const prefers = walkers.length + 1;
  const places = cheapestPlaces(
    price.map((byWeek, agent) =>
      walkers.map((_, place) => prefers * byWeek[place % weeks]! + (place === agent ? 0 : 1)),
    ),
  );
  const start = places.map((place) => place % weeks);
  return Array.from({ length: weeks }, (_, week) =>
    walkers.filter((_, agent) => start[agent] === week).map(({ id }) => id),
  );
}

/** What the last days before the month and the line's first days break together. */
function seam(
  agent: PlanAgent,
  coming: readonly (string | null)[],
  forbidden: (first: string, next: string) => boolean,
  longest: number,
): number {
  const history = agent.history;
  const eve = history.at(-1);
  const last = eve?.kind === 'shift' ? eve.shifts[0] : undefined;
  const first = coming[0] ?? null;
  const pair = last !== undefined && first !== null && forbidden(last, first) ? 1 : 0;
  let run = 0;
  while (history.at(-1 - run)?.kind === 'shift') run += 1;
  const ahead = coming.indexOf(null);
  const length = run + (ahead < 0 ? coming.length : ahead);
  return pair + (run > 0 ? Math.max(0, length - longest) : 0);
}
