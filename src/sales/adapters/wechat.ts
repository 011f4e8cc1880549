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
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import { readFlag } from '../flags.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type OpenFile, type Reader, statusReader } from './adapter.js';
import { cellReaders } from './cell-readers.js';

const NUMBER = ['订单号'];
const STATUS = ['订单状态'];
const PAID = ['订单实际支付金额'];
const REFUNDED = ['商品已退款金额'];
const PAID_AT = ['支付时间'];
const FINISHED_AT = ['订单确认收货时间', '订单完成结算时间'];
const REMARK = ['商家备注'];
const FLAG = ['打标颜色'];
const GUIDE = ['企微工号'];

const STATES: Readonly<Record<string, OrderState>> = {
  待付款: 'waiting',
  待发货: 'counts',
  部分发货: 'counts',
  待收货: 'counts',
  已发货: 'counts',
  已完成: 'counts',
  已取消: 'cancelled',
  已关闭: 'cancelled',
};

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const stateOf = statusReader(STATES);
  const hasFlag = cells.has(FLAG);
  const order = (row: Row): Order | null => {
    const number = cells.number(row, NUMBER);
    const paid = cells.amount(row, PAID);
    const refunded = cells.amount(row, REFUNDED);
    const paidOn = cells.day(row, PAID_AT);
    const finishedOn = cells.day(row, FINISHED_AT);
    if (number === null || paid === null || refunded === null || paidOn === 'wrong' || finishedOn === 'wrong') {
      return null;
    }
    const status = cells.text(row, STATUS);
    const guide = cells.text(row, GUIDE);
    return {
      platform: 'wechat',
      shop: '',
      number,
      paid,
      refunded,
      ...(guide === '' ? {} : { signed: guide }),
      state: stateOf(status),
      status,
      paidOn,
      finishedOn,
      remark: cells.text(row, REMARK),
      flag: hasFlag ? readFlag('wechat', cells.text(row, FLAG)) : 'no-column',
      tags: [],
      source: cells.source(row),
    };
  };
  return { generation: '2026', flag: hasFlag ? 'column' : 'none', finishes: cells.has(FINISHED_AT), order };
}

export const wechat: Adapter = {
  id: 'wechat',
  platform: 'wechat',
  name: text('WeChat shop order export', '微信小店订单导出'),
  needs: [NUMBER, STATUS, PAID, REFUNDED, PAID_AT, REMARK],
  reads: [FINISHED_AT, FLAG, GUIDE],
  knows: [
    ...[
      '订单下单时间',
      '订单发货时间',
      '订单确认收货时间',
      '订单完成结算时间',
      '发货方式',
      '买家备注',
      '打标颜色',
      '商品总价',
    ],
    ...[
      '订单实际收款金额',
      '订单运费',
      '商品优惠',
      '跨店优惠',
      '商品改价',
      '积分抵扣',
      '支付方式',
      '交易单号',
      '技术服务费',
    ],
    ...[
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
  ],
  rows: 'items',
  join: (there, again) => ({ ...there, refunded: addFen(there.refunded, again.refunded) }),
  open,
};
