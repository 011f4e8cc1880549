import { describe, expect, it } from 'vitest';
import { readFile, rowUnder } from './platform.js';

const G2016 =
  '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间,订单来源,订单渠道';
const G2017 =
  '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,订单备注,发票类型,发票抬头,发票内容,商家备注,商家备注等级（等级1-5为由高到低）,运费金额,付款确认时间,增值税发票,货号,订单完成时间,订单来源,订单渠道,送装服务,服务费,仓库id,仓库名称,普通发票纳税编号';

const ORDER = {
  订单号: '60000000001',
  结算金额: '88.00',
  余额支付: '8.00',
  应付金额: '80.00',
  订单状态: '等待出库',
  付款确认时间: '2026-12-05 08:00:00',
  订单完成时间: '',
  订单备注: '买家的话 1002',
  商家备注: '1001',
};
const rows = (headings: string, ...orders: readonly Partial<Record<keyof typeof ORDER, string>>[]) =>
  orders.map((order) => rowUnder(headings, { ...ORDER, ...order }));

describe('jd', () => {
  it.each([
    ['2016', G2016],
    ['2017', G2017],
  ])('reads the %s generation: the seller’s remark, what was paid with a balance included', (_, headings) => {
    const { adapter, issues, orders } = readFile(headings, rows(headings, {}));
    expect([adapter, issues]).toEqual(['jd', []]);
    expect(orders[0]).toEqual({
      platform: 'jd',
      shop: '',
      number: '60000000001',
      paid: 8800,
      refunded: 0,
      state: 'counts',
      status: '等待出库',
      paidOn: '2026-12-05',
      finishedOn: null,
      remark: '1001',
      flag: 'no-column',
      tags: [],
      source: { file: 'orders.csv', row: 2 },
    });
  });

  it('rows of one order count once; notes under the table are told of', () => {
    const items = rows(G2016, {}, {}, { 订单号: '60000000002' }).map((cells) => [...cells, '']);
    const { orders, issues } = readFile(G2016, [...items, ['', '以上为全部订单']]);
    expect(orders.map(({ number, paid }) => [number, paid])).toEqual([
      ['60000000001', 8800],
      ['60000000002', 8800],
    ]);
    expect(issues).toEqual(['info order-notes-skipped']);
  });

  it('rows of one order with different amounts are pointed out', () => {
    expect(readFile(G2016, rows(G2016, {}, { 结算金额: '9.00' })).issues).toEqual(['warning order-repeated-in-file']);
  });

  it.each([
    ['(删除)等待出库', 'cancelled'],
    ['取消', 'cancelled'],
    ['等待付款', 'waiting'],
    ['完成', 'counts'],
    ['等待确认收货', 'counts'],
    ['锁定', 'unknown'],
  ])('status %s is %s', (status, state) => {
    expect(readFile(G2016, rows(G2016, { 订单状态: status })).orders[0]!.state).toBe(state);
  });
});
