/** Roster, leave and punches -> the month's facts per person, and everything that contradicts itself. */
import { assert } from '../base/assert.js';
import { type Issue, type Outcome, outcome } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { type Day, dayNumber, daysOf, firstDay, lastDay, type Month, monthOf } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { employedOn, type Leave, type Person, type StaffEvent, type StaffId } from '../people/person.js';
import { shiftsOf } from '../roster/build/shifts.js';
import type { Shift } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';
import { leaveInFilesOnly, strayIssues } from './contradictions.js';
import { coverageOf, emptyHanded, wholeMonthAbsent } from './coverage.js';
import type { AttendanceFacts, LeaveFact, LeaveInFile, Punch, ShiftFact } from './facts.js';
import { handOverFacts, handOverIssues } from './hand-overs.js';
import { leaveFacts } from './leave-facts.js';
import { type Matched, matchPunches } from './match.js';
import { moment } from './moment.js';
import { shiftFacts } from './shift-facts.js';
import { type Rostered, stretchesOf } from './stretches.js';
import { type LeftOnLeave, uncoveredFacts, uncoveredIssues } from './uncovered.js';

export interface AttendanceInput {
  readonly month: Month;
  readonly handbook: HandbookInForce;
  readonly people: readonly Person[];
  readonly roster: Roster;
  /** The file the roster was read from: what absences and unpunched shifts cite. */
  readonly rosterSource: SourceRef;
  /** The roster of the month before: its last night may reach into the 1st. Null: unknown. */
  readonly before: Roster | null;
  readonly leave: readonly Leave[];
  readonly events: readonly StaffEvent[];
  /** Of this month and, where there are any, the days beside it (`readPunches`). None: the roster counts as worked. */
  readonly punches: readonly Punch[];
  /** Punches in the files that are nobody's on the staff list; not given: none. */
  readonly leftAside?: number;
  /** Leave that the attendance files show. */
  readonly leaveInFiles: readonly LeaveInFile[];
}

/**
 * Warnings only. Readers have refused a roster of another month and shift codes that the handbook does not have: here
 * they are our bug.
 */
export function computeAttendance(input: AttendanceInput): Outcome<AttendanceFacts> {
  const { month, handbook, roster, rosterSource } = input;
  assert(roster.month === month, `the roster is of ${month}, found ${roster.month}`);
  const issues: Issue[] = [];
  const people = new Map(input.people.map((person) => [person.id, person]));
  const taken = leaveFacts(month, input.leave, people, roster, rosterSource, handbook);
  const leave = new Map(taken.facts.map((fact) => [`${fact.staff} ${fact.day}`, fact]));
  const { until, endsAt, open, issues: uncoveredDays } = coverageOf(input);
  issues.push(...taken.issues, ...uncoveredDays);

  const terms = {
    handbook,
    roster: rosterSource,
    punchedUntil: until,
    endsAt,
    open,
    events: input.events.filter(({ kind }) => kind === 'absence' || kind === 'absence-cleared'),
  };
  const punches = byStaff(input.punches);
  const shifts: ShiftFact[] = [];
  const matched: Matched[] = [];
  const strays: Punch[] = [];
  const rosteredOf = new Map<StaffId, readonly Rostered[]>();
  const eve = new Map(input.before?.rows.map((row) => [row.staff, row.cells.at(-1)]));
  const codes = new Map(shiftsOf(handbook).map((shift) => [shift.code, shift]));
  const when = { days: daysOf(month), before: input.before === null ? null : lastDay(input.before.month) };
  for (const row of roster.rows) {
    const rostered = rosteredShifts(row, eve.get(row.staff), codes, leave, people.get(row.staff), when);
    rosteredOf.set(row.staff, rostered);
    const matching = matchPunches(stretchesOf(rostered), punches.get(row.staff) ?? []);
    matched.push(...matching.matched);
    strays.push(...matching.strays);
    shifts.push(...shiftFacts(row.staff, rostered, matching.matched, terms));
  }
  const named = new Set(roster.rows.map((row) => row.staff));
  for (const [staff, own] of punches) if (!named.has(staff)) strays.push(...own);

  const ofMonth = strays.filter((punch) => monthOf(punch.day) === month && !mayBeLastNights(punch, input, codes));
  issues.push(
    ...strayIssues(ofMonth, {
      called: (staff) => called(staff, people),
      shiftsOn: (staff, day) =>
        (rosteredOf.get(staff) ?? []).flatMap((one) => (one.day === day ? [one.shift.code] : [])),
      leaveOn: (staff, day) => leave.get(`${staff} ${day}`) ?? null,
    }),
    ...leaveInFilesOnly(shifts, input.leaveInFiles, (staff) => called(staff, people)),
    ...emptyHanded(shifts, punches, (staff) => called(staff, people), rosterSource),
  );
  // Where the punches do not reach, nobody's absence from a hand-over is known; the last day of files that end early is one half.
  const reached = (day: Day): boolean => !open.has(day) && (endsAt === null || dayNumber(day) !== until);
  const handOvers = handOverFacts(when.days, matched.filter(isOfMonth), handbook).filter(
    ({ day, confirmed, gap }) => confirmed || gap > 0 || reached(day),
  );
  issues.push(...handOverIssues(handOvers, rosterSource));
  const uncovered = uncoveredFacts({
    handbook,
    shifts,
    left: leftOnLeave(input, leave, codes, open),
    codes,
    leave: input.leave,
    events: input.events,
    strays: ofMonth,
    called: (staff) => called(staff, people),
  });
  // Somebody without one punch all month is told of once.
  const missing = new Set(wholeMonthAbsent(shifts, punches).keys());
  const single = uncovered.filter(({ cause, staff }) => cause === 'leave' || !missing.has(staff));
  issues.push(...uncoveredIssues(single, rosterSource));
  return outcome(
    {
      punched: until !== null,
      shifts,
      leave: taken.facts,
      handOvers,
      uncovered,
      strays: ofMonth,
    },
    issues,
  );
}

const isOfMonth = ({ stretch }: Matched): boolean => stretch.pieces.some((piece) => piece.rostered.counts);

const called = (staff: StaffId, people: ReadonlyMap<StaffId, Person>): string => {
  const name = people.get(staff)?.name;
  return name === undefined ? shown(staff) : `${shown(staff)} ${shown(name)}`;
};

function byStaff(punches: readonly Punch[]): Map<StaffId, Punch[]> {
  const own = new Map<StaffId, Punch[]>();
  for (const punch of punches) {
    const list = own.get(punch.staff);
    if (list === undefined) own.set(punch.staff, [punch]);
    else list.push(punch);
  }
  for (const list of own.values()) list.sort((a, b) => moment(a) - moment(b));
  return own;
}

/** A person's shifts of the month, without days of leave, and the shift of the evening before it. */
function rosteredShifts(
  row: Roster['rows'][number],
  eve: Roster['rows'][number]['cells'][number] | undefined,
  codes: ReadonlyMap<string, Shift>,
  leave: ReadonlyMap<string, LeaveFact>,
  person: Person | undefined,
  { days, before }: { readonly days: readonly Day[]; readonly before: Day | null },
): Rostered[] {
  const last: Rostered[] =
    before === null || eve?.kind !== 'shift'
      ? []
      : eve.shifts.flatMap((code) => {
          const shift = codes.get(code);
          return shift === undefined ? [] : [{ day: before, shift, counts: false }];
        });
  const month = row.cells.flatMap((cell, at): Rostered[] => {
    const day = days[at]!;
    if (cell.kind !== 'shift' || leave.has(`${row.staff} ${day}`)) return [];
    if (person !== undefined && !employedOn(person, day)) return [];
    return cell.shifts.map((code) => {
      const shift = codes.get(code);
      assert(shift !== undefined, `the handbook has the rostered shift ${code}`);
      return { day, shift, counts: true };
    });
  });
  return [...last, ...month];
}

/** Shifts that the roster shows on days of leave, as far as there are punches. */
function leftOnLeave(
  { month, roster }: AttendanceInput,
  leave: ReadonlyMap<string, LeaveFact>,
  codes: ReadonlyMap<string, Shift>,
  open: ReadonlySet<Day>,
): LeftOnLeave[] {
  return daysOf(month).flatMap((day, at) =>
    roster.rows.flatMap(({ staff, cells }): LeftOnLeave[] => {
      const [cell, fact] = [cells[at], leave.get(`${staff} ${day}`)];
      if (cell?.kind !== 'shift' || fact === undefined || open.has(day)) return [];
      return cell.shifts.flatMap((code) => codes.get(code) ?? []).map((shift) => ({ leave: fact, shift }));
    }),
  );
}

/** Without the roster of the month before, early punches of the 1st may be the leaving ones of its last night. */
function mayBeLastNights(punch: Punch, input: AttendanceInput, codes: ReadonlyMap<string, Shift>): boolean {
  if (input.before !== null || punch.day !== firstDay(input.month) || punch.minute >= EARLY_MORNING) return false;
  return [...codes.values()].some((shift) => shift.late);
}

/** 06:00, in minutes. */
const EARLY_MORNING = 360;
