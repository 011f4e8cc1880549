import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, table } from '../department.js';
import { HEADINGS } from '../exports/headings.js';
import { rowUnder } from './platform.js';

const ORDERS = HEADINGS['PDD-2026-SHORT'];
const CASES = HEADINGS['PDD-AFTERSALE'];

const order = (at: number, paid: string, status: string, afterSale: string): string[] =>
  rowUnder(ORDERS, {
    订单号: `261205-${at}`,
    订单状态: status,
    '用户实付金额(元)': `${paid}\t`,
    订单成交时间: '2026-12-05 10:00:00',
    确认收货时间: '\t',
    商家备注: '1001',
    售后状态: afterSale,
  });
const afterSale = (
  id: string,
  of: string,
  amount: string,
  status: string,
  more: Record<string, string> = {},
): string[] =>
  rowUnder(CASES, { 售后编号: id, 订单编号: of, '退款金额(元)': amount, 售后状态: status, 同意退款时间: '', ...more });

const ALL = table('orders.csv', [
  ORDERS.split(','),
  order(1, '80.00', '已收货，退款成功', '退款成功'),
  order(2, '60.00', '已收货，退款成功', '退款成功'),
]);

describe('pinduoduo-after-sales', () => {
  it('says how much went back, which the order export only assumes', () => {
    const cases = table('cases.csv', [
      CASES.split(','),
      afterSale('501', '261205-1', '15.00', '退款成功', { 同意退款时间: '2026-12-08 09:00:00' }),
      afterSale('502', '261205-1', '5.50', '退款成功'),
      afterSale('503', '261205-2', '60.00', '售后取消'),
    ]);
    const read = readOrders([ALL, cases]);
    // 1: 15.00 + 5.50 of 80.00; 2: the case was withdrawn, so the whole 60.00 is still only assumed
    expect(ordersOf(read.value!).map(({ paid, refunded, state }) => [paid, refunded, state])).toEqual([
      [8000, 2050, 'counts'],
      [6000, 6000, 'counts'],
    ]);
    expect(read.issues.map(({ code }) => code)).toEqual(['refund-amount-unknown']);
    expect(read.issues[0]!.message.en).toContain('60.00');
  });

  it('alone it does not say who sold what', () => {
    const cases = table('cases.csv', [CASES.split(','), afterSale('501', '261205-1', '15.00', '退款成功')]);
    expect(readOrders([cases]).issues.map(({ code }) => code)).toContain('orders-report-missing');
  });
});
