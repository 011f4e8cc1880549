/**
 * Pinduoduo after-sales file (售后工作台 -> 批量导出), one row a case; the only file of Pinduoduo's that says how much went back.
 * Its headings are known from three parsers in public code, not from a file that was counted: 售后编号, 订单编号, 商品ID, 售后状态,
 * 退款金额(元), 申请时间, 同意退款时间, 发货运单号, 退货运单号. A refund was made where the status says 退款成功.
 */
import { text } from '../../base/text.js';
import { refundTable } from './refund-table.js';

const STATUS = ['售后状态'];

export const pinduoduoAfterSales = refundTable({
  id: 'pinduoduo-after-sales',
  platform: 'pinduoduo',
  name: text('Pinduoduo after-sales export', '拼多多售后导出'),
  generation: '2026',
  order: ['订单编号', '订单号'],
  ids: [['售后编号', '售后单号']],
  amounts: [['退款金额(元)', '退款金额']],
  words: [STATUS],
  isMade: (word) => word(STATUS).includes('退款成功'),
  doneAt: ['退款成功时间', '同意退款时间'],
  knows: [
    '商品id',
    '商品名称',
    '售后类型',
    '申请时间',
    '同意退款时间',
    '售后原因',
    '发货运单号',
    '退货运单号',
    '客服备注',
  ],
});
