/**
 * Any other file, its columns named by the handbook (`sales.generic`). What was paid is taken before refunds. A status
 * counts when it is one of `counts`; without that list every status does that names no closing or cancelling; without a
 * status column an order counts once it has a day of payment.
 */
import { headingKey } from '../../base/cell.js';
import { formatYuan } from '../../base/fen.js';
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import type { HandbookInForce } from '../../handbook/in-force.js';
import { readFlag } from '../flags.js';
import type { Order, OrderState } from '../order.js';
import type { Adapter, OpenFile, Reader } from './adapter.js';
import { cellReaders, overRefunded } from './cell-readers.js';

type Columns = NonNullable<HandbookInForce['values']['sales']['generic']>;

const isClosed = (status: string): boolean => /关闭|取消|作废|cancel|closed/i.test(status.slice(0, 80));

function stateOf(
  status: string,
  hasStatus: boolean,
  isPaid: boolean,
  counts: readonly string[] | undefined,
): OrderState {
  if (!hasStatus) return isPaid ? 'counts' : 'waiting';
  if (counts?.includes(status)) return 'counts';
  if (isClosed(status)) return 'cancelled';
  if (status === '') return 'unknown';
  return counts === undefined ? 'counts' : 'waiting';
}

/** The adapter of the handbook's own columns. */
export function generic(columns: Columns): Adapter {
  const heading = (name: string | undefined): string[] => (name === undefined ? [] : [headingKey(name)]);
  const need = {
    number: heading(columns.order),
    shop: heading(columns.shop),
    paid: heading(columns.paid),
    refunded: heading(columns.refunded),
    status: heading(columns.status),
    paidAt: heading(columns.paid_at),
    finishedAt: heading(columns.finished_at),
    remark: heading(columns.remark),
    flag: heading(columns.flag),
  };

  const open = (file: OpenFile): Reader => {
    const cells = cellReaders(file);
    const [numberOf, paidOf, refundedOf] = [
      cells.number(need.number),
      cells.amount(need.paid),
      cells.amount(need.refunded),
    ];
    const [paidOnOf, finishedOnOf] = [cells.day(need.paidAt), cells.day(need.finishedAt)];
    const [statusOf, shopOf] = [cells.text(need.status), cells.text(need.shop)];
    const [remarkOf, flagOf] = [cells.text(need.remark), cells.text(need.flag)];
    const [hasStatus, hasFlag] = [need.status.length > 0, need.flag.length > 0];
    const order = (row: Row): Order | null => {
      const number = numberOf(row);
      const paid = paidOf(row);
      const refunded = refundedOf(row);
      const paidOn = paidOnOf(row);
      const finishedOn = finishedOnOf(row);
      if (number === null || paid === null || refunded === null || paidOn === 'wrong' || finishedOn === 'wrong') {
        return null;
      }
      const status = statusOf(row);
      const doubtful = refunded > paid || refunded < 0;
      return {
        platform: 'generic',
        shop: need.shop.length === 0 ? columns.platform : shopOf(row),
        number,
        paid,
        refunded,
        state: stateOf(status, hasStatus, paidOn !== null, columns.counts),
        status,
        paidOn,
        finishedOn,
        remark: remarkOf(row),
        flag: hasFlag ? readFlag('generic', flagOf(row)) : 'no-column',
        tags: [],
        ...(doubtful ? { doubt: overRefunded(file, row, number, formatYuan(paid), formatYuan(refunded)) } : {}),
        source: cells.source(row),
      };
    };
    return {
      generation: columns.platform,
      flag: hasFlag ? 'column' : 'none',
      finishes: need.finishedAt.length > 0,
      order,
    };
  };

  return {
    id: 'generic',
    platform: 'generic',
    name: text(`file of ${columns.platform} (sales.generic)`, `${columns.platform} 文件（sales.generic）`),
    needs: Object.values(need).filter((headings) => headings.length > 0),
    reads: [],
    knows: [],
    rows: 'orders',
    open,
  };
}
