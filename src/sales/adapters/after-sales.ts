/**
 * Exports that tell of a refund but not of its amount (Pinduoduo, Douyin, Kuaishou): a successful refund is taken for the
 * whole amount (assumed: it pays nobody for money that may be gone) until an after-sales file says more.
 */
import { type Fen, fen } from '../../base/fen.js';
import type { OrderState } from '../order.js';

/** No case, one that runs, a refund made. */
export type AfterSale = 'none' | 'running' | 'refunded';

/** What an after-sales word means. A word nobody knows is a case that runs. */
export function afterSales(words: string): AfterSale {
  if (words === '' || words.startsWith('无售后') || words.includes('关闭') || words.includes('取消')) return 'none';
  return words.includes('退款成功') || words.includes('全额退款') ? 'refunded' : 'running';
}

/** The state of an order that its after-sales case may hold back. */
export const heldBack = (state: OrderState, afterSale: AfterSale): OrderState =>
  state === 'counts' && afterSale === 'running' ? 'waiting' : state;

/** What such an order says was refunded. */
export const assumedRefund = (
  afterSale: AfterSale,
  paid: Fen,
): { readonly refunded: Fen; readonly refundAssumed?: true } =>
  afterSale === 'refunded' ? { refunded: paid, refundAssumed: true } : { refunded: fen(0) };
