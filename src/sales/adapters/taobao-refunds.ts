/**
 * Taobao and Tmall refund report 退款管理导出. The order report states refunds of its own; this file knows those made since,
 * so the larger sum counts. Only refunds that were made (退款成功) count; 小额收款 and the like stand in other columns.
 * 商家备注 stands here too, so a refund of an order of an earlier month still finds its agent.
 */
import { text } from '../../base/text.js';
import { refundTable } from './refund-table.js';

const STATUS = ['退款状态'];

export const taobaoRefunds = refundTable({
  id: 'taobao-refunds',
  platform: 'taobao',
  name: text('Taobao/Tmall refund report', '淘宝/天猫退款报表'),
  generation: '2026',
  order: ['订单编号'],
  ids: [['退款编号']],
  amounts: [['买家退款金额']],
  words: [STATUS],
  isMade: (word) => word(STATUS).includes('退款成功'),
  doneAt: ['退款完结时间', '完结时间'],
  remark: ['商家备注'],
  paidAt: ['订单付款时间'],
  knows: [
    '支付单号',
    '订单付款时间',
    '商品id',
    '退款完结时间',
    '手工退款/系统退款',
    '售后类型',
    '退款的申请时间',
    '货物状态',
    '客服介入状态',
    '买家退款原因',
    '买家退款说明',
    '售中或售后',
    '部分退款/全部退款',
    '完结时间',
  ],
});
