/**
 * Douyin shop order export (抖店 订单导出), both templates. One row a sub-order (子订单编号), which is counted as an order of
 * its own: amounts are taken to be the sub-order's (assumed). Ids carry a leading TAB, amounts may hold thousands commas.
 *
 * Money. 订单应付金额 is what the buyer pays after all discounts. A refund's amount is in the after-sales export only; one
 * that was made counts as whole, see after-sales.ts.
 *
 * 旗帜颜色 holds flags; red is code 5 here. Statuses other than 待发货 and 已关闭 are known from the platform's words only.
 */
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

export const douyin = columnOrders({
  id: 'douyin',
  platform: 'douyin',
  name: text('Douyin order export', '抖店订单导出'),
  generation: '2026',
  needs: {
    number: ['子订单编号'],
    status: ['订单状态'],
    paid: ['订单应付金额'],
    paidAt: ['支付完成时间'],
    remark: ['商家备注'],
    afterSales: ['售后状态'],
  },
  knownBy: [['主订单编号']],
  reads: { finishedAt: ['订单完成时间'], flag: ['旗帜颜色'] },
  states: {
    待支付: 'waiting',
    待付款: 'waiting',
    待确认: 'waiting',
    备货中: 'counts',
    待发货: 'counts',
    部分发货: 'counts',
    已发货: 'counts',
    已完成: 'counts',
    已关闭: 'cancelled',
    已取消: 'cancelled',
  },
  knows: [
    '选购商品',
    '商品规格',
    '商品数量',
    '商品id',
    '商家编码',
    '商品单价',
    '商品金额',
    '运费',
    '优惠总金额',
    '平台优惠',
    '商家优惠',
    '达人优惠',
    '商家改价',
    '支付优惠',
    '红包抵扣',
    '支付方式',
    '手续费',
    '买家留言',
    '订单提交时间',
    '旗帜颜色',
    '订单完成时间',
    'app渠道',
    '流量来源',
    '承诺发货时间',
    '订单类型',
    '达人id',
    '达人昵称',
    '所属门店id',
    '取消原因',
  ],
  rows: 'orders',
});
