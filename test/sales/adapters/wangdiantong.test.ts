import { describe, expect, it } from 'vitest';
import { readFile, rowUnder } from './platform.js';

/** As the published table lists them, up to the columns that matter. */
const HEADINGS =
  '订单编号,店铺名称,订单来源,仓库,原始单号,原始子单号,订单状态,订单类型,发货条件,订单退款状态,订单明细退款状态,交易时间,付款时间,发货时间,客户唯一编码,客户网名,收件人,省市县,地址,手机,电话,邮编,物流公司,物流单号,买家留言,客服备注,打印备注,备注,客服标旗,订单邮费,其它费用,订单总优惠,应收金额,货到付款金额,业务员,审核人,财审人,标记名称,商家编码,货品编号,货品名称,规格名称,分类';

const ORDER = {
  订单编号: 'JY2026120500001',
  店铺名称: '旗舰店',
  原始单号: '2650000000000000011',
  订单状态: '已发货',
  订单退款状态: '无退款',
  付款时间: '2026-12-05 10:00:00',
  客服备注: '送礼物',
  客服标旗: '1',
  应收金额: '99.90',
  业务员: '王婷',
};
const file = (...orders: readonly Partial<typeof ORDER>[]) =>
  readFile(
    HEADINGS,
    orders.map((order) => rowUnder(HEADINGS, { ...ORDER, ...order })),
  );

describe('wangdiantong', () => {
  it('reads an order of several items once, by the platform’s number, with its agent', () => {
    const { orders, issues, adapter } = file({}, {}, { 原始单号: '', 业务员: '', 客服标旗: '' });
    expect([adapter, issues]).toEqual(['wangdiantong', []]);
    expect(orders).toHaveLength(2);
    expect(orders[0]).toMatchObject({
      platform: 'erp',
      shop: '旗舰店',
      number: '2650000000000000011',
      paid: 9990,
      refunded: 0,
      state: 'counts',
      signed: '王婷',
      flag: 'red',
      remark: '送礼物',
    });
    expect(orders[1]).toMatchObject({ number: 'JY2026120500001', flag: null });
    expect(orders[1]!.signed).toBeUndefined();
  });

  it('a refund is known as a status only', () => {
    const { orders, issues } = file({ 订单退款状态: '全部退款' });
    expect(orders[0]).toMatchObject({ paid: 9990, refunded: 9990, refundAssumed: true });
    expect(issues).toEqual(['warning refund-amount-unknown']);
  });
});
