/**
 * A small file of every dialect that is read: the platform's own heading line, its bytes (encoding, workbook, page), its quirks.
 * Where nothing else is said: order 1 of 100.00 by 1001, order 2 of 50.00 by nobody, order 3 of 30.00 that came back.
 */
import { writeXlsx } from 'hucre';
import type { Platform } from '../../../src/sales/order.js';
import { gb18030 } from '../../tools/gb18030.js';
import { HEADINGS } from './headings.js';

type Cells = Readonly<Record<string, string>>;
type As = 'gb18030' | 'utf8' | 'utf8-bom' | 'xlsx' | 'page';

/** Yuan by outcome, as the file's reconciliation must say; 0 where it is left out. */
export type Sums = Readonly<
  Partial<Record<'agents' | 'pool' | 'unplaced' | 'waiting' | 'excluded' | 'refunded', number>>
>;

export interface Dialect {
  readonly file: string;
  readonly as: As;
  readonly adapter: string;
  readonly generation: string;
  readonly platform: Platform;
  readonly headings: string;
  readonly rows: readonly Cells[];
  /** Lines above the headings, and below the rows. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
  /** What every row ends in. */
  readonly end?: string;
  readonly sums: Sums;
}

const ORDINARY: Sums = { agents: 100, pool: 50, refunded: 30 };
const MOMENT = '2026-11-05 10:00:00';

/** 19 digits: the file's number, and the order's. */
const id = (file: number, order: number): string => `26500000000${String(file).padStart(4, '0')}${order}123`;
const guarded = (words: string): string => `="${words}"`;

const taobao = (
  generation: '2017' | '2018' | '2019' | '2021',
  remark: string,
  more: Cells,
  as: As = 'gb18030',
): Dialect => {
  const order = (at: number, paid: string, refunded: string, status: string, note: string): Cells => ({
    订单编号: as === 'xlsx' ? id(Number(generation), at) : guarded(id(Number(generation), at)),
    买家实际支付金额: paid,
    退款金额: refunded,
    订单状态: status,
    订单付款时间: MOMENT,
    店铺名称: '某某旗舰店',
    联系手机: "'13900000000",
    [remark]: note,
    ...more,
  });
  return {
    file: `ExportOrderList${generation}.${as === 'xlsx' ? 'xlsx' : 'csv'}`,
    as,
    adapter: 'taobao-orders',
    generation,
    platform: 'taobao',
    headings: HEADINGS[`TB-ORDER-${generation}`],
    rows: [
      order(1, '100.00', '0.00', '交易成功', '1001'),
      order(2, '50.00', '0.00', '卖家已发货,等待买家确认', generation === '2021' ? 'null' : ''),
      order(3, '30.00', '30.00', '交易关闭', ''),
    ],
    sums: ORDINARY,
  };
};

/** Already net of refunds: 买家实付金额 + 退款金额 = 总金额(旧版). Order 4 of 40.00 by 1002: the refund report knows of 5.00 more. */
const taobao2026: Dialect = {
  file: 'ExportOrderList2026.xlsx',
  as: 'xlsx',
  adapter: 'taobao-orders',
  generation: '2026',
  platform: 'taobao',
  headings: HEADINGS['TB-ORDER-2026'],
  rows: (
    [
      [1, '100.00', '0.00', '100.00', '交易成功', '订单未关闭', '1001'],
      [2, '50.00', '0.00', '50.00', '买家已付款,等待卖家发货', '订单未关闭', ''],
      [3, '0.00', '30.00', '30.00', '交易关闭', '退款', ''],
      [4, '40.00', '0.00', '40.00', '交易成功', '订单未关闭', '1002'],
      [5, '20.00', '0.00', '20.00', '等待买家付款', '订单未关闭', ''],
      [6, '10.00', '0.00', '10.00', '交易关闭', '买家未付款', ''],
    ] as const
  ).map(([at, net, back, total, status, reason, remark]) => ({
    订单编号: id(2026, at),
    买家实付金额: net,
    退款金额: back,
    '总金额(旧版)': total,
    总金额: '999.00',
    订单状态: status,
    订单关闭原因: reason,
    订单付款时间: at >= 5 ? '' : MOMENT,
    商家备注: remark,
    支付单号: 'null',
    店铺名称: '某某旗舰店',
  })),
  // 4: 40.00 - 5.00
  sums: { agents: 135, pool: 50, waiting: 20, excluded: 10, refunded: 35 },
};

const items = (generation: 'OLD' | '2021' | '2025', shown: string, more: Cells, end = ''): Dialect => ({
  file: `ExportOrderDetailList-${generation}.csv`,
  as: 'gb18030',
  adapter: 'taobao-items',
  generation: shown,
  platform: 'taobao',
  headings: HEADINGS[`TB-ITEM-${generation}`],
  rows: [{ 订单编号: id(2026, 1), 主订单编号: id(2026, 1), 购买数量: '1', 订单状态: '交易成功', ...more }],
  end,
  sums: {},
});

const taobaoRefunds: Dialect = {
  file: '退款管理.xlsx',
  as: 'xlsx',
  adapter: 'taobao-refunds',
  generation: '2026',
  platform: 'taobao',
  headings: HEADINGS['TB-REFUND-2026'],
  rows: [
    {
      订单编号: id(2026, 4),
      退款编号: '9001',
      买家退款金额: '5.00',
      退款状态: '退款成功',
      退款完结时间: '2026-11-20 08:00:00',
    },
    { 订单编号: id(2026, 1), 退款编号: '9002', 买家退款金额: '100.00', 退款状态: '退款关闭' },
  ],
  sums: {},
};

/** A row a product, the order's amounts on each; a trailing comma; a note below. Order 3 is struck out: its money counts for nobody. */
const jd = (generation: '2016' | '2017', sums: Sums): Dialect => {
  const order = (at: number, paid: string, status: string, remark: string): Cells => ({
    订单号: `${generation}00000${at}`,
    结算金额: paid,
    应付金额: '0.00',
    余额支付: paid,
    订单状态: status,
    付款确认时间: MOMENT,
    订单完成时间: '2026-11-09 10:00:00',
    订单备注: '1002',
    商家备注: remark,
  });
  return {
    file: `京东订单${generation}.csv`,
    as: 'gb18030',
    adapter: 'jd',
    generation,
    platform: 'jd',
    headings: HEADINGS[`JD-${generation}`],
    rows: [
      order(1, '100.00', '完成', '1001'),
      order(1, '100.00', '完成', '1001'),
      order(2, '50.00', '等待出库', ''),
      order(3, '30.00', '(删除)等待出库', ''),
    ],
    below: ['说明：以上为所选时段的订单'],
    end: ',',
    sums,
  };
};

const jdSettlement: Dialect = {
  file: '结算单.csv',
  as: 'utf8-bom',
  adapter: 'jd-settlement',
  generation: '2026',
  platform: 'jd',
  headings: HEADINGS['JD-SETTLE-2026'],
  rows: [
    {
      订单编号: '2017000001',
      售后服务单号: '77',
      商品编号: '5',
      费用名称: '货款',
      应结金额: '-8.00',
      收支方向: '支出',
      售后退款时间: '2026-11-12',
    },
    { 订单编号: '2017000001', 售后服务单号: '77', 商品编号: '5', 费用名称: '佣金', 应结金额: '0.40', 收支方向: '收入' },
    { 订单编号: '2017000001', 商品编号: '5', 费用名称: '货款', 应结金额: '100.00', 收支方向: '收入' },
  ],
  sums: {},
};

/** Numbers end in a TAB, an empty cell is one. Order 3: the after-sales file says 12.50 of 30.00. Order 4 has a case that runs. */
const pinduoduo = (name: 'FULL' | 'SHORT', sums: Sums): Dialect => ({
  file: `orders_export2026-12-01-09-00-${name}.csv`,
  as: 'utf8-bom',
  adapter: 'pinduoduo',
  generation: '2026',
  platform: 'pinduoduo',
  headings: HEADINGS[`PDD-2026-${name}`],
  rows: (
    [
      [1, '100.00', '已收货', '无售后或售后取消', '改地址;1001'],
      [2, '50.00', '已发货，待收货', '无售后或售后取消', '\t'],
      [3, '30.00', '已收货，退款成功', '退款成功', '\t'],
      [4, '40.00', '已收货', '售后处理中', '1001'],
    ] as const
  ).map(([at, paid, status, afterSale, remark]) => ({
    订单号: `261105-${name === 'FULL' ? 1 : 2}0000000000000${at}`,
    '用户实付金额(元)': `${paid}\t`,
    '商家实收金额(元)': `${paid}\t`,
    订单状态: status,
    支付时间: MOMENT,
    订单成交时间: MOMENT,
    商家备注: remark,
    售后状态: afterSale,
    商品id: '123\t',
  })),
  sums,
});

const pinduoduoAfterSales: Dialect = {
  file: '售后单.xlsx',
  as: 'xlsx',
  adapter: 'pinduoduo-after-sales',
  generation: '2026',
  platform: 'pinduoduo',
  headings: HEADINGS['PDD-AFTERSALE'],
  rows: [
    {
      售后编号: '501',
      订单编号: '261105-100000000000003',
      售后状态: '退款成功',
      '退款金额(元)': '12.50',
      同意退款时间: '2026-11-08 09:00:00',
    },
    { 售后编号: '502', 订单编号: '261105-100000000000004', 售后状态: '待商家处理', '退款金额(元)': '40.00' },
  ],
  sums: {},
};

/** Ids behind a TAB, thousands with a comma. */
const douyin = (name: 'DY-2026' | 'DY-ALT', file: string, sums: Sums): Dialect => ({
  file,
  as: 'utf8-bom',
  adapter: 'douyin',
  generation: '2026',
  platform: 'douyin',
  headings: HEADINGS[name],
  rows: (
    [
      [1, '"1,100.00"', '已完成', '-', '1001', '红色'],
      [2, '50.00', '已发货', '-', '', ''],
      [3, '30.00', '已关闭', '退款成功', '', ''],
    ] as const
  ).map(([at, paid, status, afterSale, remark, flag]) => ({
    主订单编号: `\t69${name === 'DY-2026' ? 5 : 6}00000000000000${at}`,
    子订单编号: `\t69${name === 'DY-2026' ? 5 : 6}00000000000000${at}`,
    订单应付金额: paid,
    订单状态: status,
    售后状态: afterSale,
    支付完成时间: MOMENT,
    商家备注: remark,
    旗帜颜色: flag,
    商家优惠: '满减-5',
  })),
  sums,
});

const douyinAfterSales: Dialect = {
  file: '抖店售后单.xlsx',
  as: 'xlsx',
  adapter: 'douyin-after-sales',
  generation: '2026',
  platform: 'douyin',
  headings: HEADINGS['DY-AFTERSALE'],
  rows: [
    {
      售后单号: '\t601',
      商品单号: '\t69500000000000000'.concat('1'),
      '退商品金额（元）': '100.00',
      '退运费金额（元）': '0.00',
      售后状态: '同意退款，退款成功',
      商家退款时间: '2026-11-20 09:00:00',
    },
  ],
  sums: {},
};

const kuaishou: Dialect = {
  file: '快手订单.xlsx',
  as: 'xlsx',
  adapter: 'kuaishou',
  generation: '2026',
  platform: 'kuaishou',
  headings: HEADINGS['KS-2026'],
  rows: (
    [
      [1, '¥1,100.00', '交易成功', '--', '1001'],
      [2, '￥50', '已收货', '—', ''],
      [3, '¥30.00', '交易关闭', '退款成功', ''],
    ] as const
  ).map(([at, paid, status, afterSale, remark]) => ({
    订单号: `250000000000000${at}`,
    实付款: paid,
    订单状态: status,
    售后状态: afterSale,
    订单支付时间: MOMENT,
    订单备注: remark,
    旗帜颜色: '/',
    预估推广者分佣比例: '30.0%',
  })),
  // 1: 1,100.00 less 90.00 of the settlement
  sums: { agents: 1010, pool: 50, refunded: 120 },
};

const kuaishouSettlement: Dialect = {
  file: '快手结算.csv',
  as: 'utf8',
  adapter: 'kuaishou-settlement',
  generation: '2026',
  platform: 'kuaishou',
  headings: HEADINGS['KS-SETTLE'],
  rows: [
    {
      订单号: '2500000000000001',
      商品ID: '31',
      '订单实付(元)': '1100.00',
      '订单退款(元)': '90.00',
      '技术服务费(元)': '-5.00',
    },
    { 订单号: '2500000000000002', 商品ID: '32', '订单实付(元)': '50.00', '订单退款(元)': '0.00' },
  ],
  sums: {},
};

/** A workbook that somebody has named .csv. Order 1 has no mark, but the guide's number. */
const wechat: Dialect = {
  file: '微信小店订单_1.csv',
  as: 'xlsx',
  adapter: 'wechat',
  generation: '2026',
  platform: 'wechat',
  headings: HEADINGS['WX-2026'],
  rows: (
    [
      [1, '100.00', '0.00', '1001'],
      [2, '50.00', '0.00', ''],
      [3, '30.00', '30.00', ''],
    ] as const
  ).map(([at, paid, back, guide]) => ({
    订单号: `37000000000000000${at}`,
    订单状态: '已完成',
    订单实际支付金额: paid,
    商品已退款金额: back,
    支付时间: MOMENT,
    打标颜色: '灰色',
    企微工号: guide,
  })),
  sums: ORDINARY,
};

/** Amounts by item, which add up: 60.00 + 40.00. No remark: everything is the pool's. */
const jushuitan: Dialect = {
  file: '商品销售明细.csv',
  as: 'utf8-bom',
  adapter: 'jushuitan',
  generation: '2026',
  platform: 'erp',
  headings: HEADINGS.JST,
  rows: (
    [
      ['1', '60.00', '0'],
      ['1', '40.00', '0'],
      ['2', '50.00', '0'],
      ['3', '30.00', '30.00'],
    ] as const
  ).map(([at, paid, back]) => ({
    线上订单号: `81000000000000${at}`,
    内部订单号: at,
    店铺: '甲店',
    订单状态: '已发货',
    销售金额: paid,
    退货金额: back,
    付款日期: '2026-11-05',
  })),
  sums: { pool: 150, refunded: 30 },
};

const wangdiantong: Dialect = {
  file: '订单明细.csv',
  as: 'gb18030',
  adapter: 'wangdiantong',
  generation: '2026',
  platform: 'erp',
  headings: HEADINGS.WDT,
  rows: (
    [
      [1, '100.00', '', '王婷'],
      [2, '50.00', '', ''],
      [3, '30.00', '全部退款', ''],
    ] as const
  ).map(([at, paid, back, agent]) => ({
    原始单号: `82000000000000${at}`,
    订单编号: `JY${at}`,
    店铺名称: '乙店',
    订单状态: '已发货',
    订单退款状态: back,
    应收金额: paid,
    付款时间: MOMENT,
    业务员: agent,
  })),
  sums: ORDINARY,
};

const edb: Dialect = {
  file: 'EDB订单.csv',
  as: 'gb18030',
  adapter: 'edb',
  generation: '2026',
  platform: 'erp',
  headings: HEADINGS.EDB,
  rows: (
    [
      [1, '100.00', '已完成', '1001'],
      [2, '50.00', '已发货', ''],
      [3, '30.00', '已退款', ''],
      [4, '20.00', '货到付款', '1001'],
    ] as const
  ).map(([at, paid, status, remark]) => ({
    订单编号: `E${at}`,
    外部平台单号: `83000000000000${at}`,
    店铺名称: '丙店',
    订单状态: status,
    订单总金额: paid,
    到款时间: at === 4 ? '' : MOMENT,
    旗帜颜色: '1',
    客服备注: remark,
  })),
  sums: { ...ORDINARY, waiting: 20 },
};

/** A page with a table that the program has named .xls; a title line above the headings. No refunds, no status. */
const efast: Dialect = {
  file: 'eFAST订单.xls',
  as: 'page',
  adapter: 'efast',
  generation: '2026',
  platform: 'erp',
  headings: HEADINGS.EFAST,
  above: ['订单列表'],
  rows: (
    [
      [1, '100.00', '1001'],
      [1, '100.00', '1001'],
      [2, '50.00', ''],
      [3, '30.00', ''],
    ] as const
  ).map(([at, paid, remark]) => ({
    订单号: `F${at}`,
    店铺: '丁店',
    交易号: `84000000000000${at}`,
    已付金额: paid,
    付款时间: at === 3 ? '' : MOMENT,
    商家留言: remark,
  })),
  sums: { agents: 100, pool: 50, waiting: 30 },
};

const ownList: Dialect = {
  file: '门店登记.csv',
  as: 'utf8',
  adapter: 'generic',
  generation: '门店',
  platform: 'generic',
  headings: '单号,收款,日期,说明',
  rows: [
    { 单号: 'M1', 收款: '100元', 日期: '2026/11/5', 说明: '1001' },
    { 单号: 'M2', 收款: '50.00', 日期: '2026/11/5', 说明: '-' },
    { 单号: 'M3', 收款: '30.00', 日期: '', 说明: '' },
  ],
  sums: { agents: 100, pool: 50, waiting: 30 },
};

export const DIALECTS: readonly Dialect[] = [
  taobao('2017', '订单备注', {}),
  taobao('2018', '订单备注', { 确认收货时间: '2026-11-09 10:00:00' }),
  taobao('2019', '订单备注', { 确认收货时间: '2026-11-09 10:00:00' }, 'xlsx'),
  taobao('2021', '商家备忘', { 订单备注: '1002', 确认收货时间: 'null' }),
  taobao2026,
  items('OLD', 'old', {}, ','),
  items('2021', '2021', {}),
  items('2025', '2025', {}),
  taobaoRefunds,
  jd('2016', { agents: 100, pool: 50, excluded: 30 }),
  // 1: 100.00 - 8.00
  jd('2017', { agents: 92, pool: 50, excluded: 30, refunded: 8 }),
  jdSettlement,
  // 3: 12.50 went back, 17.50 stay with the pool
  pinduoduo('FULL', { agents: 100, pool: 67.5, waiting: 40, refunded: 12.5 }),
  // nothing says how much: the whole
  pinduoduo('SHORT', { ...ORDINARY, waiting: 40 }),
  pinduoduoAfterSales,
  // 1: 1,100.00 - 100.00
  douyin('DY-2026', '抖店订单.csv', { agents: 1000, pool: 50, refunded: 130 }),
  douyin('DY-ALT', '抖店订单-另一模板.csv', { ...ORDINARY, agents: 1100 }),
  douyinAfterSales,
  kuaishou,
  kuaishouSettlement,
  wechat,
  jushuitan,
  wangdiantong,
  edb,
  efast,
  ownList,
];

/** The handbook's words for `ownList`. */
export const OWN_COLUMNS = { platform: '门店', order: '单号', paid: '收款', paid_at: '日期', remark: '说明' };

const cell = (words: string): string => (/^[^"=].*,/.test(words) ? `"${words}"` : words);
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The file's bytes. */
export async function bytesOf(dialect: Dialect): Promise<Uint8Array> {
  const headings = dialect.headings.split(',');
  // Headings with odd spaces are named without them in the records.
  const rows = dialect.rows.map((row) => headings.map((heading) => row[heading] ?? row[heading.trim()] ?? ''));
  const { above = [], below = [], end = '' } = dialect;
  if (dialect.as === 'xlsx') {
    const plain = rows.map((row) => row.map((words) => words.replaceAll('"', '')));
    return writeXlsx({ sheets: [{ name: 'export', rows: [...above.map((line) => [line]), headings, ...plain] }] });
  }
  if (dialect.as === 'page') {
    const line = (cells: readonly string[]): string =>
      `<tr>${cells.map((one) => `<td>${escaped(one)}</td>`).join('')}</tr>`;
    const table = [...above.map((one) => [one]), headings, ...rows].map(line).join('\n');
    return new TextEncoder().encode(`<html><meta charset="utf-8"><table>${table}</table></html>`);
  }
  const lines = [
    ...above,
    dialect.headings,
    ...rows.map((row) => row.map(cell).join(',') + end),
    ...below.map((line) => `,${line}${','.repeat(headings.length - 2)}`),
  ];
  const words = `${dialect.as === 'utf8-bom' ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
  return dialect.as === 'gb18030' ? gb18030(words) : new TextEncoder().encode(words);
}
