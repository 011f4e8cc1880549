/** Totals over a row: rest days, hours, late shifts, weekends, holidays. */

import { measure } from '../../judge/finding.js';
import { hoursOff } from '../../judge/hours.js';
import type { Band } from '../../problem.js';
import type { Counter } from '../model.js';
import { priceOf, totalPenalty } from './price.js';
import type { Agent } from './row.js';

export const counters = (agent: Agent): Counter[] => [
  ...restDays(agent),
  ...hours(agent),
  ...balance(agent, 'balance-late'),
  ...balance(agent, 'balance-weekends'),
  ...balance(agent, 'balance-holidays'),
];

/** `addOf`: what value v adds on day d. */
function counter(
  { sheet }: Agent,
  addOf: (day: number, value: number) => number,
  costOf: (total: number) => number,
): Counter[] {
  const { days, values } = sheet;
  const add = Int32Array.from({ length: days * values }, (_, at) => addOf(Math.floor(at / values), at % values));
  let most = 0;
  for (let day = 0; day < days; day += 1) most += Math.max(...add.subarray(day * values, (day + 1) * values));
  const penalty = totalPenalty(most, costOf);
  return penalty === null ? [] : [{ add, penalty }];
}

function restDays(agent: Agent): Counter[] {
  const { level, weight, mode } = agent.sheet.problem.handbook.values.rules['rest-days'];
  const { active, leave, restDays: needed } = agent.sheet.problem.agents[agent.index]!;
  const price = priceOf(measure(level, weight), agent.hard);
  const isRest = (day: number, value: number): boolean => value === 0 && active[day] === true && leave[day] === null;
  return counter(
    agent,
    (day, value) => Number(isRest(day, value)),
    (found) => price(mode === 'at-least' ? Math.max(0, needed - found) : Math.abs(needed - found)),
  );
}

/** In units of the shifts' common divisor: fewer states. */
function hours(agent: Agent): Counter[] {
  const { sheet } = agent;
  const { level, weight, spread_weight, tolerance } = sheet.problem.handbook.values.rules['balance-hours'];
  const { referenceMinutes, fairMinutes } = sheet.problem.agents[agent.index]!;
  const unit = sheet.shifts.reduce((divisor, { minutes }) => gcd(divisor, minutes), 0);
  if (unit === 0) return [];
  const reference = priceOf(referenceMinutes === null ? null : measure(level, weight), agent.hard);
  const spread = priceOf(level === 'off' ? null : measure('soft', spread_weight), agent.hard);
  return counter(
    agent,
    (_, value) => (value === 0 ? 0 : sheet.shifts[value - 1]!.minutes / unit),
    (total) =>
      reference(hoursOff(total * unit, referenceMinutes ?? 0, tolerance)) +
      spread(hoursOff(total * unit, fairMinutes, tolerance)),
  );
}

function balance(agent: Agent, rule: 'balance-late' | 'balance-weekends' | 'balance-holidays'): Counter[] {
  const { problem, shifts } = agent.sheet;
  const { level, weight } = problem.handbook.values.rules[rule];
  const { fairLate, fairWeekends, fairHolidays } = problem.agents[agent.index]!;
  const band: Band | null = {
    'balance-late': fairLate,
    'balance-weekends': fairWeekends,
    'balance-holidays': fairHolidays,
  }[rule];
  if (band === null) return [];
  const price = priceOf(measure(level, weight), agent.hard);
  const counts = (day: number, value: number): boolean => {
    if (value === 0) return false;
    if (rule === 'balance-late') return shifts[value - 1]!.late;
    const planDay = problem.days[day]!;
    return rule === 'balance-weekends' ? planDay.weekday >= 6 : planDay.kind === 'statutory';
  };
  return counter(
    agent,
    (day, value) => Number(counts(day, value)),
    (found) => price(Math.max(0, band.lo - found, found - band.hi)),
  );
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
