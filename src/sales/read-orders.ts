/**
 * Order exports -> orders, each once. The key is platform, shop and order number; of files that overlap the later one in
 * the list wins, and what it changed is told. All bad rows of all files are reported; one error and there is no value.
 */

import { cellWords } from '../base/cell.js';
import { error, type Issue, info, type Outcome, outcome } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table } from '../base/table.js';
import { type Text, text } from '../base/text.js';
import { type Adapter, columnOf, type OpenFile, type Reader } from './adapters/adapter.js';
import { isRounded } from './adapters/cells.js';
import { ADAPTERS } from './adapters/index.js';
import { recognise } from './adapters/recognise.js';
import type { Order, Platform } from './order.js';
import { type Repeat, repeatedRow, repeatIssues } from './repeats.js';
import { shelf } from './shelf.js';

/** A file (or sheet) that was read. */
export interface OrderFile {
  readonly source: SourceRef;
  readonly adapter: string;
  readonly name: Text;
  readonly platform: Platform;
  readonly generation: string;
  /** `empty`: a column that could hold flags, but none is set: the shop does not use it. */
  readonly flag: 'none' | 'empty' | 'column';
  readonly finishes: boolean;
  /** Rows that were read as orders, repeats within the file counted once. */
  readonly orders: number;
}

export interface Orders {
  /** In the order first met. */
  readonly orders: readonly Order[];
  /** For each order the index of its file in `files`. */
  readonly fileOf: readonly number[];
  readonly files: readonly OrderFile[];
  readonly repeats: readonly Repeat[];
}

/** Reads the tables in the order given: later ones win. */
export function readOrders(tables: readonly Table[], adapters: readonly Adapter[] = ADAPTERS): Outcome<Orders> {
  const issues: Issue[] = [];
  const kept = shelf();
  const repeats: Repeat[] = [];
  const files: OrderFile[] = [];
  const unread: Issue[] = [];
  for (const table of tables) {
    const found = recognise(table, adapters);
    if ('severity' in found) {
      unread.push(found);
      continue;
    }
    const spelt = new Map([...found.columns].map(([key, at]) => [key, cellWords(found.headings.cells[at]!)]));
    const file: OpenFile = {
      columns: found.columns,
      spelt: (heading) => shown(spelt.get(heading) ?? heading),
      source: table.source,
      report: (issue) => issues.push(issue),
    };
    const reader = found.adapter.open(file);
    const put = (order: Order): boolean => {
      const there = kept.put(order, files.length);
      if (there === null) return true;
      if (there.file !== files.length) {
        repeats.push({ earlier: there.order, later: order, from: there.file, to: files.length });
        kept.replace(there.at, order, files.length);
        return true;
      }
      const isItem = found.adapter.rows === 'items' && there.order.paid === order.paid;
      if (!isItem) issues.push(repeatedRow(there.order, order));
      const join = found.adapter.join ?? ((first: Order) => first);
      kept.replace(there.at, isItem ? join(there.order, order) : order, files.length);
      return false;
    };
    const tally = readRows(found.rows, found.headings, found.adapter, reader, file, put);
    files.push({
      source: table.source,
      adapter: found.adapter.id,
      name: found.adapter.name,
      platform: found.adapter.platform,
      generation: reader.generation,
      flag: reader.flag === 'none' ? 'none' : reader.flag === 'tag' && !tally.flagged ? 'empty' : 'column',
      finishes: reader.finishes,
      orders: tally.orders,
    });
  }
  issues.push(
    ...unreadIssues(unread, files),
    ...repeatIssues(
      repeats,
      files.map((file) => file.source),
    ),
  );
  return outcome({ orders: kept.orders, fileOf: kept.fileOf, files, repeats }, issues);
}

/** Beside a sheet of orders a workbook may hold empty sheets and sheets of the clerk's own: they are no fault. */
function unreadIssues(unread: readonly Issue[], files: readonly OrderFile[]): Issue[] {
  const read = new Set(files.map((file) => file.source.file));
  return unread.flatMap((issue): Issue[] => {
    if (issue.source?.sheet === undefined || !read.has(issue.source.file)) return [issue];
    if (issue.code === 'orders-file-empty') return [];
    return issue.code === 'orders-file-unknown' ? [sheetNotRead(issue.source)] : [issue];
  });
}

const sheetNotRead = ({ file, sheet }: SourceRef): Issue =>
  info(
    'orders-sheet-not-read',
    { file, ...(sheet === undefined ? {} : { sheet }) },
    text('the sheet holds no orders that are known and is not read.', '该工作表不是已知的订单表，未读取。'),
    text('Nothing to do if it is your own.', '若为自用工作表，无需处理。'),
  );

interface RowTally {
  readonly orders: number;
  readonly flagged: boolean;
}

function readRows(
  rows: Iterable<Row>,
  headings: Row,
  adapter: Adapter,
  reader: Reader,
  file: OpenFile,
  /** False: the file has held the order already. */
  put: (order: Order) => boolean,
): RowTally {
  let width = headings.cells.length;
  while (width > 0 && headings.cells[width - 1]!.trim() === '') width -= 1;
  let orders = 0;
  let flagged = false;
  let long = 0;
  const rounded: Order[] = [];
  for (const row of rows) {
    if (reader.isNote?.(row) || !hasRightWidth(row, width, file)) continue;
    const order = reader.order(row);
    if (order === null) continue;
    if (order.number.length >= 16) long += 1;
    if (isRounded(order.number)) rounded.push(order);
    if (order.flag !== null && order.flag !== 'no-column') flagged = true;
    if (put(order)) orders += 1;
  }
  reader.close?.();
  if (rounded.length > 0 && rounded.length === long) {
    for (const order of rounded) file.report(roundedNumber(order, file, adapter));
  }
  return { orders, flagged };
}

/** One empty field too many is a trailing comma; a text file's row with too few is cut off or has an unquoted line break. */
function hasRightWidth(row: Row, width: number, file: OpenFile): boolean {
  const found = row.cells.length;
  if (found === width || (found < width && file.source.sheet !== undefined)) return true;
  if (found > width && row.cells.slice(width).every((cell) => cell.trim() === '')) return true;
  file.report(
    error(
      'order-row-broken',
      { ...file.source, row: row.number },
      text(`the row has ${found} fields, the headings have ${width}.`, `该行有 ${found} 列，表头有 ${width} 列。`),
      text(
        'The file may be cut off, or a remark holds a comma or line break without quotes: export it again.',
        '文件可能不完整，或备注中有未加引号的逗号、换行：请重新导出。',
      ),
    ),
  );
  return false;
}

const roundedNumber = (order: Order, file: OpenFile, adapter: Adapter): Issue => {
  const heading = adapter.needs[0]!.find((one) => columnOf(file.columns, [one]) >= 0)!;
  return error(
    'order-number-rounded',
    { ...order.source, column: file.spelt(heading) },
    text(
      `${file.spelt(heading)} ${shown(order.number)} ends in zeros like every long number of the file: a spreadsheet has rounded it to 15 digits.`,
      `${file.spelt(heading)} ${shown(order.number)} 与文件中所有长单号一样以 0 结尾：已被表格软件舍入为 15 位。`,
    ),
    text('Export the file again and do not save it from a spreadsheet.', '请重新导出，不要用表格软件打开后另存。'),
  );
};
