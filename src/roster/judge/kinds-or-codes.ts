/** Lists in a handbook that name shifts by kind (`late`) or by code (`晚`). */
import type { Shift } from '../problem.js';

export const isAmong = (shift: Shift, kindsOrCodes: readonly string[]): boolean =>
  kindsOrCodes.includes(shift.code) || kindsOrCodes.includes(shift.kind);
