/** The handbook's sentences as a question about one line that everybody walks. */
import { DAY_MINUTES } from '../../calendar/clock.js';
import type { Heads as CoverHeads } from '../../handbook/schema/rules.js';
import { isAmong } from '../judge/kinds-or-codes.js';
import type { PlanAgent, Problem, Shift } from '../problem.js';
import type { Bounds, CycleProblem } from './cycle.js';
import type { Wishes } from './wishes.js';

export interface PatternAsk {
  readonly cycle: CycleProblem;
  /** As the handbook weighs it. */
  readonly wishes: Wishes;
  /** People who walk the line, and those who cannot (own shifts only, protected, come or go in the month). */
  readonly walkers: readonly PlanAgent[];
  readonly others: readonly PlanAgent[];
  /** Least people on each week of the line, where it is shorter than the department is large. */
  readonly group: number;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Longest working stretch and longest stretch of days off that is looked at where no rule says one. */
const LONGEST = 7;
const MOST_OFF = 2;
/** Late runs up to here are counted day by day; longer limits are left to the figures. */
const COUNTED = 7;
const DAYS_A_MONTH = 365.2425 / 12;

/** Can walk any line: all shifts on all days, nothing forbidden, there throughout. */
const canWalk = (agent: PlanAgent, shifts: readonly Shift[]): boolean =>
  agent.active.every(Boolean) &&
  !agent.protectedOn.some(Boolean) &&
  agent.allowed.every((codes) => shifts.every(({ code }) => codes.includes(code)));

/** @param weeks of the line; null: the handbook's `cycle_weeks`, else as many as people walk it */
export function patternAsk(problem: Problem, weeks: number | null): PatternAsk {
  const { shifts } = problem;
  const walkers = problem.agents.filter((agent) => canWalk(agent, shifts));
  const others = problem.agents.filter((agent) => !walkers.includes(agent));
  const { rotation } = problem.handbook.values.rules;
  const length = Math.max(1, Math.min(weeks ?? rotation.cycle_weeks ?? walkers.length, walkers.length));
  const group = Math.max(1, Math.floor(walkers.length / length));
  return {
    cycle: cycleOf(problem, length, group, walkers.length, others),
    wishes: wishesOf(problem),
    walkers,
    others,
    group,
  };
}

function cycleOf(
  problem: Problem,
  weeks: number,
  group: number,
  walkers: number,
  others: readonly PlanAgent[],
): CycleProblem {
  const { rules } = problem.handbook.values;
  const { shifts } = problem;
  const rest = restOf(problem, weeks);
  const work = { least: 1, most: longestRun(problem) };
  const late = rules['late-run'];
  const lateMost = late.level === 'off' || late.most > COUNTED ? work.most : Math.min(late.most, work.most);
  const heads = headsOf(problem, weeks, walkers, group, others, rest);
  return {
    weeks,
    shifts: shifts.map((shift, index) => ({
      code: shift.code,
      ...heads[index]!,
      block: { least: 1, most: shift.late ? Math.max(1, lateMost) : work.most },
    })),
    off: { least: 1, most: MOST_OFF },
    work,
    forbidden: [...forbiddenPairs(problem), ...twoDaysOff(problem)],
    forbiddenOverOneDayOff: twoDaysOff(problem),
    rest,
    weeklyDayOff: rules['weekly-rest'].week.level === 'hard',
    ...(rules.rotation.level === 'hard' && rules.rotation.change_on.length > 0
      ? { changeOn: rules.rotation.change_on.map((day) => day - 1) }
      : {}),
  };
}

function longestRun({ handbook }: Problem): number {
  const { 'max-run': run, 'weekly-rest': weekly } = handbook.values.rules;
  const bySeven = weekly.seven_days.level === 'hard' ? 6 : Number.POSITIVE_INFINITY;
  // Within a hard free day each week no stretch is longer than twelve.
  const byWeek = weekly.week.level === 'hard' ? 12 : Number.POSITIVE_INFINITY;
  const byRun = run.level === 'off' ? Number.POSITIVE_INFINITY : Math.max(1, run.most);
  const most = Math.min(bySeven, byWeek, byRun);
  return Number.isFinite(most) ? most : LONGEST;
}

/** Days off of the whole line: the month's rest days over the year, at least one a week where each week needs one. */
function restOf({ handbook }: Problem, weeks: number): Bounds {
  const { 'rest-days': rule, 'weekly-rest': weekly } = handbook.values.rules;
  const weeklyLeast = weekly.week.level === 'hard' ? weeks : 0;
  if (rule.level === 'off') return { least: weeklyLeast, most: 7 * weeks };
  const wanted = rule.days === 'weeks' ? weeks : (rule.days * 7 * weeks) / DAYS_A_MONTH;
  if (rule.mode === 'at-least') return { least: Math.max(weeklyLeast, Math.ceil(wanted)), most: 7 * weeks };
  const days = Math.max(weeklyLeast, Math.round(wanted));
  return { least: days, most: days };
}

interface Heads {
  readonly need: readonly number[];
  readonly limits: readonly (Bounds & { readonly spare: number })[];
}

/**
 * Heads by shift and weekday, in people of the line (`group` of the department each): least and most as the cover rule says,
 * wanted is the target, or an even part of all work by `share`. What others than the walkers do is taken off what is wanted.
 */
function headsOf(
  problem: Problem,
  weeks: number,
  walkers: number,
  group: number,
  others: readonly PlanAgent[],
  rest: Bounds,
): Heads[] {
  const { cover } = problem.handbook.values.rules;
  const { shifts, days } = problem;
  const on = (code: string, weekday: number): Pick<CoverHeads, 'min' | 'target' | 'max'> => {
    const [usual, special] = [cover.shifts[code], cover.weekdays[WEEKDAYS[weekday]!]?.[code]];
    return {
      min: special?.min ?? usual?.min ?? 0,
      target: special?.target ?? usual?.target ?? 'auto',
      max: special?.max ?? usual?.max ?? 'any',
    };
  };
  const share = (code: string): number => cover.shifts[code]?.share ?? Math.max(1, cover.shifts[code]?.min ?? 1);
  const shares = (codes: readonly string[]): number => codes.reduce((sum, code) => sum + share(code), 0);
  const byOthers = new Map<string, number>();
  for (const agent of others) {
    const codes = [...new Set(agent.allowed.flat())];
    for (const code of codes) {
      const part = (agent.expectedDays / days.length) * (share(code) / shares(codes));
      byOthers.set(code, (byOthers.get(code) ?? 0) + part);
    }
  }
  const all =
    (walkers * (7 * weeks - rest.least)) / (7 * weeks) + [...byOthers.values()].reduce((sum, part) => sum + part, 0);
  const codes = shifts.map(({ code }) => code);
  const big = Math.ceil(walkers / weeks);
  return codes.map((code) => {
    const wanted = WEEKDAYS.map((_, weekday) => {
      const { min, max, target } = on(code, weekday);
      const heads = target === 'auto' ? (all * share(code)) / shares(codes) : target;
      const least = cover.level === 'off' ? 0 : Math.ceil(min / group);
      const most = max === 'any' ? weeks : Math.max(least, Math.floor(max / big));
      const good = Math.min(most, Math.max(least, ((heads - (byOthers.get(code) ?? 0)) * weeks) / walkers));
      return { need: Math.floor(good), spare: Math.ceil(good) - Math.floor(good), least, most };
    });
    return {
      need: wanted.map(({ need }) => need),
      limits: wanted.map(({ least, most, spare }) => ({ least, most, spare })),
    };
  });
}

function forbiddenPairs({ handbook, shifts }: Problem): [number, number][] {
  const { succession, 'rest-between': between } = handbook.values.rules;
  const isForbidden = (first: Shift, next: Shift): boolean =>
    (succession.level !== 'off' &&
      succession.forbidden.some((pair) => isAmong(first, pair.after) && isAmong(next, pair.next))) ||
    (between.level === 'hard' && next.span.from + DAY_MINUTES - first.span.to < between.hours * 60);
  return shifts.flatMap((first, a) =>
    shifts.flatMap((next, b): [number, number][] => (isForbidden(first, next) ? [[a, b]] : [])),
  );
}

/** Changes with two days off between: neither on following days nor over a single day off. */
const twoDaysOff = ({ handbook, shifts }: Problem): [number, number][] =>
  shifts.flatMap((first, a) =>
    shifts.flatMap((next, b): [number, number][] =>
      handbook.values.rules.rotation.two_days_off.some((pair) => isAmong(first, pair.after) && isAmong(next, pair.next))
        ? [[a, b]]
        : [],
    ),
  );

function wishesOf({ handbook, shifts }: Problem): Wishes {
  const { rules } = handbook.values;
  const indices = (codes: readonly string[]): number[] =>
    codes.map((code) => shifts.findIndex((shift) => shift.code === code)).filter((index) => index >= 0);
  const unless = (level: string, price: number): number => (level === 'off' ? 0 : price);
  const { rotation, 'weekly-rest': weekly, 'max-run': run, 'late-run': late } = rules;
  const forward = indices(rotation.forward);
  return {
    head: unless(rules.cover.level, rules.cover.target_weight),
    splitWeekend: 0,
    workedWeekend: 0,
    longRun: { beyond: run.wanted, price: unless(run.level, run.wanted_weight) },
    fullWeek: weekly.week.level === 'soft' ? weekly.week.weight : 0,
    singleLate: unless(late.level, late.single_weight),
    change: unless(rotation.level, rotation.change_weight),
    changeOff: {
      on: rotation.change_on.map((day) => day - 1),
      price: rotation.level === 'soft' && rotation.change_on.length > 0 ? rotation.weight : 0,
    },
    backward: {
      // Without an order of its own: by the hour they begin.
      order:
        forward.length > 0 ? forward : [...shifts.keys()].sort((a, b) => shifts[a]!.span.from - shifts[b]!.span.from),
      price: forward.length > 0 ? unless(rotation.level, rotation.forward_weight) : 0,
    },
    late: [...shifts.keys()].filter((index) => shifts[index]!.late),
  };
}
