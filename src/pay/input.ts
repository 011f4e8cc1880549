/** What `computePay` is given: the facts of one month, read and checked by the other rooms. */

import type { AttendanceFacts } from '../attendance/facts.js';
import type { Fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { KpiValue, Person, StaffEvent, StaffId } from '../people/person.js';
import type { TaxTerms } from '../people/tax.js';
import type { DutyEntry } from '../roster/duty/read-duty.js';
import type { Roster } from '../roster/roster.js';
import type { Platform, SalesResult } from '../sales/order.js';
import type { Arrears } from './life/arrears.js';
import type { Settled } from './life/run.js';
import type { PayException } from './line.js';

/** Sums of the calendar year, of which income tax is withheld. */
export interface TaxSoFar {
  readonly months: number;
  readonly income: Fen;
  /** Insurance, housing fund and special additional deductions. */
  readonly deducted: Fen;
  readonly withheld: Fen;
}

/** What a later month needs to know of somebody's earlier one; read back from that month's pay.json. */
export interface EarlierSlip {
  readonly staff: StaffId;
  readonly gross: Fen;
  readonly deductions: Fen;
  readonly net: Fen;
  /** Net sales by shop and platform: tables cumulated over the year go on from them. */
  readonly sales: readonly { readonly shop: string; readonly platform: Platform; readonly amount: Fen }[];
  /** Losses that the cap left for the following month. */
  readonly carried: Fen;
  /** Months in a row as top seller, this one included; 0: not the top seller. */
  readonly topSeller: number;
  /** The month's grade; null: not appraised. */
  readonly grade: string | null;
  /** Days of work on which the person was not there, of how many. */
  readonly away: { readonly days: number; readonly of: number };
  /** Null: no income tax was computed. */
  readonly tax: TaxSoFar | null;
  /** Days of annual leave taken. */
  readonly annualLeave: number;
  /** Experience points at the month's end; null: the handbook knows none. */
  readonly points: number | null;
  /** Days worked in a row up to the month's last day; 0: that was a day off, or nothing is known. */
  readonly daysInRow: number;
  /** Differences of closed months that this one settled. */
  readonly arrears: readonly Settled[];
}

export interface EarlierMonth {
  readonly month: Month;
  readonly slips: readonly EarlierSlip[];
  /** The pay.json it was read from. */
  readonly source: SourceRef;
}

export interface PayInput {
  readonly month: Month;
  readonly handbook: HandbookInForce;
  readonly staff: readonly Person[];
  /** Null: no roster of the month; days are then counted by the calendar, and the program says so. */
  readonly roster: Roster | null;
  readonly attendance: AttendanceFacts | null;
  readonly sales: SalesResult | null;
  /** The month's events and the earlier ones that ladders count; later ones are not looked at. */
  readonly events: readonly StaffEvent[];
  readonly kpis: readonly KpiValue[];
  /** The month's duty list, where the handbook pays for duty; missing: duties are events alone. */
  readonly duties?: readonly DutyEntry[];
  /** Special deductions and opening balances; missing: none. */
  readonly tax?: readonly TaxTerms[];
  /** Any earlier months, in any order. */
  readonly earlier: readonly EarlierMonth[];
  /** What facts that came after the close change in closed months. */
  readonly arrears: readonly Arrears[];
  /** What other rooms found that wants the clerk's eye. */
  readonly exceptions: readonly PayException[];
}
