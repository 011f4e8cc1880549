/** The month's punches, and what they say about the roster. */
import { join } from 'node:path';
import { computeAttendance } from '../attendance/compute-attendance.js';
import type { AttendanceFacts, Punch } from '../attendance/facts.js';
import { readPunches } from '../attendance/read-punches.js';
import { type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { addDays, addMonths, firstDay, lastDay } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Leave, Person, StaffEvent } from '../people/person.js';
import type { Roster } from '../roster/roster.js';
import { tablesOf } from './data-tables.js';
import { dataFiles } from './find.js';
import type { Flags } from './flags.js';
import { type Place, shownPath } from './place.js';
import { ROSTER_FILE } from './rosters.js';

/**
 * Punches of the month, and of the day on either side: who leaves after midnight on the last day punches in the next
 * month's file.
 */
export async function punchFacts(
  place: Place,
  flags: Flags,
  people: readonly Person[],
): Promise<Outcome<readonly Punch[]>> {
  const own = await dataFiles(flags.punches, join(place.monthDir, 'punches'), place);
  const tables = await tablesOf(own, place);
  if (tables.value === null) return { value: null, issues: tables.issues };
  if (tables.value.length === 0) return outcome([], tables.issues);
  const punches = readPunches(tables.value, people);
  const beside: Punch[] = [];
  for (const months of flags.punches.length > 0 ? [] : [-1, 1]) {
    const folder = join(place.dir, addMonths(place.month, months), 'punches');
    const other = await tablesOf(await dataFiles([], folder, place), place);
    if (other.value !== null && other.value.length > 0) beside.push(...(readPunches(other.value, people).value ?? []));
  }
  const [from, to] = [addDays(firstDay(place.month), -1), addDays(lastDay(place.month), 1)];
  const near = beside.filter(({ day }) => day >= from && day <= to);
  const known = new Set((punches.value ?? []).map((punch) => `${punch.staff} ${punch.day} ${punch.minute}`));
  const added = near.filter((punch) => !known.has(`${punch.staff} ${punch.day} ${punch.minute}`));
  return {
    value: punches.value === null ? null : [...punches.value, ...added],
    issues: [...tables.issues, ...punches.issues],
  };
}

interface Worked {
  readonly rules: HandbookInForce;
  readonly people: readonly Person[];
  readonly roster: Roster | null;
  readonly before: Roster | null;
  /** Null: the file could not be read; what would follow from an empty one is not told. */
  readonly leave: readonly Leave[] | null;
  readonly events: readonly StaffEvent[] | null;
  readonly punches: readonly Punch[] | null;
}

export function attendanceOf(place: Place, flags: Flags, facts: Worked): Outcome<AttendanceFacts> {
  const { roster, leave, events, punches } = facts;
  if (roster === null || leave === null || events === null || punches === null) return { value: null, issues: [] };
  const rosterSource: SourceRef = { file: flags.roster ?? shownPath(join(place.monthDir, ROSTER_FILE), place) };
  return computeAttendance({
    month: place.month,
    handbook: facts.rules,
    people: facts.people,
    roster,
    rosterSource,
    before: facts.before,
    leave,
    events,
    punches,
  });
}
