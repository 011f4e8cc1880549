/**
 * 聚水潭 sales by item: one row an item, amounts that add up to the order's. 销售金额 is what was paid, 退货金额 what went back.
 * The export has no seller's remark (its full order export is not known), so without a column 卖家备注 every order goes to the
 * public pool.
 */
import { addFen } from '../../base/fen.js';
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

export const jushuitan = columnOrders({
  id: 'jushuitan',
  platform: 'erp',
  name: text('聚水潭 sales by item', '聚水潭商品销售明细'),
  generation: '2026',
  needs: {
    number: ['线上订单号'],
    ownNumber: ['内部订单号'],
    shop: ['店铺'],
    status: ['订单状态'],
    paid: ['销售金额'],
    refunded: ['退货金额'],
    paidAt: ['付款日期'],
  },
  reads: { remark: ['卖家备注'] },
  states: {
    待付款: 'waiting',
    已付款待审核: 'counts',
    待审核: 'counts',
    已客审待财审: 'counts',
    发货中: 'counts',
    已发货: 'counts',
    已完成: 'counts',
    异常: 'waiting',
    取消: 'cancelled',
    已取消: 'cancelled',
  },
  knows: ['销售数量', '实退数量', '商品编码', '分销商', '虚拟分类'],
  rows: 'parts',
  join: (there, again) => ({
    ...there,
    paid: addFen(there.paid, again.paid),
    refunded: addFen(there.refunded, again.refunded),
  }),
});
