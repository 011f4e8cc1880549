/** What two following days cost together: succession, rest between, the evening before a meeting. */
import { measure } from '../../judge/finding.js';
import { isAmong } from '../../judge/kinds-or-codes.js';
import { LATE_EVENING, meetingOn } from '../../judge/meetings.js';
import { minutesBetween } from '../../judge/shift-times.js';
import type { Shift } from '../../problem.js';
import { priceOf } from './price.js';
import type { Agent } from './row.js';

type Pair = (first: Shift, next: Shift) => number;

export function pairCosts(agent: Agent): (Float64Array | null)[] {
  const { sheet } = agent;
  const { problem, before, days } = sheet;
  const { active, leave } = problem.agents[agent.index]!;
  const plain = table(agent, everyDay(agent));
  const meeting = table(agent, (first, next) => everyDay(agent)(first, next) + eveningBefore(agent)(first));
  return Array.from({ length: before + days }, (_, at) => {
    const day = at - before;
    if (day < 0) return null;
    const isEarly = meetingOn(problem, day)?.early === true;
    return isEarly && active[day] && leave[day] === null ? meeting : plain;
  });
}

/** Null where no pair costs anything. */
function table({ sheet }: Agent, costOf: Pair): Float64Array | null {
  const { values, shifts } = sheet;
  const costs = new Float64Array(values * values);
  shifts.forEach((first, a) => {
    shifts.forEach((next, b) => {
      costs[(a + 1) * values + b + 1] = costOf(first, next);
    });
  });
  return costs.some((cost) => cost > 0) ? costs : null;
}

function everyDay({ sheet, hard }: Agent): Pair {
  const { succession, 'rest-between': rest } = sheet.problem.handbook.values.rules;
  const forbidden = priceOf(measure(succession.level, succession.weight), hard);
  const short = priceOf(measure(rest.level, rest.weight), hard);
  const needed = Math.round(rest.hours * 60);
  return (first, next) => {
    const broken = succession.forbidden.some((pair) => isAmong(first, pair.after) && isAmong(next, pair.next));
    return forbidden(Number(broken)) + short(Math.max(0, needed - minutesBetween([first], [next])));
  };
}

/** Who works on the day of the meeting after a late evening; who rests on it is charged by the cell. */
function eveningBefore({ sheet, hard }: Agent): (first: Shift) => number {
  const { level, weight } = sheet.problem.handbook.values.rules.meeting;
  const price = priceOf(measure(level, weight), hard);
  return (first) => price(Number(first.span.to > LATE_EVENING));
}
