/** A recognised table made ready for its adapter: which cell of a row is which column, of large files only those it reads. */
import { assert } from '../base/assert.js';
import { cellWords } from '../base/cell.js';
import type { Issue } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { Row, Table } from '../base/table.js';
import { columnOf, type OpenFile } from './adapters/adapter.js';
import type { Recognised } from './adapters/recognise.js';

export interface OpenTable {
  readonly file: OpenFile;
  /** The rows below the headings; once. */
  readonly eachRow: (take: (row: Row) => void) => void;
  /** Fields of the headings, without empty ones at the end. */
  readonly width: number;
}

export function openTable(table: Table, found: Recognised, report: (issue: Issue) => void): OpenTable {
  const { adapter, columns, headings } = found;
  let width = headings.cells.length;
  while (width > 0 && headings.cells[width - 1]!.trim() === '') width -= 1;
  const known = [...adapter.needs, ...adapter.reads].flat();
  const read = [...new Set(known.flatMap((heading) => columns.get(heading) ?? []))].sort((a, b) => a - b);
  const { walk } = table;
  const cellOf = new Map(read.map((column, at) => [column, walk === undefined ? column : at]));
  const place = (names: readonly string[]): number => {
    const column = columnOf(columns, names);
    if (column < 0) return -1;
    const at = cellOf.get(column);
    assert(at !== undefined, `${adapter.id} reads the column ${names[0]} that it has not named`);
    return at;
  };
  const spelt = new Map([...columns].map(([key, at]) => [key, cellWords(headings.cells[at]!)]));
  const file: OpenFile = {
    columns,
    place,
    spelt: (heading) => shown(spelt.get(heading) ?? heading),
    source: table.source,
    report,
  };
  const eachRow: OpenTable['eachRow'] = (take) => {
    if (walk === undefined) for (const row of found.rows) take(row);
    else {
      const each = (row: Row): undefined => {
        if (row.number > headings.number) take(row);
      };
      walk({ columns: read, width, each, report });
    }
  };
  return { file, eachRow, width };
}
