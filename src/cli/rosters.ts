/** Roster files: this month's, last month's, those of the year so far. */
import { join, resolve } from 'node:path';
import { error, hasErrors, type Issue, type Outcome } from '../base/issue.js';
import { text } from '../base/text.js';
import { addMonths, type Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { parseJson } from '../io/json.js';
import { readTables } from '../io/read-table.js';
import { kindOf, readText } from '../io/workspace.js';
import type { Person } from '../people/person.js';
import type { RosterContext } from '../roster/file/context.js';
import { readRosterDocument } from '../roster/file/document.js';
import type { KeptLeave, Roster } from '../roster/roster.js';
import { readRosterTable } from '../roster/roster-file.js';
import { type Place, shownPath } from './place.js';

export const ROSTER_FILE = 'roster.json';

/** A roster from roster.json, or from a sheet somebody edited (csv or xlsx, the grid or one row a day). */
export async function readRoster(path: string, context: RosterContext, place: Place): Promise<Outcome<Roster>> {
  place.used.add(path);
  const file = shownPath(path, place);
  if (/\.json$/i.test(path)) {
    const words = await readText(path, file);
    if (words.value === null) return { value: null, issues: words.issues };
    const document = parseJson(words.value, { file });
    if (hasErrors(document.issues)) return { value: null, issues: document.issues };
    return readRosterDocument(document.value, { file }, context);
  }
  const tables = await readTables(path, file);
  const first = tables.value?.[0];
  if (first === undefined) return { value: null, issues: tables.issues };
  const roster = readRosterTable(first, context);
  return { value: roster.value, issues: [...tables.issues, ...roster.issues] };
}

/** Rosters of the past: their shifts and people may be gone by now. */
const past = (handbook: HandbookInForce, month: Month): RosterContext => ({
  handbook,
  month,
  people: null,
  unknownCodes: 'keep',
});

/** The roster of the month before: what `--previous` names, else its roster.json; null where there is none. */
export async function previousRoster(
  place: Place,
  given: string | null,
  handbook: HandbookInForce,
): Promise<Outcome<Roster>> {
  const month = addMonths(place.month, -1);
  const path = given === null ? join(place.dir, month, ROSTER_FILE) : resolve(place.cwd, given);
  if (given === null && (await kindOf(path)) === null) return { value: null, issues: [] };
  return readRoster(path, past(handbook, month), place);
}

/** The rosters of the year's months before the last one, oldest first; months without one are left out. */
export async function earlierRosters(
  place: Place,
  handbook: HandbookInForce,
): Promise<{ rosters: Roster[]; issues: Issue[] }> {
  const rosters: Roster[] = [];
  const issues: Issue[] = [];
  const year = place.month.slice(0, 4);
  for (let month = `${year}-01` as Month; month < addMonths(place.month, -1); month = addMonths(month, 1)) {
    const path = join(place.dir, month, ROSTER_FILE);
    if ((await kindOf(path)) === null) continue;
    const { value, issues: found } = await readRoster(path, past(handbook, month), place);
    if (value !== null) rosters.push(value);
    issues.push(...found);
  }
  return { rosters, issues };
}

/** This month's roster as it stands: what a person or `--roster` names, else roster.json in the month's folder. */
export async function currentRoster(
  place: Place,
  given: string | null,
  handbook: HandbookInForce,
  people: readonly Person[] | null,
): Promise<Outcome<Roster> & { readonly there: boolean }> {
  const path = given === null ? join(place.monthDir, ROSTER_FILE) : resolve(place.cwd, given);
  if (given === null && (await kindOf(path)) === null) return { there: false, value: null, issues: [] };
  const context: RosterContext = { handbook, month: place.month, people, unknownCodes: 'refuse' };
  return { there: true, ...(await readRoster(path, context, place)) };
}

/** Leave that this month's roster.json keeps; none where there is no readable one (whoever needs the roster says so). */
export async function keptLeave(
  place: Place,
  given: string | null,
  handbook: HandbookInForce,
): Promise<readonly KeptLeave[]> {
  const aside = { ...place, used: new Set<string>() };
  return (await currentRoster(aside, given, handbook, null)).value?.leave ?? [];
}

/** Nothing to show, export or change yet. */
export const rosterNotThere = (place: Place): Issue =>
  error(
    'roster-not-there',
    { file: shownPath(join(place.monthDir, ROSTER_FILE), place) },
    text(`there is no roster of ${place.month}.`, `没有 ${place.month} 的排班表。`),
    text(`Make it: roster generate --month ${place.month}`, `请先排班：roster generate --month ${place.month}`),
  );
