/** What the punches say about the rostered shifts: the month's facts, each naming its punches and its shift. */
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';
import type { Day } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';

export interface Punch {
  readonly staff: StaffId;
  /** The calendar day of the punch. */
  readonly day: Day;
  /** Minute of that day. */
  readonly minute: number;
  /** Not punched but approved afterwards (补卡审批通过): counts as a punch at the planned time. */
  readonly approved?: true;
  readonly source: SourceRef;
}

/** Leave that an attendance file shows for somebody's day. */
export interface LeaveInFile {
  readonly staff: StaffId;
  readonly day: Day;
  readonly words: string;
  readonly source: SourceRef;
}

/** What the attendance files say. */
export interface PunchFile {
  readonly punches: readonly Punch[];
  readonly leave: readonly LeaveInFile[];
  /** Punches of people who are not on the staff list. */
  readonly leftAside: number;
}

export type PunchEnd = 'arriving' | 'leaving';

/** One rostered shift and what became of it. A minute is charged once: an absent shift has no late minutes. */
export interface ShiftFact {
  readonly staff: StaffId;
  readonly day: Day;
  readonly shift: string;
  readonly plannedMinutes: number;
  readonly workedMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  /**
   * Arriving or leaving punches that are not there, while others of the shift are. The time itself counts as worked from
   * the planned start or to the planned end; only a part of a split shift without any punch (2 missing) is not worked.
   */
  readonly missingPunches: number;
  /** Which they are, in order of time. */
  readonly missing?: readonly PunchEnd[];
  /** No punch at all and no leave: absence without leave, unless an event clears it. */
  readonly absent: boolean;
  /** Minutes after the nominal end with buyers still asking (three-shift/3). */
  readonly extendedMinutes: number;
  readonly sources: readonly SourceRef[];
}

export interface LeaveFact {
  readonly staff: StaffId;
  readonly day: Day;
  readonly kind: string;
  readonly source: SourceRef;
}

/** A hand-over that the punches confirm or not (work-six/2). `gap` in minutes: nobody was there. */
export interface HandOverFact {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly confirmed: boolean;
  readonly gap: number;
  readonly says: Text;
  readonly sources: readonly SourceRef[];
}

/** A rostered shift that nobody came to (split-shift/5). */
export interface UncoveredFact {
  readonly day: Day;
  readonly shift: string;
  /** Whose shift it was. */
  readonly staff: StaffId;
  readonly cause: 'leave' | 'no-show';
  /** The supervisor (by the name that approved the leave, where there is one), or the agent. */
  readonly answerable:
    | { readonly kind: 'supervisor'; readonly name: string | null }
    | { readonly kind: 'agent'; readonly staff: StaffId };
  /** An event says so too; else the punches suggest it. */
  readonly confirmed: boolean;
  readonly clause: string | null;
  readonly says: Text;
  readonly sources: readonly SourceRef[];
}

export interface AttendanceFacts {
  /** False: there are no punches for the month, so the roster itself counts as worked and says so. */
  readonly punched: boolean;
  readonly shifts: readonly ShiftFact[];
  readonly leave: readonly LeaveFact[];
  readonly handOvers: readonly HandOverFact[];
  readonly uncovered: readonly UncoveredFact[];
  /** Punches in the month that belong to no rostered shift; each person and day of them has an issue. */
  readonly strays: readonly Punch[];
}
