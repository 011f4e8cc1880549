/** What the punches say of one person's shifts, in the order of the days. */
import type { ShiftFact } from '../attendance/facts.js';
import type { PersonMonth } from './month.js';
import { byText } from './sold.js';

const inOrder = (a: ShiftFact, b: ShiftFact): number => byText(a.day, b.day) || byText(a.shift, b.shift);

/** Shifts the person came to. Only these can be late or left early: an absent shift is charged as absence alone. */
export const workedShifts = (person: PersonMonth): ShiftFact[] =>
  person.shifts.filter((shift) => !shift.absent).sort(inOrder);

export const absentShifts = (person: PersonMonth): ShiftFact[] =>
  person.shifts.filter((shift) => shift.absent).sort(inOrder);
