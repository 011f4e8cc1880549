/**
 * Douyin shop after-sales export (抖店 售后导出). A refund takes 退商品金额 and 退运费金额 of the sub-order 商品单号; what the
 * platform takes back of its own discount (退支付优惠金额) was never the buyer's. A case counts once the shop has paid back
 * (商家退款时间) or its status says so.
 */
import { text } from '../../base/text.js';
import { refundTable } from './refund-table.js';

const STATUS = ['售后状态'];
const PAID_BACK = ['商家退款时间'];

export const douyinAfterSales = refundTable({
  id: 'douyin-after-sales',
  platform: 'douyin',
  name: text('Douyin after-sales export', '抖店售后导出'),
  generation: '2026',
  order: ['商品单号'],
  ids: [['售后单号']],
  amounts: [['退商品金额(元)'], ['退运费金额(元)']],
  words: [STATUS, PAID_BACK],
  isMade: (word) => word(PAID_BACK) !== '' || word(STATUS).includes('退款成功'),
  doneAt: PAID_BACK,
  knows: [
    '订单号',
    '商品名称',
    '应付金额(元)',
    '商品运费(元)',
    '支付优惠(元)',
    '商品发货状态',
    '售后类型',
    '退支付优惠(元)',
    '售后申请时间',
    '退款方式',
    '售后原因',
    '用户到账时间',
    '售后关闭时间',
    '仲裁状态',
    '售后完结时间',
  ],
});
