import { describe, expect, it } from 'vitest';
import { HEADINGS } from '../exports/headings.js';
import { readFile, rowUnder } from './platform.js';

const ENGLISH =
  'tid,shop_name,out_tid,status,order_totalfee,payment_received_time,good_receive_time,flag_color,service_remarks';

const order = (at: string, status: string, more: Record<string, string> = {}): string[] =>
  rowUnder(HEADINGS.EDB, {
    订单编号: `E${at}`,
    店铺名称: '丙店',
    外部平台单号: at,
    订单状态: status,
    订单总金额: '100.00',
    到款时间: '2026-12-05 10:00:00',
    到货日期: '',
    旗帜颜色: '1',
    客服备注: '1001',
    ...more,
  });

describe('edb', () => {
  it('reads the platform’s number, the flag and what a status means', () => {
    const { orders, adapter, issues } = readFile(HEADINGS.EDB, [
      order('8001', '已完成', { 到货日期: '2026-12-09' }),
      order('', '已发货'),
      order('8003', '已退款'),
      order('8004', '货到付款', { 到款时间: '' }),
      order('8005', '待退货'),
      order('8006', '已拆单'),
    ]);
    expect(adapter).toBe('edb');
    expect(orders.map(({ number, state, paid, refunded }) => [number, state, paid, refunded])).toEqual([
      ['8001', 'counts', 10000, 0],
      // no platform number: the program's own
      ['E', 'counts', 10000, 0],
      ['8003', 'cancelled', 10000, 10000],
      ['8004', 'waiting', 10000, 0],
      ['8005', 'waiting', 10000, 0],
      ['8006', 'unknown', 10000, 0],
    ]);
    expect(orders[0]).toMatchObject({ shop: '丙店', flag: 'red', finishedOn: '2026-12-09', remark: '1001' });
    expect(issues).toEqual(['warning refund-amount-unknown']);
  });

  it('knows the interface’s own names too', () => {
    const { orders, adapter } = readFile(ENGLISH, [
      ['E1', '丙店', '8001', '已发货', '12.50', '2026-12-05 10:00:00', '', '4', '1002'],
    ]);
    expect([adapter, orders[0]!.paid, orders[0]!.flag, orders[0]!.remark]).toEqual(['edb', 1250, 'blue', '1002']);
  });
});
