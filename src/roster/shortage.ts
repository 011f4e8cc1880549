/**
 * Head-counts that no roster can reach, whatever the search: needed places against the days that people can work at most,
 * over a day, a calendar week, a stretch of days and the month, for every set of shifts.
 */
import { type Work, workLimits } from './conflict/work-limits.js';
import { judgedChanges } from './judge/changes.js';
import { judgedWeeks } from './judge/weeks.js';
import type { Problem } from './problem.js';

/** Needed by the least cover, and there at most: agents on a day, agent-days over more. */
export interface Shortage {
  /** `shift`: one shift of a day; `stretch`: following days of a run; `surplus`: more work is due than there are places. */
  readonly kind: 'shift' | 'skill' | 'day' | 'week' | 'stretch' | 'month' | 'surplus';
  /** Days of the month, both included. */
  readonly from: number;
  readonly to: number;
  /** Codes; null: all shifts together. */
  readonly shifts: readonly string[] | null;
  readonly skill: string | null;
  readonly needed: number;
  readonly available: number;
  /** What each agent gives at most, in the problem's order. */
  readonly each: readonly number[];
}

/** Up to this many shifts every set of them is counted; beyond, one by one, the late ones, and all. */
const MOST_SETS_OF = 5;

/** Least heads by day and shift. */
type Least = readonly ReadonlyMap<string, number>[];

/** The least that hard rules ask for: cover's minimum, and somebody on each side of a hand-over. */
export function leastHeads(problem: Problem, evenSoft = false): Least {
  const { cover, 'hand-over': handOver } = problem.handbook.values.rules;
  const least = problem.days.map(() => new Map<string, number>());
  const raise = (day: number, shift: string, heads: number): void => {
    least[day]!.set(shift, Math.max(heads, least[day]!.get(shift) ?? 0));
  };
  if (cover.level === 'hard' || evenSoft) {
    for (const { day, shift, min } of problem.cover) if (min > 0) raise(day, shift, min);
  }
  if (handOver.level === 'hard') {
    for (const { day, from, to, nextDay } of judgedChanges(problem)) {
      raise(day, from.code, 1);
      raise(nextDay ? day + 1 : day, to.code, 1);
    }
  }
  return least;
}

/** Smallest stretches first: shifts and days, weeks, runs, the month. Of a stretch only the smallest sets of shifts. */
export function shortages(problem: Problem, least: Least = leastHeads(problem)): Shortage[] {
  const work = workLimits(problem);
  const sets = setsOf(problem);
  const last = problem.days.length - 1;
  const found = problem.days.flatMap((_, day) => [
    ...inStretch(problem, work, least, sets, day, day, 'day'),
    ...skillShortages(problem, work, least, day),
  ]);
  const isNew = (from: number, to: number): boolean => !found.some((one) => from <= one.from && one.to <= to);
  for (const week of judgedWeeks(problem)) {
    const [from, to] = [week[0]!, week[6]!];
    if (from >= 0 && isNew(from, to)) found.push(...inStretch(problem, work, least, sets, from, to, 'week'));
  }
  for (const length of work.stretches) {
    for (let from = 0; from + length <= problem.days.length; from += 1) {
      const to = from + length - 1;
      if (isNew(from, to)) found.push(...inStretch(problem, work, least, sets, from, to, 'stretch'));
    }
  }
  return [...found, ...inStretch(problem, work, least, sets, 0, last, 'month'), ...surplus(problem)];
}

/** Days, weeks or stretches with the same figures together. */
export function alike(found: readonly Shortage[]): Shortage[][] {
  const groups = new Map<string, Shortage[]>();
  for (const one of found) {
    const key = [one.kind, one.shifts?.join(' '), one.skill, one.needed, one.available].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Whether the same count still fails, after something was left out. */
export function isStillShort(problem: Problem, { kind, from, to, shifts }: Shortage): boolean {
  if (kind === 'surplus') return surplus(problem).length > 0;
  const [work, least] = [workLimits(problem), leastHeads(problem)];
  if (kind === 'skill') return skillShortages(problem, work, least, from).length > 0;
  const set = shifts ?? problem.shifts.map(({ code }) => code);
  return inStretch(problem, work, least, [set], from, to, kind === 'shift' ? 'day' : kind).length > 0;
}

function inStretch(
  problem: Problem,
  work: Work,
  least: Least,
  sets: readonly (readonly string[])[],
  from: number,
  to: number,
  kind: 'day' | 'week' | 'stretch' | 'month',
): Shortage[] {
  const found: Shortage[] = [];
  for (const set of sets) {
    if (found.some(({ shifts }) => shifts!.every((code) => set.includes(code)))) continue;
    let needed = 0;
    for (let day = from; day <= to; day += 1) for (const code of set) needed += least[day]!.get(code) ?? 0;
    if (needed === 0) continue;
    const each: number[] = [];
    let available = 0;
    // Enough is enough: most stretches have their people long before the last is counted.
    while (each.length < problem.agents.length && available < needed) {
      const days = work.most(each.length, from, to, set);
      each.push(days);
      available += days;
    }
    if (available >= needed) continue;
    const shape = kind === 'day' && set.length === 1 ? 'shift' : kind;
    found.push({ kind: shape, from, to, shifts: set, skill: null, needed, available, each });
  }
  const asked = new Set(least.slice(from, to + 1).flatMap((day) => [...day.keys()]));
  const isAll = (set: readonly string[]): boolean => set.length > 1 && [...asked].every((code) => set.includes(code));
  return found.map((one) => (isAll(one.shifts!) ? { ...one, shifts: null } : one));
}

/** A shift that somebody must be on, with fewer skilled people than it needs. */
function skillShortages(problem: Problem, work: Work, least: Least, day: number): Shortage[] {
  const { level, needs } = problem.handbook.values.rules.skills;
  if (level !== 'hard') return [];
  return needs.flatMap(({ shift, skill, min }): Shortage[] => {
    if ((least[day]!.get(shift) ?? 0) === 0) return [];
    const each = problem.agents.map(({ skills }, agent) =>
      skills[day]!.includes(skill) ? work.most(agent, day, day, [shift]) : 0,
    );
    const available = each.reduce((sum, one) => sum + one, 0);
    if (available >= min) return [];
    return [{ kind: 'skill', from: day, to: day, shifts: [shift], skill, needed: min, available, each }];
  });
}

/** Exact rest days and largest numbers of heads: more work is due than there are places. */
function surplus(problem: Problem): Shortage[] {
  const { 'rest-days': rest, cover } = problem.handbook.values.rules;
  if (rest.level !== 'hard' || rest.mode === 'at-least' || cover.level !== 'hard') return [];
  const needed = problem.cover.reduce((sum, { max }) => sum + (max ?? Number.POSITIVE_INFINITY), 0);
  const each = problem.agents.map(({ expectedDays }) => expectedDays);
  const available = each.reduce((sum, days) => sum + days, 0);
  if (available <= needed) return [];
  const to = problem.days.length - 1;
  return [{ kind: 'surplus', from: 0, to, shifts: null, skill: null, needed, available, each }];
}

/** Sets of codes, small ones first. */
function setsOf({ shifts }: Problem): string[][] {
  const codes = shifts.map(({ code }) => code);
  if (codes.length > MOST_SETS_OF) {
    const late = shifts.filter((shift) => shift.late).map(({ code }) => code);
    return [...codes.map((code) => [code]), ...(late.length > 1 ? [late] : []), codes];
  }
  const sets = Array.from({ length: 2 ** codes.length - 1 }, (_, bits) =>
    codes.filter((_, at) => ((bits + 1) >> at) % 2 === 1),
  );
  return sets.sort((a, b) => a.length - b.length);
}
