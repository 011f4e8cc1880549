/** Reading the cells of an order export, with a message for each that cannot be read. */
import { isDamagedNumber } from '../../base/cell.js';
import { type Fen, fen } from '../../base/fen.js';
import { error, warning } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { SourceRef } from '../../base/source.js';
import type { Row } from '../../base/table.js';
import { type Text, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import { headingOf, type Need, type OpenFile } from './adapter.js';
import { amountOf, dayReader, textOf } from './cells.js';

/** Readers of the cells of one file, a column each: the column is found once, for a file has a million rows. */
export interface CellReaders {
  readonly source: (row: Row, heading?: string) => SourceRef;
  readonly has: (headings: Need) => boolean;
  /** Null: missing or damaged, reported. */
  readonly number: (headings: Need) => (row: Row) => string | null;
  /** Empty where the file has no such column. */
  readonly text: (headings: Need) => (row: Row) => string;
  /** Empty, and no such column, is 0; null: no amount, reported. */
  readonly amount: (headings: Need) => (row: Row) => Fen | null;
  /** Null: empty. 'wrong': no day, reported. */
  readonly day: (headings: Need) => (row: Row) => Day | null | 'wrong';
}

export function cellReaders(file: OpenFile): CellReaders {
  const days = dayReader();
  const { file: name, sheet } = file.source;
  // Made a million times: no spreading on the ordinary way.
  const source = (row: Row, heading?: string): SourceRef => {
    const place = sheet === undefined ? { file: name, row: row.number } : { file: name, sheet, row: row.number };
    return heading === undefined ? place : { ...place, column: file.spelt(heading) };
  };
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
  const noNumber = (row: Row, headings: Need, id: string): null => {
    const heading = headingOf(file.columns, headings);
    file.report(
      id === ''
        ? error(
            'order-number-missing',
            source(row, heading),
            text(`${file.spelt(heading)} is empty.`, `${file.spelt(heading)}为空。`),
            text(
              'Export the file again, or delete the row if it is no order.',
              '请重新导出文件；若该行不是订单，请删除。',
            ),
          )
        : error(
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
  };
  return {
    source,
    has: (headings) => file.place(headings) >= 0,
    number: (headings) => {
      const at = file.place(headings);
      return (row) => {
        const id = textOf(row.cells[at]);
        return id === '' || isDamagedNumber(id) ? noNumber(row, headings, id) : id;
      };
    },
    text: (headings) => {
      const at = file.place(headings);
      if (at < 0) return () => '';
      return (row) => textOf(row.cells[at]);
    },
    amount: (headings) => {
      const at = file.place(headings);
      if (at < 0) return () => fen(0);
      return (row) => {
        const amount = amountOf(row.cells[at]);
        if (amount === null) wrong(row, headings, 'amount', row.cells[at] ?? '');
        return amount;
      };
    },
    day: (headings) => {
      const at = file.place(headings);
      if (at < 0) return () => null;
      return (row) => {
        const raw = row.cells[at];
        const day = days(raw);
        if (day !== null || raw === '' || textOf(raw) === '') return day;
        wrong(row, headings, 'day', raw ?? '');
        return 'wrong';
      };
    },
  };
}

/** Says that an order has more refunded than was paid, and gives the doubt for the order. */
export function overRefunded(file: OpenFile, row: Row, number: string, paid: string, refunded: string): Text {
  const says = text(
    `order ${shown(number)}: ${refunded} refunded of ${paid} paid`,
    `订单 ${shown(number)}：实付 ${paid}，退款 ${refunded}`,
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
