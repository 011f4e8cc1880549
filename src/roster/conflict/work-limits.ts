/** How many days somebody can work at most in a stretch of days, by leave, employment, own shifts, pins and rest. */
import { isAmong } from '../judge/kinds-or-codes.js';
import { minutesBetween, touches } from '../judge/shift-times.js';
import { judgedWeeks } from '../judge/weeks.js';
import type { PlanAgent, Problem, Shift } from '../problem.js';

export interface Work {
  /** The most days from..to (both included) that the agent can work on one of these shifts. Never too low. */
  readonly most: (agent: number, from: number, to: number, shifts: readonly string[]) => number;
  /** Lengths of stretches in which a rule forces a day without a shift. */
  readonly stretches: readonly number[];
}

export function workLimits(problem: Problem): Work {
  const { 'max-run': run, 'weekly-rest': rest, 'rest-days': restDays } = problem.handbook.values.rules;
  const runs = [
    ...(run.level === 'hard' ? [run.most] : []),
    ...(rest.seven_days.level === 'hard' && run.most > 6 ? [6] : []),
  ];
  const weeks = rest.week.level === 'hard' ? judgedWeeks(problem).filter(([first]) => first! >= 0) : [];
  const lastDay = problem.days.length - 1;
  const byCode = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const may = problem.agents.map((agent) => {
    const pinned = pinsOf(problem, agent);
    return problem.days.map((_, day) => {
      const codes = [...byCode.values()].filter((shift) => mayWork(problem, agent, day, shift)).map(({ code }) => code);
      const pin = pinned.get(day);
      return new Set(pin === undefined ? codes : codes.filter((code) => code === pin));
    });
  });
  const before = problem.agents.map(workedBefore);

  const most = (index: number, from: number, to: number, shifts: readonly string[]): number => {
    const agent = problem.agents[index]!;
    const own = may[index]!;
    const isFree = (day: number): boolean => {
      const codes = own[day]!;
      for (const code of shifts) if (codes.has(code)) return true;
      return false;
    };
    const limits = [0, ...runs].map((longest) => {
      let [sum, length, prior] = [0, 0, from === 0 ? before[index]! : 0];
      const close = (): void => {
        sum += longest === 0 ? length : length - restsIn(length, Math.min(prior, longest), longest);
        [length, prior] = [0, 0];
      };
      for (let day = from; day <= to; day += 1) {
        if (isFree(day)) length += 1;
        else close();
      }
      close();
      return sum;
    });
    let days = Math.min(...limits);
    if (weeks.length > 0) days = Math.min(days, inWeeks(agent, weeks, from, to, isFree));
    if (from === 0 && to === lastDay && restDays.level === 'hard') days = Math.min(days, agent.expectedDays);
    return days;
  };
  return { most, stretches: [...new Set(runs.map((longest) => longest + 1))] };
}

/** Days off that a stretch of `length` days needs where `prior` worked days come before it and no run is longer. */
const restsIn = (length: number, prior: number, longest: number): number =>
  Math.floor((length + prior) / (longest + 1));

/** Each whole calendar week of somebody employed throughout has a day without a shift. */
function inWeeks(
  agent: PlanAgent,
  weeks: readonly (readonly number[])[],
  from: number,
  to: number,
  isFree: (day: number) => boolean,
): number {
  let sum = 0;
  for (let day = from; day <= to; day += 1) if (isFree(day)) sum += 1;
  for (const week of weeks) {
    if (week[0]! < from || week[6]! > to) continue;
    if (week.every((day) => agent.active[day] === true && isFree(day))) sum -= 1;
  }
  return sum;
}

/** Worked days in a row up to the eve of the month, as far as they are known. */
function workedBefore({ history }: PlanAgent): number {
  let length = 0;
  while (history[history.length - 1 - length]?.kind === 'shift') length += 1;
  return length;
}

/** By day of the month: the code pinned, or null for a day without a shift. */
function pinsOf({ pins, days }: Problem, { id }: PlanAgent): ReadonlyMap<number, string | null> {
  const own = pins.filter(({ staff }) => staff === id);
  return new Map(
    own.map(({ day, cell }) => [
      days.findIndex((each) => each.day === day),
      cell.kind === 'shift' ? cell.shifts[0]! : null,
    ]),
  );
}

/** By leave, employment, the person's own shifts and protection; rules that are not hard do not forbid. */
function mayWork(problem: Problem, agent: PlanAgent, day: number, shift: Shift): boolean {
  const { rules } = problem.handbook.values;
  const forbidden =
    (day === 0 && clashesWithEve(problem, agent, shift)) ||
    (rules.leave.level === 'hard' && agent.leave[day] !== null) ||
    (rules['allowed-shifts'].level === 'hard' && !agent.allowed[day]!.includes(shift.code)) ||
    (rules.protected.level === 'hard' && agent.protectedOn[day] === true && touches(shift, rules.protected));
  return !forbidden;
}

/** What was worked on the eve of the month forbids this shift on its first day. */
function clashesWithEve({ handbook, shifts }: Problem, { history }: PlanAgent, next: Shift): boolean {
  const { succession, 'rest-between': between } = handbook.values.rules;
  const eve = history.at(-1);
  const worked = eve?.kind === 'shift' ? shifts.filter(({ code }) => eve.shifts.includes(code)) : [];
  return (
    (succession.level === 'hard' &&
      worked.some((first) =>
        succession.forbidden.some((pair) => isAmong(first, pair.after) && isAmong(next, pair.next)),
      )) ||
    (between.level === 'hard' && worked.length > 0 && minutesBetween(worked, [next]) < Math.round(between.hours * 60))
  );
}
