/** What a rule finds. */
import type { Text } from '../base/text.js';
import type { Day } from '../calendar/day.js';
import type { RuleId } from '../handbook/schema/rules.js';
import type { StaffId } from '../people/person.js';
import type { Problem } from './problem.js';
import type { Accepted } from './roster.js';
import type { RosterView } from './view.js';

export interface Violation {
  readonly rule: RuleId;
  /** The clause quoted: `three-shift/4`; null where the user's own file set the rule without one. */
  readonly clause: string | null;
  readonly level: 'hard' | 'soft';
  /** Who it concerns; empty where it concerns the day. */
  readonly staff: readonly StaffId[];
  /** Empty where it concerns the whole month. */
  readonly days: readonly Day[];
  /** Needed and found, in `unit`. */
  readonly needed: number;
  readonly found: number;
  /** How far off: a whole number of `unit`, at least 1. */
  readonly offBy: number;
  readonly unit: Unit;
  /** Cost of one unit; 0 for hard ones. */
  readonly weight: number;
  /** Who, the rule, the number needed, the number found. */
  readonly message: Text;
  /** The supervisor allowed it: it stays listed and costs nothing. */
  readonly accepted?: Accepted;
}

export type Unit = 'agents' | 'minutes' | 'hours' | 'days' | 'shifts' | 'times' | 'points';

/**
 * One handbook sentence. Pure: the same roster gives the same violations. A rule that is `off` is not asked.
 * docs/rules.md states what each measures.
 */
export interface Rule {
  readonly id: RuleId;
  /** The sentence, for reports. */
  readonly sentence: Text;
  readonly find: (roster: RosterView, problem: Problem) => Violation[];
}
