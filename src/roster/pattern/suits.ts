/**
 * Which months a pattern suits (排班表应适用于大多数月份): the line unrolled over each month is judged as a roster, and what it
 * breaks of what each person is promised is counted.
 */
import { addMonths, type Month } from '../../calendar/day.js';
import { buildProblem, type PlanFacts } from '../build-problem.js';
import { check } from '../check.js';
import { ABSENT, type Cell, type Roster } from '../roster.js';
import { type Pattern, unroll } from './walk.js';

export interface MonthFit {
  readonly month: Month;
  /** Cells to change so that everybody has the month's rest days (rule rest-days): one a day too many or too few. */
  readonly cells: number;
  /** Other hard rules that a person's line breaks. */
  readonly broken: number;
}

/** From the facts' month on. Nobody's leave or wishes are known then; the staff is as it is now. */
export function suits(pattern: Pattern, facts: PlanFacts, months: number): MonthFit[] {
  const walking = new Set(pattern.weeks.flat());
  const people = facts.people.filter(({ id }) => walking.has(id));
  return Array.from({ length: months }, (_, later): MonthFit => {
    const month = addMonths(facts.month, later);
    const bare = { leave: [], requests: [], demand: [], previous: null, earlier: [], keepTo: [], pins: [] };
    const problem = buildProblem({ ...facts, ...bare, month, people }).value;
    if (problem === null) return { month, cells: 0, broken: 0 };
    const wanted = unroll(pattern, problem);
    const roster: Roster = {
      ...{ month, revision: 1, pins: [], accepted: [] },
      rows: problem.agents.map(({ id, person }) => {
        const mine = new Map(wanted.filter(({ staff }) => staff === id).map(({ day, cell }) => [day, cell]));
        const cells = problem.days.map(({ day }): Cell => mine.get(day) ?? ABSENT);
        return { staff: id, name: person.name, cells };
      }),
    };
    const personal = check(roster, problem).violations.filter(({ staff }) => staff.length > 0);
    const rest = personal.filter(({ rule }) => rule === 'rest-days');
    return {
      month,
      cells: rest.reduce((sum, { offBy }) => sum + offBy, 0),
      broken: personal.filter(({ rule, level }) => rule !== 'rest-days' && level === 'hard').length,
    };
  });
}
