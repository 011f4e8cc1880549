/** How many rest days a person has in the month (docs/rules.md, `rest-days`). */
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { PlanDay } from '../problem.js';
import type { Availability } from './availability.js';

/** Pro rata to the days employed and not on long leave, rounded half up; at most the days there are. */
export function neededRestDays(handbook: HandbookInForce, days: readonly PlanDay[], agent: Availability): number {
  const asked = handbook.values.rules['rest-days'].days;
  const whole = asked === 'weeks' ? days.filter(({ weekday }) => weekday === 7).length : asked;
  const counted = days.filter((_, day) => agent.active[day] && !agent.longLeave[day]).length;
  const free = days.filter((_, day) => agent.active[day] && agent.leave[day] === null).length;
  return Math.min(free, roundedHalfUp(whole * counted, days.length));
}

/** num / den to the nearest whole number, both >= 0. */
export const roundedHalfUp = (num: number, den: number): number => Math.floor((2 * num + den) / (2 * den));
