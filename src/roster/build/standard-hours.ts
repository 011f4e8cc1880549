/** The hours that other posts work in the month. */
import type { HandbookInForce } from '../../handbook/in-force.js';
import type { PlanDay } from '../problem.js';
import { roundedHalfUp } from './needed-rest.js';

/** Eight hours on each working day, make-up days included (国务院关于职工工作时间的规定 3). */
const DAY = 8 * 60;

/** Minutes, pro rata to the days present; null where hours are not compared. */
export function referenceMinutes(
  handbook: HandbookInForce,
  days: readonly PlanDay[],
  presentDays: number,
): number | null {
  const { reference } = handbook.values.rules['balance-hours'];
  if (reference === 'none') return null;
  const working = days.filter(({ kind }) => kind === 'workday' || kind === 'make-up-work').length;
  const whole = reference === 'standard' ? working * DAY : Math.round(reference * 60);
  return roundedHalfUp(whole * presentDays, days.length);
}
