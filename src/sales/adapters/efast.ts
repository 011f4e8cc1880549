/**
 * eFAST (宝塔) orders, one row an order or an item with the order's amount repeated. 交易号 is the platform's number (several of merged
 * orders in one cell stay one order), 已付金额 what was paid, 商家留言 the seller's remark. The headings are published; no file was
 * counted, the words of 订单状态 are not known for sure, and without that column a day of payment makes an order count. Refunds stand
 * in other files.
 */
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

export const efast = columnOrders({
  id: 'efast',
  platform: 'erp',
  name: text('eFAST (宝塔) orders', 'eFAST（宝塔）订单'),
  generation: '2026',
  needs: {
    number: ['交易号'],
    ownNumber: ['订单号'],
    shop: ['店铺名称', '店铺'],
    paid: ['已付金额'],
    paidAt: ['付款时间'],
    remark: ['商家留言'],
  },
  reads: { status: ['订单状态'] },
  states: {
    未付款: 'waiting',
    待付款: 'waiting',
    已付款: 'counts',
    未确认: 'counts',
    已确认: 'counts',
    待发货: 'counts',
    已发货: 'counts',
    已完成: 'counts',
    已作废: 'cancelled',
    已取消: 'cancelled',
    已关闭: 'cancelled',
  },
  knows: [
    '平台',
    '销售平台',
    '客户留言',
    '买家留言',
    '订单备注',
    '仓库留言',
    '下单时间',
    '配送方式',
    '订单标签',
    '买家昵称',
  ],
  rows: 'items',
});
