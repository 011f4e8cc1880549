/** The facts of a month's pay, read out of the workspace: all that is wrong is told at once. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrors, type Issue, type Outcome } from '../base/issue.js';
import { addMonths, type Month, parseMonth } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { parseJson } from '../io/json.js';
import { kindOf, readText } from '../io/workspace.js';
import { earlierMonth } from '../pay/earlier.js';
import type { EarlierMonth, PayInput } from '../pay/input.js';
import type { StaffEvent } from '../people/person.js';
import { DUTY_COLUMNS, type DutyEntry, readDuty } from '../roster/duty/read-duty.js';
import { attendanceOf, punchFacts } from './attendance-facts.js';
import { concerning } from './concerns.js';
import { editedSheets } from './edited-sheets.js';
import { eventFacts, kpiFacts, leaveFacts, staffFacts, taxFacts } from './facts.js';
import type { Flags } from './flags.js';
import { type Place, shownPath } from './place.js';
import { currentRoster, previousRoster } from './rosters.js';
import { salesFacts } from './sales-facts.js';
import { findTable } from './tables.js';

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
  // Nobody's deductions are asked for where no tax is withheld.
  const tax = rules?.values.pay.income_tax === undefined ? { value: [], issues: [] } : await taxFacts(place, people);
  const issues = [{ issues: concerning('pay', handbook.issues) }, staff, leave, events, kpis, tax].flatMap(
    (part) => part.issues,
  );
  if (rules === null || people === null) return { input: null, issues };
  const roster = await currentRoster(place, flags.roster, rules, people);
  const before = await previousRoster(place, flags.previous, rules);
  const punches = await punchFacts(place, flags, people);
  const sales = await salesFacts(place, flags, rules, people);
  const past = await earlierMonths(place);
  const duties = await dutyFacts(place, rules);
  const earlierEvents = await pastEvents(place);
  const attendance = attendanceOf(place, flags, {
    rules,
    people,
    roster: roster.value,
    before: before.value,
    leave: leave.value,
    events: events.value,
    punches: punches.value,
  });
  const all = [
    ...issues,
    ...[roster, before, punches, sales, attendance].flatMap((part) => part.issues),
    ...past.issues,
    ...duties.issues,
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
    duties: duties.value ?? [],
    tax: tax.value ?? [],
    earlier: past.months,
    arrears: [],
    exceptions: [],
  };
  return { input, issues: all };
}

/** duty.csv of the month, where the handbook pays for duty; else it is for the wall alone. */
async function dutyFacts(place: Place, rules: HandbookInForce): Promise<Outcome<readonly DutyEntry[]>> {
  const rate = rules.values.pay.attendance?.duty.per_time ?? null;
  if (rate === null) return { value: [], issues: [] };
  const found = await findTable(null, place.monthDir, 'duty', DUTY_COLUMNS, place);
  if (!found.there || found.value === null) return { value: [], issues: found.issues };
  const read = readDuty(found.value, place.month);
  return { value: read.value, issues: [...found.issues, ...read.issues] };
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
