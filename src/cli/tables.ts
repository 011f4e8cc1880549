/** The workspace's small tables: found, read, the sheet that fits chosen. */
import { resolve } from 'node:path';
import { bestTable } from '../base/columns.js';
import type { Named } from '../base/headings.js';
import type { Issue, Outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import { readTables } from '../io/read-table.js';
import { inFolder } from './find.js';
import { type Place, shownPath } from './place.js';

export type Columns = Readonly<Record<string, Named>>;

/** A table of a file by its full path. */
async function tableAt(path: string, columns: Columns, place: Place): Promise<Outcome<Table>> {
  place.used.add(path);
  const { value, issues } = await readTables(path, shownPath(path, place));
  return { value: value === null ? null : bestTable(value, columns), issues };
}

/** `there: false`: nobody named such a file and there is none in its usual place. */
export type Found =
  | { readonly there: false; readonly issues: readonly Issue[] }
  | ({ readonly there: true } & Outcome<Table>);

/** The file a flag names, else `stem.csv` or `stem.xlsx` in the folder. */
export async function findTable(
  given: string | null,
  folder: string,
  stem: string,
  columns: Columns,
  place: Place,
): Promise<Found> {
  if (given !== null) return { there: true, ...(await tableAt(resolve(place.cwd, given), columns, place)) };
  const { path, issues } = await inFolder(folder, stem, place);
  return path === null ? { there: false, issues } : { there: true, ...(await tableAt(path, columns, place)) };
}
