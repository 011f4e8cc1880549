/**
 * A workbook as report lays it out and io writes it: sheets of cells with looks, notes and live formulas. It knows no file
 * format. Text is always text: only `formula`, which is ours, is ever calculated.
 */

/** `day`: a whole date, `2026-12-05`. */
export type SheetValue = string | number | { readonly day: string } | null;

/** How a number or a date is shown. `minutes`: `510'`. `date`: the whole date, `dayOfMonth`: 5. */
export type SheetFormat = 'money' | 'hours' | 'whole' | 'minutes' | 'date' | 'dayOfMonth';

/** Colours are `#RRGGBB`. */
export interface SheetLook {
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: boolean;
  /** In points; 10 where it is not given. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Written smaller where it does not fit. */
  readonly shrink?: boolean;
  /** Steps to the right. */
  readonly indent?: number;
  readonly format?: SheetFormat;
  readonly framed?: boolean;
}

export interface SheetCell {
  /** With a formula: its result, as we figured it. */
  readonly value: SheetValue;
  /** Without `=`. Never holds words from outside; it names the cells they stand in. */
  readonly formula?: string;
  readonly look?: SheetLook;
  readonly note?: string;
}

/** Rows and columns from 0, both ends included. */
export interface SheetArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Looks that follow what a cell says: the first rule that holds. `formula` is written for the area's first cell. */
export interface SheetRule {
  readonly area: SheetArea;
  readonly formula: string;
  readonly look: SheetLook;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** In characters, column by column. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight; the rows are repeated on each printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly merged?: readonly SheetArea[];
  readonly rules?: readonly SheetRule[];
  /** Cells that offer a list: `from` is a reference to the cells that hold it. Other words are asked about, not refused. */
  readonly choices?: readonly { readonly area: SheetArea; readonly from: string; readonly hint: string }[];
  /** Heights of rows in points, by row; wrapped words get the room they need. */
  readonly heights?: readonly (number | undefined)[];
  /** Depth of a row that can be folded away under the one above; by row, 0 where it is missing. */
  readonly depths?: readonly number[];
  /** Printed on one page; otherwise as wide as the page and as long as it takes. */
  readonly onePage: boolean;
  readonly upright?: boolean;
  /** The colour of the sheet's tab. */
  readonly tab?: string;
}

export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** Column 0 is `A`, 26 is `AA`. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** `B5`; `$` in front of what stays put when the formula is copied. */
export const cellName = (row: number, column: number, fixed: '' | 'row' | 'column' | 'both' = ''): string =>
  `${fixed === 'column' || fixed === 'both' ? '$' : ''}${columnName(column)}${fixed === 'row' || fixed === 'both' ? '$' : ''}${row + 1}`;

/** `B5:D9` */
export const areaName = ({ top, left, bottom, right }: SheetArea, fixed: Parameters<typeof cellName>[2] = ''): string =>
  `${cellName(top, left, fixed)}:${cellName(bottom, right, fixed)}`;

/** A sheet's name as it stands in a formula. */
export const sheetInFormula = (name: string): string => `'${name.replaceAll("'", "''")}'`;
