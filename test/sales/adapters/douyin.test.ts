import { describe, expect, it } from 'vitest';
import { readFile, rowUnder } from './platform.js';

const A =
  '主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台优惠,商家优惠,达人优惠,商家改价,支付优惠,红包抵扣,支付方式,手续费,收件人,收件人手机号,省,市,区,街道,详细地址,是否修改过地址,地址修改时段,买家留言,订单提交时间,旗帜颜色,商家备注,订单完成时间,支付完成时间,APP渠道,流量来源,订单状态,承诺发货时间,订单类型,鲁班落地页ID,达人ID,达人昵称,所属门店ID,售后状态,取消原因,预约发货时间,仓库ID,仓库名称,序列号,是否安心购,广告渠道,流量类型,流量体裁,流量渠道,发货主体,发货主体明细,发货时间,降价类优惠,平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额,预计送达时间,是否平台仓自流转,车型,商品69码,发货SN码,发货IMEI码1,发货IMEI码2,预约送达时间,建议发货时间（起）,建议发货时间（止）,物流SN码,物流IMEI码1,物流IMEI码2';
const B =
  '主订单编号,子订单编号,支付方式,选购商品,货号,商品ID,商家编码,商品数量,商品金额,订单提交时间,支付完成时间,订单完成时间,承诺发货时间,预约发货时间,买家留言,旗帜颜色,商家备注,APP渠道,订单状态,取消原因,售后状态,订单类型,发货时间,车型,是否是以旧换新,换新额外补贴,换新额外补贴发放状态,订单应付金额,运费,优惠总金额,平台优惠,商家优惠,达人优惠,商家改价,支付优惠,手续费,红包抵扣,降价类优惠,平台实际承担优惠金额,商家实际承担优惠金额,达人实际承担优惠金额,收件人,收件人手机号,省,市,区,街道,详细地址,是否修改过地址,快递信息,序列号,达人ID,达人昵称,拼团订单团编号,商品单价是否含税,税费,鲁班落地页ID,所属门店ID,流量来源,仓库ID,仓库名称,是否安心购,广告渠道,流量类型,流量体裁,流量渠道,发货主体,发货主体明细,教育优惠,预计送达时间,是否平台仓自流转,是否是渠道商品,预约送达时间,建议发货时间（起）,建议发货时间（止）';

const ORDER = {
  主订单编号: '\t6953000000000000001',
  子订单编号: '\t6953000000000000002',
  订单应付金额: '1,299.90',
  订单状态: '待发货',
  支付完成时间: '2026-12-05 08:00:00',
  订单完成时间: '',
  商家备注: '1001',
  旗帜颜色: '红',
  售后状态: '-',
};
const file = (headings: string, ...orders: readonly Partial<Record<keyof typeof ORDER, string>>[]) =>
  readFile(
    headings,
    orders.map((order) => rowUnder(headings, { ...ORDER, ...order })),
  );

describe('douyin', () => {
  it.each([
    ['one template', A],
    ['the other', B],
  ])('reads %s: ids with a TAB, thousands commas, flags', (_, headings) => {
    const { adapter, issues, orders } = file(headings, {});
    expect([adapter, issues]).toEqual(['douyin', []]);
    expect(orders[0]).toEqual({
      platform: 'douyin',
      shop: '',
      number: '6953000000000000002',
      paid: 129990,
      refunded: 0,
      state: 'counts',
      status: '待发货',
      paidOn: '2026-12-05',
      finishedOn: null,
      remark: '1001',
      flag: 'red',
      tags: [],
      source: { file: 'orders.csv', row: 2 },
    });
  });

  it('each sub-order counts; red is code 5 here, and code 1 is purple', () => {
    const { orders } = file(
      A,
      { 旗帜颜色: '5' },
      { 子订单编号: '\t3', 旗帜颜色: '1' },
      { 子订单编号: '4', 旗帜颜色: '' },
    );
    expect(orders.map((order) => order.flag)).toEqual(['red', 'purple', null]);
  });

  it('refunds and closed orders do not count', () => {
    const { orders, issues } = file(
      A,
      { 售后状态: '退款成功', 订单状态: '已关闭' },
      { 子订单编号: '3', 售后状态: '待商家处理' },
      { 子订单编号: '4', 订单状态: '新状态' },
    );
    expect(orders.map(({ state, refunded }) => [state, refunded])).toEqual([
      ['cancelled', 129990],
      ['waiting', 0],
      ['unknown', 0],
    ]);
    expect(issues).toEqual(['warning refund-amount-unknown']);
  });
});
