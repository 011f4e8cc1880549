/** What people feel about a line, as whole-numbered prices of single steps from one day to the next. */
import { type Cycle, type CycleProblem, changesOf, DAY_OFF, headsOn, isChangeDay } from './cycle.js';

/** 0: not looked at. */
export interface Wishes {
  /** An agent outside what is wanted of a shift. */
  readonly head: number;
  /** A weekend of which only one day is off. */
  readonly splitWeekend: number;
  /** A weekend worked throughout. */
  readonly workedWeekend: number;
  /** A working day beyond so many in a row. */
  readonly longRun: { readonly beyond: number; readonly price: number };
  /** A week, Monday to Sunday, without a day off. */
  readonly fullWeek: number;
  /** A single late shift between two other working days. */
  readonly singleLate: number;
  /** A change of shift, over days off or not. */
  readonly change: number;
  /** A change on none of these weekdays. */
  readonly changeOff: { readonly on: readonly number[]; readonly price: number };
  /** A change against this order of shifts (indices). */
  readonly backward: { readonly order: readonly number[]; readonly price: number };
  /** Indices of late shifts. */
  readonly late: readonly number[];
}

/** Round the circle of the order it is more than half way forward (docs/rules.md). */
export function isBackward(from: number, to: number, order: readonly number[]): boolean {
  const [a, b] = [order.indexOf(from), order.indexOf(to)];
  if (a < 0 || b < 0) return false;
  return 2 * ((b - a + order.length) % order.length) > order.length;
}

export interface Figures {
  /** Saturday and Sunday both off. */
  readonly freeWeekends: number;
  readonly splitWeekends: number;
  readonly longestRun: number;
  readonly longestLateRun: number;
  readonly singleLates: number;
  readonly changes: number;
  /** Changes on none of the weekdays for changes. */
  readonly changesOff: number;
  readonly backward: number;
  readonly fullWeeks: number;
  /** Agents outside what is wanted, over shifts and weekdays. */
  readonly headsOff: number;
}

/** Counts of a whole line, taken as a ring. */
export function figuresOf(line: Cycle, problem: CycleProblem, wishes: Wishes): Figures {
  const at = (index: number): number => line[(index + line.length) % line.length]!;
  const isLate = (index: number): boolean => wishes.late.includes(at(index));
  const isOff = (index: number): boolean => at(index) === DAY_OFF;
  const weeks = Array.from({ length: problem.weeks }, (_, week) => 7 * week);
  const changes = changesOf(line);
  const { on } = wishes.changeOff;
  return {
    freeWeekends: weeks.filter((week) => isOff(week + 5) && isOff(week + 6)).length,
    splitWeekends: weeks.filter((week) => isOff(week + 5) !== isOff(week + 6)).length,
    longestRun: longest(line.length, (index) => !isOff(index)),
    longestLateRun: longest(line.length, isLate),
    singleLates: line.filter(
      (_, day) => isLate(day) && [day - 1, day + 1].every((other) => !isOff(other) && !isLate(other)),
    ).length,
    changes: changes.length,
    changesOff: on.length === 0 ? 0 : changes.filter((change) => !isChangeDay(change.at, change.days, on)).length,
    backward: changes.filter((change) => isBackward(at(change.at), change.to, wishes.backward.order)).length,
    fullWeeks: weeks.filter((week) => ![0, 1, 2, 3, 4, 5, 6].some((day) => isOff(week + day))).length,
    headsOff: problem.shifts.reduce(
      (sum, shift, index) =>
        sum +
        shift.need.reduce((days, need, weekday) => {
          const [heads, spare] = [headsOn(line, index, weekday), shift.limits?.[weekday]?.spare ?? 0];
          return days + Math.max(0, need - heads, heads - need - spare);
        }, 0),
      0,
    ),
  };
}

/** What a line costs. */
export const priceOf = (figures: Figures, wishes: Wishes, problem: CycleProblem, line: Cycle): number => {
  const { beyond, price } = wishes.longRun;
  const worked = problem.weeks - figures.freeWeekends - figures.splitWeekends;
  return (
    wishes.head * figures.headsOff +
    wishes.splitWeekend * figures.splitWeekends +
    wishes.workedWeekend * worked +
    price * daysBeyond(line, beyond) +
    wishes.fullWeek * figures.fullWeeks +
    wishes.singleLate * figures.singleLates +
    wishes.change * figures.changes +
    wishes.changeOff.price * figures.changesOff +
    wishes.backward.price * figures.backward
  );
};

/** Lengths of the stretches in which something holds, round the ring. */
function stretches(length: number, holds: (index: number) => boolean): number[] {
  const first = Array.from({ length }, (_, at) => at).find((at) => !holds(at));
  if (first === undefined) return [length];
  const found: number[] = [];
  let now = 0;
  for (let step = 1; step <= length; step += 1) {
    if (holds((first + step) % length)) now += 1;
    else {
      if (now > 0) found.push(now);
      now = 0;
    }
  }
  return found;
}

const longest = (length: number, holds: (index: number) => boolean): number => Math.max(0, ...stretches(length, holds));

const daysBeyond = (line: Cycle, beyond: number): number =>
  stretches(line.length, (index) => line[index] !== DAY_OFF).reduce((sum, run) => sum + Math.max(0, run - beyond), 0);
