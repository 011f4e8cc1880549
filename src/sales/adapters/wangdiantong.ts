/**
 * Order detail of an ERP like 旺店通, one row an item. The order's number is the platform's own (原始单号), so that a shop's
 * orders are the same wherever they were exported; where it is empty, the ERP's.
 *
 * Money. 应收金额 is taken for the order's amount, repeated on its rows (assumed: a published column list, no file counted).
 * The file states refunds as a status only: a refunded order counts as wholly refunded. Remark 客服备注, flag 客服标旗, and
 * 业务员, the agent by name or number, who is taken as signed.
 */
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import { readFlag } from '../flags.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type OpenFile, type Reader, statusReader } from './adapter.js';
import { assumedRefund } from './after-sales.js';
import { cellReaders } from './cell-readers.js';

const NUMBER = ['原始单号'];
const OWN_NUMBER = ['订单编号'];
const SHOP = ['店铺名称'];
const STATUS = ['订单状态'];
const REFUND = ['订单退款状态'];
const PAID = ['应收金额'];
const PAID_AT = ['付款时间'];
const REMARK = ['客服备注'];
const FLAG = ['客服标旗'];
const AGENT = ['业务员'];

const STATES: Readonly<Record<string, OrderState>> = {
  未付款: 'waiting',
  待付款: 'waiting',
  等未付: 'waiting',
  已付款: 'counts',
  待审核: 'counts',
  已审核: 'counts',
  待发货: 'counts',
  部分发货: 'counts',
  已发货: 'counts',
  已完成: 'counts',
  已取消: 'cancelled',
  已关闭: 'cancelled',
};

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const stateOf = statusReader(STATES);
  const hasFlag = cells.has(FLAG);
  const order = (row: Row): Order | null => {
    const number = cells.number(row, cells.text(row, NUMBER) === '' ? OWN_NUMBER : NUMBER);
    const paid = cells.amount(row, PAID);
    const paidOn = cells.day(row, PAID_AT);
    if (number === null || paid === null || paidOn === 'wrong') return null;
    const status = cells.text(row, STATUS);
    const refund = cells.text(row, REFUND);
    const isRefunded = refund.includes('全部退款') || refund.includes('退款成功') || refund === '已退款';
    const agent = cells.text(row, AGENT);
    return {
      platform: 'erp',
      shop: cells.text(row, SHOP),
      number,
      paid,
      ...assumedRefund(isRefunded ? 'refunded' : 'none', paid),
      ...(agent === '' ? {} : { signed: agent }),
      state: stateOf(status),
      status,
      paidOn,
      finishedOn: null,
      remark: cells.text(row, REMARK),
      flag: hasFlag ? readFlag('erp', cells.text(row, FLAG)) : 'no-column',
      tags: [],
      source: cells.source(row),
    };
  };
  return { generation: '2026', flag: hasFlag ? 'column' : 'none', finishes: false, order };
}

export const wangdiantong: Adapter = {
  id: 'wangdiantong',
  platform: 'erp',
  name: text('ERP order detail (旺店通 and the like)', 'ERP 订单明细（旺店通类）'),
  needs: [NUMBER, OWN_NUMBER, SHOP, STATUS, PAID, PAID_AT, REMARK],
  reads: [REFUND, FLAG, AGENT],
  knows: [
    ...[
      '订单来源',
      '仓库',
      '原始子单号',
      '订单类型',
      '发货条件',
      '订单明细退款状态',
      '交易时间',
      '发货时间',
      '客户网名',
    ],
    ...['客服标旗', '打印备注', '订单邮费', '其它费用', '订单总优惠', '业务员', '审核人', '标记名称', '货品编号'],
  ],
  rows: 'items',
  open,
};
