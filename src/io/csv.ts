/** Grids become csv text that spreadsheets open without asking: UTF-8 with BOM, CRLF, no cell that runs as a formula. */
import type { Grid, LongGrid } from '../base/table.js';

const BOM = '\ufeff';

/** A spreadsheet takes these at the start of a cell for a formula; the full-width forms in some locales. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

const PLAIN_NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,9})?%?$/;

/** A cell that no spreadsheet executes: a leading `'`, which the readers drop again. */
const harmless = (cell: string): string => (FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell);

function field(cell: string): string {
  const words = harmless(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

const line = (cells: readonly string[]): string => `${cells.map(field).join(',')}\r\n`;

/** The csv of a grid, headings first. */
export const toCsv = (grid: Grid): string => BOM + line(grid.headings) + grid.rows.map(line).join('');

/** The same, row by row. */
export function* csvPieces(grid: LongGrid): Generator<string> {
  yield BOM + line(grid.headings);
  for (const row of grid.rows) yield line(row);
}
