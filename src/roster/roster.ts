/**
 * The roster: who works which shift on which day. The only thing `pay` and the later commands know of rostering;
 * saved as roster.json, one row a person and one code a day, so that a person can read and version it.
 */
import type { Day, Month } from '../calendar/day.js';
import type { RuleId } from '../handbook/schema/rules.js';
import type { StaffId } from '../people/person.js';

/** What a person does on a day. A hand-edited file may give two shifts; rule `one-shift` says so. */
export type Cell =
  | { readonly kind: 'shift'; readonly shifts: readonly string[] }
  | { readonly kind: 'rest' }
  | { readonly kind: 'leave'; readonly leave: string }
  /** Not employed on that day. */
  | { readonly kind: 'absent' };

export const REST: Cell = { kind: 'rest' };
export const ABSENT: Cell = { kind: 'absent' };
export const onShift = (code: string): Cell => ({ kind: 'shift', shifts: [code] });

export interface RosterRow {
  readonly staff: StaffId;
  readonly name: string;
  /** One for each day of the roster's month, in order. */
  readonly cells: readonly Cell[];
}

/** A cell that no later search may change. */
export interface Pin {
  readonly staff: StaffId;
  readonly day: Day;
  readonly by: string;
}

/** A broken rule that the supervisor allowed, and why. */
export interface Accepted {
  readonly rule: RuleId;
  /** Null: it concerns the day, not a person. */
  readonly staff: StaffId | null;
  readonly day: Day;
  readonly because: string;
  readonly by: string;
}

/** Leave that came up after the roster was made (somebody fell ill); as good as a row of leave.csv. Both days included. */
export interface KeptLeave {
  readonly staff: StaffId;
  readonly from: Day;
  readonly to: Day;
  /** The key of `leave.kinds` in the handbook. */
  readonly kind: string;
  readonly by: string;
}

export interface CellChange {
  readonly staff: StaffId;
  readonly day: Day;
  readonly was: Cell;
  readonly is: Cell;
}

/** What one revision changed, and on whose word. */
export interface Revision {
  readonly revision: number;
  readonly what: 'generate' | 'publish' | 'swap' | 'cover' | 'replan';
  /** The day it was done; null: not noted. */
  readonly on: Day | null;
  readonly askedBy: string;
  readonly approvedBy: string;
  readonly because: string;
  readonly cells: readonly CellChange[];
}

/** What the search proved: no roster made from the same inputs scores less. */
export interface ProvedBound {
  readonly hard: number;
  readonly soft: number;
  /** Fingerprint of the inputs: with others the bound says nothing. */
  readonly inputs: string;
}

export interface Roster {
  readonly month: Month;
  /** 1 for the first that was published; rises with every change. */
  readonly revision: number;
  /** In the order of the staff list. */
  readonly rows: readonly RosterRow[];
  readonly pins: readonly Pin[];
  readonly accepted: readonly Accepted[];
  readonly leave?: readonly KeptLeave[];
  /** Oldest first. */
  readonly revisions?: readonly Revision[];
  readonly bound?: ProvedBound;
}

/** Two integers compared in this order: what is broken, then what is merely unwanted. Lower is better. */
export interface Score {
  readonly hard: number;
  readonly soft: number;
}
