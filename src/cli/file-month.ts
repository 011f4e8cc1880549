/** The month a roster file is of, where `--month` does not say. */
import { basename, dirname } from 'node:path';
import { hasErrors, type Outcome } from '../base/issue.js';
import { type Month, parseMonth } from '../calendar/day.js';
import type { Answer, Call } from './command.js';
import { failed } from './failed.js';
import { readHandbook } from './handbook.js';
import { type Place, placeOf } from './place.js';
import { readRoster } from './rosters.js';

/** What `--month` says, else the file itself. Value null without an issue: the handbook is at fault. */
async function monthOfFile(call: Call, place: Place, path: string): Promise<Outcome<Month>> {
  if (call.flags.month !== null) return { value: place.month, issues: [] };
  const handbook = (await readHandbook(place, call.flags.handbook, 'roster')).value;
  if (handbook === null) return { value: null, issues: [] };
  const peek = await readRoster(path, { handbook, month: null, people: null, unknownCodes: 'keep' }, place);
  if (peek.value !== null) return { value: peek.value.month, issues: [] };
  // A sheet whose days are headed 1 to 31 lies in its month's folder, perhaps.
  const folder = parseMonth(basename(dirname(path)));
  return { value: folder, issues: folder === null ? peek.issues : [] };
}

/** Where a command works that is given a roster file. */
export async function placeOfFile(call: Call, usual: Place, path: string): Promise<Place | Answer> {
  const month = await monthOfFile(call, usual, path);
  if (hasErrors(month.issues)) return failed(month.issues);
  if (month.value === null) return usual;
  return placeOf({ ...call.flags, month: month.value }, call.shell, 'next').place;
}
