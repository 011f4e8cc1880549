/**
 * Which platform's file a table is: by the set of its headings, wherever the heading row stands among the first rows.
 * Nearly recognised files are refused with the columns that are missing; a file is never guessed at.
 */
import { cellWords, headingKey } from '../../base/cell.js';
import { HEADING_ROWS } from '../../base/headings.js';
import { error, type Issue } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { SourceRef } from '../../base/source.js';
import type { Row, Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import { type Adapter, columnOf, type Need } from './adapter.js';

export interface Recognised {
  readonly adapter: Adapter;
  /** Column of each normalised heading; of headings that repeat, the first. */
  readonly columns: ReadonlyMap<string, number>;
  readonly headings: Row;
  /** The rows below the headings that the table has, to be walked once. */
  readonly rows: Iterable<Row>;
}

type Columns = ReadonlyMap<string, number>;

function columnsOf(row: Row): Columns {
  const columns = new Map<string, number>();
  row.cells.forEach((cell, at) => {
    const key = headingKey(cell);
    if (key !== '' && !columns.has(key)) columns.set(key, at);
  });
  return columns;
}

const missingFrom = (adapter: Adapter, columns: Columns): Need[] =>
  adapter.needs.filter((need) => columnOf(columns, need) < 0);

/** How many headings of the adapter's vocabulary the row has. */
function likeness(adapter: Adapter, columns: Columns): number {
  const needed = adapter.needs.filter((need) => columnOf(columns, need) >= 0).length;
  return needed + adapter.knows.filter((heading) => columns.has(heading)).length;
}

interface Candidate {
  readonly adapter: Adapter;
  readonly row: Row;
  readonly columns: Columns;
  readonly missing: readonly Need[];
  readonly likeness: number;
}

/** Complete ones first, then the likest; the earlier row and adapter of equals. */
const better = (a: Candidate, b: Candidate): Candidate => {
  const [whole, other] = [a.missing.length === 0, b.missing.length === 0];
  if (whole !== other) return whole ? a : b;
  return b.likeness > a.likeness ? b : a;
};

/** Recognises a table, or says what it is nearest to and what is missing. */
export function recognise(table: Table, adapters: readonly Adapter[]): Recognised | Issue {
  const walk = table.rows[Symbol.iterator]();
  const first: Row[] = [];
  for (let next = walk.next(); !next.done; next = walk.next()) {
    first.push(next.value);
    if (first.length === HEADING_ROWS) break;
  }
  if (first.length === 0) return emptyFile(table.source);
  const candidates = first.flatMap((row) => {
    const columns = columnsOf(row);
    return adapters.map((adapter): Candidate => {
      const missing = missingFrom(adapter, columns);
      return { adapter, row, columns, missing, likeness: likeness(adapter, columns) };
    });
  });
  const best = candidates.reduce(better);
  if (best.missing.length > 0) return unknownFile(table.source, best, first[0]!, adapters);
  const below = first.filter((row) => row.number > best.row.number);
  return { adapter: best.adapter, columns: best.columns, headings: best.row, rows: chain(below, walk) };
}

function* chain(first: readonly Row[], rest: Iterator<Row>): Generator<Row> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

const emptyFile = (source: SourceRef): Issue =>
  error(
    'orders-file-empty',
    source,
    text('the file is empty.', '文件是空的。'),
    text('Export the orders again, or take the file away.', '请重新导出订单，或移走该文件。'),
  );

function unknownFile(source: SourceRef, best: Candidate, first: Row, adapters: readonly Adapter[]): Issue {
  if (best.likeness === 0) {
    const found = shown(first.cells.map(cellWords).filter(Boolean).join(', '), 80);
    const [en, zh] = [adapters.map((one) => one.name.en).join('; '), adapters.map((one) => one.name.zh).join('、')];
    return error(
      'orders-file-unknown',
      { ...source, row: first.number },
      text(
        `no order export that is known: the first row says "${found}".`,
        `不是已知的订单导出文件：首行为“${found}”。`,
      ),
      text(
        `These can be read: ${en}; any other file where sales.generic in handbook.yaml names its columns.`,
        `可读取：${zh}；其他文件请在 handbook.yaml 的 sales.generic 中写明各列名称。`,
      ),
    );
  }
  const missing = best.missing.map((need) => need.join(' / '));
  return error(
    'orders-columns-missing',
    { ...source, row: best.row.number },
    text(
      `nearest to the ${best.adapter.name.en}, but without the columns ${missing.join(', ')}.`,
      `最接近${best.adapter.name.zh}，但缺少列：${missing.join('、')}。`,
    ),
    text(
      'Export it again and tick these columns; a report of items or refunds alone does not say who sold what.',
      '请重新导出并勾选这些列；仅有宝贝报表或退款报表无法判断订单归属。',
    ),
  );
}
