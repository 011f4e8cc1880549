/** Whole free days: in each calendar week, in any seven days, in the month. */
import { spillsInto } from '../../judge/day-states.js';
import { type Measure, measure } from '../../judge/finding.js';
import { judgedWeeks } from '../../judge/weeks.js';
import type { Group, Membership, Run } from '../model.js';
import { priceOf, totalPenalty } from './price.js';
import type { Agent } from './row.js';
import { runOf } from './runs.js';
import type { Sheet } from './sheet.js';

/** Shifts past midnight that reach into the next day's window; null where none does. */
export function spillOf({ problem, before, days, values, shifts }: Sheet): Uint8Array | null {
  const { window } = problem.handbook.values.rules['weekly-rest'];
  const reaches = [0, ...shifts.map((shift) => Number(spillsInto(shift, window)))];
  if (!reaches.includes(1)) return null;
  return Uint8Array.from({ length: (before + days) * values }, (_, at) => reaches[at % values]!);
}

export function freeDayGroups(agent: Agent): Group[] {
  const { problem, before, days } = agent.sheet;
  const { week, month } = problem.handbook.values.rules['weekly-rest'];
  const isEmployed = employment(agent);
  const weeks = judgedWeeks(problem).filter((each) => each.every(isEmployed));
  const ofWeek = new Int16Array(before + days).fill(-1);
  weeks.forEach((each, number) => {
    for (const day of each) ofWeek[before + day] = number;
  });
  const active = problem.days.flatMap((_, day) => (isEmployed(day) ? [day] : []));
  const ofMonth = new Int16Array(before + days).fill(-1);
  for (const day of active) ofMonth[before + day] = 0;
  return [
    ...group(agent, ofWeek, weeks.length, measure(week.level, week.weight)),
    ...group(agent, ofMonth, active.length >= 7 ? 1 : 0, measure(month.level, month.weight)),
  ];
}

function group(agent: Agent, of: Int16Array, wanted: number, measured: Measure | null): Group[] {
  const price = priceOf(measured, agent.hard);
  const penalty = totalPenalty(wanted, (counted) => price(wanted - counted));
  return penalty === null ? [] : [{ of, member: membership(agent, [2, 0], () => true), penalty }];
}

/**
 * Seven days without a free day, counted where they end in the month: a run of n days that are not free holds n - 6 of
 * them. Days further back than six before the month would only lengthen runs by stretches that end before it.
 */
export function sevenDays(agent: Agent): Run[] {
  const { level, weight } = agent.sheet.problem.handbook.values.rules['weekly-rest'].seven_days;
  const price = priceOf(measure(level, weight), agent.hard);
  const member = membership(agent, [3, 1], (day) => day >= -6);
  return runOf(member, 7, (length) => price(Math.max(0, length - 6)));
}

/** On days employed: the kinds of membership of no shift and of a shift. */
function membership(agent: Agent, [off, on]: [number, number], isCounted: (day: number) => boolean): Membership {
  const { before, days, values } = agent.sheet;
  const isEmployed = employment(agent);
  return Uint8Array.from({ length: (before + days) * values }, (_, at) => {
    const day = Math.floor(at / values) - before;
    if (!isEmployed(day) || !isCounted(day)) return 0;
    return at % values === 0 ? off : on;
  });
}

function employment({ sheet, index }: Agent): (day: number) => boolean {
  const { active, history } = sheet.problem.agents[index]!;
  return (day) => {
    if (day >= 0) return active[day] === true;
    const cell = history[sheet.before + day];
    return cell !== null && cell !== undefined && cell.kind !== 'absent';
  };
}
