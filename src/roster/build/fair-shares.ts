/**
 * Everybody's fair share of minutes, late shifts, weekends and holidays (docs/rules.md, fair band), in exact fractions.
 * The totals follow the targets, scaled to the days that people are expected to work.
 */
import { add, multiply, type Ratio, ratio, subtract } from '../../base/ratio.js';
import { type Day, daysOf, isWeekend } from '../../calendar/day.js';
import type { HolidayCalendar } from '../../calendar/holidays.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { touches } from '../judge/shift-times.js';
import type { Band, CoverNeed, PlanAgent, PlanDay, Shift } from '../problem.js';
import type { Cell, Roster } from '../roster.js';
import { roundedHalfUp } from './needed-rest.js';

type Worker = Pick<PlanAgent, 'id' | 'active' | 'leave' | 'allowed' | 'protectedOn' | 'expectedDays'>;
type Fair = Pick<PlanAgent, 'fairMinutes' | 'fairLate' | 'fairWeekends' | 'fairHolidays'>;

export interface ShareBasis {
  readonly handbook: HandbookInForce;
  readonly days: readonly PlanDay[];
  readonly shifts: readonly Shift[];
  readonly agents: readonly Worker[];
  readonly cover: readonly CoverNeed[];
  /** Heads of each cover need. */
  readonly heads: readonly Ratio[];
}

export function fairShares(basis: ShareBasis, earlier: readonly Roster[], calendar: HolidayCalendar): Fair[] {
  const { days, shifts, agents, cover, heads } = basis;
  const byCode = new Map(shifts.map((shift) => [shift.code, shift]));
  const workDays = agents.reduce((sum, { expectedDays }) => sum + expectedDays, 0);
  // Over one denominator: a month has hundreds of heads to add up.
  const den = heads.reduce((least, each) => lcm(least, each.den), 1n);
  const nums = heads.map((each) => each.num * (den / each.den));
  const implied = (weigh: (need: CoverNeed, shift: Shift) => number): Ratio =>
    ratio(
      cover.reduce((sum, need, at) => sum + nums[at]! * BigInt(weigh(need, byCode.get(need.shift)!)), 0n),
      den,
    );
  const all = implied(() => 1);
  /** Of the expected worked days, those of a sort. */
  const total = (weigh: (need: CoverNeed, shift: Shift) => number): Ratio =>
    all.num === 0n ? ratio(0) : multiply(ratio(workDays), overAll(implied(weigh), all));

  const isLate = (cell: Cell): boolean => cell.kind === 'shift' && cell.shifts.some((code) => byCode.get(code)?.late);
  const late = agents.map((agent) => lateDays(basis, agent));
  const lateShares = shareOut({
    ...{ total: total((_, shift) => Number(shift.late)), agents, earlier },
    weights: late,
    done: (cells) => cells.filter(isLate).length,
    weighed: (cells) => cells.filter(({ kind }) => kind === 'shift').length,
    most: late,
  });
  const ofDays = (isCounted: (day: PlanDay) => boolean, wasDay: (day: Day) => boolean): Band[] => {
    const counted = new Map(earlier.map((roster) => [roster, daysOf(roster.month).map(wasDay)]));
    const wasCounted = (roster: Roster): readonly boolean[] => counted.get(roster) ?? [];
    const weights = agents.map(({ active }) => days.filter((day, at) => active[at] && isCounted(day)).length);
    return shareOut({
      ...{ total: total((need) => Number(isCounted(days[need.day]!))), agents, earlier, weights },
      done: (cells, roster) => countOf(cells, wasCounted(roster), ({ kind }) => kind === 'shift'),
      weighed: (cells, roster) => countOf(cells, wasCounted(roster), ({ kind }) => kind !== 'absent'),
      most: agents.map((agent) =>
        Math.min(
          agent.expectedDays,
          days.filter((day, at) => isCounted(day) && agent.active[at] && agent.leave[at] === null).length,
        ),
      ),
    });
  };
  const weekends = ofDays(({ weekday }) => weekday >= 6, isWeekend);
  const holidays = ofDays(
    ({ kind }) => kind === 'statutory',
    (day) => calendar.info(day).kind === 'statutory',
  );
  const perDay =
    all.num === 0n
      ? ratio(0)
      : overAll(
          implied((_, shift) => shift.minutes),
          all,
        );
  return agents.map(({ expectedDays }, index) => ({
    fairMinutes: roundedHalfUp(expectedDays * Number(perDay.num), Number(perDay.den)),
    fairLate: late[index]! > 0 ? lateShares[index]! : null,
    fairWeekends: weekends[index]!,
    fairHolidays: holidays[index]!,
  }));
}

interface Sharing {
  readonly total: Ratio;
  readonly agents: readonly Worker[];
  readonly weights: readonly number[];
  readonly earlier: readonly Roster[];
  /** What somebody did in an earlier month, and what their share of it is measured by. */
  readonly done: (cells: readonly Cell[], roster: Roster) => number;
  readonly weighed: (cells: readonly Cell[], roster: Roster) => number;
  /** Highest share of each agent. */
  readonly most: readonly number[];
}

/** Each agent's share of the total, less what they did above their share of earlier months, as a band. */
function shareOut({ total, agents, weights, earlier, done, weighed, most }: Sharing): Band[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const excess = agents.map(() => ratio(0));
  for (const roster of earlier) {
    const rows = new Map(roster.rows.map(({ staff, cells }) => [staff, cells]));
    const past = agents.map(({ id }, index) => {
      const cells = weights[index]! > 0 ? (rows.get(id) ?? []) : [];
      return { did: done(cells, roster), weight: weighed(cells, roster) };
    });
    const did = past.reduce((sum, each) => sum + each.did, 0);
    const weight = past.reduce((sum, each) => sum + each.weight, 0);
    if (weight === 0) continue;
    past.forEach((each, index) => {
      excess[index] = add(excess[index]!, subtract(ratio(each.did), ratio(did * each.weight, weight)));
    });
  }
  return weights.map((weight, index) => {
    const share = all === 0 ? ratio(0) : multiply(total, ratio(weight, all));
    return bandOf(subtract(share, excess[index]!), most[index]!);
  });
}

function bandOf({ num, den }: Ratio, most: number): Band {
  if (num <= 0n) return { lo: 0, hi: 0 };
  const within = (count: bigint): number => Math.min(most, Number(count));
  return { lo: within(num / den), hi: within((num + den - 1n) / den) };
}

const overAll = (part: Ratio, all: Ratio): Ratio => ratio(part.num * all.den, part.den * all.num);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

const countOf = (cells: readonly Cell[], counted: readonly boolean[], is: (cell: Cell) => boolean): number =>
  cells.filter((cell, at) => counted[at] === true && is(cell)).length;

/** The expected worked days on which a late shift is allowed: pro rata to the days present, rounded half up. */
function lateDays({ handbook, shifts }: ShareBasis, agent: Worker): number {
  const night = handbook.values.rules.protected;
  const present = [...agent.active.keys()].filter((day) => agent.active[day] && agent.leave[day] === null);
  const mayWork = (day: number, shift: Shift): boolean =>
    agent.allowed[day]!.includes(shift.code) &&
    !(night.level !== 'off' && agent.protectedOn[day] && touches(shift, night));
  const allowed = present.filter((day) => shifts.some((shift) => shift.late && mayWork(day, shift)));
  return roundedHalfUp(agent.expectedDays * allowed.length, Math.max(1, present.length));
}
