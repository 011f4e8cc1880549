/**
 * From facts to the problem: everything that generate plans from and check judges by. What cannot be honoured (leave
 * without approval, a wish on a leave day, a shift nobody may work) is said here, all of it at once.
 */
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import { text } from '../base/text.js';
import { addMonths, type Day, daysOf, type Month, weekday } from '../calendar/day.js';
import type { HolidayCalendar } from '../calendar/holidays.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { type Demand, employedOn, type Leave, type Person, type Request } from '../people/person.js';
import { availability } from './build/availability.js';
import { fairShares } from './build/fair-shares.js';
import { readHistory } from './build/history.js';
import { intervalNeeds } from './build/interval-needs.js';
import { approvedLeave } from './build/leave-spells.js';
import { neededRestDays } from './build/needed-rest.js';
import { requestDoubts } from './build/request-doubts.js';
import { shiftsOf } from './build/shifts.js';
import { shortageIssues } from './build/shortage-issues.js';
import { referenceMinutes } from './build/standard-hours.js';
import { coverTargets } from './build/targets.js';
import type { PlanDay, Problem, Wanted } from './problem.js';
import type { Cell, Pin, Roster } from './roster.js';

export interface PlanFacts {
  readonly month: Month;
  readonly handbook: HandbookInForce;
  /** The whole staff list, in its order; who is not employed in the month is left out. */
  readonly people: readonly Person[];
  readonly leave: readonly Leave[];
  readonly requests: readonly Request[];
  readonly demand: readonly Demand[];
  /** The roster of the month before; null: nothing is known of it. */
  readonly previous: Roster | null;
  /** Rosters of earlier months; those of the same year count for the balances. */
  readonly earlier: readonly Roster[];
  readonly keepTo?: readonly Wanted[];
  readonly pins?: readonly (Pin & { readonly cell: Cell })[];
  readonly calendar: HolidayCalendar;
}

/** Only a month without staff is an error; a problem that has no legal roster is still a problem. */
export function buildProblem(facts: PlanFacts): Outcome<Problem> {
  const { month, handbook, calendar } = facts;
  const days = planDays(daysOf(month), calendar);
  const people = facts.people.filter((person) => days.some(({ day }) => employedOn(person, day)));
  if (people.length === 0) return { value: null, issues: [nobody(month, facts.people.length)] };
  const shifts = shiftsOf(handbook);
  const historyMonth = addMonths(month, -1);
  const past = facts.previous?.month === historyMonth ? facts.previous : null;
  const historyDays = past === null ? [] : planDays(daysOf(historyMonth), calendar);
  const history = readHistory(past, people, shifts);
  const leave = approvedLeave(facts.leave, people, handbook, month);

  const available = people.map((person) => {
    const basis = availability(person, days, leave.spells.get(person.id) ?? [], shifts);
    const restDays = neededRestDays(handbook, days, basis);
    const away = days.filter((_, day) => !basis.active[day] || basis.leave[day] !== null).length;
    const reference = referenceMinutes(handbook, month, calendar, { days: days.length - away, of: days.length });
    const expectedDays = Math.max(0, days.length - away - restDays);
    return { ...basis, restDays, expectedDays, referenceMinutes: reference, history: history.cells(person.id) };
  });
  const { cover, heads } = coverTargets(handbook, days, shifts, available);
  const fair = fairShares({ handbook, days, shifts, agents: available, heads, cover }, earlierInYear(facts), calendar);
  const agents = available.map(({ longLeave: _, ...agent }, index) => ({ ...agent, ...fair[index]! }));
  const known = new Set<string>(people.map(({ id }) => id));
  const problem: Problem = {
    ...{ month, handbook, shifts, days, historyDays, agents, cover },
    intervals: intervalNeeds(facts.demand, days),
    requests: facts.requests,
    pins: (facts.pins ?? []).filter(({ staff, day }) => known.has(staff) && day.startsWith(month)),
    keepTo: facts.keepTo ?? [],
  };
  const otherMonth = facts.previous !== null && past === null ? [wrongMonth(facts.previous, historyMonth)] : [];
  return outcome(problem, [
    ...leave.issues,
    ...requestDoubts(problem),
    ...otherMonth,
    ...history.issues,
    ...shortageIssues(problem),
  ]);
}

/** The cells of a roster as something to keep to. */
export const wantedOf = (roster: Roster): Wanted[] =>
  roster.rows.flatMap(({ staff, cells }) =>
    daysOf(roster.month).flatMap((day, index) => {
      const cell = cells[index];
      return cell === undefined || cell.kind === 'absent' ? [] : [{ staff, day, cell }];
    }),
  );

const planDays = (days: readonly Day[], calendar: HolidayCalendar): PlanDay[] =>
  days.map((day) => ({ day, weekday: weekday(day), ...calendar.info(day) }));

/** One a month: the previous roster may be among them twice. */
const earlierInYear = ({ earlier, month }: PlanFacts): Roster[] => {
  const inYear = earlier.filter((roster) => roster.month < month && roster.month.slice(0, 4) === month.slice(0, 4));
  return [...new Map(inYear.map((roster) => [roster.month, roster])).values()];
};

const nobody = (month: Month, listed: number): Issue =>
  error(
    'month-without-staff',
    null,
    text(
      `nobody on the staff list is employed in ${month} (${listed} people before or after it).`,
      `员工名单中没有人在 ${month} 月在职（共 ${listed} 人，均在此前离职或此后入职）。`,
    ),
    text('Look at the columns hired and left, or choose another month.', '请检查入职、离职日期，或更换月份。'),
  );

const wrongMonth = (previous: Roster, wanted: Month): Issue =>
  warning(
    'previous-roster-other-month',
    null,
    text(
      `the roster given as the previous one is of ${previous.month}, not ${wanted}; nothing is known of the days before the month.`,
      `所给的上月排班表是 ${previous.month} 的，而不是 ${wanted} 的；月初之前的情况视为未知。`,
    ),
    text(`Give the roster of ${wanted}.`, `请提供 ${wanted} 的排班表。`),
  );
