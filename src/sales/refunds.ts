/** Refund and after-sales files: what they say of orders that stand in other files. */
import { type Fen, fen, formatYuan, showYuan, ZERO } from '../base/fen.js';
import { type Issue, info, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import { type Day, monthOf } from '../calendar/day.js';
import type { Order, Platform } from './order.js';
import type { OrderFile } from './read-orders.js';
import type { Shelf } from './shelf.js';

/** One refund that was made. */
export interface Refund {
  readonly platform: Platform;
  /** The order's number, as the order export gives it. */
  readonly order: string;
  /** The refund's own number: the same one in two files is one refund, as the later file has it. */
  readonly id: string;
  readonly amount: Fen;
  /** The day it was made, where the file says. */
  readonly doneOn: Day | null;
  /** What the file says of the order itself. */
  readonly paidOn: Day | null;
  readonly remark: string;
  readonly source: SourceRef;
}

export interface Refunds {
  /** `file`: index of the file that tells of it. */
  readonly add: (refund: Refund, file: number) => void;
  /**
   * Puts them on the shelf's orders. An amount that an order only assumed gives way; a stated one, where it is smaller. With
   * `lateBy` a refund made in a later month than its order's is put beside it as a negative sale of its own month.
   */
  readonly apply: (kept: Shelf, lateBy: LateBy) => Issue[];
}

/** What decides an order's month, where late refunds count in their own; null: every refund counts in the order's. */
type LateBy = 'paid' | 'finished' | null;

interface Told {
  readonly refund: Refund;
  readonly file: number;
}

/** What the files say of one order: all of it, and the part made in later months. */
interface OfOrder {
  amount: number;
  late: number;
  readonly first: Refund;
}

export function refunds(): Refunds {
  const byId = new Map<string, Told>();
  return {
    add: (refund, file) => {
      byId.set(`${refund.platform} ${refund.id}`, { refund, file });
    },
    apply: (kept, lateBy) => {
      const sums = new Map<number, OfOrder>();
      const homeless = new Map<string, { orders: number; amount: number; readonly first: Refund }>();
      const late: { readonly order: Order; readonly file: number }[] = [];
      for (const { refund, file } of byId.values()) {
        const at = kept.find(refund.platform, refund.order);
        if (at >= 0) {
          const order = kept.orderAt(at);
          const isLate = lateBy !== null && isAfter(refund.doneOn, lateBy === 'paid' ? order.paidOn : order.finishedOn);
          const sum = sums.get(at) ?? { amount: 0, late: 0, first: refund };
          sum.amount += refund.amount;
          if (isLate) sum.late += refund.amount;
          sums.set(at, sum);
          if (isLate) late.push({ order: negativeSale(refund, order), file: kept.fileAt(at) });
        } else if (lateBy === 'paid' && isAfter(refund.doneOn, refund.paidOn)) {
          late.push({ order: negativeSale(refund, null), file });
        } else {
          const sum = homeless.get(refund.source.file) ?? { orders: 0, amount: 0, first: refund };
          sum.orders += 1;
          sum.amount += refund.amount;
          homeless.set(refund.source.file, sum);
        }
      }
      const issues = [...sums].flatMap(([at, sum]) => settle(kept, at, sum));
      for (const { order, file } of late) kept.put(order, file);
      for (const [, { orders, amount, first }] of homeless) issues.push(withoutOrder(first, orders, fen(amount)));
      return issues;
    },
  };
}

/** Whether a refund was made in a later month than the day that decides the order's. */
const isAfter = (doneOn: Day | null, day: Day | null): boolean =>
  doneOn !== null && day !== null && monthOf(doneOn) > monthOf(day);

/** A refund as a sale of less than nothing; of an order that stands in no export by what the refund file says of it. */
const negativeSale = (refund: Refund, order: Order | null): Order => ({
  platform: refund.platform,
  shop: order?.shop ?? '',
  number: `${refund.order}+${refund.id}`,
  paid: ZERO,
  refunded: refund.amount,
  ...(order?.signed === undefined ? {} : { signed: order.signed }),
  state: 'counts',
  status: '退款',
  paidOn: refund.doneOn,
  finishedOn: refund.doneOn,
  remark: order?.remark ?? refund.remark,
  flag: order === null ? 'no-column' : order.flag,
  tags: order?.tags ?? [],
  merged: 0,
  late: true,
  source: refund.source,
});

/** What an order has refunded in its own month. */
function settle(kept: Shelf, at: number, { amount, late, first }: OfOrder): Issue[] {
  const { refundAssumed, ...order } = kept.orderAt(at);
  const { paid } = order;
  const whole = refundAssumed ? amount : Math.max(order.refunded, amount);
  if (whole <= paid) {
    kept.replace(at, { ...order, refunded: fen(whole - late) }, kept.fileAt(at));
    return [];
  }
  const doubt = text(
    `order ${shown(order.number)}: ${formatYuan(fen(whole))} refunded of ${formatYuan(paid)} paid`,
    `订单 ${shown(order.number)}：实付 ${formatYuan(paid)}，退款 ${formatYuan(fen(whole))}`,
  );
  kept.replace(at, { ...order, refunded: fen(whole - late), doubt }, kept.fileAt(at));
  return [moreRefunded(first.source, doubt)];
}

const moreRefunded = (source: SourceRef, says: ReturnType<typeof text>): Issue =>
  warning(
    'refunds-exceed-payment',
    source,
    text(`${says.en}. The order is left unplaced.`, `${says.zh}。该订单未归属。`),
    text('Look the order up on the platform.', '请到平台核对该订单。'),
  );

const withoutOrder = ({ source }: Refund, orders: number, amount: Fen): Issue =>
  info(
    'refunds-without-order',
    { file: source.file },
    text(
      `refunds of orders that stand in no export read here: ${orders}, ${showYuan(amount)} in all; they change nothing.`,
      `有 ${orders} 笔退款（共 ${showYuan(amount)}）的订单不在所读导出中，不影响计算。`,
    ),
    text(
      'Nothing to do where the orders belong to other months; else add their export.',
      '若订单属于其他月份，无需处理；否则请补充订单导出。',
    ),
  );

/** By file, how many refunds had to be taken for the whole amount. */
export function assumedRefunds(kept: Shelf, files: readonly OrderFile[]): Issue[] {
  const sums = files.map(() => ({ orders: 0, amount: 0 }));
  for (let at = 0; at < kept.size(); at += 1) {
    if (!kept.assumedAt(at)) continue;
    const sum = sums[kept.fileAt(at)]!;
    sum.orders += 1;
    sum.amount += kept.factsAt(at).paid;
  }
  return files.flatMap((file, at) => {
    const { orders, amount } = sums[at]!;
    return orders === 0 ? [] : [amountUnknown(file.source, orders, fen(amount))];
  });
}

const amountUnknown = (source: SourceRef, orders: number, sum: Fen): Issue =>
  warning(
    'refund-amount-unknown',
    source,
    text(
      `orders refunded without a stated amount: ${orders}; their whole amount, ${showYuan(sum)}, is taken for refunded.`,
      `${orders} 笔订单已退款，但文件没有退款金额：按全额 ${showYuan(sum)} 计为退款。`,
    ),
    text(
      'Put the after-sales export of the same days beside it: it says how much.',
      '请同时放入同期的售后导出文件，其中有退款金额。',
    ),
  );
