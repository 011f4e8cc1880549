/** What the clock says about one or two shifts. */
import { DAY_MINUTES, overlap, type Span } from '../../calendar/clock.js';
import type { Shift } from '../problem.js';

/** Minutes between the end of the first day's work and the start of the next day's; negative where they overlap. */
export const minutesBetween = (first: readonly Shift[], next: readonly Shift[]): number =>
  Math.min(...next.map((shift) => shift.span.from)) + DAY_MINUTES - Math.max(...first.map((shift) => shift.span.to));

/** Whether a shift touches a daily window that may run past midnight (`to` below `from`). */
export function touches(shift: Shift, window: Span): boolean {
  const to = window.to > window.from ? window.to : window.to + DAY_MINUTES;
  return [-1, 0, 1].some((days) => {
    const moved = { from: window.from + days * DAY_MINUTES, to: to + days * DAY_MINUTES };
    return shift.parts.some((part) => overlap(part, moved) > 0);
  });
}

/** Minutes at the end of `from` during which the one who takes over is there too. */
export function handOverMinutes(from: Shift, to: Shift, nextDay: boolean): number {
  const last = from.parts.at(-1)!;
  const move = nextDay ? DAY_MINUTES : 0;
  const both = to.parts
    .map((part) => ({ from: part.from + move, to: part.to + move }))
    .filter((part) => part.from <= last.to && part.to > last.to)
    .map((part) => overlap(part, last));
  return Math.max(0, ...both);
}

/** Whether a shift of a day, `days` before the half hour's, has somebody there throughout [from, from + 30). */
export const coversHalfHour = (shift: Shift, from: number, days: number): boolean =>
  shift.parts.some((part) => part.from - days * DAY_MINUTES <= from && part.to - days * DAY_MINUTES >= from + 30);
