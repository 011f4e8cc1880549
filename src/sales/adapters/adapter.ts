/**
 * What a platform's adapter is: the headings it is known by and how a row becomes an order. One file an adapter, one
 * line in index.ts, one case in test/sales/adapters/. Headings are compared normalised, as a set: never by position.
 */
import { isDamagedNumber } from '../../base/cell.js';
import type { Fen } from '../../base/fen.js';
import { error, type Issue, warning } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { SourceRef } from '../../base/source.js';
import type { Row } from '../../base/table.js';
import { type Text, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import type { Order, OrderState, Platform } from '../order.js';
import { amountOf, dayReader, textOf } from './cells.js';

/** A column an adapter cannot do without: its spellings over the years, the preferred one first. */
export type Need = readonly string[];

export interface Adapter {
  readonly id: string;
  readonly platform: Platform;
  readonly name: Text;
  readonly needs: readonly Need[];
  /** Further headings by which the file is known for what it is. */
  readonly knows: readonly string[];
  /** `items`: an order may stand in several rows, each with the amount paid for the order: counted once without a word. */
  readonly rows: 'orders' | 'items';
  /** What a further row of an order adds to it (refunds by item); by default nothing. */
  readonly join?: (there: Order, again: Order) => Order;
  readonly open: (file: OpenFile) => Reader;
}

/** A recognised file: its columns by normalised heading, and where to say what is wrong with it. */
export interface OpenFile {
  readonly columns: ReadonlyMap<string, number>;
  /** The heading as the file spells it. */
  readonly spelt: (heading: string) => string;
  readonly source: SourceRef;
  readonly report: (issue: Issue) => void;
}

export interface Reader {
  /** The generation of the headings: `2026`. */
  readonly generation: string;
  /** `tag`: a column that a shop may or may not use for flags; it counts as one only where it is filled. */
  readonly flag: 'none' | 'tag' | 'column';
  /** Whether the file says when an order was finished. */
  readonly finishes: boolean;
  /** Null: the row is no order (a note), or is faulty and has been reported. */
  readonly order: (row: Row) => Order | null;
  /** A row that is no order by the platform's habit: skipped before anything else is asked of it. */
  readonly isNote?: (row: Row) => boolean;
  /** Called after the last row: what is to be said of the whole file. */
  readonly close?: () => void;
}

/** The first of these headings that the file has; -1: none. */
export function columnOf(columns: ReadonlyMap<string, number>, headings: Need): number {
  for (const heading of headings) {
    const at = columns.get(heading);
    if (at !== undefined) return at;
  }
  return -1;
}

/** The heading of `headings` that the file has; the preferred one where it has none. */
export const headingOf = (columns: ReadonlyMap<string, number>, headings: Need): string =>
  headings.find((heading) => columns.has(heading)) ?? headings[0]!;

/** Reading the cells of one file, with a message for each that cannot be read. */
export interface CellReaders {
  readonly source: (row: Row, heading?: string) => SourceRef;
  /** Null: missing or damaged, reported. */
  readonly number: (row: Row, headings: Need) => string | null;
  readonly has: (headings: Need) => boolean;
  readonly text: (row: Row, headings: Need) => string;
  /** Empty is 0; null: no amount, reported. */
  readonly amount: (row: Row, headings: Need) => Fen | null;
  /** Null: empty. 'wrong': no day, reported. */
  readonly day: (row: Row, headings: Need) => Day | null | 'wrong';
}

/** Cell readers of one file; columns are found once. */
export function cellReaders(file: OpenFile): CellReaders {
  const found = new Map<Need, number>();
  const at = (headings: Need): number => {
    let column = found.get(headings);
    if (column === undefined) {
      column = columnOf(file.columns, headings);
      found.set(headings, column);
    }
    return column;
  };
  const days = dayReader();
  const source = (row: Row, heading?: string): SourceRef => ({
    ...file.source,
    row: row.number,
    ...(heading === undefined ? {} : { column: file.spelt(heading) }),
  });
  const wrong = (row: Row, headings: Need, code: 'amount' | 'day', value: string): void => {
    const heading = headingOf(file.columns, headings);
    const [spelt, seen] = [file.spelt(heading), shown(value)];
    file.report(
      code === 'amount'
        ? error(
            'order-amount-unreadable',
            source(row, heading),
            text(`${spelt} is "${seen}": no amount of yuan.`, `${spelt}为“${seen}”：不是金额。`),
            text('Export the file again, or correct the cell.', '请重新导出文件，或更正该单元格。'),
          )
        : error(
            'order-day-unreadable',
            source(row, heading),
            text(`${spelt} is "${seen}": no day.`, `${spelt}为“${seen}”：不是日期。`),
            text('Export the file again, or correct the cell.', '请重新导出文件，或更正该单元格。'),
          ),
    );
  };
  return {
    source,
    number: (row, headings) => {
      const id = textOf(row.cells[at(headings)]);
      const heading = headingOf(file.columns, headings);
      if (id === '') {
        file.report(
          error(
            'order-number-missing',
            source(row, heading),
            text(`${file.spelt(heading)} is empty.`, `${file.spelt(heading)}为空。`),
            text(
              'Export the file again, or delete the row if it is no order.',
              '请重新导出文件；若该行不是订单，请删除。',
            ),
          ),
        );
        return null;
      }
      if (isDamagedNumber(id)) {
        file.report(
          error(
            'order-number-damaged',
            source(row, heading),
            text(
              `${file.spelt(heading)} is ${id}: a spreadsheet has cut the number's last digits.`,
              `${file.spelt(heading)}为 ${id}：表格软件已截去单号末尾数字。`,
            ),
            text(
              'Export the file again and do not save it from a spreadsheet.',
              '请重新导出，不要用表格软件打开后另存。',
            ),
          ),
        );
        return null;
      }
      return id;
    },
    has: (headings) => at(headings) >= 0,
    text: (row, headings) => textOf(row.cells[at(headings)]),
    amount: (row, headings) => {
      const raw = row.cells[at(headings)];
      const amount = amountOf(raw);
      if (amount === null) wrong(row, headings, 'amount', raw ?? '');
      return amount;
    },
    day: (row, headings) => {
      const raw = row.cells[at(headings)];
      const day = days(raw);
      if (day !== null || textOf(raw) === '') return day;
      wrong(row, headings, 'day', raw ?? '');
      return 'wrong';
    },
  };
}

/** A platform's status words, compared after `,` -> `，`. */
export function statusReader(words: Readonly<Record<string, OrderState>>): (raw: string) => OrderState {
  const states = new Map(Object.entries(words));
  return (raw) => states.get(raw) ?? states.get(raw.replaceAll(',', '，').replaceAll(' ', '')) ?? 'unknown';
}

/** Says that an order has more refunded than was paid, and gives the doubt for the order. */
export function overRefunded(file: OpenFile, row: Row, number: string, paid: string, refunded: string): Text {
  const says = text(
    `order ${number}: ${refunded} refunded of ${paid} paid`,
    `订单 ${number}：实付 ${paid}，退款 ${refunded}`,
  );
  file.report(
    warning(
      'refund-exceeds-payment',
      { ...file.source, row: row.number },
      text(`${says.en}. The order is left unplaced.`, `${says.zh}。该订单未归属。`),
      text(
        'Look the order up on the platform: perhaps this column is already net of refunds.',
        '请到平台核对该订单：此列可能已扣除退款。',
      ),
    ),
  );
  return says;
}
