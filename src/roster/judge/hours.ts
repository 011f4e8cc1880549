/** Paid time in the month, in minutes. */
import type { Problem } from '../problem.js';
import type { RosterView } from '../view.js';

export const monthMinutes = (view: RosterView, problem: Problem, agent: number): number =>
  problem.days.reduce(
    (sum, _, day) => sum + view.shifts(agent, day).reduce((minutes, shift) => minutes + shift.minutes, 0),
    0,
  );

/** Whole hours, rounded up, by which minutes lie further than the tolerance from what is asked. */
export const hoursOff = (minutes: number, asked: number, tolerance: number): number =>
  Math.ceil(Math.max(0, Math.abs(minutes - asked) - tolerance) / 60);

/** `176` or `175.5`: hours with at most one decimal, for people. */
export const showHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);
