/** Finds the heading row of a table and which of its columns is which. */
import { cellWords, headingKey } from './cell.js';
import { error, type Issue, warning } from './issue.js';
import { nearest } from './nearest.js';
import { shown } from './shown.js';
import type { SourceRef } from './source.js';
import type { Row } from './table.js';
import { joinTexts, same, type Text, text } from './text.js';

/** Exports put titles above the headings; further down than this nobody does. */
export const HEADING_ROWS = 10;

export interface Named {
  /** What the heading may be called: English first, then Chinese, then other words for it. */
  readonly names: readonly string[];
  /** The file must have this column. */
  readonly needed: boolean;
}

export interface Headings<K extends string> {
  /** The heading row. */
  readonly row: Row;
  /** Column of each key, counted from 0; a key that the file does not have is missing. */
  readonly columns: ReadonlyMap<K, number>;
  readonly issues: readonly Issue[];
}

const listed = (words: readonly string[]): Text => joinTexts(words.map(same), text(', ', '、'));

/** `id / 工号` */
const spelled = (named: Named): string => named.names.slice(0, 2).join(' / ');

const keysOf = <K extends string>(wanted: Readonly<Record<K, Named>>): K[] => Object.keys(wanted) as K[];

function nameTable<K extends string>(wanted: Readonly<Record<K, Named>>): Map<string, K> {
  const table = new Map<string, K>();
  for (const key of keysOf(wanted)) for (const name of wanted[key].names) table.set(headingKey(name), key);
  return table;
}

/** How many different columns a row names. */
export function headingMatches<K extends string>(row: Row, wanted: Readonly<Record<K, Named>>): number {
  const table = nameTable(wanted);
  return new Set(row.cells.map((cell) => table.get(headingKey(cell))).filter((key) => key !== undefined)).size;
}

/**
 * The heading row among the first rows of a file: the one that names most columns, the upper one of equals. Null with an
 * issue where no row names any.
 */
export function findHeadings<K extends string>(
  rows: readonly Row[],
  wanted: Readonly<Record<K, Named>>,
  source: SourceRef,
  unknown: 'warn' | 'ignore',
): Headings<K> | { readonly row: null; readonly issues: readonly Issue[] } {
  const needed = keysOf(wanted).filter((key) => wanted[key].needed);
  const asked = listed(needed.map((key) => spelled(wanted[key])));
  if (rows.length === 0) {
    const hint = text(
      `Copy it again, or put the headings into its first row: ${asked.en}. If there is nothing to enter, delete the file.`,
      `请重新复制，或在首行填写表头：${asked.zh}。没有内容可填时，请删除该文件。`,
    );
    return { row: null, issues: [error('table-empty', source, text('the file is empty.', '文件是空的。'), hint)] };
  }
  const scored = rows.slice(0, HEADING_ROWS).map((row) => ({ row, matches: headingMatches(row, wanted) }));
  const best = scored.reduce((a, b) => (b.matches > a.matches ? b : a));
  if (best.matches === 0) {
    const found = shown(rows[0]!.cells.map(cellWords).filter(Boolean).join(', '), 80);
    const message = text(
      `no heading row found in the first ${HEADING_ROWS} rows; the first row says "${found}".`,
      `前 ${HEADING_ROWS} 行中没有找到表头；首行是“${found}”。`,
    );
    const hint = text(`Give the columns these headings: ${asked.en}.`, `请使用以下表头：${asked.zh}。`);
    return { row: null, issues: [error('heading-row-missing', source, message, hint)] };
  }
  return matchHeadings(best.row, wanted, { ...source, row: best.row.number }, unknown);
}

function matchHeadings<K extends string>(
  row: Row,
  wanted: Readonly<Record<K, Named>>,
  source: SourceRef,
  unknown: 'warn' | 'ignore',
): Headings<K> {
  const table = nameTable(wanted);
  const columns = new Map<K, number>();
  const strangers: string[] = [];
  const issues: Issue[] = [];
  row.cells.forEach((cell, index) => {
    const words = cellWords(cell);
    const key = table.get(headingKey(cell));
    if (key === undefined) {
      if (words !== '') strangers.push(words);
      return;
    }
    const earlier = columns.get(key);
    if (earlier === undefined) {
      columns.set(key, index);
      return;
    }
    const first = shown(cellWords(row.cells[earlier]!));
    const message = text(
      `the headings "${first}" (column ${earlier + 1}) and "${shown(words)}" (column ${index + 1}) mean the same.`,
      `表头“${first}”（第 ${earlier + 1} 列）与“${shown(words)}”（第 ${index + 1} 列）含义相同。`,
    );
    const hint = text('Delete or rename one of the two columns.', '请删除或改名其中一列。');
    issues.push(error('heading-duplicated', { ...source, column: words }, message, hint));
  });

  const absent = keysOf(wanted).filter((key) => !columns.has(key));
  const candidates = absent.flatMap((key) => wanted[key].names.slice(0, 2));
  for (const words of unknown === 'warn' ? strangers : []) {
    const near = nearest(words, candidates);
    const message = text(
      `the heading "${shown(words)}" is not known; the column is not read.`,
      `未知表头“${shown(words)}”，该列不读取。`,
    );
    const hint =
      near === null
        ? text('Nothing to do if the column is your own note.', '如果只是自用备注列，可不处理。')
        : text(`Write "${near}" if that is meant.`, `如果是指“${near}”，请改为“${near}”。`);
    issues.push(warning('heading-unknown', { ...source, column: words }, message, hint));
  }
  for (const key of absent.filter((one) => wanted[one].needed)) {
    const near = wanted[key].names.slice(0, 2).flatMap((name) => nearest(name, strangers) ?? [])[0];
    const message = text(
      `the column "${wanted[key].names[0]}" is missing.`,
      `缺少“${wanted[key].names[1] ?? wanted[key].names[0]}”列。`,
    );
    const hint =
      near === undefined
        ? text(`Add a column headed ${spelled(wanted[key])}.`, `请增加表头为 ${spelled(wanted[key])} 的列。`)
        : text(
            `Is it the column "${shown(near)}"? Then head it ${spelled(wanted[key])}.`,
            `是不是“${shown(near)}”列？请把表头改为 ${spelled(wanted[key])}。`,
          );
    issues.push(error('heading-missing', source, message, hint));
  }
  return { row, columns, issues };
}
