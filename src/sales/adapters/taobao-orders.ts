/**
 * Taobao and Tmall order report 订单报表 (已卖出的宝贝 -> 批量导出), generations 2017, 2018, 2019, 2021 and 2026, any
 * subset of columns the user chose.
 *
 * Money. 2026: `买家实付金额` is already net of refunds (买家实付金额 + 退款金额 = 总金额(旧版) in 8,204 of 8,204 paid
 * orders), so gross = net + 退款金额. Older ones: `买家实际支付金额` is taken as what was paid before refunds (assumed:
 * nobody has counted it in a real file); an order with more refunded than paid contradicts this and is unplaced.
 * `总金额` is the price before discounts in every generation and never used.
 *
 * Remark. The seller's remark is 订单备注 up to 2019, 商家备忘 in 2021 (where 订单备注 stands beside it), 商家备注 in 2026.
 *
 * Finish. 确认收货时间 from 2018 to 2021; the 2017 and 2026 reports do not say when an order was finished.
 */
import { addFen, type Fen, formatYuan } from '../../base/fen.js';
import { warning } from '../../base/issue.js';
import { shown } from '../../base/shown.js';
import type { Row } from '../../base/table.js';
import { text } from '../../base/text.js';
import { readFlag } from '../flags.js';
import type { Order, OrderState } from '../order.js';
import { type Adapter, type OpenFile, type Reader, statusReader } from './adapter.js';
import { cellReaders, overRefunded } from './cell-readers.js';

const NUMBER = ['订单编号'];
const STATUS = ['订单状态'];
const NET = '买家实付金额';
const PAID = [NET, '买家实际支付金额'];
const REFUNDED = ['退款金额'];
const OLD_TOTAL = ['总金额(旧版)'];
const PAID_AT = ['订单付款时间'];
const FINISHED_AT = ['确认收货时间'];
const REMARK = ['商家备注', '商家备忘', '订单备注'];
const TAG = ['备注标签'];
const SHOP = ['店铺名称', '店铺id'];
const CLOSED_BECAUSE = ['订单关闭原因'];

/** WAIT_BUYER_PAY ... TRADE_CLOSED_BY_TAOBAO. Paid and not yet shipped counts: it is sold. */
const STATES: Readonly<Record<string, OrderState>> = {
  等待买家付款: 'waiting',
  '买家已付款，等待卖家发货': 'counts',
  卖家部分发货: 'counts',
  '卖家已发货，等待买家确认': 'counts',
  '买家已签收，货到付款专用': 'counts',
  交易成功: 'counts',
  交易关闭: 'cancelled',
  '付款以后用户退款成功，交易自动关闭': 'cancelled',
};

function generationOf(columns: ReadonlyMap<string, number>): string {
  if (columns.has(NET)) return '2026';
  if (columns.has('商家备忘')) return '2021';
  if (columns.has('主订单编号')) return '2019';
  return columns.has('确认收货时间') ? '2018' : '2017';
}

/** `交易关闭 (退款)`; each pair is joined once. */
function statusWords(): (status: string, reason: string) => string {
  const met = new Map<string, Map<string, string>>();
  return (status, reason) => {
    if (reason === '' || reason === '订单未关闭') return status;
    const reasons = met.get(status) ?? new Map<string, string>();
    const known = reasons.get(reason);
    if (known !== undefined) return known;
    const joined = `${status} (${reason})`;
    if (reasons.size < 1000 && met.size < 1000) met.set(status, reasons.set(reason, joined));
    return joined;
  };
}

function open(file: OpenFile): Reader {
  const cells = cellReaders(file);
  const numberOf = cells.number(NUMBER);
  const [statedOf, refundedOf, oldTotalOf] = [cells.amount(PAID), cells.amount(REFUNDED), cells.amount(OLD_TOTAL)];
  const [paidOnOf, finishedOnOf] = [cells.day(PAID_AT), cells.day(FINISHED_AT)];
  const [statusIn, tagOf, reasonOf] = [cells.text(STATUS), cells.text(TAG), cells.text(CLOSED_BECAUSE)];
  const [shopOf, remarkOf] = [cells.text(SHOP), cells.text(REMARK)];
  const statusOf = statusWords();
  const stateOf = statusReader(STATES);
  const isNet = file.columns.has(NET);
  const hasOldTotal = isNet && file.columns.has(OLD_TOTAL[0]!);
  const hasTag = file.columns.has(TAG[0]!);

  /** The file's own identity: net + refunded = 总金额(旧版) for paid orders. */
  const checkIdentity = (row: Row, number: string, net: Fen, refunded: Fen): void => {
    const total = oldTotalOf(row);
    if (total === null || addFen(net, refunded) === total) return;
    const sum = formatYuan(addFen(net, refunded));
    file.report(
      warning(
        'order-identity-broken',
        cells.source(row, OLD_TOTAL[0]!),
        text(
          `order ${shown(number)}: 买家实付金额 ${formatYuan(net)} + 退款金额 ${formatYuan(refunded)} = ${sum}, but 总金额(旧版) is ${formatYuan(total)}.`,
          `订单 ${shown(number)}：买家实付金额 ${formatYuan(net)} + 退款金额 ${formatYuan(refunded)} = ${sum}，而总金额(旧版)为 ${formatYuan(total)}。`,
        ),
        text(
          '买家实付金额 is what counts; look the order up on the platform if it is large.',
          '以买家实付金额为准；金额较大时请到平台核对。',
        ),
      ),
    );
  };

  const order = (row: Row): Order | null => {
    const number = numberOf(row);
    const stated = statedOf(row);
    const refunded = refundedOf(row);
    const paidOn = paidOnOf(row);
    const finishedOn = finishedOnOf(row);
    if (number === null || stated === null || refunded === null || paidOn === 'wrong' || finishedOn === 'wrong') {
      return null;
    }
    const paid = isNet ? addFen(stated, refunded) : stated;
    if (hasOldTotal && paidOn !== null) checkIdentity(row, number, stated, refunded);
    const status = statusIn(row);
    const doubtful = refunded > paid || refunded < 0 || paid < 0;
    const tag = tagOf(row);
    const flag = readFlag('taobao', tag);
    const reason = reasonOf(row);
    return {
      platform: 'taobao',
      shop: shopOf(row),
      number,
      paid,
      refunded,
      state: stateOf(status),
      status: statusOf(status, reason),
      paidOn,
      finishedOn,
      remark: remarkOf(row),
      flag: hasTag ? flag : 'no-column',
      tags: tag === '' || flag !== null ? [] : [tag],
      ...(doubtful ? { doubt: overRefunded(file, row, number, formatYuan(paid), formatYuan(refunded)) } : {}),
      source: cells.source(row),
    };
  };
  return {
    generation: generationOf(file.columns),
    flag: hasTag ? 'tag' : 'none',
    finishes: file.columns.has(FINISHED_AT[0]!),
    order,
  };
}

export const taobaoOrders: Adapter = {
  id: 'taobao-orders',
  platform: 'taobao',
  name: text('Taobao/Tmall order report', '淘宝/天猫订单报表'),
  needs: [NUMBER, STATUS, PAID, REFUNDED, PAID_AT, REMARK],
  reads: [FINISHED_AT, OLD_TOTAL, TAG, SHOP, CLOSED_BECAUSE],
  knows: [
    '支付单号',
    '支付详情',
    '买家应付货款',
    '买家应付邮费',
    '总金额',
    '返点积分',
    '买家会员名',
    '买家实付积分',
    '买家实际支付积分',
    '买家留言',
    '订单创建时间',
    '宝贝标题',
    '商品标题',
    '宝贝种类',
    '宝贝总数量',
    '店铺id',
    '店铺名称',
    '订单关闭原因',
    '卖家服务费',
    '买家服务费',
    '是否主动赔付',
    '确认收货打款金额',
    '打款商家金额',
    '总金额(旧版)',
    'c2b小额收款',
  ],
  rows: 'orders',
  open,
};
