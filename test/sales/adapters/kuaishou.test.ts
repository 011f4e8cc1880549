import { describe, expect, it } from 'vitest';
import { readFile, rowUnder } from './platform.js';

const HEADINGS =
  '订单号,赠品订单号,活动订单编号,订单创建时间,订单支付时间,预售定金支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,主播补贴,混资活动优惠,支付优惠,支付方式,成交数量,买家留言,账号类型,账号明细,订单备注,旗帜颜色,售后状态,活动订单,预售/承诺发货时间,订单载体,国补类型,商品名称,商品ID,商品规格,SKU编码,商品单价,渠道,CPS达人ID,CPS达人昵称,预估推广佣金,预估推广者分佣比例,团长ID,团长昵称,快赚客ID,快赚客昵称,授权推广者ID,授权推广者昵称,收货人姓名,收货人电话,收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号,物流信息,集运类型,直邮类型,仓库名称,仓库地址,发货类型,实名姓名,服务门店ID,服务门店名称,服务门店地址,国补/类国补/消费券,订单销售主体';

const ORDER = {
  订单号: '2534000000000001',
  订单支付时间: '2026-12-05 08:00:00',
  订单状态: '已发货',
  实付款: '¥1,299.90',
  订单备注: '1001',
  旗帜颜色: 'red_flag_tag_order',
  售后状态: '--',
};
const file = (headings: string, ...orders: readonly Partial<Record<keyof typeof ORDER, string>>[]) =>
  readFile(
    headings,
    orders.map((order) => rowUnder(HEADINGS, { ...ORDER, ...order })),
  );

describe('kuaishou', () => {
  it('reads amounts with ¥, empties as dashes, flags by API word', () => {
    const { adapter, issues, orders } = file(HEADINGS, {});
    expect([adapter, issues]).toEqual(['kuaishou', []]);
    expect(orders[0]).toEqual({
      platform: 'kuaishou',
      shop: '',
      number: '2534000000000001',
      paid: 129990,
      refunded: 0,
      state: 'counts',
      status: '已发货',
      paidOn: '2026-12-05',
      finishedOn: null,
      remark: '1001',
      flag: 'red',
      tags: [],
      source: { file: 'orders.csv', row: 2 },
    });
  });

  it('reads older heads, and heads with spaces and line breaks', () => {
    const old = HEADINGS.replace('订单号,', '订单编号,')
      .replace('实付款,', '实付款(元),')
      .replace('订单状态', ' 订单\n状态 ');
    expect(file(old, {}).orders[0]).toMatchObject({ number: '2534000000000001', paid: 129990 });
  });

  it('refunded, disputed, closed and unknown orders do not count', () => {
    const { orders, issues } = file(
      HEADINGS,
      { 售后状态: '退款成功' },
      { 订单号: '2', 售后状态: '售后处理中' },
      { 订单号: '3', 订单状态: '交易关闭' },
      { 订单号: '4', 订单状态: '？' },
    );
    expect(orders.map(({ state, refunded }) => [state, refunded])).toEqual([
      ['counts', 129990],
      ['waiting', 0],
      ['cancelled', 0],
      ['unknown', 0],
    ]);
    expect(issues).toEqual(['warning refund-amount-unknown']);
  });
});
