/** The weeks that end in the month. Days of the horizon: history is negative. */
import type { Problem } from '../problem.js';

const seven = (last: number): number[] => Array.from({ length: 7 }, (_, index) => last - 6 + index);

/** Every seven following days that end in the month and reach no further back than the history. */
export const followingSeven = (problem: Problem): number[][] =>
  problem.days.map((_, day) => seven(day)).filter((days) => days[0]! >= -problem.historyDays.length);

/** The calendar weeks, Monday to Sunday, among them. */
export const judgedWeeks = (problem: Problem): number[][] =>
  followingSeven(problem).filter((days) => problem.days[days[6]!]!.weekday === 7);
