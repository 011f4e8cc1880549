/**
 * Pinduoduo order export (商家后台 订单导出), any columns the user chose. UTF-8 with BOM; numbers end in a TAB, which is
 * taken off like all guards.
 *
 * Money. 用户实付金额(元) is what the buyer paid. The file has no refund amount (商家实收金额(元) is not reduced by one): a
 * refund that was made counts as whole, see after-sales.ts. An after-sales case that runs makes an order wait.
 *
 * Days. 支付时间, else 订单成交时间, else the date that leads the order number (YYMMDD-...), which the file then tells.
 *
 * Remark. 商家备注 holds all notes of the order joined by `;`, the newest last. There is no flag column and no shop.
 */
import { info } from '../../base/issue.js';
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import { type Day, dayOf } from '../../calendar/day.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type OpenFile, type Reader, statusReader } from './adapter.js';
import { afterSales, assumedRefund, heldBack } from './after-sales.js';
import { cellReaders } from './cell-readers.js';

const NUMBER = ['订单号'];
const STATUS = ['订单状态'];
const PAID = ['用户实付金额(元)'];
const PAID_AT = ['支付时间', '订单成交时间'];
const CLOSED_AT = ['订单成交时间'];
const FINISHED_AT = ['确认收货时间'];
const REMARK = ['商家备注'];
const AFTER_SALES = ['售后状态'];

const STATES: Readonly<Record<string, OrderState>> = {
  待付款: 'waiting',
  待支付: 'waiting',
  待发货: 'counts',
  '已发货，待收货': 'counts',
  已收货: 'counts',
  已取消: 'cancelled',
  '未发货，退款成功': 'cancelled',
  // Wholly refunded or, where the after-sales file says so, in part: what is left was sold.
  '已发货，退款成功': 'counts',
  '已收货，退款成功': 'counts',
};

/** `260605-123456789012345` -> 2026-06-05. Not of an order that was never paid. */
function dayOfNumber(number: string): Day | null {
  const match = /^(\d{2})(\d{2})(\d{2})-/.exec(number);
  return match === null ? null : dayOf(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
}

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const [numberOf, paidOf] = [cells.number(NUMBER), cells.amount(PAID)];
  const [paidOnOf, closedOnOf, finishedOnOf] = [cells.day(PAID_AT), cells.day(CLOSED_AT), cells.day(FINISHED_AT)];
  const [statusOf, afterSalesOf, remarkOf] = [cells.text(STATUS), cells.text(AFTER_SALES), cells.text(REMARK)];
  const stateOf = statusReader(STATES);
  let guessed = 0;
  const order = (row: Row): Order | null => {
    const number = numberOf(row);
    const paid = paidOf(row);
    const stated = paidOnOf(row) ?? closedOnOf(row);
    const finishedOn = finishedOnOf(row);
    if (number === null || paid === null || stated === 'wrong' || finishedOn === 'wrong') return null;
    const status = statusOf(row);
    const state = stateOf(status);
    const afterSale = status.includes('退款成功') ? 'refunded' : afterSales(afterSalesOf(row));
    const paidOn = stated ?? (state === 'counts' ? dayOfNumber(number) : null);
    if (stated === null && paidOn !== null) guessed += 1;
    return {
      platform: 'pinduoduo',
      shop: '',
      number,
      paid,
      ...assumedRefund(afterSale, paid),
      state: heldBack(state, afterSale),
      status,
      paidOn,
      finishedOn,
      remark: remarkOf(row),
      flag: 'no-column',
      tags: [],
      source: cells.source(row),
    };
  };
  const close = (): void => {
    if (guessed === 0) return;
    file.report(
      info(
        'order-day-from-number',
        file.source,
        text(
          `${guessed} orders have no time of payment; the day that leads their number is taken.`,
          `${guessed} 笔订单没有支付时间，取订单号开头的日期。`,
        ),
        text('Export the column 支付时间 to be exact.', '如需准确，请导出“支付时间”列。'),
      ),
    );
  };
  return { generation: '2026', flag: 'none', finishes: cells.has(FINISHED_AT), order, close };
}

export const pinduoduo: Adapter = {
  id: 'pinduoduo',
  platform: 'pinduoduo',
  name: text('Pinduoduo order export', '拼多多订单导出'),
  needs: [NUMBER, STATUS, PAID, PAID_AT, REMARK, AFTER_SALES],
  reads: [CLOSED_AT, FINISHED_AT],
  knows: [
    ...['商品', '商品总价(元)', '邮费(元)', '店铺优惠折扣(元)', '平台优惠折扣(元)', '多多支付立减金额(元)'],
    ...['商家实收金额(元)', '商品数量(件)', '发货时间', '确认收货时间', '商品id', '商品规格', '样式id'],
    ...['商家编码-规格维度', '商家编码-商品维度', '快递单号', '快递公司', '是否分期', '手续费承担方'],
  ],
  rows: 'orders',
  open,
};
