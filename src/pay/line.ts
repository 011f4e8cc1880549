/**
 * The shape of a pay line. A line is one file in lines/, one row in lines/index.ts and one case file in test/pay/lines/.
 * `open` sees the department once (settings, shares of a pool), `forPerson` then gives each person's amount.
 */
import type { Fen } from '../base/fen.js';
import type { Issue } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';
import type { StaffId } from '../people/person.js';
import type { Derivation, Notice } from './derivation.js';
import type { TaxSoFar } from './input.js';
import type { Settled } from './life/run.js';
import type { PayMonth, PersonMonth } from './month.js';

/**
 * earning: part of the wage; attendance: wage not earned, or earned for attendance; deduction: taken from the wage.
 * The loss cap is a share of earnings and attendance, before deductions.
 */
type LineKind = 'earning' | 'attendance' | 'deduction';

/** Something the clerk must look at; `pay close` waits for it or has it waived by its id. */
export interface PayException {
  /** Stable from run to run: the kind and the row or setting it stands for, `unplaced:orders.csv#14`. */
  readonly id: string;
  readonly staff: StaffId | null;
  /** The money it is about; null where it is about none. */
  readonly amount: Fen | null;
  readonly message: Text;
  readonly sources: readonly SourceRef[];
}

/** What earlier lines of the slip gave. Lines that read it stand behind those they read. */
export interface SoFar {
  readonly amountOf: (line: string) => Fen;
  /** Sum of the earning and attendance lines: the wage before deductions. */
  readonly wage: Fen;
  /** Sum of all lines so far. */
  readonly net: Fen;
}

export interface LineResult {
  /** Null: the line does not stand on this slip. */
  readonly derivation: Derivation | null;
  readonly notices?: readonly Notice[];
  readonly exceptions?: readonly PayException[];
  /** What the cap leaves for the following month. */
  readonly carried?: Fen;
  /** Differences of closed months that this slip settles. */
  readonly settled?: readonly Settled[];
  /** The year's sums with this month in them. */
  readonly tax?: TaxSoFar;
  /** Months in a row as top seller. */
  readonly topSeller?: number;
}

export const NOTHING: LineResult = { derivation: null };

export interface OpenLine {
  readonly forPerson: (person: PersonMonth, soFar: SoFar) => LineResult;
  /** Said once, however many people it touches: settings that are not set, money that nobody can have. */
  readonly exceptions?: readonly PayException[];
  readonly issues?: readonly Issue[];
}

export interface PayLine {
  readonly id: string;
  readonly label: Text;
  readonly kind: LineKind;
  /** The handbook path whose clause the line cites. */
  readonly path: string;
  /** Null: the handbook has no such chapter and the month no such facts. */
  readonly open: (month: PayMonth) => OpenLine | null;
}
