/** The month's need of people, interval by interval, from past contacts and the handbook's demand chapter. */
import type { Ratio } from '../base/ratio.js';
import type { Day } from '../calendar/day.js';
import type { Handbook } from '../handbook/schema/handbook.js';
import { type Counted, type ForecastOptions, forecast } from './forecast.js';
import { agentsNeeded, type ServiceTarget } from './staffing.js';

export interface IntervalDemand {
  readonly day: Day;
  /** Minutes of the day. */
  readonly from: number;
  readonly to: number;
  /** Expected contacts, to a tenth. */
  readonly contacts: number;
  readonly agents: number;
  /** Share answered in time with that many agents at the desk. */
  readonly level: number;
  readonly occupancy: number;
  /** Past days the expectation rests on. */
  readonly days: number;
}

/** A ratio as the floating point number that queueing formulas take; never money. */
const number = (ratio: Ratio): number => Number(ratio.num) / Number(ratio.den);

/**
 * One row for each day ahead and each interval that was counted. `minutes`: length of an interval. An interval that nobody can
 * staff (beyond 10,000 agents) is left out; with real counts that does not happen.
 */
export function planDemand(
  past: readonly Counted[],
  ahead: readonly Day[],
  minutes: number,
  demand: Handbook['demand'],
  leftOut: ReadonlySet<Day>,
): IntervalDemand[] {
  const expected = forecast(past, ahead, forecastOptions(demand, leftOut));
  return expected.flatMap(({ day, from, contacts, days }) => {
    const staffing = agentsNeeded(
      {
        contacts,
        minutes,
        handling: demand.handling_seconds,
        chatsAtOnce: demand.chats_at_once,
        patience: demand.patience_seconds,
        shrinkage: number(demand.shrinkage),
      },
      targetAt(from, demand),
    );
    if (staffing === null) return [];
    const { level, occupancy } = staffing.service;
    return [
      {
        day,
        from,
        to: from + minutes,
        contacts: Math.round(contacts * 10) / 10,
        agents: staffing.agents,
        level,
        occupancy,
        days,
      },
    ];
  });
}

export const forecastOptions = (demand: Handbook['demand'], leftOut: ReadonlySet<Day>): ForecastOptions => ({
  halfLifeWeeks: demand.half_life_weeks,
  leftOut,
  factors: new Map(Object.entries(demand.factors).map(([day, factor]) => [day as Day, number(factor)])),
});

function targetAt(from: number, { service, evening }: Handbook['demand']): ServiceTarget {
  const wanted = evening !== null && from >= evening.from ? evening.service : service;
  return { level: number(wanted.level), within: wanted.within_seconds };
}

/** The step between the intervals that were counted: the least distance between two of one day; 60 where there is one. */
export function intervalMinutes(past: readonly Counted[]): number {
  const starts = [...new Set(past.map(({ from }) => from))].sort((a, b) => a - b);
  const steps = starts.slice(1).map((from, index) => from - starts[index]!);
  return steps.length === 0 ? 60 : Math.min(...steps);
}
