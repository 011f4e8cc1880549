/**
 * What to expect of a month from what came before: the mean contacts of each interval by weekday, recent weeks counting
 * more, and a factor for named days (promotions). Plain and explainable on purpose: a supervisor can check every figure.
 */
import { type Day, daysBetween, weekday } from '../calendar/day.js';

/** Contacts that came in one interval of a past day. */
export interface Counted {
  readonly day: Day;
  /** Minute of the day at which the interval starts. */
  readonly from: number;
  readonly contacts: number;
}

export interface Expected {
  readonly day: Day;
  readonly from: number;
  readonly contacts: number;
  /** Past days that the figure rests on. */
  readonly days: number;
}

export interface ForecastOptions {
  /** A week that lies this many weeks further back counts half. */
  readonly halfLifeWeeks: number;
  /** Days that do not speak for ordinary ones (holidays, past promotions) and are left out. */
  readonly leftOut: ReadonlySet<Day>;
  /** Named days of the month ahead: 2 = twice an ordinary day of that weekday. */
  readonly factors: ReadonlyMap<Day, number>;
}

/** Expected contacts for each interval of the days ahead. A weekday without a past day gives no figure. */
export function forecast(past: readonly Counted[], ahead: readonly Day[], options: ForecastOptions): Expected[] {
  const first = ahead[0];
  if (first === undefined) return [];
  const kept = past.filter(({ day }) => day < first && !options.leftOut.has(day));
  interface Sum {
    weighted: number;
    weight: number;
    days: number;
  }
  const sums = new Map<string, Sum>();
  for (const { day, from, contacts } of kept) {
    const key = `${weekday(day)}/${from}`;
    const weight = 0.5 ** (daysBetween(day, first) / 7 / options.halfLifeWeeks);
    const sum = sums.get(key) ?? { weighted: 0, weight: 0, days: 0 };
    sums.set(key, {
      weighted: sum.weighted + weight * contacts,
      weight: sum.weight + weight,
      days: sum.days + 1,
    });
  }
  const starts = [...new Set(kept.map(({ from }) => from))].sort((a, b) => a - b);
  return ahead.flatMap((day) =>
    starts.flatMap((from) => {
      const sum = sums.get(`${weekday(day)}/${from}`);
      if (sum === undefined) return [];
      const contacts = (sum.weighted / sum.weight) * (options.factors.get(day) ?? 1);
      return [{ day, from, contacts, days: sum.days }];
    }),
  );
}
