/** Everything a roster is planned from, or judged by, read out of the workspace: all that is wrong is told at once. */
import { hasErrors, type Issue, type Outcome } from '../base/issue.js';
import { chinaCalendar, holidaysUnpublished } from '../calendar/holidays.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Person } from '../people/person.js';
import { buildProblem, type PlanFacts } from '../roster/build-problem.js';
import { withKept } from '../roster/life/kept-leave.js';
import { PATTERN_COLUMNS, readPattern } from '../roster/pattern/pattern-file.js';
import { type Pattern, unroll } from '../roster/pattern/walk.js';
import type { Problem } from '../roster/problem.js';
import type { Cell, Pin, Roster } from '../roster/roster.js';
import { concerning } from './concerns.js';
import { demandFacts, leaveFacts, requestFacts, staffFacts } from './facts.js';
import type { Flags } from './flags.js';
import { readHandbook } from './handbook.js';
import type { Place } from './place.js';
import { earlierRosters, keptLeave, previousRoster } from './rosters.js';
import { findTable } from './tables.js';

/** The readable part; `problem` null where an issue is an error. */
export interface Planning {
  readonly handbook: HandbookInForce | null;
  readonly people: readonly Person[] | null;
  readonly problem: Problem | null;
  /** What the problem was built from. */
  readonly facts: PlanFacts | null;
  readonly issues: readonly Issue[];
}

/** @param pinned a published roster whose pinned cells stay */
export async function readPlanning(place: Place, flags: Flags, pinned: Roster | null = null): Promise<Planning> {
  const handbook = await readHandbook(place, flags.handbook, 'roster');
  const staff = await staffFacts(place, flags, handbook.value);
  const [people, rules] = [staff.value, handbook.value];
  const leave = await leaveFacts(place, flags.leave, people, rules);
  const requests = await requestFacts(place, flags, people, rules);
  const demand = await demandFacts(place, flags);
  const previous = rules === null ? null : await previousRoster(place, flags.previous, rules);
  const earlier = rules === null ? null : await earlierRosters(place, rules);
  const issues = [
    { issues: concerning('roster', handbook.issues) },
    staff,
    leave,
    requests,
    demand,
    previous,
    earlier,
  ].flatMap((part) => part?.issues ?? []);
  const found = { handbook: rules, people };
  if (hasErrors(issues) || rules === null || people === null) return { ...found, problem: null, facts: null, issues };
  const calendar = chinaCalendar();
  const facts: PlanFacts = {
    month: place.month,
    handbook: rules,
    people,
    leave: withKept(leave.value ?? [], await keptLeave(place, flags.roster, rules)),
    requests: requests.value ?? [],
    demand: demand.value ?? [],
    previous: previous?.value ?? null,
    earlier: [...(earlier?.rosters ?? []), ...(previous?.value ? [previous.value] : [])],
    pins: pinned === null ? [] : pinsOf(pinned),
    calendar,
  };
  const built = buildProblem(facts);
  const pattern = await patternFacts(place, flags.pattern, people, rules);
  const keepTo = pattern.value === null || built.value === null ? [] : unroll(pattern.value, built.value);
  const holidays = holidaysUnpublished(place.month, calendar);
  return {
    ...found,
    problem: built.value === null || hasErrors(pattern.issues) ? null : { ...built.value, keepTo },
    facts: { ...facts, keepTo },
    issues: [...issues, ...pattern.issues, ...(holidays === null ? [] : [holidays]), ...built.issues],
  };
}

/** The cyclic pattern that `--pattern` names; null where it names none. */
async function patternFacts(
  place: Place,
  given: string | null,
  people: readonly Person[],
  rules: HandbookInForce,
): Promise<Outcome<Pattern>> {
  if (given === null) return { value: null, issues: [] };
  const found = await findTable(given, place.dir, 'pattern', PATTERN_COLUMNS, place);
  if (!found.there || found.value === null) return { value: null, issues: found.issues };
  const { value, issues } = readPattern(found.value, Object.keys(rules.values.shifts), people);
  return { value, issues: [...found.issues, ...issues] };
}

/** Pins with the cells they hold. */
const pinsOf = (roster: Roster): (Pin & { readonly cell: Cell })[] =>
  roster.pins.flatMap((pin) => {
    const cell = roster.rows.find(({ staff }) => staff === pin.staff)?.cells[Number(pin.day.slice(8)) - 1];
    return cell === undefined ? [] : [{ ...pin, cell }];
  });
