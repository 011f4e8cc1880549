/** How far off the same forecast would have been on the last weeks that were counted, had it been made before them. */
import { addDays, type Day, daysFromTo } from '../calendar/day.js';
import { type Counted, type ForecastOptions, forecast } from './forecast.js';

export interface HeldBack {
  readonly from: Day;
  readonly to: Day;
  /** Mean distance of an interval's figure from what came, as a share of what came. */
  readonly off: number;
  /** Forecast less what came, as a share of it: below zero too little was expected. */
  readonly bias: number;
}

/** Days that are held back. */
const DAYS = 28;

/** Null where less than as much again lies before them. Named days and those left out are not looked at. */
export function heldBack(past: readonly Counted[], options: ForecastOptions): HeldBack | null {
  const days = [...new Set(past.map(({ day }) => day))].sort();
  const [first, to] = [days[0], days.at(-1)];
  if (first === undefined || to === undefined) return null;
  const from = addDays(to, 1 - DAYS);
  if (addDays(first, DAYS) > from) return null;
  const came = new Map(past.map(({ day, from: start, contacts }) => [`${day} ${start}`, contacts]));
  const ordinary = daysFromTo(from, to).filter((day) => !options.leftOut.has(day));
  let [off, bias, all] = [0, 0, 0];
  for (const { day, from: start, contacts } of forecast(past, ordinary, { ...options, factors: new Map() })) {
    const real = came.get(`${day} ${start}`);
    if (real === undefined) continue;
    off += Math.abs(contacts - real);
    bias += contacts - real;
    all += real;
  }
  return all === 0 ? null : { from, to, off: off / all, bias: bias / all };
}
