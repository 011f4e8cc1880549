/** The month's punches, and what they say about the roster. */
import { join } from 'node:path';
import { computeAttendance } from '../attendance/compute-attendance.js';
import type { AttendanceFacts, Punch, PunchFile } from '../attendance/facts.js';
import { readPunches } from '../attendance/read-punches.js';
import { type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import { addDays, addMonths, firstDay, lastDay } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Leave, Person, StaffEvent } from '../people/person.js';
import { ID_COLUMNS, type PlatformIds, readPlatformIds } from '../people/platform-ids.js';
import type { Roster } from '../roster/roster.js';
import { tablesOf } from './data-tables.js';
import { dataFiles } from './find.js';
import type { Flags } from './flags.js';
import { type Place, shownPath } from './place.js';
import { ROSTER_FILE } from './rosters.js';
import { findTable } from './tables.js';

/**
 * Punches of the month, and of the day on either side: who leaves after midnight on the last day punches in the next
 * month's file.
 */
export async function punchFacts(place: Place, flags: Flags, people: readonly Person[]): Promise<Outcome<PunchFile>> {
  const own = await dataFiles(flags.punches, join(place.monthDir, 'punches'), place);
  const tables = await tablesOf(own, place);
  if (tables.value === null) return { value: null, issues: tables.issues };
  if (tables.value.length === 0) return outcome({ punches: [], leave: [], leftAside: 0 }, tables.issues);
  const ids = await accounts(place);
  const { value, issues } = readPunches(tables.value, people, ids.value);
  const all = [...tables.issues, ...ids.issues, ...issues];
  if (value === null) return { value: null, issues: all };
  const beside: Punch[] = [];
  for (const months of flags.punches.length > 0 ? [] : [-1, 1]) {
    const folder = join(place.dir, addMonths(place.month, months), 'punches');
    const other = await tablesOf(await dataFiles([], folder, place), place);
    if (other.value === null || other.value.length === 0) continue;
    beside.push(...(readPunches(other.value, people, ids.value).value?.punches ?? []));
  }
  const [from, to] = [addDays(firstDay(place.month), -1), addDays(lastDay(place.month), 1)];
  const known = new Set(value.punches.map((punch) => `${punch.staff} ${punch.day} ${punch.minute}`));
  const added = beside.filter(
    ({ staff, day, minute }) => day >= from && day <= to && !known.has(`${staff} ${day} ${minute}`),
  );
  return { value: { ...value, punches: [...value.punches, ...added] }, issues: all };
}

/** What the platforms call our people, where ids.csv says so. */
async function accounts(place: Place): Promise<Outcome<PlatformIds | null>> {
  const found = await findTable(null, place.dir, 'ids', ID_COLUMNS, place);
  if (!found.there || found.value === null) return { value: null, issues: found.issues };
  return readPlatformIds(found.value);
}

interface Worked {
  readonly rules: HandbookInForce;
  readonly people: readonly Person[];
  readonly roster: Roster | null;
  readonly before: Roster | null;
  /** Null: the file could not be read; what would follow from an empty one is not told. */
  readonly leave: readonly Leave[] | null;
  readonly events: readonly StaffEvent[] | null;
  readonly punches: PunchFile | null;
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
    punches: punches.punches,
    leftAside: punches.leftAside,
    leaveInFiles: punches.leave,
  });
}
