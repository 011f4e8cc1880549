/** Where a person's shift changes from the last one worked. */
import type { Problem, Shift } from '../problem.js';
import type { RosterView } from '../view.js';
import { planDay } from './finding.js';

export interface ShiftChange {
  readonly from: Shift;
  readonly to: Shift;
  /** The last worked day before; history is negative. */
  readonly last: number;
  readonly day: number;
  /** A day on which changes are welcome lies between them, the day of the change included. */
  readonly isOpen: boolean;
}

/** Whether changes are welcome on a day of the horizon; no days named: on any. */
export function isChangeDay(problem: Problem, day: number): boolean {
  const on: readonly number[] = problem.handbook.values.rules.rotation.change_on;
  return on.length === 0 || on.includes(planDay(problem, day).weekday);
}

export function changesOf(view: RosterView, problem: Problem, agent: number): ShiftChange[] {
  const changes: ShiftChange[] = [];
  let before: { readonly shift: Shift; readonly day: number } | null = null;
  for (let day = -problem.historyDays.length; day < problem.days.length; day += 1) {
    const shift = view.shift(agent, day);
    if (shift === null) continue;
    if (before !== null && day >= 0 && before.shift.code !== shift.code) {
      const last = before.day;
      const between = Array.from({ length: day - last }, (_, index) => last + 1 + index);
      const isOpen = between.some((each) => isChangeDay(problem, each));
      changes.push({ from: before.shift, to: shift, last, day, isOpen });
    }
    before = { shift, day };
  }
  return changes;
}

/** Against the cyclic order: more than half way round. Shifts that the order does not name follow no order. */
export function isBackward(order: readonly string[], from: string, to: string): boolean {
  const [first, next] = [order.indexOf(from), order.indexOf(to)];
  if (first < 0 || next < 0) return false;
  return 2 * ((next - first + order.length) % order.length) > order.length;
}
