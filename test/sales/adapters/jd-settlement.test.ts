import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, table } from '../department.js';
import { HEADINGS } from '../exports/headings.js';
import { rowUnder } from './platform.js';

const ORDERS = HEADINGS['JD-2017'];
const SETTLED = HEADINGS['JD-SETTLE-2026'];

const ALL = table('orders.csv', [
  ORDERS.split(','),
  rowUnder(ORDERS, {
    订单号: '123456',
    订单状态: '完成',
    结算金额: '200.00',
    付款确认时间: '2026-12-05 10:00:00',
    订单完成时间: '2026-12-09 10:00:00',
    商家备注: '1001',
  }),
]);
const fee = (kind: string, way: string, amount: string, service: string): string[] =>
  rowUnder(SETTLED, {
    订单编号: '123456',
    售后服务单号: service,
    商品编号: '7',
    费用名称: kind,
    收支方向: way,
    应结金额: amount,
    售后退款时间: '2026-12-12 10:00:00',
  });
const settled = (...rows: readonly string[][]) => table('settlement.csv', [SETTLED.split(','), ...rows]);

describe('jd-settlement', () => {
  it('takes the goods’ money that went back, and no fee', () => {
    const read = readOrders([
      ALL,
      settled(
        fee('货款', '收入', '200.00', ''),
        fee('佣金', '支出', '-10.00', '77'),
        fee('货款', '支出', '-35.50', '77'),
      ),
    ]);
    expect(ordersOf(read.value!).map(({ paid, refunded }) => [paid, refunded])).toEqual([[20000, 3550]]);
    expect(read.issues).toEqual([]);
  });

  it('more back than paid leaves the order to the clerk', () => {
    const read = readOrders([ALL, settled(fee('货款', '支出', '-350.00', '77'))]);
    expect(read.issues.map(({ code }) => code)).toEqual(['refunds-exceed-payment']);
    expect(ordersOf(read.value!)[0]!.doubt?.en).toBe('order 123456: 350.00 refunded of 200.00 paid');
  });
});
