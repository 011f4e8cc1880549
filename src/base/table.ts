/**
 * Rows of text as a file holds them, whatever format it had. io makes tables, the domain rooms read facts out of them
 * (columns.ts). Cells are text: numbers in their shortest form, spreadsheet dates as `2026-12-05` or `2026-12-05 09:01`.
 */
import type { SourceRef } from './source.js';

export interface Row {
  /** As a spreadsheet counts: the first row of the file is 1, empty rows count. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** The file and, in a workbook, the sheet. */
  readonly source: SourceRef;
  /** In file order, headings and title rows included, entirely empty rows left out. May be a one-pass stream. */
  readonly rows: Iterable<Row>;
}

/** A table to be written: headings and cells in order. */
export interface Grid {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
