/** When a punch was made, as one number. */
import { DAY_MINUTES } from '../calendar/clock.js';
import { dayNumber } from '../calendar/day.js';
import type { Punch } from './facts.js';

/** Minutes since 1970-01-01 00:00 of the local calendar. */
export const moment = (punch: Pick<Punch, 'day' | 'minute'>): number =>
  dayNumber(punch.day) * DAY_MINUTES + punch.minute;
