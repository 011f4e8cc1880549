import { describe, expect, it } from 'vitest';
import { readFile, rowUnder } from './platform.js';

const FULL =
  '商品,订单号,订单状态,商品数量(件),是否审核中,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间,商品id,商品规格,样式ID,商品一级类目,商品二级类目,商品三级类目,商品四级类目,商家编码-规格维度,商家编码-商品维度,商家备注,买家留言,售后状态,消费者资料,订单成交时间,消费者资料上传时间,赠品名称,赠品id,赠品规格,赠品数量,团ID,团身份,是否已开始配送,配送员是否已送达,配送状态,同城是否普通快递,集运类型,赠品订单号,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),上门安装费(元),送货入户费(元),送货入户并安装费(元),用户实付金额(元),商家实收金额(元),快递单号,快递公司,省,市,区,街道/镇,配送员手机号,是否抽奖或0元试用,是否顺丰加价,用户购买手机号,旅行类信息,充值号码,是否门店自提,门店名称,门店自定义编码,关联货品编码,货品名称,货品类型,子货品,仓库名称,仓库所在地址,海淘清关订单号,支付ID,支付方式,保税仓,是否直播间成交,是否直播间引导成交,预约配送时间,是否节能补贴,是否分期,分期期数,手续费承担方,是否无痕发货,订单来源,是否社区团购,小区送达情况,分期方式,是否已上传证件照片,是否支持上传识别码,识别码上传状态';
const SHORT =
  '商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司,订单成交时间,是否分期,分期期数,手续费承担方,分期方式';

const ORDER = {
  订单号: '261205-123456789012345',
  订单状态: '已发货，待收货',
  '用户实付金额(元)': '168.99\t',
  '商家实收金额(元)': '170.00\t',
  支付时间: '2026-12-06 00:00:01',
  订单成交时间: '2026-12-05 23:59:59',
  确认收货时间: '\t',
  商家备注: '改地址;1001',
  售后状态: '无售后或售后取消',
};
const file = (headings: string, ...orders: readonly Partial<Record<keyof typeof ORDER, string>>[]) =>
  readFile(
    headings,
    orders.map((order) => rowUnder(headings, { ...ORDER, ...order }, '1\t')),
  );

describe('pinduoduo', () => {
  it('reads both column sets: amounts end in a TAB, the day is the payment’s, else the deal’s', () => {
    const full = file(FULL, {});
    expect(full).toMatchObject({ adapter: 'pinduoduo', issues: [] });
    expect(full.orders[0]).toEqual({
      platform: 'pinduoduo',
      shop: '',
      number: '261205-123456789012345',
      paid: 16899,
      refunded: 0,
      state: 'counts',
      status: '已发货，待收货',
      paidOn: '2026-12-06',
      finishedOn: null,
      remark: '改地址;1001',
      flag: 'no-column',
      tags: [],
      source: { file: 'orders.csv', row: 2 },
    });
    expect(file(SHORT, {}).orders[0]).toMatchObject({ paid: 16899, paidOn: '2026-12-05' });
  });

  it('a refund that was made takes the whole amount, and the file says how much that is', () => {
    const { orders, issues } = file(
      SHORT,
      { 订单状态: '已收货，退款成功', 售后状态: '退款成功' },
      { 订单号: '261205-2', 售后状态: '售后处理中' },
      { 订单号: '261205-3', 订单状态: '已取消' },
      { 订单号: '261205-4', 订单状态: '待付款', 订单成交时间: '' },
      { 订单号: '261205-5', 订单状态: '抽奖中' },
    );
    expect(orders.map(({ state, paid, refunded }) => [state, paid, refunded])).toEqual([
      ['counts', 16899, 16899],
      ['waiting', 16899, 0],
      ['cancelled', 16899, 0],
      ['waiting', 16899, 0],
      ['unknown', 16899, 0],
    ]);
    expect(issues).toEqual(['warning refund-amount-unknown']);
  });

  it('without a time the day leads the order number, and the file says so', () => {
    const { orders, issues } = file(SHORT, { 订单成交时间: '\t' });
    expect(orders[0]!.paidOn).toBe('2026-12-05');
    expect(issues).toEqual(['info order-day-from-number']);
  });
});
