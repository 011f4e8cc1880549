/** Tables of the month's data files: order exports, punches. */
import type { Issue, Outcome } from '../base/issue.js';
import { outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import { readTables } from '../io/read-table.js';
import { type Place, shownPath } from './place.js';

/** Tables of every file, in the order of their names. */
export async function tablesOf(
  paths: readonly string[],
  place: Place,
  read: typeof readTables = readTables,
): Promise<Outcome<readonly Table[]>> {
  const tables: Table[] = [];
  const issues: Issue[] = [];
  for (const path of paths) {
    place.used.add(path);
    const file = await read(path, shownPath(path, place));
    tables.push(...(file.value ?? []));
    issues.push(...file.issues);
  }
  return outcome(tables, issues);
}
