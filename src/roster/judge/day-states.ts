/** What a day is to a person: worked, rest, known, free. */
import { DAY_MINUTES, overlap, type Span } from '../../calendar/clock.js';
import type { Problem, Shift } from '../problem.js';
import type { RosterView } from '../view.js';

export const isLate = (shifts: readonly Shift[]): boolean => shifts.some((shift) => shift.late);

/** Known, and the person was employed. Days of the month are always known. */
export function isEmployed(view: RosterView, problem: Problem, agent: number, day: number): boolean {
  if (day >= 0) return problem.agents[agent]!.active[day] === true;
  const cell = view.cell(agent, day);
  return cell !== null && cell.kind !== 'absent';
}

/** A day of the month with neither shift nor approved leave, on which the person is employed. */
export function isRest(view: RosterView, problem: Problem, agent: number, day: number): boolean {
  const { active, leave } = problem.agents[agent]!;
  return active[day] === true && leave[day] === null && view.shifts(agent, day).length === 0;
}

/** Whether a shift past midnight reaches into the next day's window. */
export const spillsInto = (shift: Shift, window: Span): boolean =>
  shift.parts.some((part) => overlap({ from: part.from - DAY_MINUTES, to: part.to - DAY_MINUTES }, window) > 0);

/** No shift, and the evening before's does not reach into the window. For days that are known and employed. */
export const isFree = (view: RosterView, agent: number, day: number, window: Span): boolean =>
  view.shifts(agent, day).length === 0 && !view.shifts(agent, day - 1).some((shift) => spillsInto(shift, window));
