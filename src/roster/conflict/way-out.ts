/** A change under which a roster was found. */
import type { Text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import type { RuleId } from '../../handbook/schema/rules.js';
import type { StaffId } from '../../people/person.js';
import type { Gap } from '../gaps.js';
import type { Score } from '../roster.js';

export type WayChange =
  | { readonly kind: 'move-leave'; readonly moves: readonly MovedLeave[] }
  | { readonly kind: 'refuse-leave'; readonly leave: readonly SpellOf[] }
  | { readonly kind: 'extra-agents'; readonly agents: number; readonly shifts: readonly string[] | null }
  | { readonly kind: 'release-pins'; readonly pins: readonly { readonly staff: StaffId; readonly day: Day }[] }
  | { readonly kind: 'more-shifts'; readonly staff: StaffId; readonly shifts: readonly string[] }
  | { readonly kind: 'exceptions'; readonly rules: readonly RuleId[]; readonly exceptions: readonly Exception[] }
  | { readonly kind: 'open-shifts'; readonly gaps: readonly Gap[] };

export interface SpellOf {
  readonly staff: StaffId;
  readonly from: Day;
  readonly to: Day;
}

export interface MovedLeave extends SpellOf {
  /** Days; negative: earlier. */
  readonly by: number;
}

/** One broken rule that would have to be allowed. */
export interface Exception {
  readonly rule: RuleId;
  readonly staff: readonly StaffId[];
  readonly days: readonly Day[];
  readonly offBy: number;
}

export interface WayOut {
  readonly change: WayChange;
  readonly message: Text;
  /** How much is changed: days moved or given up, exceptions, open places, days that added people work. */
  readonly size: number;
  /** Of the roster found under the change; `hard` counts the exceptions. */
  readonly score: Score;
}
