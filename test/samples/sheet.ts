/** Tables as bytes: the same bytes for the same cells, on every day and machine. */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import { gb18030 } from '../tools/gb18030.js';
import type { Sheet, Writing } from './department.js';

/** Workbooks carry the moment of their making: always this one. */
const MADE = new Date('2026-12-01T01:15:00Z');

const ENDING: Readonly<Record<Writing, string>> = { 'utf8-bom': '.csv', utf8: '.csv', gb18030: '.csv', xlsx: '.xlsx' };

export async function workbook(sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  return await writeXlsx({ sheets: [...sheets], properties: { created: MADE, modified: MADE, creator: 'samples' } });
}

export const cellsOf = (sheet: Sheet): string[][] =>
  sheet.lines
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()));

const AMOUNTS = new Set(['岗位工资', '金额', '权重']);

/** In a workbook days and amounts are what a spreadsheet makes of them: numbers with a format. Staff numbers stay text. */
function typed(rows: readonly (readonly string[])[]): CellValue[][] {
  const [heading, ...below] = rows;
  const value = (cell: string, column: number): CellValue => {
    if (cell === '') return null;
    if (/^\d{4}-\d\d-\d\d$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
    return AMOUNTS.has(heading?.[column] ?? '') ? Number(cell) : cell;
  };
  return [[...(heading ?? [])], ...below.map((row) => row.map(value))];
}

/** The small input's file name and bytes. */
export async function written(sheet: Sheet): Promise<{ readonly path: string; readonly bytes: Uint8Array }> {
  const rows = cellsOf(sheet);
  const csv = `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
  const bytes =
    sheet.as === 'xlsx'
      ? await workbook([{ name: 'Sheet1', rows: typed(rows) }])
      : sheet.as === 'gb18030'
        ? gb18030(csv)
        : new TextEncoder().encode(sheet.as === 'utf8-bom' ? `\uFEFF${csv}` : csv);
  return { path: sheet.path + ENDING[sheet.as], bytes };
}
