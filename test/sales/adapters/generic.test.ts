import { describe, expect, it } from 'vitest';
import { generic } from '../../../src/sales/adapters/generic.js';
import { computeSales } from '../../../src/sales/compute-sales.js';
import { readOrders } from '../../../src/sales/read-orders.js';
import { DECEMBER, handbook, ordersOf, PEOPLE, table } from '../department.js';

const COLUMNS = {
  platform: '小程序',
  shop: '门店',
  order: '单号',
  paid: '实收（元）',
  refunded: '已退',
  status: '状态',
  paid_at: '付款',
  remark: '客服备注',
  flag: '标旗',
  counts: ['已完成', '已付款'],
};
const HEADINGS = ['状态', '付款', '单号', '实收(元)', '已退', '客服备注', '标旗', '门店'];

describe('generic', () => {
  const file = (...rows: readonly (readonly string[])[]) => table('x.csv', [HEADINGS, ...rows]);

  it('reads the columns the handbook names, in any order', () => {
    const result = readOrders(
      [
        file(
          ['已完成', '2026-12-05 10:00', 'X1', '10.00', '2.00', '1001', '红', '一店'],
          ['待付款', '', 'X2', '10.00', '', '', '', '一店'],
          ['已取消', '', 'X3', '10.00', '', '', '', '一店'],
          ['已付款', '2026-12-05', 'X4', '1.00', '2.00', '', '', '一店'],
        ),
      ],
      [generic(COLUMNS)],
    );
    expect(result.issues.map((issue) => issue.code)).toEqual(['refund-exceeds-payment']);
    expect(ordersOf(result.value!)[0]).toEqual({
      platform: 'generic',
      shop: '一店',
      number: 'X1',
      paid: 1000,
      refunded: 200,
      state: 'counts',
      status: '已完成',
      paidOn: '2026-12-05',
      finishedOn: null,
      remark: '1001',
      flag: 'red',
      tags: [],
      source: { file: 'x.csv', row: 2 },
    });
    expect(ordersOf(result.value!).map((order) => order.state)).toEqual(['counts', 'waiting', 'cancelled', 'counts']);
  });

  it('is asked after the platforms, and only where the handbook has it', () => {
    const rows = [file(['已完成', '2026-12-05', 'X1', '10.00', '2.00', '1001', '', '一店'])];
    const facts = { people: PEOPLE, month: DECEMBER };
    const known = computeSales(rows, { ...facts, handbook: handbook({ generic: COLUMNS }) });
    expect(known.value!.total).toMatchObject({ export: 1000, agents: 800, refunded: 200 });
    expect(computeSales(rows, { ...facts, handbook: handbook() }).issues[0]!.severity).toBe('error');
  });
});
