/**
 * Order exports -> orders, each once. The key is platform, shop and order number; of files that overlap the later one in
 * the list wins, and what it changed is told. All bad rows of all files are reported; one error and there is no value.
 */

import { error, type Issue, info, type Outcome, outcome } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table } from '../base/table.js';
import { type Text, text } from '../base/text.js';
import { type Adapter, columnOf, type OpenFile, type Reader } from './adapters/adapter.js';
import { isRounded } from './adapters/cells.js';
import { ADAPTERS } from './adapters/index.js';
import { recognise } from './adapters/recognise.js';
import { type OpenTable, openTable } from './open-table.js';
import type { Order, Platform } from './order.js';
import { assumedRefunds, type Refund, refunds } from './refunds.js';
import { type Repeats, repeatedRow, repeats } from './repeats.js';
import { type Shelf, shelf } from './shelf.js';

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
  readonly rows: Adapter['rows'];
  /** Rows that were read as orders, repeats within the file counted once. */
  readonly orders: number;
}

export interface Orders {
  /** Each order once, in the order first met. */
  readonly shelf: Shelf;
  readonly files: readonly OrderFile[];
  readonly repeats: Repeats;
}

/**
 * Reads the tables in the order given: later ones win. `lateBy`: what decides an order's month where a refund of a later month
 * counts in its own; null: every refund counts in the order's month.
 */
export function readOrders(
  tables: readonly Table[],
  adapters: readonly Adapter[] = ADAPTERS,
  lateBy: 'paid' | 'finished' | null = null,
): Outcome<Orders> {
  const issues: Issue[] = [];
  const report = (issue: Issue): void => {
    issues.push(issue);
  };
  const sources: SourceRef[] = [];
  const kept = shelf(sources);
  const repeated = repeats();
  const paidBack = refunds();
  const files: OrderFile[] = [];
  const unread: Issue[] = [];
  for (const table of tables) {
    const found = recognise(table, adapters);
    if ('severity' in found) {
      unread.push(found);
      continue;
    }
    const { adapter } = found;
    const opened = openTable(table, found, report);
    const reader = adapter.open(opened.file);
    const index = files.length;
    sources.push(table.source);
    const put = (order: Order): boolean => {
      const at = kept.put(order, index);
      if (at < 0) return true;
      const there = kept.orderAt(at);
      if (kept.fileAt(at) !== index) {
        repeated.add(there, order, kept.fileAt(at), index);
        kept.replace(at, order, index);
        return true;
      }
      const isItem = adapter.rows === 'parts' || (adapter.rows === 'items' && there.paid === order.paid);
      if (!isItem) report(repeatedRow(there, order));
      const join = adapter.join ?? ((first: Order) => first);
      kept.replace(at, isItem ? join(there, order) : order, index);
      return false;
    };
    const tally = readRows(opened, adapter, reader, put, (refund) => paidBack.add(refund, index));
    if (tally.rows === 0) report(withoutRows(table.source));
    files.push({
      source: table.source,
      adapter: adapter.id,
      name: adapter.name,
      platform: adapter.platform,
      generation: reader.generation,
      rows: adapter.rows,
      flag: reader.flag === 'none' ? 'none' : reader.flag === 'tag' && !tally.flagged ? 'empty' : 'column',
      finishes: reader.finishes,
      orders: tally.orders,
    });
  }
  issues.push(...alone(files));
  issues.push(...paidBack.apply(kept, lateBy), ...assumedRefunds(kept, files));
  issues.push(...unreadIssues(unread, files), ...repeated.issues(sources));
  return outcome({ shelf: kept, files, repeats: repeated }, issues);
}

/** Reports that say nothing without a file of orders of the same platform. */
const alone = (files: readonly OrderFile[]): Issue[] =>
  files
    .filter(
      ({ rows, platform }) =>
        (rows === 'beside' || rows === 'refunds') &&
        !files.some((other) => other.platform === platform && other.rows !== 'beside' && other.rows !== 'refunds'),
    )
    .map(({ source, name }) =>
      error(
        'orders-report-missing',
        source,
        text(
          `this is the ${name.en}; without the order report it does not say who sold what.`,
          `这是${name.zh}；没有订单报表无法判断订单归属。`,
        ),
        text('Put the order report of the same days beside it.', '请同时放入同一时期的订单报表。'),
      ),
    );

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

const withoutRows = (source: SourceRef): Issue =>
  info(
    'orders-file-without-rows',
    source,
    text('there are headings, but no row below them.', '只有表头，没有数据行。'),
    text(
      'Nothing to do if nothing was sold; else export the file again.',
      '若当期没有订单，无需处理；否则请重新导出。',
    ),
  );

interface RowTally {
  readonly rows: number;
  readonly orders: number;
  readonly flagged: boolean;
}

function readRows(
  { eachRow, width, file }: OpenTable,
  adapter: Adapter,
  reader: Reader,
  /** False: the file has held the order already. */
  put: (order: Order) => boolean,
  paidBack: (refund: Refund) => void,
): RowTally {
  let rows = 0;
  let orders = 0;
  let flagged = false;
  let long = 0;
  const rounded: Order[] = [];
  eachRow((row) => {
    rows += 1;
    if (reader.isNote?.(row) || !hasRightWidth(row, width, file)) return;
    const refund = reader.refund?.(row) ?? null;
    if (refund !== null) paidBack(refund);
    const order = reader.order(row);
    if (order === null) return;
    if (order.number.length >= 16) long += 1;
    if (isRounded(order.number)) rounded.push(order);
    if (order.flag !== null && order.flag !== 'no-column') flagged = true;
    if (put(order)) orders += 1;
  });
  reader.close?.();
  if (rounded.length > 0 && rounded.length === long) {
    for (const order of rounded) file.report(roundedNumber(order, file, adapter));
  }
  return { rows, orders, flagged };
}

/** One empty field too many is a trailing comma; a text file's row with too few is cut off or has an unquoted line break. */
function hasRightWidth(row: Row, width: number, file: OpenFile): boolean {
  const found = row.fields ?? row.cells.length;
  if (found === width || (found < width && file.source.sheet !== undefined)) return true;
  if (row.fields === undefined && found > width && row.cells.slice(width).every((cell) => cell.trim() === ''))
    return true;
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
