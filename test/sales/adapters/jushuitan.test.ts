import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { table } from '../department.js';
import { readFile } from './platform.js';

const HEADINGS =
  '付款日期,订单状态,销售数量,销售金额,实退数量,退货金额,商品编码,分销商,店铺,虚拟分类,内部订单号,线上订单号';

describe('jushuitan', () => {
  it('adds up the items of an order', () => {
    const item = (number: string, paid: string, refunded: string): string[] => [
      ...['2026-12-05', '已发货', '1', paid, '0', refunded, 'A-1', '', '旗舰店', '', '88001', number],
    ];
    const { orders, issues, adapter } = readFile(HEADINGS, [
      item('2650000000000000011', '60.00', '0.00'),
      item('2650000000000000011', '39.90', '39.90'),
      item('', '5.00', ''),
    ]);
    expect([adapter, issues]).toEqual(['jushuitan', []]);
    // 60.00 + 39.90 = 99.90
    expect(orders.map(({ number, paid, refunded, remark }) => [number, paid, refunded, remark])).toEqual([
      ['2650000000000000011', 9990, 3990, ''],
      ['88001', 500, 0, ''],
    ]);
  });

  it('refuses an impossible year', () => {
    const row = ['3525-12-05', '已发货', '1', '1', '0', '0', 'A', '', '店', '', '1', '2'];
    const read = readOrders([table('orders.csv', [HEADINGS.split(','), row])]);
    expect(read.issues.map(({ code }) => code)).toEqual(['order-day-unreadable']);
  });
});
