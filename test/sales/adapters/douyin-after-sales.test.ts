import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, table } from '../department.js';
import { rowUnder } from './platform.js';

const HEADINGS =
  '售后单号,订单号,商品单号,商品名称,商品ID,应付金额（元）,商品运费（元）,支付优惠（元）,商品税费（元）,商品发货状态,售后类型,退商品金额（元）,退运费金额（元）,退支付优惠（元）,退税费金额（元）,售后状态,售后申请时间,退款方式,是否已上传退款凭证,售后原因,售后原因标签,退货物流单号,退货异常,退货发货时间,退货物流公司,自动处理截止时间,同意售后申请时间,商家退款时间,用户到账时间,售后关闭时间,商家退货地址,商家退货联系人姓名,商家退货联系人电话,仲裁状态,纠纷责任方,是否极速退款,是否拒签后退款,发货物流单号,发货物流状态,换货物流单号,退货物流状态,售后完结时间,订单备注,用户售后说明,售后备注,操作人,协商记录,换货商品信息,商家编码,门店名称';
const ORDERS = '主订单编号,子订单编号,订单应付金额,商家备注,订单完成时间,支付完成时间,订单状态,售后状态';

const order = (number: string, paid: string, afterSale: string): string[] => [
  ...['\t6900', `\t${number}`, paid, '1001', '', '2026-12-05 10:00:00', '已完成', afterSale],
];
const afterSale = (id: string, of: string, goods: string, postage: string, paidBack: string): string[] =>
  rowUnder(HEADINGS, {
    售后单号: `\t${id}`,
    商品单号: `\t${of}`,
    '退商品金额（元）': goods,
    '退运费金额（元）': postage,
    售后状态: '待商家处理',
    商家退款时间: paidBack,
  });

describe('douyin-after-sales', () => {
  it('gives the amount that the order export only assumes', () => {
    const orders = table('orders.csv', [
      ORDERS.split(','),
      order('6901', '1,200.00', '退款成功'),
      order('6902', '80.00', '退款成功'),
      order('6903', '30.00', '-'),
    ]);
    const cases = table('after-sales.csv', [
      HEADINGS.split(','),
      afterSale('1', '6901', '100.00', '6.50', '2026-12-07 09:00:00'),
      afterSale('2', '6903', '30.00', '0.00', ''),
    ]);
    const read = readOrders([orders, cases]);
    // 6901: 100.00 + 6.50; 6902: still assumed, the whole 80.00; 6903: nothing was paid back
    expect(ordersOf(read.value!).map(({ paid, refunded }) => [paid, refunded])).toEqual([
      [120000, 10650],
      [8000, 8000],
      [3000, 0],
    ]);
    expect(read.issues.map(({ code }) => code)).toEqual(['refund-amount-unknown']);
    expect(read.issues[0]!.message.en).toContain(
      'orders refunded without a stated amount: 1; their whole amount, 80.00',
    );
  });
});
