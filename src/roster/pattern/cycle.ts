/**
 * A cyclic pattern (三周一个循环): everybody walks the same line of weeks, one week apart, so with n people week w of the
 * line is always worked by somebody. Cover is then a matter of the line alone: shift s has as many agents on a weekday as
 * the line has that shift on that weekday.
 */

/** Least and most, both included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface CycleShift {
  readonly code: string;
  /** Agents wanted on Monday ... Sunday; exactly, where there are no `limits`. */
  readonly need: readonly number[];
  /** By weekday: how many may be there, and how many beyond `need` are as good; the others cost (`Wishes.head`). */
  readonly limits?: readonly (Bounds & { readonly spare: number })[];
  /** How many days in a row this shift is worked. */
  readonly block: Bounds;
}

export interface CycleProblem {
  /** Weeks of the line = people who walk it. */
  readonly weeks: number;
  readonly shifts: readonly CycleShift[];
  /** Days off in a row. */
  readonly off: Bounds;
  /** Working days in a row, whatever the shifts. */
  readonly work: Bounds;
  /** Index pairs: the second shift may not follow on the day after the first. */
  readonly forbidden: readonly (readonly [number, number])[];
  /** Index pairs: the second may not follow the first with exactly one day off between them. */
  readonly forbiddenOverOneDayOff: readonly (readonly [number, number])[];
  /** Days off in the whole line; missing: what cover leaves. */
  readonly rest?: Bounds;
  /** Every week, Monday to Sunday, has a day off. */
  readonly weeklyDayOff?: boolean;
  /** Weekdays (0 = Monday) of which one lies after the last day of a shift, up to and including the first of another one. */
  readonly changeOn?: readonly number[];
}

/** One index of a shift for each day of the line, 7 x weeks long, Monday first; -1 = day off. */
export type Cycle = readonly number[];

export const DAY_OFF = -1;

interface Block {
  readonly value: number;
  readonly length: number;
}

/** Stretches of days with equal `key`, the line taken as a ring. A ring of one value is one stretch. */
function blocks(line: Cycle, key: (value: number) => number): Block[] {
  const starts = line.map((_, at) => at).filter((at) => key(line[at]!) !== key(line.at(at - 1)!));
  if (starts.length === 0) return [{ value: key(line[0]!), length: line.length }];
  return starts.map((start, index) => {
    const next = starts[(index + 1) % starts.length]!;
    return { value: key(line[start]!), length: (next - start + line.length) % line.length || line.length };
  });
}

/** How many of the line's weeks have a shift on a weekday. */
export const headsOn = (line: Cycle, shift: number, weekday: number): number =>
  line.filter((value, at) => at % 7 === weekday && value === shift).length;

export const daysOff = (line: Cycle): number => line.filter((value) => value === DAY_OFF).length;

/** Each change of shift, over days off or not: the last day of the one, how many days later the other one begins. */
export function changesOf(line: Cycle): { readonly at: number; readonly days: number; readonly to: number }[] {
  return line.flatMap((value, at) => {
    if (value === DAY_OFF) return [];
    let days = 1;
    while (days < line.length && line[(at + days) % line.length] === DAY_OFF) days += 1;
    const to = line[(at + days) % line.length]!;
    return to === value || to === DAY_OFF ? [] : [{ at, days, to }];
  });
}

/** Whether one of the weekdays lies within the days after `at`, up to and including the last of them. */
export const isChangeDay = (at: number, days: number, changeOn: readonly number[]): boolean =>
  Array.from({ length: days }, (_, later) => (at + later + 1) % 7).some((weekday) => changeOn.includes(weekday));

const within = (length: number, bounds: Bounds): boolean => length >= bounds.least && length <= bounds.most;

/** The judge of patterns: true when the line keeps every bound and covers every weekday exactly. Knows no search. */
export function keepsAll(line: Cycle, problem: CycleProblem): boolean {
  const { shifts, weeks } = problem;
  if (line.length !== 7 * weeks) return false;
  const covered = shifts.every((shift, index) =>
    shift.need.every((need, weekday) =>
      within(headsOn(line, index, weekday), shift.limits?.[weekday] ?? { least: need, most: need }),
    ),
  );
  const shiftBlocks = blocks(line, (value) => value).every(
    ({ value, length }) => value === DAY_OFF || within(length, shifts[value]!.block),
  );
  const dayBlocks = blocks(line, (value) => (value === DAY_OFF ? 0 : 1)).every(({ value, length }) =>
    within(length, value === 1 ? problem.work : problem.off),
  );
  const at = (index: number): number => line[index % line.length]!;
  const pairs = line.every((value, day) => !problem.forbidden.some(([a, b]) => a === value && b === at(day + 1)));
  const triples = line.every(
    (value, day) =>
      at(day + 1) !== DAY_OFF || !problem.forbiddenOverOneDayOff.some(([a, b]) => a === value && b === at(day + 2)),
  );
  const { rest, weeklyDayOff, changeOn } = problem;
  const rested = rest === undefined || within(daysOff(line), rest);
  const weekly =
    weeklyDayOff !== true ||
    Array.from({ length: weeks }, (_, week) => line.slice(7 * week, 7 * week + 7)).every((days) => daysOff(days) > 0);
  const changed = changeOn === undefined || changesOf(line).every(({ at, days }) => isChangeDay(at, days, changeOn));
  return covered && shiftBlocks && dayBlocks && pairs && triples && rested && weekly && changed;
}
