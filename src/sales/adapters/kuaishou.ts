/**
 * Kuaishou shop order export (快手小店 订单导出), a workbook of many sheets, each read as a file of its own. Headings may
 * hold spaces and line breaks, amounts `¥1,299.90`, empties `-`, `--`, `—`, `/`. Older heads say 订单编号 and 实付款(元).
 *
 * Money. 实付款 is what the buyer paid. A refund's amount is not in the file; one that was made counts as whole, see
 * after-sales.ts. The remark column is 订单备注 (also used for 退差价 and the like). The file does not say when an order
 * was finished.
 */
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

export const kuaishou = columnOrders({
  id: 'kuaishou',
  platform: 'kuaishou',
  name: text('Kuaishou order export', '快手小店订单导出'),
  generation: '2026',
  needs: {
    number: ['订单号', '订单编号'],
    status: ['订单状态'],
    paid: ['实付款', '实付款(元)'],
    paidAt: ['订单支付时间'],
    remark: ['订单备注'],
    afterSales: ['售后状态'],
  },
  reads: { flag: ['旗帜颜色'] },
  states: {
    待付款: 'waiting',
    待发货: 'counts',
    部分发货: 'counts',
    已发货: 'counts',
    已收货: 'counts',
    交易成功: 'counts',
    交易关闭: 'cancelled',
  },
  knows: [
    '赠品订单号',
    '活动订单编号',
    '订单创建时间',
    '快递费',
    '店铺优惠',
    '平台补贴',
    '主播补贴',
    '支付优惠',
    '支付方式',
    '成交数量',
    '买家留言',
    '账号类型',
    '账号明细',
    '旗帜颜色',
    '活动订单',
    '商品名称',
    '商品id',
    'sku编码',
    '商品单价',
    '渠道',
    'cps达人id',
    'cps达人昵称',
    '预估推广佣金',
    '团长id',
    '快赚客id',
    '收货人姓名',
    '快递单号',
    '物流信息',
  ],
  rows: 'orders',
});
