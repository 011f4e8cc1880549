/** Holidays and promotions by name, the days of one together: headings have room for a star only. */
import { type Text, text } from '../base/text.js';
import { addDays } from '../calendar/day.js';
import type { GridDay } from './grid.js';
import { shortDay } from './words.js';

/** `10-01..10-03, 10-05 National Day` */
export function namedDays(days: readonly GridDay[]): Text[] {
  const byName = new Map<string, { readonly name: Text; readonly stretches: GridDay[][] }>();
  for (const day of days) {
    if (day.name === null) continue;
    const entry = byName.get(day.name.zh) ?? { name: day.name, stretches: [] };
    byName.set(day.name.zh, entry);
    const last = entry.stretches.at(-1);
    if (last !== undefined && addDays(last.at(-1)!.day, 1) === day.day) last.push(day);
    else entry.stretches.push([day]);
  }
  return [...byName.values()].map(({ name, stretches }) => {
    const shown = stretches
      .map((stretch) => [stretch[0]!, ...(stretch.length > 1 ? [stretch.at(-1)!] : [])])
      .map((ends) => ends.map(({ day }) => shortDay(day)).join('..'))
      .join(', ');
    return text(`${shown} ${name.en}`, `${shown} ${name.zh}`);
  });
}
