/** The people's own files become facts. A file that is not there is no leave, no wishes, no events; the staff list must be. */
import { join } from 'node:path';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { DEMAND_COLUMNS, readDemand } from '../people/demand.js';
import { EVENT_COLUMNS, readEvents } from '../people/events.js';
import { KPI_COLUMNS, readKpis } from '../people/kpi.js';
import { LEAVE_COLUMNS, readLeave } from '../people/leave.js';
import type { Demand, KpiValue, Leave, Person, Request, StaffEvent } from '../people/person.js';
import { REQUEST_COLUMNS, readRequests } from '../people/requests.js';
import { employedIn, readStaff, STAFF_COLUMNS } from '../people/staff.js';
import { readTaxTerms, TAX_COLUMNS, type TaxTerms } from '../people/tax.js';
import type { Flags } from './flags.js';
import { type Place, shownPath } from './place.js';
import { type Columns, findTable } from './tables.js';

/** Rows of an optional file: none where it is not there, null where it is wrong. */
async function optional<T>(
  given: string | null,
  folder: string,
  stem: string,
  columns: Columns,
  place: Place,
  read: (table: Table) => Outcome<readonly T[]>,
): Promise<Outcome<readonly T[]>> {
  const found = await findTable(given, folder, stem, columns, place);
  if (!found.there) return outcome([], found.issues);
  if (found.value === null) return { value: null, issues: found.issues };
  const { value, issues } = read(found.value);
  return { value, issues: [...found.issues, ...issues] };
}

const staffMissing = (place: Place): Issue =>
  error(
    'staff-missing',
    { file: shownPath(join(place.dir, 'staff.csv'), place) },
    text('there is no staff list.', '没有员工名单。'),
    text(
      'Write one with the headings id, name, hired (`roster init` makes an example), or name one with --staff.',
      '请建立一份，表头如 工号、姓名、入职日期（roster init 会生成示例），或用 --staff 指定。',
    ),
  );

/** Everybody on the staff list; an error where nobody is employed in the month. */
export async function staffFacts(
  place: Place,
  flags: Flags,
  handbook: HandbookInForce | null,
): Promise<Outcome<readonly Person[]>> {
  const found = await findTable(flags.staff, place.dir, 'staff', STAFF_COLUMNS, place);
  if (!found.there) return { value: null, issues: found.issues.length > 0 ? found.issues : [staffMissing(place)] };
  if (found.value === null) return { value: null, issues: found.issues };
  const staff = readStaff(found.value, handbook === null ? null : Object.keys(handbook.values.shifts));
  const employed = staff.value === null ? [] : employedIn(staff.value, place.month, found.value.source).issues;
  const issues = [...found.issues, ...staff.issues, ...employed];
  return staff.value === null ? { value: null, issues } : outcome(staff.value, issues);
}

/** Words for kinds of leave -> the handbook's key. */
const leaveKinds = (handbook: HandbookInForce): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(handbook.values.leave.kinds).flatMap(([key, kind]) =>
      [key, kind.name.zh, kind.name.en, ...kind.also].map((word) => [word, key] as const),
    ),
  );

/** The word for a KPI -> the handbook's key; null: the handbook names none, so any word will do. */
function kpiKeys(handbook: HandbookInForce): ReadonlyMap<string, string> | null {
  const { kpis, conversion, grades } = handbook.values.pay;
  if (kpis === undefined && conversion === undefined && grades === undefined) return null;
  const counts = conversion === undefined ? [] : [conversion.bought, conversion.served];
  return new Map([
    ...Object.entries(kpis ?? {}).flatMap(([key, kpi]) =>
      [key, kpi.name.zh, kpi.name.en].map((word) => [word, key] as const),
    ),
    ...counts.map((word) => [word, word] as const),
    ...Object.entries(grades?.parts ?? {}).flatMap(([key, part]) =>
      [key, part.name.zh, part.name.en].map((word) => [word, key] as const),
    ),
  ]);
}

type People = readonly Person[] | null;

export const leaveFacts = (
  place: Place,
  given: string | null,
  people: People,
  handbook: HandbookInForce | null,
): Promise<Outcome<readonly Leave[]>> =>
  optional(given, place.monthDir, 'leave', LEAVE_COLUMNS, place, (table) =>
    readLeave(table, people, handbook === null ? null : leaveKinds(handbook), place.month),
  );

export const requestFacts = (
  place: Place,
  flags: Flags,
  people: People,
  handbook: HandbookInForce | null,
): Promise<Outcome<readonly Request[]>> =>
  optional(flags.requests, place.monthDir, 'requests', REQUEST_COLUMNS, place, (table) =>
    readRequests(table, people, handbook === null ? null : Object.keys(handbook.values.shifts), place.month),
  );

export const demandFacts = (place: Place, flags: Flags): Promise<Outcome<readonly Demand[]>> =>
  optional(flags.demand, place.monthDir, 'demand', DEMAND_COLUMNS, place, (table) => readDemand(table, place.month));

/** Events of the month's folder. `month` null: of an earlier one, whose days lie outside. */
export const eventFacts = (
  place: Place,
  given: string | null,
  people: People,
): Promise<Outcome<readonly StaffEvent[]>> =>
  optional(given, place.monthDir, 'events', EVENT_COLUMNS, place, (table) => readEvents(table, people, place.month));

export const kpiFacts = (
  place: Place,
  flags: Flags,
  people: People,
  handbook: HandbookInForce | null,
): Promise<Outcome<readonly KpiValue[]>> =>
  optional(flags.kpi, place.monthDir, 'kpi', KPI_COLUMNS, place, (table) =>
    readKpis(table, people, handbook === null ? null : kpiKeys(handbook)),
  );

/** tax.csv of the workspace; none where it is not there. */
export const taxFacts = (place: Place, people: People): Promise<Outcome<readonly TaxTerms[]>> =>
  optional(null, place.dir, 'tax', TAX_COLUMNS, place, (table) => readTaxTerms(table, people));
