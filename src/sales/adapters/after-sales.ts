/**
 * Exports that tell of a refund but not of its amount (Pinduoduo, Douyin, Kuaishou): a successful refund is taken for the
 * whole amount (assumed: it pays nobody for money that may be gone), and the file says how much that concerns.
 */
import { type Fen, fen, showYuan } from '../../base/fen.js';
import { warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import type { OrderState } from '../order.js';
import type { OpenFile } from './adapter.js';

/** What an after-sales word means: no case, one that runs, a refund made. A word nobody knows is a case that runs. */
export function afterSales(words: string): 'none' | 'running' | 'refunded' {
  if (words === '' || words.startsWith('无售后') || words.includes('关闭') || words.includes('取消')) return 'none';
  return words.includes('退款成功') || words.includes('全额退款') ? 'refunded' : 'running';
}

export interface WholeRefunds {
  /** The refund of one order: its whole amount, remembered. */
  readonly take: (paid: Fen) => Fen;
  /** To be called after the last row. */
  readonly close: () => void;
}

export function wholeRefunds(file: OpenFile): WholeRefunds {
  let orders = 0;
  let sum = 0;
  return {
    take: (paid) => {
      orders += 1;
      sum += paid;
      return paid;
    },
    close: () => {
      if (orders === 0) return;
      file.report(
        warning(
          'refund-amount-unknown',
          file.source,
          text(
            `${orders} orders were refunded, but the file does not say how much: ${showYuan(fen(sum))}, their whole amount, is taken for refunded.`,
            `${orders} 笔订单已退款，但文件没有退款金额：按全额 ${showYuan(fen(sum))} 计为退款。`,
          ),
          text(
            'Partly refunded orders must be looked up in the after-sales export.',
            '部分退款的订单请查阅售后导出文件。',
          ),
        ),
      );
    },
  };
}

/** The state of an order that its after-sales case may hold back. */
export const heldBack = (state: OrderState, afterSale: 'none' | 'running' | 'refunded'): OrderState =>
  state === 'counts' && afterSale === 'running' ? 'waiting' : state;
