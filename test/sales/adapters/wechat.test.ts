import { describe, expect, it } from 'vitest';
import { readFile, rowUnder } from './platform.js';

const HEADINGS =
  '订单号,订单下单时间,订单发货时间,订单确认收货时间,订单完成结算时间,订单状态,发货方式,收件人姓名,收件人地址,省,市,区,收件人手机,买家备注,商家备注,打标颜色,商品总价,订单实际支付金额,订单实际收款金额,订单运费,商品优惠,跨店优惠,商品改价,积分抵扣,支付方式,支付时间,交易单号,物流公司,快递单号,技术服务费,技术服务费（将以人气卡形式返还）,运费险预计投保费用,带货方式,带货账号类型,带货账号昵称,带货费用渠道,带货费用类型,带货费用,带货佣金率,企微企业ID,企微工号,导购最近分享时间,企业微信加密id,企微备注,礼物单号,商品名称,商品编码(平台),商品编码(自定义),SKU编码(自定义),商品属性,商品价格(单件),商品实际价格(单件),商品实际价格(总共),是否预售,商品数量,商品平台券优惠,商品平均运费,活动商家补贴,定制信息,定制预览图,商品发货,商品售后,商品已退款金额';

const ORDER = {
  订单号: '3700000000000000001',
  订单状态: '待收货',
  订单实际支付金额: '99.00',
  订单实际收款金额: '95.00',
  商品已退款金额: '10.00',
  支付时间: '2026-12-05 08:00:00',
  订单确认收货时间: '',
  订单完成结算时间: '',
  商家备注: '1001',
  打标颜色: '灰色',
  企微工号: '1002',
};
const file = (...orders: readonly Partial<Record<keyof typeof ORDER, string>>[]) =>
  readFile(
    HEADINGS,
    orders.map((order) => rowUnder(HEADINGS, { ...ORDER, ...order })),
  );

describe('wechat', () => {
  it('reads what was paid before refunds, and colours by name', () => {
    const { adapter, issues, orders } = file({});
    expect([adapter, issues]).toEqual(['wechat', []]);
    expect(orders[0]).toEqual({
      platform: 'wechat',
      shop: '',
      number: '3700000000000000001',
      paid: 9900,
      refunded: 1000,
      signed: '1002',
      state: 'counts',
      status: '待收货',
      paidOn: '2026-12-05',
      finishedOn: null,
      remark: '1001',
      flag: 'grey',
      tags: [],
      source: { file: 'orders.csv', row: 2 },
    });
  });

  it('rows of one order: the payment once, the refunds summed', () => {
    const { orders, issues } = file({}, { 商品已退款金额: '5.50' });
    expect(orders.map(({ paid, refunded }) => [paid, refunded])).toEqual([[9900, 1550]]);
    expect(issues).toEqual([]);
  });

  it('an unknown status is unknown', () => {
    expect(file({ 订单状态: '新状态' }).orders[0]!.state).toBe('unknown');
  });
});
