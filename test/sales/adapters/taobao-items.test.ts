import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, report2026, table } from '../department.js';
import { rowUnder } from './platform.js';

const OLD = '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码';
const G2021 =
  '子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,支付单号,买家应付货款,买家实际支付金额,退款状态,退款金额,订单创建时间,订单付款时间';
const G2025 =
  '子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号,商品属性,套餐信息,联系方式备注,订单状态,商家编码,支付单号,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,淘鲜达渠道,商品ID,分阶段信息,备注标签,商家备注,主订单买家留言,是否主动赔付,主动赔付金额,主动赔付出账时间';

describe('taobao-items', () => {
  it.each([
    ['old', OLD, ['']],
    ['2021', G2021, []],
    ['2025', G2025, []],
  ])('the %s generation stands beside the order report and counts nothing twice', (generation, headings, trailing) => {
    const number = '2650000000000000011';
    const rows = [1, 2].map((sub) => [
      ...rowUnder(headings, {
        订单编号: number,
        主订单编号: number,
        子订单编号: `${number}${sub}`,
        退款金额: '无退款申请',
      }),
      ...trailing,
    ]);
    const items = table('ExportOrderDetailList.csv', [headings.split(','), ...rows]);
    const orders = report2026('ExportOrderList.csv', [{ number, net: '60.00' }]);
    for (const tables of [
      [items, orders],
      [orders, items],
    ]) {
      const read = readOrders(tables);
      expect(read.issues).toEqual([]);
      expect(ordersOf(read.value!).map(({ paid }) => paid)).toEqual([6000]);
      expect(read.value!.files.find(({ adapter }) => adapter === 'taobao-items')).toMatchObject({
        generation,
        orders: 0,
      });
    }
    expect(readOrders([items]).issues.map(({ code }) => code)).toEqual(['orders-report-missing']);
  });
});
