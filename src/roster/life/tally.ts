/** A person's month in figures, beside what is asked of them. */
import { monthMinutes } from '../judge/hours.js';
import type { Band, Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import { type RosterView, viewOf } from '../view.js';

export interface Tally {
  readonly minutes: number;
  /** Null: not compared. */
  readonly referenceMinutes: number | null;
  readonly fairMinutes: number;
  readonly days: number;
  readonly expectedDays: number;
  readonly rest: number;
  readonly neededRest: number;
  readonly leave: number;
  readonly late: number;
  /** Null: never works late. */
  readonly fairLate: Band | null;
  readonly weekends: number;
  readonly fairWeekends: Band;
  readonly holidays: number;
  readonly fairHolidays: Band;
}

export const tallyOf = (roster: Roster, problem: Problem, agent: number): Tally =>
  tallyIn(viewOf(roster, problem), problem, agent);

export function tallyIn(view: RosterView, problem: Problem, agent: number): Tally {
  const person = problem.agents[agent]!;
  const count = (test: (day: number) => boolean): number => problem.days.filter((_, day) => test(day)).length;
  const works = (day: number): boolean => view.shifts(agent, day).length > 0;
  return {
    minutes: monthMinutes(view, problem, agent),
    referenceMinutes: person.referenceMinutes,
    fairMinutes: person.fairMinutes,
    days: count(works),
    expectedDays: person.expectedDays,
    rest: count((day) => !works(day) && person.active[day] === true && person.leave[day] === null),
    neededRest: person.restDays,
    leave: count((day) => person.leave[day] !== null),
    late: problem.days.reduce((sum, _, day) => sum + view.shifts(agent, day).filter(({ late }) => late).length, 0),
    fairLate: person.fairLate,
    weekends: count((day) => works(day) && problem.days[day]!.weekday >= 6),
    fairWeekends: person.fairWeekends,
    holidays: count((day) => works(day) && problem.days[day]!.kind === 'statutory'),
    fairHolidays: person.fairHolidays,
  };
}
