/**
 * 聚水潭 sales by item: one row an item, amounts that add up to the order's. 销售金额 is what was paid, 退货金额 what went back.
 * The export has no seller's remark (its full order export is not known), so without a column 卖家备注 every order goes to the
 * public pool.
 */
import { addFen } from '../../base/fen.js';
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type OpenFile, type Reader, statusReader } from './adapter.js';
import { cellReaders } from './cell-readers.js';

const NUMBER = ['线上订单号'];
const OWN_NUMBER = ['内部订单号'];
const SHOP = ['店铺'];
const STATUS = ['订单状态'];
const PAID = ['销售金额'];
const REFUNDED = ['退货金额'];
const PAID_AT = ['付款日期'];
const REMARK = ['卖家备注'];

const STATES: Readonly<Record<string, OrderState>> = {
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
};

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const stateOf = statusReader(STATES);
  const order = (row: Row): Order | null => {
    const number = cells.number(row, cells.text(row, NUMBER) === '' ? OWN_NUMBER : NUMBER);
    const paid = cells.amount(row, PAID);
    const refunded = cells.amount(row, REFUNDED);
    const paidOn = cells.day(row, PAID_AT);
    if (number === null || paid === null || refunded === null || paidOn === 'wrong') return null;
    const status = cells.text(row, STATUS);
    return {
      platform: 'erp',
      shop: cells.text(row, SHOP),
      number,
      paid,
      refunded,
      state: stateOf(status),
      status,
      paidOn,
      finishedOn: null,
      remark: cells.text(row, REMARK),
      flag: 'no-column',
      tags: [],
      source: cells.source(row),
    };
  };
  return { generation: '2026', flag: 'none', finishes: false, order };
}

export const jushuitan: Adapter = {
  id: 'jushuitan',
  platform: 'erp',
  name: text('聚水潭 sales by item', '聚水潭商品销售明细'),
  needs: [NUMBER, OWN_NUMBER, SHOP, STATUS, PAID, REFUNDED, PAID_AT],
  reads: [REMARK],
  knows: ['销售数量', '实退数量', '商品编码', '分销商', '虚拟分类'],
  rows: 'parts',
  join: (there, again) => ({
    ...there,
    paid: addFen(there.paid, again.paid),
    refunded: addFen(there.refunded, again.refunded),
  }),
  open,
};
