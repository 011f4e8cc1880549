/** The hours that other posts work in the month. */
import type { Month } from '../../calendar/day.js';
import { type HolidayCalendar, standardMinutes } from '../../calendar/holidays.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { roundedHalfUp } from './needed-rest.js';

/** Minutes, pro rata to the days present; null where hours are not compared. */
export function referenceMinutes(
  handbook: HandbookInForce,
  month: Month,
  calendar: HolidayCalendar,
  present: { readonly days: number; readonly of: number },
): number | null {
  const { reference } = handbook.values.rules['balance-hours'];
  if (reference === 'none') return null;
  const whole = reference === 'standard' ? standardMinutes(month, calendar) : Math.round(reference * 60);
  return roundedHalfUp(whole * present.days, present.of);
}
