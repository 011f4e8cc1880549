/** A roster in a table of either form: people down and days across, or one row a person and day. */
import { headingKey } from '../base/cell.js';
import type { Outcome } from '../base/issue.js';
import type { Table } from '../base/table.js';
import type { RosterContext } from './file/context.js';
import { readRosterGrid } from './file/grid.js';
import { readRosterLong } from './file/long.js';
import type { Roster } from './roster.js';

const LONG_HEADINGS = ['shift', '班次'];

/** Reads whichever form the headings show. Reads the table's rows twice, so it gathers them first. */
export function readRosterTable(table: Table, context: RosterContext): Outcome<Roster> {
  const rows = [...table.rows];
  const gathered = { source: table.source, rows };
  const isLong = rows.slice(0, 10).some((row) => row.cells.some((cell) => LONG_HEADINGS.includes(headingKey(cell))));
  return isLong ? readRosterLong(gathered, context) : readRosterGrid(gathered, context);
}
