/** A month's problem with nothing in it but what must hold: enough to ask whether any roster exists, and quick to build. */
import { addMonths, daysOf, weekday } from '../../calendar/day.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { Rules } from '../../handbook/schema/rules.js';
import type { Level } from '../../handbook/schema/words.js';
import { employedOn } from '../../people/person.js';
import { availability } from '../build/availability.js';
import { readHistory } from '../build/history.js';
import { intervalNeeds } from '../build/interval-needs.js';
import { approvedLeave } from '../build/leave-spells.js';
import { neededRestDays } from '../build/needed-rest.js';
import { shiftsOf } from '../build/shifts.js';
import { buildProblem, type PlanFacts } from '../build-problem.js';
import { headsOn } from '../cover-heads.js';
import type { CoverNeed, Problem } from '../problem.js';

/** Soft rules are off. Null where nobody is employed in the month. */
export function hardProblem(facts: PlanFacts): Problem | null {
  const handbook = hardOnly(facts.handbook);
  const { rules } = handbook.values;
  const asksShares =
    rules['balance-hours'].level === 'hard' ||
    rules['balance-late'].level === 'hard' ||
    rules['balance-weekends'].level === 'hard' ||
    rules['balance-holidays'].level === 'hard';
  // Fair bands depend on targets: only the whole builder knows them.
  if (asksShares) return buildProblem({ ...facts, handbook }).value;
  return bare({ ...facts, handbook });
}

function bare(facts: PlanFacts): Problem | null {
  const { month, handbook, calendar } = facts;
  const days = daysOf(month).map((day) => ({ day, weekday: weekday(day), ...calendar.info(day) }));
  const people = facts.people.filter((person) => days.some(({ day }) => employedOn(person, day)));
  if (people.length === 0) return null;
  const shifts = shiftsOf(handbook);
  const past = facts.previous?.month === addMonths(month, -1) ? facts.previous : null;
  const historyDays =
    past === null ? [] : daysOf(past.month).map((day) => ({ day, weekday: weekday(day), ...calendar.info(day) }));
  const history = readHistory(past, people, shifts);
  const leave = approvedLeave(facts.leave, people, handbook, month);
  const known = new Set<string>(people.map(({ id }) => id));
  return {
    ...{ month, handbook, shifts, days, historyDays },
    agents: people.map((person) => {
      const { longLeave, ...basis } = availability(person, days, leave.spells.get(person.id) ?? [], shifts);
      const restDays = neededRestDays(handbook, days, { ...basis, longLeave });
      const away = days.filter((_, day) => !basis.active[day] || basis.leave[day] !== null).length;
      const none = { lo: 0, hi: days.length };
      return {
        ...{ ...basis, restDays, expectedDays: Math.max(0, days.length - away - restDays) },
        ...{ referenceMinutes: null, fairMinutes: 0, fairLate: null, fairWeekends: none, fairHolidays: none },
        history: history.cells(person.id),
      };
    }),
    cover: days.flatMap((planDay, day) =>
      shifts.map(({ code }): CoverNeed => {
        const { min, max } = headsOn(handbook, planDay, code);
        const target = { lo: 0, hi: people.length };
        return { day, shift: code, min, max: max === 'any' ? null : max, target };
      }),
    ),
    intervals: intervalNeeds(facts.demand, days),
    requests: facts.requests,
    pins: (facts.pins ?? []).filter(({ staff, day }) => known.has(staff) && day.startsWith(month)),
    keepTo: facts.keepTo ?? [],
  };
}

/** The handbook without soft rules and without the soft parts of hard ones. */
function hardOnly(handbook: HandbookInForce): HandbookInForce {
  const only = (level: Level): Level => (level === 'hard' ? level : 'off');
  const all = handbook.values.rules;
  const levelled = Object.fromEntries(
    Object.entries(all).map(([id, rule]) => [id, 'level' in rule ? { ...rule, level: only(rule.level) } : rule]),
  ) as unknown as Rules;
  const { week, seven_days, month } = all['weekly-rest'];
  const hard: Rules = {
    ...levelled,
    cover: { ...levelled.cover, target_weight: 0 },
    'weekly-rest': {
      ...all['weekly-rest'],
      week: { ...week, level: only(week.level) },
      seven_days: { ...seven_days, level: only(seven_days.level) },
      month: { ...month, level: only(month.level) },
    },
    'max-run': { ...levelled['max-run'], wanted_weight: 0 },
    'late-run': { ...levelled['late-run'], single_weight: 0 },
    'balance-hours': { ...levelled['balance-hours'], spread_weight: 0 },
    rotation: { ...levelled.rotation, change_weight: 0, forward_weight: 0 },
  };
  return { ...handbook, values: { ...handbook.values, rules: hard } };
}
