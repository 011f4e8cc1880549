/** How many agents the handbook wants on a shift of a day: a named date beats a holiday beats a weekday. */
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Heads } from '../handbook/schema/rules.js';
import type { PlanDay } from './problem.js';

type Figure = keyof Heads;

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The chapters that may speak of this day, the strongest first, each with its dotted path. */
function layers(handbook: HandbookInForce, day: PlanDay, code: string): { path: string; heads: Partial<Heads> }[] {
  const { cover } = handbook.values.rules;
  const weekday = WEEKDAYS[day.weekday - 1]!;
  const isHoliday = day.kind === 'statutory' || day.kind === 'swapped-rest';
  const found: [string, object | undefined][] = [
    [`dates.${day.day}`, cover.dates[day.day]?.[code]],
    ['holidays', isHoliday ? cover.holidays[code] : undefined],
    [`weekdays.${weekday}`, cover.weekdays[weekday]?.[code]],
    ['shifts', cover.shifts[code]],
  ];
  return found.flatMap(([chapter, heads]) =>
    heads === undefined ? [] : [{ path: `rules.cover.${chapter}.${code}`, heads: heads as Partial<Heads> }],
  );
}

/** The heads of a shift on a day; a shift that `cover` does not name has none asked and any number allowed. */
export function headsOn(handbook: HandbookInForce, day: PlanDay, code: string): Heads {
  const merged: Partial<Heads> = {};
  for (const { heads } of layers(handbook, day, code).reverse()) Object.assign(merged, heads);
  return { min: 0, target: 'auto', max: 'any', ...merged };
}

/** Where in the handbook a figure of `headsOn` stands. */
export function pathOfHeads(handbook: HandbookInForce, day: PlanDay, code: string, figure: Figure): string {
  const layer = layers(handbook, day, code).find(({ heads }) => heads[figure] !== undefined);
  return `${layer?.path ?? `rules.cover.shifts.${code}`}.${figure}`;
}
