/** What the punches say about the rostered shifts: the month's facts, each naming its punches and its shift. */
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';
import type { Day } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';

export interface Punch {
  /** Who: the employee number, or null where the file has only a name nobody can place. */
  readonly staff: StaffId;
  /** The calendar day of the punch. */
  readonly day: Day;
  /** Minute of that day. */
  readonly minute: number;
  readonly source: SourceRef;
}

/** One rostered shift and what became of it. A minute is charged once: an absent shift has no late minutes. */
export interface ShiftFact {
  readonly staff: StaffId;
  readonly day: Day;
  readonly shift: string;
  readonly plannedMinutes: number;
  readonly workedMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  /** Arriving or leaving punches that are not there, while the other one is. */
  readonly missingPunches: number;
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

export interface AttendanceFacts {
  /** False: there are no punches for the month, so the roster itself counts as worked and says so. */
  readonly punched: boolean;
  readonly shifts: readonly ShiftFact[];
  readonly leave: readonly LeaveFact[];
  readonly handOvers: readonly HandOverFact[];
}
