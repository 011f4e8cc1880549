/**
 * A table becomes typed records. A reader declares its columns (names, parser, what a value looks like); everything that
 * does not fit becomes an issue with row, heading, value and remedy, all at once, and the good rows are read all the same.
 */
import { cellWords, isDamagedNumber, isFormulaError } from './cell.js';
import { findHeadings, HEADING_ROWS, headingMatches, type Named } from './headings.js';
import { error, type Issue } from './issue.js';
import { shown } from './shown.js';
import type { SourceRef } from './source.js';
import type { Row, Table } from './table.js';
import { type Text, text } from './text.js';

export interface Column<T, Filled extends boolean = boolean> extends Named {
  /** An empty cell is an error. */
  readonly filled: Filled;
  /** Null where the words cannot be read. Never given an empty cell. */
  readonly parse: (words: string) => T | null;
  /** What a value looks like: `text('a day such as 2026-12-05', '日期，例如 2026-12-05')`. */
  readonly expected: Text;
  /** Digits count: a number that a spreadsheet has shortened or rounded is refused. */
  readonly digits: boolean;
}

type Columns = Readonly<Record<string, Column<unknown>>>;
type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T, infer F> ? (F extends true ? T : T | null) : never;
};

export interface TableRecord<C extends Columns> {
  /** Null: the cell is empty, the file has no such column, or the value was wrong (then there is an issue). */
  readonly values: Values<C>;
  /** The row. */
  readonly source: SourceRef;
}

/** A row with a required cell that is empty or wrong: what could be read of it, so that the rest is judged all the same. */
interface BrokenRow<C extends Columns> {
  readonly values: { readonly [K in keyof C]: C[K] extends Column<infer T> ? T | null : never };
  readonly source: SourceRef;
}

export interface Reading<C extends Columns> {
  /** Rows whose filled columns are all right; entirely empty rows are left out. */
  readonly records: readonly TableRecord<C>[];
  readonly broken: readonly BrokenRow<C>[];
  readonly issues: readonly Issue[];
  /** Whether the file has the column. */
  readonly has: (column: keyof C) => boolean;
}

/** A column the file must have, with a value in every row. */
export const required = <T>(
  names: readonly string[],
  parse: (words: string) => T | null,
  expected: Text,
): Column<T, true> => ({ names, needed: true, filled: true, parse, expected, digits: false });

/** A column that may be missing, and whose cells may be empty. */
export const optional = <T>(
  names: readonly string[],
  parse: (words: string) => T | null,
  expected: Text,
): Column<T, false> => ({ names, needed: false, filled: false, parse, expected, digits: false });

/** The column holds numbers used as names (employees, orders): every digit counts. */
export const digits = <T, F extends boolean>(column: Column<T, F>): Column<T, F> => ({ ...column, digits: true });

/** For columns that hold any words. */
export const anyWords = (words: string): string => words;
export const ANYTHING: Text = text('words', '文字');

/** `"2026-13-05"`, cut and harmless. */
const quote = (words: string): Text => text(`"${shown(words)}"`, `“${shown(words)}”`);

export interface ReadingRules {
  /** Own files: warn of headings nobody knows. Platform exports have dozens of them: ignore. */
  readonly unknown?: 'warn' | 'ignore';
}

/** Reads all rows of a table. Errors: unreadable or missing headings, cells and rows; all in docs/errors.md. */
export function readRecords<C extends Columns>(table: Table, columns: C, rules: ReadingRules = {}): Reading<C> {
  const rows = table.rows[Symbol.iterator]();
  const first: Row[] = [];
  let last = rows.next();
  for (; !last.done && first.length < HEADING_ROWS; last = rows.next()) first.push(last.value);
  const headings = findHeadings<string>(first, columns, table.source, rules.unknown ?? 'warn');
  if (headings.row === null) return { records: [], broken: [], issues: headings.issues, has: () => false };

  const issues = [...headings.issues];
  const records: TableRecord<C>[] = [];
  const broken: BrokenRow<C>[] = [];
  const reader = rowReader(table.source, columns, headings.row, headings.columns, issues, broken);
  const take = (row: Row): void => {
    const record = row.number > headings.row.number ? reader(row) : null;
    if (record !== null) records.push(record);
  };
  first.forEach(take);
  for (; !last.done; last = rows.next()) take(last.value);
  issues.push(...roundedNumbers(records, columns, headings.row, headings.columns));
  return { records, broken, issues, has: (column) => headings.columns.has(column as string) };
}

/** The sheet that fits the columns best: most headings, the first of equals. Null where there is no sheet. */
export function bestTable(tables: readonly Table[], columns: Readonly<Record<string, Named>>): Table | null {
  let best: Table | null = null;
  let most = -1;
  for (const table of tables) {
    let matches = 0;
    let seen = 0;
    for (const row of table.rows) {
      if (seen === HEADING_ROWS) break;
      matches = Math.max(matches, headingMatches(row, columns));
      seen += 1;
    }
    if (matches > most) {
      best = table;
      most = matches;
    }
  }
  return best;
}

function rowReader<C extends Columns>(
  source: SourceRef,
  columns: C,
  headings: Row,
  places: ReadonlyMap<string, number>,
  issues: Issue[],
  broken: BrokenRow<C>[],
): (row: Row) => TableRecord<C> | null {
  const width = headings.cells.length;
  const wanted = Object.entries(columns).map(([key, column]) => ({ key, column, index: places.get(key) }));
  return (row) => {
    const place: SourceRef = { ...source, row: row.number };
    if (row.cells.every((cell) => cellWords(cell) === '')) return null;
    const extra = row.cells.slice(width);
    if (extra.length > 1 || (extra.length === 1 && cellWords(extra[0]!) !== '')) {
      issues.push(rowTooLong(place, row.cells.length, width));
      return null;
    }
    const values: Record<string, unknown> = {};
    let whole = true;
    for (const { key, column, index } of wanted) {
      const value = index === undefined ? null : readCell(column, row, index, headings, place, issues);
      values[key] = value;
      // A missing column has been reported once, with the headings.
      if (column.filled && value === null) whole = false;
    }
    if (whole) return { values: values as Values<C>, source: place };
    broken.push({ values: values as BrokenRow<C>['values'], source: place });
    return null;
  };
}

function readCell(
  column: Column<unknown>,
  row: Row,
  index: number,
  headings: Row,
  place: SourceRef,
  issues: Issue[],
): unknown {
  const words = cellWords(row.cells[index] ?? '');
  if (words === '' && !column.filled) return null;
  const isSound = words !== '' && !isFormulaError(words) && !(column.digits && isDamagedNumber(words));
  const value = isSound ? column.parse(words) : null;
  // What only a fault needs is made only then: an attendance workbook has half a million sound cells.
  if (value === null) issues.push(cellFault(column, words, cellWords(headings.cells[index]!), place));
  return value;
}

function cellFault(column: Column<unknown>, words: string, heading: string, place: SourceRef): Issue {
  const at: SourceRef = { ...place, column: heading };
  const name = shown(heading);
  if (words === '') {
    const message = text(`${name} is empty.`, `“${name}”为空。`);
    const hint = text(`Fill in ${column.expected.en}.`, `请填写${column.expected.zh}。`);
    return error('cell-missing', at, message, hint);
  }
  if (isFormulaError(words)) {
    const message = text(`${name} shows the formula error ${words}.`, `“${name}”显示公式错误 ${words}。`);
    const hint = text('Correct the formula, or type the value.', '请修正公式，或直接填写数值。');
    return error('cell-formula-error', at, message, hint);
  }
  if (column.digits && isDamagedNumber(words)) return damaged(at, name, words);
  const quoted = quote(words);
  const message = text(
    `${name} ${quoted.en} is not ${column.expected.en}.`,
    `“${name}”的值${quoted.zh}有误，应为${column.expected.zh}。`,
  );
  return error('cell-unreadable', at, message, text('Correct the cell.', '请更正该单元格。'));
}

const damaged = (at: SourceRef, name: string, words: string): Issue =>
  error(
    'number-damaged',
    at,
    text(
      `${name} ${quote(words).en}: a spreadsheet has shortened this number, its digits are lost.`,
      `“${name}”的值${quote(words).zh}已被电子表格截短，后面的数字已丢失。`,
    ),
    text(
      'Take the file as it was exported, without saving it in a spreadsheet; or format the column as text and fill it in anew.',
      '请使用原始导出文件（不要用表格软件另存），或把该列设为文本格式后重新填写。',
    ),
  );

/** Spreadsheets keep 15 digits and write zeros for the rest: a whole column of such numbers is no chance. */
function roundedNumbers<C extends Columns>(
  records: readonly TableRecord<C>[],
  columns: C,
  headings: Row,
  places: ReadonlyMap<string, number>,
): Issue[] {
  return Object.entries(columns).flatMap(([key, column]) => {
    const index = places.get(key);
    if (!column.digits || index === undefined) return [];
    const long = records.filter(({ values }) => /^\d{17,}$/.test(String(values[key])));
    if (long.length < 2 || !long.every(({ values }) => /^\d{15}0+$/.test(String(values[key])))) return [];
    const name = cellWords(headings.cells[index]!);
    return long.map(({ values, source }) => damaged({ ...source, column: name }, shown(name), String(values[key])));
  });
}

const rowTooLong = (place: SourceRef, found: number, wanted: number): Issue =>
  error(
    'row-too-long',
    place,
    text(`the row has ${found} fields, the heading has ${wanted}.`, `本行有 ${found} 个字段，表头只有 ${wanted} 个。`),
    text(
      'A comma inside a field needs quotes around the field: "like, this".',
      '字段内含逗号时，须用英文双引号括起整个字段，例如 "改地址,已通知仓库"。',
    ),
  );
