/**
 * JD order export (京麦 订单导出), generations 2016 and 2017. One row a product with the order's amounts repeated, so an
 * order's rows are counted once. GB18030, a trailing comma on each row, note rows without an order number at the end.
 *
 * Money. 结算金额 is taken for what the buyer paid (= 余额支付 + 应付金额; assumed: 应付金额 alone lacks what was paid from a
 * balance). The file knows no refunds: a cancelled or deleted order has none of its money left to count.
 *
 * Remark. 商家备注 is the seller's; 订单备注 is the buyer's here. 商家备注等级 is a grade, not a flag.
 */
import { fen } from '../../base/fen.js';
import { info } from '../../base/issue.js';
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import type { Order, OrderState } from '../order.js';
import type { Adapter, OpenFile, Reader } from './adapter.js';
import { cellReaders } from './cell-readers.js';

const NUMBER = ['订单号'];
const STATUS = ['订单状态'];
const PAID = ['结算金额'];
const PAYABLE = ['应付金额'];
const PAID_AT = ['付款确认时间'];
const FINISHED_AT = ['订单完成时间'];
const REMARK = ['商家备注'];

/** Statuses are matched by part: 等待出库, (删除)等待出库, 订单完成, 已完成. */
function jdState(status: string): OrderState {
  if (status.includes('删除') || status.includes('取消')) return 'cancelled';
  if (status.includes('等待付款') || status.includes('未付款')) return 'waiting';
  const counts = ['完成', '出库', '收货', '发货', '配送', '自提', '付款成功'].some((word) => status.includes(word));
  return counts ? 'counts' : 'unknown';
}

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const [numberOf, paidOf, numberIn] = [cells.number(NUMBER), cells.amount(PAID), cells.text(NUMBER)];
  const [paidOnOf, finishedOnOf] = [cells.day(PAID_AT), cells.day(FINISHED_AT)];
  const [statusOf, remarkOf] = [cells.text(STATUS), cells.text(REMARK)];
  let notes = 0;
  const isNote = (row: Row): boolean => {
    if (numberIn(row) !== '') return false;
    notes += 1;
    return true;
  };
  const close = (): void => {
    if (notes === 0) return;
    file.report(
      info(
        'order-notes-skipped',
        file.source,
        text(`rows without an order number, taken for notes: ${notes}.`, `没有订单号、视为说明的行：${notes}。`),
        text('Nothing to do if these are the lines under the table.', '若为表尾说明，无需处理。'),
      ),
    );
  };
  const order = (row: Row): Order | null => {
    const number = numberOf(row);
    const paid = paidOf(row);
    const paidOn = paidOnOf(row);
    const finishedOn = finishedOnOf(row);
    if (number === null || paid === null || paidOn === 'wrong' || finishedOn === 'wrong') return null;
    const status = statusOf(row);
    return {
      platform: 'jd',
      shop: '',
      number,
      paid,
      refunded: fen(0),
      state: jdState(status),
      status,
      paidOn,
      finishedOn,
      remark: remarkOf(row),
      flag: 'no-column',
      tags: [],
      source: cells.source(row),
    };
  };
  const generation = file.columns.has('普通发票纳税编号') ? '2017' : '2016';
  return { generation, flag: 'none', finishes: cells.has(FINISHED_AT), isNote, order, close };
}

export const jd: Adapter = {
  id: 'jd',
  platform: 'jd',
  name: text('JD order export', '京东订单导出'),
  needs: [NUMBER, STATUS, PAID, PAYABLE, PAID_AT, REMARK],
  reads: [FINISHED_AT],
  knows: [
    ...[
      '商品id',
      '商品名称',
      '订购数量',
      '支付方式',
      '下单时间',
      '京东价',
      '订单金额',
      '余额支付',
      '订单类型',
      '下单账号',
    ],
    ...[
      '客户姓名',
      '客户地址',
      '联系电话',
      '订单备注',
      '发票类型',
      '运费金额',
      '货号',
      '订单完成时间',
      '订单来源',
      '订单渠道',
    ],
    ...['商家备注等级(等级1-5为由高到低)', '送装服务', '仓库id', '仓库名称', '普通发票纳税编号'],
  ],
  rows: 'items',
  open,
};
