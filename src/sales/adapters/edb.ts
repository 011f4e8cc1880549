/**
 * E店宝 (EDB) orders, by their Chinese headings or by the names of its interface (out_tid, order_totalfee, ...). The order's
 * number is the platform's own (外部平台单号). Money, days, flag and status words are known from a published table; that the remark
 * is 客服备注 is taken from the interface's word for it (service_remarks), no file was counted. 已退货 and 已退款 count as wholly refunded;
 * an order paid on delivery waits until it is finished.
 */
import { text } from '../../base/text.js';
import { columnOrders } from './column-orders.js';

const STATUS = ['订单状态', '状态', 'status'];

export const edb = columnOrders({
  id: 'edb',
  platform: 'erp',
  name: text('E店宝 (EDB) orders', 'E店宝订单'),
  generation: '2026',
  needs: {
    number: ['外部平台单号', 'outtid'],
    status: STATUS,
    paid: ['订单总金额', 'ordertotalfee'],
    paidAt: ['到款时间', 'paymentreceivedtime'],
    remark: ['客服备注', 'serviceremarks', '卖家备注', 'sellerremark'],
  },
  reads: {
    ownNumber: ['订单编号', 'tid'],
    shop: ['店铺名称', 'shopname'],
    afterSales: STATUS,
    finishedAt: ['到货日期', 'goodreceivetime'],
    flag: ['旗帜颜色', 'flagcolor'],
  },
  states: {
    未付款: 'waiting',
    货到付款: 'waiting',
    待退货: 'waiting',
    待退款: 'waiting',
    已付款: 'counts',
    已发货: 'counts',
    已完成: 'counts',
    已退货: 'cancelled',
    已退款: 'cancelled',
    已关闭: 'cancelled',
  },
  afterSale: (words) => (words === '已退货' || words === '已退款' ? 'refunded' : 'none'),
  knows: ['店铺名称', '订单编号', '旗帜颜色', '到货日期', '网店品名', '网店规格', '产品编号', '订货数量', 'flagcolor'],
  rows: 'items',
});
