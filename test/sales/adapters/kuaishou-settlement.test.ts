import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, table } from '../department.js';
import { HEADINGS } from '../exports/headings.js';
import { rowUnder } from './platform.js';

const ORDERS = HEADINGS['KS-2026'];
const SETTLED = HEADINGS['KS-SETTLE'];

const ALL = table('orders.csv', [
  ORDERS.split(','),
  rowUnder(ORDERS, {
    订单号: '2500000000000001',
    订单状态: '交易成功',
    实付款: '¥1,299.90',
    订单支付时间: '2026-12-05 10:00:00',
    订单备注: '1001',
    售后状态: '退款成功',
    旗帜颜色: '-',
  }),
]);
const line = (product: string, refunded: string): string[] =>
  rowUnder(SETTLED, { 订单号: '2500000000000001', 商品ID: product, '订单退款(元)': refunded });

describe('kuaishou-settlement', () => {
  it('gives the refunds of an order, product by product', () => {
    const read = readOrders([
      ALL,
      table('s.csv', [SETTLED.split(','), line('1', '99.90'), line('2', '0.00'), line('3', '-1.10')]),
    ]);
    // 99.90 + 1.10, whichever sign the file writes
    expect(ordersOf(read.value!).map(({ paid, refunded }) => [paid, refunded])).toEqual([[129990, 10100]]);
    expect(read.issues).toEqual([]);
  });

  it('an amount that is none is an error with its place', () => {
    const read = readOrders([ALL, table('s.csv', [SETTLED.split(','), line('1', '9x')])]);
    expect(read.issues.map(({ code, source }) => `${code} ${source?.file}:${source?.row}`)).toEqual([
      'order-amount-unreadable s.csv:2',
      'refund-amount-unknown orders.csv:undefined',
    ]);
  });
});
