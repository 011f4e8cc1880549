/** Rows as a workbook without looks, for tests that only need one to read. */
import type { SheetValue, Workbook } from '../../src/base/sheet.js';

export const plainWorkbook = (
  ...sheets: readonly { name: string; rows: readonly (readonly SheetValue[])[] }[]
): Workbook => ({
  title: 'test',
  sheets: sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((value) => ({ value }))),
    widths: [],
    frozen: { rows: 1, columns: 0 },
    onePage: false,
  })),
});
