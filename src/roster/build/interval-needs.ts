/** Demand cut into half hours. */
import { DAY_MINUTES } from '../../calendar/clock.js';
import type { Demand } from '../../people/person.js';
import type { IntervalNeed, PlanDay } from '../problem.js';

const STEP = 30;

/**
 * Half hours counted from the start of each stretch; a shorter remainder is left out. Past midnight they belong to the
 * next day, except after the month's last, where they stay.
 */
export function intervalNeeds(demand: readonly Demand[], days: readonly PlanDay[]): IntervalNeed[] {
  const index = new Map(days.map(({ day }, at) => [day, at]));
  const most = new Map<string, IntervalNeed>();
  for (const { day, from, to, agents } of demand) {
    const start = index.get(day);
    if (start === undefined || agents === 0) continue;
    for (let minute = from; minute + STEP <= to; minute += STEP) {
      const moves = minute >= DAY_MINUTES && start + 1 < days.length;
      const need = { day: moves ? start + 1 : start, from: moves ? minute - DAY_MINUTES : minute, agents };
      const key = `${need.day} ${need.from}`;
      if ((most.get(key)?.agents ?? 0) < agents) most.set(key, need);
    }
  }
  return [...most.values()].sort((a, b) => a.day - b.day || a.from - b.from);
}
