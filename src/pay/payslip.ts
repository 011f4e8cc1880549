/** What a month's pay comes to: slips, totals, and everything somebody must look at. */
import type { Fen } from '../base/fen.js';
import type { Issue } from '../base/issue.js';
import type { Text } from '../base/text.js';
import type { Month } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';
import type { Reconciliation } from '../sales/order.js';
import type { Derivation, Notice } from './derivation.js';
import type { EarlierSlip } from './input.js';
import type { PayException } from './line.js';

export interface Payslip {
  readonly id: StaffId;
  readonly name: string;
  /** In the order of lines/index.ts; a line that has nothing to say is not there. */
  readonly lines: readonly Derivation[];
  /** Sum of the lines above zero. */
  readonly gross: Fen;
  /** Sum of the lines below zero: negative. */
  readonly deductions: Fen;
  /** gross + deductions */
  readonly net: Fen;
  /** What a later month needs to know: sales, carried losses, streaks. */
  readonly handsOn: Omit<EarlierSlip, 'staff' | 'gross' | 'deductions' | 'net'>;
}

interface Totals {
  readonly gross: Fen;
  readonly deductions: Fen;
  readonly net: Fen;
}

/** The activity fund: the month's fines, one entry for each slip's line. Entries sum to `total`. */
export interface Fund {
  readonly name: Text;
  readonly clause: string | null;
  readonly entries: readonly { readonly staff: StaffId; readonly line: string; readonly amount: Fen }[];
  readonly total: Fen;
}

export interface PayResult {
  readonly month: Month;
  /** By employee number. */
  readonly payslips: readonly Payslip[];
  readonly totals: Totals;
  /** Null: no orders were read. */
  readonly reconciliation: Reconciliation | null;
  readonly exceptions: readonly PayException[];
  readonly notices: readonly Notice[];
  /** Null: the handbook keeps none. */
  readonly fund: Fund | null;
  readonly issues: readonly Issue[];
}
