import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/sales/order.js';
import { readOrders } from '../../../src/sales/read-orders.js';
import { HEADINGS_2026, ordersOf, report2026, sold, table } from '../department.js';

/** The heading lines as the platform wrote them, trailing spaces and all. */
const G2017 =
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额,预约门店';
const G2018 =
  '订单编号,买家会员名,买家支付宝账号,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id,退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包';
const G2019 = `${G2018},是否信用购,体验期结束时间,前N有礼,配送类型,主订单编号`;
const G2021 = `${G2018},是否信用购,体验期结束时间,前N有礼,配送类型,直播返现状态,返现金额,延迟发货自动赔付金额,新零售成交门店昵称,新零售成交门店id,新零售成交经销商id,预售订单,发货时间,商家备忘,主订单编号`;
const G2026 =
  '订单编号,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,返点积分,买家实付金额,买家实付积分,订单状态,买家留言,订单创建时间,订单付款时间,商品标题,宝贝种类,备注标签,商家备注,宝贝总数量,店铺ID,店铺名称,订单关闭原因,卖家服务费,买家服务费,开票信息,手机订单,分阶段信息,退款金额,是否主动赔付,主动赔付金额,主动赔付出账时间,预售下沉订单,预售下沉状态,商品属性SKU,安心鉴订单,百亿补贴审核订单,淘特订单,C2B小额收款,淘鲜达渠道,预售订单,确认收货打款金额,预约发货订单,换新补贴报名信息,换新补贴订单,换新补贴金额,码上收订单,买家支付积分,是否信用购订单,含应开票给个人红包,总金额(旧版),买家申请退定金,换新补贴支付方式,换新补贴类型,补贴金额的出资明细,商家编码';

/** A row under these headings; columns that are not named are filled with what must not be read. */
const row = (headings: string, cells: Readonly<Record<string, string>>): string[] =>
  headings.split(',').map((heading) => cells[heading.trim()] ?? '999');

const read = (...tables: Parameters<typeof readOrders>[0]) => readOrders(tables);
const orders = (headings: string, ...rows: readonly Readonly<Record<string, string>>[]): readonly Order[] => {
  const result = read(table('o.csv', [headings.split(','), ...rows.map((cells) => row(headings, cells))]));
  expect(result.issues).toEqual([]);
  return ordersOf(result.value!);
};

const OLD = {
  订单编号: '="35790000000000123"',
  买家实际支付金额: '120.50',
  退款金额: '20.50',
  订单状态: '卖家已发货，等待买家确认',
  订单付款时间: '2026-12-05 23:59:59',
  确认收货时间: 'null',
  订单备注: '1001',
  店铺名称: '旗舰店',
  订单关闭原因: '',
};

describe('taobao-orders', () => {
  it.each([
    ['2017', G2017, '1001'],
    ['2018', G2018, '1001'],
    ['2019', G2019, '1001'],
    // 商家备忘 is the seller's remark here, 订单备注 stands beside it
    ['2021', G2021, '1002'],
  ])('reads the %s generation: what was paid is gross', (generation, headings, remark) => {
    const cells = { ...OLD, 商家备忘: '1002' };
    const result = read(table('o.csv', [headings.split(','), row(headings, cells)]));
    expect(result.issues).toEqual([]);
    expect(result.value!.files[0]).toMatchObject({ adapter: 'taobao-orders', generation, orders: 1 });
    expect(ordersOf(result.value!)[0]).toEqual({
      platform: 'taobao',
      shop: '旗舰店',
      number: '35790000000000123',
      paid: 12050,
      refunded: 2050,
      state: 'counts',
      status: '卖家已发货，等待买家确认',
      paidOn: '2026-12-05',
      finishedOn: null,
      remark,
      flag: 'no-column',
      tags: [],
      source: { file: 'o.csv', row: 2 },
    });
  });

  it('reads the 2026 generation: what was paid is net, so gross = net + refunds', () => {
    const cells = {
      订单编号: '2650000000000000123',
      买家实付金额: '100.00',
      退款金额: '20.50',
      '总金额(旧版)': '120.50',
      总金额: '777.00',
      订单状态: '买家已付款,等待卖家发货', // ASCII comma
      订单付款时间: '2026-12-05 00:00:00',
      商家备注: 'null',
      备注标签: '',
      店铺名称: '旗舰店',
      订单关闭原因: '订单未关闭',
    };
    const [order] = orders(G2026, cells);
    expect(order).toMatchObject({
      number: '2650000000000000123',
      paid: 12050,
      refunded: 2050,
      state: 'counts',
      remark: '',
      flag: null,
      paidOn: '2026-12-05',
    });
  });

  it.each([
    ['等待买家付款', 'waiting'],
    ['买家已付款，等待卖家发货', 'counts'],
    ['买家已付款,等待卖家发货', 'counts'],
    ['卖家部分发货', 'counts'],
    ['卖家已发货,等待买家确认', 'counts'],
    ['买家已签收,货到付款专用', 'counts'],
    ['交易成功', 'counts'],
    ['交易关闭', 'cancelled'],
    ['付款以后用户退款成功，交易自动关闭', 'cancelled'],
    ['something new', 'unknown'],
  ])('status %s is %s', (status, state) => {
    expect(orders(G2017, { ...OLD, 订单状态: status })[0]!.state).toBe(state);
  });

  it('finds the headings in any order, under titles, with columns left out', () => {
    const subset = [...HEADINGS_2026].reverse();
    const result = read(table('o.csv', [['订单报表'], [], subset, sold({ net: '5.00', remark: '1001' }).reverse()]));
    expect(ordersOf(result.value!)[0]).toMatchObject({ paid: 500, remark: '1001', source: { row: 4 } });
  });

  it('takes guards off: tabs, an apostrophe, a yuan sign, thousands, a trailing comma', () => {
    const [cells] = [row(G2017, { ...OLD, 订单编号: "'3579\t", 买家实际支付金额: '￥1,120.50', 退款金额: '--' })];
    const result = read(table('o.csv', [G2017.split(','), [...cells!, '']]));
    expect(result.issues).toEqual([]);
    expect(ordersOf(result.value!)[0]).toMatchObject({ number: '3579', paid: 112050, refunded: 0 });
  });

  it('lists all bad rows at once, each with its row and column', () => {
    const result = read(
      report2026('o.csv', [
        { number: '3.5E+18' },
        { net: 'abc' },
        { paidAt: '昨天' },
        { number: '' },
        { net: '1.00', total: '3.00' },
      ]),
      table('cut.csv', [HEADINGS_2026, sold({}).slice(0, 5)]),
    );
    expect(result.value).toBeNull();
    expect(
      result.issues.map(({ code, source }) => `${source!.file}:${source!.row} ${source!.column ?? ''} ${code}`),
    ).toEqual([
      'o.csv:2 订单编号 order-number-damaged',
      'o.csv:3 买家实付金额 order-amount-unreadable',
      'o.csv:4 订单付款时间 order-day-unreadable',
      'o.csv:5 订单编号 order-number-missing',
      'o.csv:6 总金额(旧版) order-identity-broken',
      'cut.csv:2  order-row-broken',
    ]);
  });

  it('refuses numbers that a spreadsheet has rounded, but not one that merely ends in zeros', () => {
    const rounded = [{ number: '2650000000000010000' }, { number: '2650000000000020000' }];
    expect(read(report2026('o.csv', rounded)).issues.map((issue) => issue.code)).toEqual([
      'order-number-rounded',
      'order-number-rounded',
    ]);
    expect(read(report2026('o.csv', [...rounded, { number: '2650000000000020001' }])).issues).toEqual([]);
  });

  it('an order with more refunded than paid is doubtful', () => {
    const result = read(table('o.csv', [G2017.split(','), row(G2017, { ...OLD, 退款金额: '130.00' })]));
    expect(result.issues.map((issue) => issue.code)).toEqual(['refund-exceeds-payment']);
    expect(ordersOf(result.value!)[0]!.doubt!.en).toBe('order 35790000000000123: 130.00 refunded of 120.50 paid');
  });

  it('names the nearest platform and the missing columns, or says that nothing fits', () => {
    const lacking = HEADINGS_2026.filter((heading) => heading !== '商家备注' && heading !== '订单状态');
    const issues = read(table('a.csv', [lacking]), table('b.csv', [['甲', '乙']]), table('c.csv', [])).issues;
    expect(issues.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      'orders-columns-missing: nearest to the Taobao/Tmall order report, but without the columns 订单状态, 商家备注 / 商家备忘 / 订单备注.',
      'orders-file-unknown: no order export that is known: the first row says "甲, 乙".',
      'orders-file-empty: the file is empty.',
    ]);
  });

  it('empty and private sheets beside the orders are no fault, a sheet that lacks columns is', () => {
    const sheet = (name: string, lines: readonly (readonly string[])[]) => ({
      ...table('o.xlsx', lines),
      source: { file: 'o.xlsx', sheet: name },
    });
    const result = read(
      sheet('Sheet1', []),
      sheet('export', [HEADINGS_2026, sold({})]),
      sheet('我的透视表', [['甲', '乙']]),
    );
    expect(ordersOf(result.value!)).toHaveLength(1);
    expect(result.issues.map(({ code, source }) => `${code} ${source!.sheet}`)).toEqual([
      'orders-sheet-not-read 我的透视表',
    ]);
    const half = read(sheet('export', [HEADINGS_2026]), sheet('二', [HEADINGS_2026.slice(0, 5)]));
    expect(half.issues.map(({ code }) => code)).toEqual(['orders-file-without-rows', 'orders-columns-missing']);
    expect(read(sheet('Sheet1', [])).value).toBeNull();
  });

  it('0 rows are no orders and no error', () => {
    const result = read(table('o.csv', [HEADINGS_2026]));
    expect(result.issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info orders-file-without-rows']);
    expect(ordersOf(result.value!)).toEqual([]);
  });
});
