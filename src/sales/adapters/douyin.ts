/**
 * Douyin shop order export (抖店 订单导出), both templates. One row a sub-order (子订单编号), which is counted as an order of
 * its own: amounts are taken to be the sub-order's (assumed). Ids carry a leading TAB, amounts may hold thousands commas.
 *
 * Money. 订单应付金额 is what the buyer pays after all discounts. A refund's amount is in the after-sales export only; one
 * that was made counts as whole, see after-sales.ts.
 *
 * 旗帜颜色 holds flags; red is code 5 here. Statuses other than 待发货 and 已关闭 are known from the platform's words only.
 */
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import { readFlag } from '../flags.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type OpenFile, type Reader, statusReader } from './adapter.js';
import { afterSales, assumedRefund, heldBack } from './after-sales.js';
import { cellReaders } from './cell-readers.js';

const NUMBER = ['子订单编号'];
const MAIN_NUMBER = ['主订单编号'];
const STATUS = ['订单状态'];
const PAID = ['订单应付金额'];
const PAID_AT = ['支付完成时间'];
const FINISHED_AT = ['订单完成时间'];
const REMARK = ['商家备注'];
const FLAG = ['旗帜颜色'];
const AFTER_SALES = ['售后状态'];

const STATES: Readonly<Record<string, OrderState>> = {
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
};

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const stateOf = statusReader(STATES);
  const hasFlag = cells.has(FLAG);
  const order = (row: Row): Order | null => {
    const number = cells.number(row, NUMBER);
    const paid = cells.amount(row, PAID);
    const paidOn = cells.day(row, PAID_AT);
    const finishedOn = cells.day(row, FINISHED_AT);
    if (number === null || paid === null || paidOn === 'wrong' || finishedOn === 'wrong') return null;
    const status = cells.text(row, STATUS);
    const afterSale = afterSales(cells.text(row, AFTER_SALES));
    return {
      platform: 'douyin',
      shop: '',
      number,
      paid,
      ...assumedRefund(afterSale, paid),
      state: heldBack(stateOf(status), afterSale),
      status,
      paidOn,
      finishedOn,
      remark: cells.text(row, REMARK),
      flag: hasFlag ? readFlag('douyin', cells.text(row, FLAG)) : 'no-column',
      tags: [],
      source: cells.source(row),
    };
  };
  return {
    generation: '2026',
    flag: hasFlag ? 'column' : 'none',
    finishes: cells.has(FINISHED_AT),
    order,
  };
}

export const douyin: Adapter = {
  id: 'douyin',
  platform: 'douyin',
  name: text('Douyin order export', '抖店订单导出'),
  needs: [NUMBER, MAIN_NUMBER, STATUS, PAID, PAID_AT, REMARK, AFTER_SALES],
  reads: [FINISHED_AT, FLAG],
  knows: [
    ...[
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
    ],
    ...[
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
    ],
    ...[
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
  ],
  rows: 'orders',
  open,
};
