/**
 * Taobao and Tmall refund report 退款管理导出. The order report states refunds of its own; this file knows those made since,
 * so the larger sum counts. Only refunds that were made (退款成功) count; 小额收款 and the like stand in other columns.
 */
import { text } from '../../base/text.js';
import type { Adapter, OpenFile, Reader } from './adapter.js';
import { cellReaders } from './cell-readers.js';

const ORDER = ['订单编号'];
const ID = ['退款编号'];
const AMOUNT = ['买家退款金额'];
const STATUS = ['退款状态'];

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const [orderOf, idOf] = [cells.number(ORDER), cells.number(ID)];
  const [statusOf, amountOf] = [cells.text(STATUS), cells.amount(AMOUNT)];
  return {
    generation: '2026',
    flag: 'none',
    finishes: false,
    order: () => null,
    refund: (row) => {
      if (!statusOf(row).includes('退款成功')) return null;
      const order = orderOf(row);
      const id = idOf(row);
      const amount = amountOf(row);
      if (order === null || id === null || amount === null) return null;
      return { platform: 'taobao', order, id, amount, source: cells.source(row) };
    },
  };
}

export const taobaoRefunds: Adapter = {
  id: 'taobao-refunds',
  platform: 'taobao',
  name: text('Taobao/Tmall refund report', '淘宝/天猫退款报表'),
  needs: [ORDER, ID, AMOUNT, STATUS],
  reads: [],
  knows: [
    ...['支付单号', '订单付款时间', '商品id', '退款完结时间', '手工退款/系统退款', '售后类型', '退款的申请时间'],
    ...['货物状态', '客服介入状态', '买家退款原因', '买家退款说明', '售中或售后', '部分退款/全部退款', '完结时间'],
  ],
  rows: 'refunds',
  open,
};
