/**
 * Everybody's fair share of minutes, late shifts, weekends and holidays (docs/rules.md, fair band), in exact fractions.
 * The totals follow the targets, scaled to the days that people are expected to work.
 */
import { add, compare, multiply, type Ratio, ratio, subtract } from '../../base/ratio.js';
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
  const must = agents.map((agent, index) => Math.min(late[index]!, lateOnlyDays(basis, agent)));
  const lateShares = shareOut({
    ...{ total: total((_, shift) => Number(shift.late)), agents, earlier },
    weights: late,
    done: (cells) => cells.filter(isLate).length,
    weighed: (cells) => cells.filter(({ kind }) => kind === 'shift').length,
    least: must,
    most: agents.map((agent, index) => Math.max(must[index]!, Math.min(late[index]!, inLateRuns(basis, agent)))),
  });
  const ofDays = (isCounted: (day: PlanDay) => boolean, wasDay: (day: Day) => boolean): Band[] => {
    const counted = new Map(earlier.map((roster) => [roster, daysOf(roster.month).map(wasDay)]));
    const wasCounted = (roster: Roster): readonly boolean[] => counted.get(roster) ?? [];
    const weights = agents.map(({ active }) => days.filter((day, at) => active[at] && isCounted(day)).length);
    return shareOut({
      ...{ total: total((need) => Number(isCounted(days[need.day]!))), agents, earlier, weights },
      done: (cells, roster) => countOf(cells, wasCounted(roster), ({ kind }) => kind === 'shift'),
      weighed: (cells, roster) => countOf(cells, wasCounted(roster), ({ kind }) => kind !== 'absent'),
      least: agents.map(() => 0),
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
  /** Lowest and highest share of each agent. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/**
 * Each agent's share of the total, less what they did above their share of earlier months, as a band. Who has no choice
 * comes first; whose share lies outside what is possible is held there, and the rest is shared again.
 */
function shareOut({ total, agents, weights, earlier, done, weighed, least, most }: Sharing): Band[] {
  const isFree = agents.map((_, index) => weights[index]! > 0 && least[index]! < most[index]!);
  const excess = agents.map(() => ratio(0));
  for (const roster of earlier) {
    const rows = new Map(roster.rows.map(({ staff, cells }) => [staff, cells]));
    const past = agents.map(({ id }, index) => {
      const cells = isFree[index] ? (rows.get(id) ?? []) : [];
      return { did: done(cells, roster), weight: weighed(cells, roster) };
    });
    const did = past.reduce((sum, each) => sum + each.did, 0);
    const weight = past.reduce((sum, each) => sum + each.weight, 0);
    if (weight === 0) continue;
    past.forEach((each, index) => {
      excess[index] = add(excess[index]!, subtract(ratio(each.did), ratio(did * each.weight, weight)));
    });
  }
  const held = agents.map((_, index): number | null => (isFree[index] ? null : least[index]!));
  for (;;) {
    const pool = [...agents.keys()].filter((index) => held[index] === null);
    const all = pool.reduce((sum, index) => sum + weights[index]!, 0);
    const given = held.reduce<number>((sum, days) => sum + (days ?? 0), 0);
    // What the pool shares: the total without what is held, with the excess that each is then spared.
    const left = compare(total, ratio(given)) > 0 ? subtract(total, ratio(given)) : ratio(0);
    const shared = pool.reduce((sum, index) => add(sum, excess[index]!), left);
    const shares = new Map(
      pool.map((index) => [index, subtract(multiply(shared, ratio(weights[index]!, all)), excess[index]!)]),
    );
    const outside = (bound: readonly number[], sign: number): number[] =>
      pool.filter((index) => compare(shares.get(index)!, ratio(bound[index]!)) * sign > 0);
    const [below, above] = [outside(least, -1), outside(most, 1)];
    // One side at a time: holding people at their least leaves less for those who seemed to have too much.
    for (const index of below) held[index] = least[index]!;
    if (below.length === 0) for (const index of above) held[index] = most[index]!;
    if (below.length + above.length > 0) continue;
    return agents.map((_, index) => {
      const days = held[index];
      return days === null || days === undefined ? bandOf(shares.get(index)!, most[index]!) : { lo: days, hi: days };
    });
  }
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
const lateDays = (basis: ShareBasis, agent: Worker): number =>
  expectedOn(basis, agent, (shifts) => shifts.some(({ late }) => late));

/** Those on which nothing but a late shift is. */
const lateOnlyDays = (basis: ShareBasis, agent: Worker): number =>
  expectedOn(basis, agent, (shifts) => shifts.length > 0 && shifts.every(({ late }) => late));

function expectedOn(basis: ShareBasis, agent: Worker, counts: (possible: readonly Shift[]) => boolean): number {
  const present = presentDays(agent);
  const counted = present.filter((day) => counts(possibleShifts(basis, agent, day)));
  return roundedHalfUp(agent.expectedDays * counted.length, Math.max(1, present.length));
}

/** The most late shifts that runs of the length allowed leave room for; any number where the rule is not a must. */
function inLateRuns(basis: ShareBasis, agent: Worker): number {
  const { level, most } = basis.handbook.values.rules['late-run'];
  if (level !== 'hard') return Number.POSITIVE_INFINITY;
  const isLate = (day: number): boolean =>
    agent.active[day] === true &&
    agent.leave[day] === null &&
    possibleShifts(basis, agent, day).some(({ late }) => late);
  let [sum, run] = [0, 0];
  basis.days.forEach((_, day) => {
    run = isLate(day) ? run + 1 : 0;
    // Of every most + 1 following days one is no late shift.
    if (run > 0 && run % (most + 1) !== 0) sum += 1;
  });
  return sum;
}

const presentDays = ({ active, leave }: Worker): number[] =>
  [...active.keys()].filter((day) => active[day] && leave[day] === null);

function possibleShifts({ handbook, shifts }: ShareBasis, agent: Worker, day: number): Shift[] {
  const night = handbook.values.rules.protected;
  return shifts.filter(
    (shift) =>
      agent.allowed[day]!.includes(shift.code) &&
      !(night.level !== 'off' && agent.protectedOn[day] && touches(shift, night)),
  );
}
