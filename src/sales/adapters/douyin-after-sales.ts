/**
 * Douyin shop after-sales export (抖店 售后导出). A refund takes 退商品金额 and 退运费金额 of the sub-order 商品单号; what the
 * platform takes back of its own discount (退支付优惠金额) was never the buyer's. A case counts once the shop has paid back
 * (商家退款时间) or its status says so.
 */
import { addFen } from '../../base/fen.js';
import { text } from '../../base/text.js';
import type { Adapter, OpenFile, Reader } from './adapter.js';
import { cellReaders } from './cell-readers.js';

const ID = ['售后单号'];
const ORDER = ['商品单号'];
const GOODS = ['退商品金额(元)'];
const POSTAGE = ['退运费金额(元)'];
const STATUS = ['售后状态'];
const PAID_BACK = ['商家退款时间'];

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const [orderOf, idOf] = [cells.number(ORDER), cells.number(ID)];
  const [goodsOf, postageOf] = [cells.amount(GOODS), cells.amount(POSTAGE)];
  const [statusOf, paidBackOf] = [cells.text(STATUS), cells.text(PAID_BACK)];
  return {
    generation: '2026',
    flag: 'none',
    finishes: false,
    order: () => null,
    refund: (row) => {
      const isMade = paidBackOf(row) !== '' || statusOf(row).includes('退款成功');
      if (!isMade) return null;
      const order = orderOf(row);
      const id = idOf(row);
      const goods = goodsOf(row);
      const postage = postageOf(row);
      if (order === null || id === null || goods === null || postage === null) return null;
      return { platform: 'douyin', order, id, amount: addFen(goods, postage), source: cells.source(row) };
    },
  };
}

export const douyinAfterSales: Adapter = {
  id: 'douyin-after-sales',
  platform: 'douyin',
  name: text('Douyin after-sales export', '抖店售后导出'),
  needs: [ID, ORDER, GOODS, POSTAGE, STATUS, PAID_BACK],
  reads: [],
  knows: [
    ...[
      '订单号',
      '商品名称',
      '应付金额(元)',
      '商品运费(元)',
      '支付优惠(元)',
      '商品发货状态',
      '售后类型',
      '退支付优惠(元)',
    ],
    ...['售后申请时间', '退款方式', '售后原因', '用户到账时间', '售后关闭时间', '仲裁状态', '售后完结时间'],
  ],
  rows: 'refunds',
  open,
};
