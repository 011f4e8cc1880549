/**
 * Rows of text as a file holds them, whatever format it had. io makes tables, the domain rooms read facts out of them
 * (columns.ts). Cells are text: numbers in their shortest form, spreadsheet dates as `2026-12-05` or `2026-12-05 09:01`.
 */
import type { Issue } from './issue.js';
import type { SourceRef } from './source.js';

export interface Row {
  /** As a spreadsheet counts: the first row of the file is 1, empty rows count. */
  readonly number: number;
  readonly cells: readonly string[];
  /** How many fields the row has in the file, where `cells` holds only some of them. */
  readonly fields?: number;
}

/** A walk over a large file that wants a few of its columns. */
export interface Walk {
  /** Columns counted from 0, ascending: the cells of a row are these, in this order. */
  readonly columns: readonly number[];
  /** Fields of the headings: empty ones at the end of a row that go beyond are not counted. */
  readonly width: number;
  /** Takes a row, which is not kept; false: no more are wanted. */
  readonly each: (row: Row) => boolean | undefined;
  /** What is wrong with the file. */
  readonly report: (issue: Issue) => void;
}

export interface Table {
  /** The file and, in a workbook, the sheet. */
  readonly source: SourceRef;
  /** In file order, headings and title rows included, entirely empty rows left out. May be a one-pass stream. */
  readonly rows: Iterable<Row>;
  /** Large text files only: walks the file from its start without keeping it. `rows` are then only the first few. */
  readonly walk?: (walk: Walk) => void;
}

/** A table to be written: headings and cells in order. */
export interface Grid {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The same with rows that are made as they are written. */
export interface LongGrid {
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}
