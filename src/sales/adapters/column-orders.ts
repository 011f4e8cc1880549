/**
 * An adapter told as data: of each column only what it means, of each status whether it counts. Most platforms' files need no
 * more; those that do (Taobao's money, Pinduoduo's days, JD's notes) have code of their own.
 */
import type { Row } from '../../base/table.js';
import { readFlag } from '../flags.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type Need, type OpenFile, type Reader, statusReader } from './adapter.js';
import { type AfterSale, afterSales, assumedRefund, heldBack } from './after-sales.js';
import { cellReaders } from './cell-readers.js';

/** What a column may say of an order. */
type Meaning =
  | 'number'
  /** The exporting program's own number: where `number` is empty. */
  | 'ownNumber'
  | 'shop'
  /** Where a file has none, a day of payment makes an order count. */
  | 'status'
  | 'paid'
  /** The amount. */
  | 'refunded'
  /** Words for a refund whose amount is not told. */
  | 'afterSales'
  | 'paidAt'
  | 'finishedAt'
  | 'remark'
  | 'flag'
  /** Who served the buyer, by number or name. */
  | 'agent';

type Columns = Readonly<Partial<Record<Meaning, Need>>>;

export interface ColumnOrders extends Pick<Adapter, 'id' | 'platform' | 'name' | 'knows' | 'rows' | 'join'> {
  readonly generation: string;
  /** Columns without which the file is not read, `number`, `paid` and `paidAt` among them. */
  readonly needs: Columns;
  /** Needed only to know the file by. */
  readonly knownBy?: readonly Need[];
  /** Read where the file has them. */
  readonly reads: Columns;
  readonly states: Readonly<Record<string, OrderState>>;
  /** How `afterSales` is read; by default as Douyin and Kuaishou word it. */
  readonly afterSale?: (words: string) => AfterSale;
}

const NO_COLUMN: Need = [];

export function columnOrders(about: ColumnOrders): Adapter {
  const { platform, states, knownBy = [], join, afterSale: saleOf = afterSales } = about;
  const columns: Columns = { ...about.reads, ...about.needs };
  const at = (meaning: Meaning): Need => columns[meaning] ?? NO_COLUMN;

  const open = (file: OpenFile): Reader => {
    const cells = cellReaders(file);
    const [numberOf, numberIn, ownOf] = [
      cells.number(at('number')),
      cells.text(at('number')),
      cells.number(at('ownNumber')),
    ];
    const [paidOf, refundedOf] = [cells.amount(at('paid')), cells.amount(at('refunded'))];
    const [paidOnOf, finishedOnOf] = [cells.day(at('paidAt')), cells.day(at('finishedAt'))];
    const [shopOf, statusOf, remarkOf] = [cells.text(at('shop')), cells.text(at('status')), cells.text(at('remark'))];
    const [afterSalesOf, flagOf, agentOf] = [
      cells.text(at('afterSales')),
      cells.text(at('flag')),
      cells.text(at('agent')),
    ];
    const stateOf = statusReader(states);
    const [hasOwn, hasStatus] = [cells.has(at('ownNumber')), cells.has(at('status'))];
    const [hasAmount, hasFlag] = [cells.has(at('refunded')), cells.has(at('flag'))];

    const order = (row: Row): Order | null => {
      const number = hasOwn && numberIn(row) === '' ? ownOf(row) : numberOf(row);
      const paid = paidOf(row);
      const refunded = refundedOf(row);
      const [paidOn, finishedOn] = [paidOnOf(row), finishedOnOf(row)];
      if (number === null || paid === null || refunded === null || paidOn === 'wrong' || finishedOn === 'wrong') {
        return null;
      }
      const status = statusOf(row);
      const state = hasStatus ? stateOf(status) : paidOn === null ? 'waiting' : 'counts';
      const afterSale = saleOf(afterSalesOf(row));
      const agent = agentOf(row);
      return {
        platform,
        shop: shopOf(row),
        number,
        paid,
        ...(hasAmount ? { refunded } : assumedRefund(afterSale, paid)),
        ...(agent === '' ? {} : { signed: agent }),
        state: heldBack(state, afterSale),
        status,
        paidOn,
        finishedOn,
        remark: remarkOf(row),
        flag: hasFlag ? readFlag(platform, flagOf(row)) : 'no-column',
        tags: [],
        source: cells.source(row),
      };
    };
    return {
      generation: about.generation,
      flag: hasFlag ? 'column' : 'none',
      finishes: cells.has(at('finishedAt')),
      order,
    };
  };

  return {
    id: about.id,
    platform,
    name: about.name,
    needs: [...Object.values(about.needs), ...knownBy],
    reads: Object.values(about.reads),
    knows: about.knows,
    rows: about.rows,
    ...(join === undefined ? {} : { join }),
    open,
  };
}
