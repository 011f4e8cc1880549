/** The measures of the model: which number stands for which shift, how long the arrays are. */
import type { Problem, Shift } from '../../problem.js';
import type { Cell } from '../../roster.js';
import { UNKNOWN } from '../model.js';

export interface Sheet {
  readonly problem: Problem;
  /** Days of the month. */
  readonly days: number;
  /** Days of the history in front of it. */
  readonly before: number;
  /** 0 = no shift, then the problem's shifts in order. */
  readonly values: number;
  /** The shift of each value from 1 on, at `value - 1`. */
  readonly shifts: readonly Shift[];
}

export const sheetOf = (problem: Problem): Sheet => ({
  problem,
  days: problem.days.length,
  before: problem.historyDays.length,
  values: problem.shifts.length + 1,
  shifts: problem.shifts,
});

/** The value of a shift code; UNKNOWN where there is no such shift. */
export function valueFor(sheet: Sheet, code: string): number {
  const index = sheet.shifts.findIndex((shift) => shift.code === code);
  return index < 0 ? UNKNOWN : index + 1;
}

/** The value of a cell of the past: unknown, and not employed, are UNKNOWN. */
export function pastValue(sheet: Sheet, cell: Cell | null): number {
  if (cell === null || cell.kind === 'absent') return UNKNOWN;
  return cell.kind === 'shift' ? valueFor(sheet, cell.shifts[0]!) : 0;
}
