/**
 * Order detail of an ERP like 旺店通, one row an item. The order's number is the platform's own (原始单号), so that a shop's
 * orders are the same wherever they were exported; where it is empty, the ERP's.
 *
 * Money. 应收金额 is taken for the order's amount, repeated on its rows (assumed: a published column list, no file counted).
 * The file states refunds as a status only: a refunded order counts as wholly refunded. Remark 客服备注, flag 客服标旗, and
 * 业务员, the agent by name or number, who is taken as signed.
 */
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

export const wangdiantong = columnOrders({
  id: 'wangdiantong',
  platform: 'erp',
  name: text('ERP order detail (旺店通 and the like)', 'ERP 订单明细（旺店通类）'),
  generation: '2026',
  needs: {
    number: ['原始单号'],
    ownNumber: ['订单编号'],
    shop: ['店铺名称'],
    status: ['订单状态'],
    paid: ['应收金额'],
    paidAt: ['付款时间'],
    remark: ['客服备注'],
  },
  reads: { afterSales: ['订单退款状态'], flag: ['客服标旗'], agent: ['业务员'] },
  states: {
    未付款: 'waiting',
    待付款: 'waiting',
    等未付: 'waiting',
    已付款: 'counts',
    待审核: 'counts',
    已审核: 'counts',
    待发货: 'counts',
    部分发货: 'counts',
    已发货: 'counts',
    已完成: 'counts',
    已取消: 'cancelled',
    已关闭: 'cancelled',
  },
  afterSale: (words) =>
    words.includes('全部退款') || words.includes('退款成功') || words === '已退款' ? 'refunded' : 'none',
  knows: [
    '订单来源',
    '仓库',
    '原始子单号',
    '订单类型',
    '发货条件',
    '订单明细退款状态',
    '交易时间',
    '发货时间',
    '客户网名',
    '客服标旗',
    '打印备注',
    '订单邮费',
    '其它费用',
    '订单总优惠',
    '业务员',
    '审核人',
    '标记名称',
    '货品编号',
  ],
  rows: 'items',
});
