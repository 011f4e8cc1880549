import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../src/sales/read-orders.js';
import { ordersOf, report2026, table } from '../department.js';
import { rowUnder } from './platform.js';

const HEADINGS =
  '订单编号,退款编号,支付单号,订单付款时间,商品id,商品编码,退款完结时间,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款,售后类型,退款的申请时间,超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,卖家真实姓名(新),卖家退货地址,卖家邮编,卖家电话,卖家手机,退货物流单号,退货物流公司,买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,备注标签,商家备注,完结时间,部分退款/全部退款,审核操作人,审核操作人新会员名,举证超时,是否零秒响应,退款操作人,退款操作人新会员名,退款原因标签,业务类型,是否帮他退款,帮他退款操作账号,小额收款,淘特订单,百亿补贴超链退款信息,智能退款策略,执行方案';

const refund = (order: string, id: string, amount: string, status = '退款成功'): string[] =>
  rowUnder(HEADINGS, {
    订单编号: order,
    退款编号: id,
    买家退款金额: amount,
    退款状态: status,
    订单付款时间: '2026-12-01 10:00:00',
    退款完结时间: '2026-12-09 10:00:00',
  });
const report = (...rows: readonly string[][]) => table('refunds.csv', [HEADINGS.split(','), ...rows]);

const ORDERS = report2026('orders.csv', [
  { number: '2650000000000000011', net: '100.00', refunded: '20.00' },
  { number: '2650000000000000012', net: '50.00' },
]);

describe('taobao-refunds', () => {
  it('counts what was refunded since the order export, each refund once, only where it was made', () => {
    const read = readOrders([
      report(
        refund('2650000000000000011', '1', '20.00'),
        refund('2650000000000000011', '2', '5.50'),
        refund('2650000000000000011', '2', '5.50'),
        refund('2650000000000000012', '3', '50.00', '退款关闭'),
      ),
      ORDERS,
    ]);
    expect(read.issues).toEqual([]);
    // 20.00 + 5.50 = 25.50 of 120.00 paid; the refund that was closed takes nothing
    expect(ordersOf(read.value!).map(({ paid, refunded }) => [paid, refunded])).toEqual([
      [12000, 2550],
      [5000, 0],
    ]);
    expect(read.value!.files.map(({ adapter, orders }) => [adapter, orders])).toEqual([
      ['taobao-refunds', 0],
      ['taobao-orders', 2],
    ]);
  });

  it('leaves a stated refund that is larger, tells of refunds without an order and of more refunded than paid', () => {
    const read = readOrders([
      ORDERS,
      report(
        refund('2650000000000000011', '1', '10.00'),
        refund('2650000000000000012', '2', '60.00'),
        refund('2650000000000000099', '3', '7.00'),
      ),
    ]);
    expect(ordersOf(read.value!).map(({ refunded, doubt }) => [refunded, doubt?.en])).toEqual([
      [2000, undefined],
      [6000, 'order 2650000000000000012: 60.00 refunded of 50.00 paid'],
    ]);
    expect(read.issues.map(({ code }) => code)).toEqual(['refunds-exceed-payment', 'refunds-without-order']);
    expect(read.issues[1]!.message.en).toContain('1, 7.00 in all');
  });

  it('alone it does not say who sold what', () => {
    expect(readOrders([report(refund('1', '1', '1.00'))]).issues.map(({ code }) => code)).toEqual([
      'orders-report-missing',
      'refunds-without-order',
    ]);
  });
});
