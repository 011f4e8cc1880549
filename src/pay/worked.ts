/** What the punches say of one person's shifts, in the order of the days. */
import type { ShiftFact } from '../attendance/facts.js';
import { addMonths } from '../calendar/day.js';
import type { PayMonth, PersonMonth } from './month.js';
import { byText } from './sold.js';

const inOrder = (a: ShiftFact, b: ShiftFact): number => byText(a.day, b.day) || byText(a.shift, b.shift);

/** Shifts the person came to. Only these can be late or left early: an absent shift is charged as absence alone. */
export const workedShifts = (person: PersonMonth): ShiftFact[] =>
  person.shifts.filter((shift) => !shift.absent).sort(inOrder);

export const absentShifts = (person: PersonMonth): ShiftFact[] =>
  person.shifts.filter((shift) => shift.absent).sort(inOrder);

/** Days worked in a row up to the last day of the month before, as its pay.json hands them on; 0: none, or not known. */
export function runBefore({ month, earlierOf }: PayMonth, person: PersonMonth): number {
  const [latest] = earlierOf(person.id);
  return latest?.month.month === addMonths(month, -1) ? latest.slip.daysInRow : 0;
}

/** The same up to the last day of this month. */
export function runAtEnd(month: PayMonth, person: PersonMonth): number {
  const worked = new Set(workedShifts(person).map(({ day }) => day));
  const rest = month.days.findLastIndex((day) => !worked.has(day));
  return rest < 0 ? month.days.length + runBefore(month, person) : month.days.length - 1 - rest;
}
