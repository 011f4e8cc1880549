/** The facts of a month's pay, read out of the workspace: all that is wrong is told at once. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { computeAttendance } from '../attendance/compute-attendance.js';
import type { AttendanceFacts, Punch } from '../attendance/facts.js';
import { readPunches } from '../attendance/read-punches.js';
import { hasErrors, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Table } from '../base/table.js';
import { addDays, addMonths, firstDay, lastDay, type Month, parseMonth } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { parseJson } from '../io/json.js';
import { readTables } from '../io/read-table.js';
import { kindOf, readText } from '../io/workspace.js';
import { earlierMonth } from '../pay/earlier.js';
import type { EarlierMonth, PayInput } from '../pay/input.js';
import type { Leave, Person, StaffEvent } from '../people/person.js';
import type { Roster } from '../roster/roster.js';
import { computeSales } from '../sales/compute-sales.js';
import type { SalesResult } from '../sales/order.js';
import { concerning } from './concerns.js';
import { editedSheets } from './edited-sheets.js';
import { eventFacts, kpiFacts, leaveFacts, staffFacts } from './facts.js';
import { dataFiles } from './find.js';
import type { Flags } from './flags.js';
import { type Place, shownPath } from './place.js';
import { currentRoster, previousRoster, ROSTER_FILE } from './rosters.js';

export const PAY_FILE = 'pay.json';

export interface PayFacts {
  /** Null where an issue is an error. */
  readonly input: PayInput | null;
  readonly issues: readonly Issue[];
}

/** Without arrears: those need the facts of other months (wages.ts). */
export async function readPayFacts(place: Place, flags: Flags, handbook: Outcome<HandbookInForce>): Promise<PayFacts> {
  const staff = await staffFacts(place, flags, handbook.value);
  const [rules, people] = [handbook.value, staff.value];
  const leave = await leaveFacts(place, flags.leave, people, rules);
  const events = await eventFacts(place, flags.events, people);
  const kpis = await kpiFacts(place, flags, people, rules);
  const issues = [{ issues: concerning('pay', handbook.issues) }, staff, leave, events, kpis].flatMap(
    (part) => part.issues,
  );
  if (rules === null || people === null) return { input: null, issues };
  const roster = await currentRoster(place, flags.roster, rules, people);
  const before = await previousRoster(place, flags.previous, rules);
  const punches = await punchFacts(place, flags, people);
  const sales = await salesFacts(place, flags, rules, people);
  const past = await earlierMonths(place);
  const earlierEvents = await pastEvents(place);
  const attendance = attendanceOf(place, flags, {
    rules,
    people,
    roster: roster.value,
    before: before.value,
    leave: leave.value ?? [],
    events: events.value ?? [],
    punches: punches.value ?? [],
  });
  const all = [
    ...issues,
    ...[roster, before, punches, sales, attendance].flatMap((part) => part.issues),
    ...past.issues,
    ...(roster.value === null || flags.roster !== null ? [] : await editedSheets(place, roster.value, rules)),
    ...earlierEvents.issues,
  ];
  if (hasErrors(all)) return { input: null, issues: all };
  const input: PayInput = {
    month: place.month,
    handbook: rules,
    staff: people,
    roster: roster.value,
    attendance: attendance.value,
    sales: sales.value,
    events: [...earlierEvents.events, ...(events.value ?? [])],
    kpis: kpis.value ?? [],
    earlier: past.months,
    arrears: [],
    exceptions: [],
  };
  return { input, issues: all };
}

/** Tables of every file, in the order of their names. */
async function tablesOf(paths: readonly string[], place: Place): Promise<Outcome<readonly Table[]>> {
  const tables: Table[] = [];
  const issues: Issue[] = [];
  for (const path of paths) {
    place.used.add(path);
    const read = await readTables(path, shownPath(path, place));
    tables.push(...(read.value ?? []));
    issues.push(...read.issues);
  }
  return outcome(tables, issues);
}

/** Order exports; value null without an issue: there are none. */
async function salesFacts(
  place: Place,
  flags: Flags,
  handbook: HandbookInForce,
  people: readonly Person[],
): Promise<Outcome<SalesResult>> {
  const paths = await dataFiles(flags.orders, join(place.monthDir, 'orders'), place);
  if (paths.length === 0) return { value: null, issues: [] };
  const tables = await tablesOf(paths, place);
  if (tables.value === null) return { value: null, issues: tables.issues };
  const sales = computeSales(tables.value, { handbook, people, month: place.month });
  return { value: sales.value, issues: [...tables.issues, ...sales.issues] };
}

/**
 * Punches of the month, and of the day on either side: who leaves after midnight on the last day punches in the next
 * month's file.
 */
async function punchFacts(place: Place, flags: Flags, people: readonly Person[]): Promise<Outcome<readonly Punch[]>> {
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
  readonly leave: readonly Leave[];
  readonly events: readonly StaffEvent[];
  readonly punches: readonly Punch[];
}

function attendanceOf(place: Place, flags: Flags, facts: Worked): Outcome<AttendanceFacts> {
  if (facts.roster === null) return { value: null, issues: [] };
  const rosterSource: SourceRef = { file: flags.roster ?? shownPath(join(place.monthDir, ROSTER_FILE), place) };
  return computeAttendance({
    month: place.month,
    handbook: facts.rules,
    people: facts.people,
    roster: facts.roster,
    rosterSource,
    before: facts.before,
    leave: facts.leave,
    events: facts.events,
    punches: facts.punches,
  });
}

/** Folders of earlier months, oldest first; two years back is further than any ladder, table or streak looks. */
async function pastMonths(place: Place): Promise<Month[]> {
  const from = addMonths(place.month, -24);
  const names = await readdir(place.dir).catch(() => []);
  return names
    .filter((name) => /^\d{4}-\d{2}$/.test(name))
    .flatMap((name) => parseMonth(name) ?? [])
    .filter((month) => month >= from && month < place.month)
    .sort();
}

/** The pay.json of earlier months: sales of the year, carried losses, streaks. */
async function earlierMonths(place: Place): Promise<{ months: EarlierMonth[]; issues: Issue[] }> {
  const months: EarlierMonth[] = [];
  const issues: Issue[] = [];
  for (const month of await pastMonths(place)) {
    const path = join(place.dir, month, PAY_FILE);
    if ((await kindOf(path)) === null) continue;
    place.used.add(path);
    const source = { file: shownPath(path, place) };
    const words = await readText(path, source.file);
    const document = words.value === null ? words : parseJson(words.value, source);
    const read = hasErrors(document.issues)
      ? { value: null, issues: document.issues }
      : earlierMonth(document.value, source);
    if (read.value !== null) months.push(read.value);
    issues.push(...read.issues);
  }
  return { months, issues };
}

/** Events of earlier months, which ladders count. People who have left since may stand in them. */
async function pastEvents(place: Place): Promise<{ events: StaffEvent[]; issues: Issue[] }> {
  const events: StaffEvent[] = [];
  const issues: Issue[] = [];
  for (const month of await pastMonths(place)) {
    const there = { ...place, month, monthDir: join(place.dir, month) };
    const read = await eventFacts(there, null, null);
    events.push(...(read.value ?? []));
    issues.push(...read.issues.filter((issue) => issue.severity === 'error'));
  }
  return { events, issues };
}
