/**
 * Everything a roster depends on, as facts: what `generate` plans from and `check` judges by. Built once
 * (build-problem.ts), read-only from then on. Figures that would differ between judge and solver if each worked them
 * out (targets, fair bands, needed rest days) are worked out here.
 */

import type { Text } from '../base/text.js';
import type { Span } from '../calendar/clock.js';
import type { Day, Month } from '../calendar/day.js';
import type { DayKind } from '../calendar/holidays.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { ShiftKind } from '../handbook/schema/shifts.js';
import type { Person, Request, StaffId } from '../people/person.js';
import type { Cell, Pin } from './roster.js';

/** A day of the horizon: the month, and in front of it the history. */
export interface PlanDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly weekday: number;
  /** Name of the holiday or of the promotion; null on ordinary days. */
  readonly name: Text | null;
}

export interface Shift {
  readonly code: string;
  readonly name: Text;
  readonly kind: ShiftKind;
  /** kind late or split */
  readonly late: boolean;
  readonly parts: readonly Span[];
  /** From the first part's start to the last part's end. */
  readonly span: Span;
  /** Paid minutes: parts less the break. */
  readonly minutes: number;
}

/** A band of counts, both ends included. */
export interface Band {
  readonly lo: number;
  readonly hi: number;
}

/** Heads a shift has on one day. `max` null: any number. */
export interface CoverNeed {
  readonly day: number;
  readonly shift: string;
  readonly min: number;
  readonly max: number | null;
  readonly target: Band;
}

/** People wanted in one half hour of the service day. `from` in minutes of `day`. */
export interface IntervalNeed {
  readonly day: number;
  readonly from: number;
  readonly agents: number;
}

export interface PlanAgent {
  readonly person: Person;
  readonly id: StaffId;
  /** By day of the month: employed. */
  readonly active: readonly boolean[];
  /** By day of the month: the kind of approved leave, or null. */
  readonly leave: readonly (string | null)[];
  /** By day of the month: codes the person may work; none on days outside employment. */
  readonly allowed: readonly (readonly string[])[];
  /** By day of the month: shifts that touch the protected hours are forbidden. */
  readonly protectedOn: readonly boolean[];
  /** By history day, oldest first, the last is the eve of the month; null: unknown. */
  readonly history: readonly (Cell | null)[];
  /** Needed rest days in the month (rule rest-days). */
  readonly restDays: number;
  /** Active days less leave and needed rest. */
  readonly expectedDays: number;
  /** Minutes the reference asks for; null: not compared. */
  readonly referenceMinutes: number | null;
  readonly fairMinutes: number;
  readonly fairLate: Band | null;
  readonly fairWeekends: Band;
  readonly fairHolidays: Band;
  /** By day of the month: the mentor's number while a novice, else null. */
  readonly mentor: readonly (StaffId | null)[];
  /** By day of the month. */
  readonly skills: readonly (readonly string[])[];
}

/** A cell to keep to: last published roster or pattern (rule stability). */
export interface Wanted {
  readonly staff: StaffId;
  readonly day: Day;
  readonly cell: Cell;
  /** What a change costs: so many times the rule's weight; 1 where not given. Whole, at least 1. */
  readonly price?: number;
}

export interface Problem {
  readonly month: Month;
  readonly handbook: HandbookInForce;
  /** In the handbook's order. */
  readonly shifts: readonly Shift[];
  readonly days: readonly PlanDay[];
  /** Oldest first; the last is the eve of the month. The same for every agent. */
  readonly historyDays: readonly PlanDay[];
  readonly agents: readonly PlanAgent[];
  readonly cover: readonly CoverNeed[];
  readonly intervals: readonly IntervalNeed[];
  readonly requests: readonly Request[];
  readonly pins: readonly (Pin & { readonly cell: Cell })[];
  readonly keepTo: readonly Wanted[];
  /** Replanning: change-overs before this day of the month have been and are not judged; 0 where not given. */
  readonly openFrom?: number;
}
