/** Reading the cells of an order export, with a message for each that cannot be read. */
import { isDamagedNumber } from '../../base/cell.js';
import type { Fen } from '../../base/fen.js';
import { error, warning } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { SourceRef } from '../../base/source.js';
import type { Row } from '../../base/table.js';
import { type Text, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import { headingOf, type Need, type OpenFile } from './adapter.js';
import { amountOf, dayReader, textOf } from './cells.js';

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
      column = file.place(headings);
      found.set(headings, column);
    }
    return column;
  };
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
  return {
    source,
    number: (row, headings) => {
      const id = textOf(row.cells[at(headings)]);
      if (id !== '' && !isDamagedNumber(id)) return id;
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
      if (day !== null || raw === '' || textOf(raw) === '') return day;
      wrong(row, headings, 'day', raw ?? '');
      return 'wrong';
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
