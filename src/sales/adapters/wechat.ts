/**
 * WeChat shop order export (微信小店 / 视频号). One row a product: the order's amounts are repeated, 商品已退款金额 is the
 * row's own and summed over the order's rows (assumed; the file counted had one product an order).
 *
 * Money. 订单实际支付金额 is what the buyer paid, before refunds. 打标颜色 is a colour by name. Statuses are known from the
 * platform's words only.
 *
 * 企微工号, the number of the sales guide, is taken as signed: it names the agent as a mark does.
 */
import { addFen } from '../../base/fen.js';
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

export const wechat = columnOrders({
  id: 'wechat',
  platform: 'wechat',
  name: text('WeChat shop order export', '微信小店订单导出'),
  generation: '2026',
  needs: {
    number: ['订单号'],
    status: ['订单状态'],
    paid: ['订单实际支付金额'],
    refunded: ['商品已退款金额'],
    paidAt: ['支付时间'],
    remark: ['商家备注'],
  },
  reads: { finishedAt: ['订单确认收货时间', '订单完成结算时间'], flag: ['打标颜色'], agent: ['企微工号'] },
  states: {
    待付款: 'waiting',
    待发货: 'counts',
    部分发货: 'counts',
    待收货: 'counts',
    已发货: 'counts',
    已完成: 'counts',
    已取消: 'cancelled',
    已关闭: 'cancelled',
  },
  knows: [
    '订单下单时间',
    '订单发货时间',
    '订单确认收货时间',
    '订单完成结算时间',
    '发货方式',
    '买家备注',
    '打标颜色',
    '商品总价',
    '订单实际收款金额',
    '订单运费',
    '商品优惠',
    '跨店优惠',
    '商品改价',
    '积分抵扣',
    '支付方式',
    '交易单号',
    '技术服务费',
    '带货方式',
    '带货账号昵称',
    '带货费用',
    '企微工号',
    '企微备注',
    '礼物单号',
    '商品名称',
    '商品编码(平台)',
    '商品售后',
  ],
  rows: 'items',
  join: (there, again) => ({ ...there, refunded: addFen(there.refunded, again.refunded) }),
});
