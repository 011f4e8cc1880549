/** A workbook as bytes: the same for the same sheets. */
import type { Cell, CellStyle, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx';
import {
  areaName,
  type Sheet,
  type SheetCell,
  type SheetFormat,
  type SheetLook,
  type Workbook,
} from '../base/sheet.js';

const FONT = 'Microsoft YaHei';
const SIZE = 10;
const FRAME = { style: 'thin', color: { rgb: 'C9D1D9' } } as const;

const FORMATS: Readonly<Record<SheetFormat, string>> = {
  money: '#,##0.00;[Red]-#,##0.00',
  hours: '0.##',
  whole: '0',
  minutes: '0"\'"',
  date: 'yyyy-mm-dd',
  dayOfMonth: 'd',
};

/** Text stays text: no cell becomes a formula or loses leading zeros. hucre is loaded when the first workbook is written. */
export async function toXlsx({ title, sheets }: Workbook): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const names = new Set<string>();
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetOf(sheet, sheetName(sheet.name, names))),
    // The clock stands in no file.
    properties: { title: escaped(title), creator: 'rosterpay', modified: new Date(Date.UTC(2000, 0, 1)) },
    defaultFont: { name: FONT, size: SIZE },
  });
}

function sheetOf(sheet: Sheet, name: string): WriteSheet {
  const { frozen, depths, widths } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      cells.set(
        `${at},${column}`,
        cellOf(
          cell,
          row.some(({ look }) => look?.wrap === true),
        ),
      );
    });
  });
  return {
    name,
    rows: sheet.rows.map((row) => row.map(contentOf)),
    cells,
    columns: widths.map((width) => ({ width })),
    freezePane: frozen,
    merges: (sheet.merged ?? []).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    conditionalRules: (sheet.rules ?? []).map(
      ({ area, formula, look }, at): ConditionalRule => ({
        type: 'expression',
        priority: at + 1,
        stopIfTrue: true,
        range: areaName(area),
        formula,
        style: ruleStyle(look),
      }),
    ),
    dataValidations: (sheet.choices ?? []).map(
      ({ area, from, hint }): DataValidation => ({
        type: 'list',
        range: areaName(area),
        formula1: from,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorMessage: hint,
      }),
    ),
    rowDefs: new Map(
      sheet.rows.map((row, at) => [
        at,
        { outlineLevel: depths?.[at] ?? 0, height: Math.max(sheet.heights?.[at] ?? 0, heightOf(row, widths)) },
      ]),
    ),
    outlineProperties: { summaryBelow: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.upright === true ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.2 },
      ...(frozen.rows === 0 ? {} : { printTitlesRow: `$1:$${frozen.rows}` }),
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
    ...(sheet.tab === undefined ? {} : { view: { tabColor: { rgb: sheet.tab.slice(1) } } }),
  };
}

const LINE = 15;
/** The rows of a thousand orders would fill a page; the cell still holds them all. */
const MOST_LINES = 6;

/** Points that the row's wrapped cells need: not every program works them out when it opens a file. */
function heightOf(row: readonly SheetCell[], widths: readonly number[]): number {
  const lines = row.map(({ value, look }, column) => {
    if (look?.wrap !== true || typeof value !== 'string') return 1;
    const wide = [...value].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2.2 : 1.1), 0);
    return Math.ceil(wide / (widths[column] ?? 8));
  });
  return LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
}

const contentOf = ({ value }: SheetCell): string | number | Date | null =>
  typeof value === 'string'
    ? escaped(value)
    : value !== null && typeof value === 'object'
      ? new Date(`${value.day}T00:00:00Z`)
      : value;

/** `isTall`: the row has wrapped cells, beside which the others stand at the top too. */
function cellOf(cell: SheetCell, isTall: boolean): Partial<Cell> {
  const value = contentOf(cell);
  return {
    value,
    ...(cell.look === undefined ? {} : { style: styleOf(cell.look, isTall) }),
    ...(cell.formula === undefined ? {} : { formula: cell.formula, formulaResult: value }),
    ...(cell.note === undefined ? {} : { comment: { author: 'rosterpay', text: escaped(cell.note) } }),
  };
}

const rgb = (colour: string): { rgb: string } => ({ rgb: colour.slice(1) });

const fontOf = ({ ink, bold, size }: SheetLook): NonNullable<CellStyle['font']> => ({
  name: FONT,
  size: size ?? SIZE,
  ...(bold === true ? { bold } : {}),
  ...(ink === undefined ? {} : { color: rgb(ink) }),
});

/** Some programs take the fill from one of the two colours, some from the other. */
const fillOf = (fill: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: rgb(fill),
  bgColor: rgb(fill),
});

const styleOf = (look: SheetLook, isTall: boolean): CellStyle => ({
  font: fontOf(look),
  alignment: {
    vertical: isTall ? 'top' : 'center',
    ...(look.align === undefined ? {} : { horizontal: look.align }),
    ...(look.wrap === true ? { wrapText: true } : {}),
    ...(look.shrink === true ? { shrinkToFit: true } : {}),
    ...(look.indent === undefined ? {} : { horizontal: 'left', indent: look.indent }),
  },
  ...(look.fill === undefined ? {} : { fill: fillOf(look.fill) }),
  ...(look.framed === true ? { border: { top: FRAME, right: FRAME, bottom: FRAME, left: FRAME } } : {}),
  ...(look.format === undefined ? {} : { numFmt: FORMATS[look.format] }),
});

/** A rule says only what changes. */
const ruleStyle = ({ fill, ink, bold }: SheetLook): CellStyle => ({
  ...(ink === undefined && bold === undefined
    ? {}
    : { font: { ...(bold === true ? { bold } : {}), ...(ink === undefined ? {} : { color: rgb(ink) }) } }),
  ...(fill === undefined ? {} : { fill: fillOf(fill) }),
});

/** What a cell can hold. */
const MOST_SIGNS = 32_767;

/** The format's own escape `_x0041_`, where it stands in the user's words; control characters it cannot hold at all. */
const escaped = (words: string): string =>
  words
    .slice(0, MOST_SIGNS)
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** At most 31 characters, none of `[]:*?/\`, no two the same. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
      .slice(0, 28) || 'Sheet';
  let name = plain;
  for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${plain.slice(0, 27)}~${next}`;
  taken.add(name.toLowerCase());
  return name;
}
