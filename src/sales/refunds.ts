/** Refund and after-sales files: what they say of orders that stand in other files. */
import { type Fen, fen, formatYuan, showYuan } from '../base/fen.js';
import { type Issue, info, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { text } from '../base/text.js';
import type { Day } from '../calendar/day.js';
import type { Platform } from './order.js';
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
  readonly add: (refund: Refund) => void;
  /** Puts them on the shelf's orders. An amount that an order only assumed gives way; a stated one, where it is smaller. */
  readonly apply: (kept: Shelf) => Issue[];
}

export function refunds(): Refunds {
  const byId = new Map<string, Refund>();
  return {
    add: (refund) => {
      byId.set(`${refund.platform} ${refund.id}`, refund);
    },
    apply: (kept) => {
      const issues: Issue[] = [];
      const sums = new Map<number, { amount: number; readonly first: Refund }>();
      const homeless = new Map<string, { orders: number; amount: number; readonly first: Refund }>();
      for (const refund of byId.values()) {
        const at = kept.find(refund.platform, refund.order);
        if (at >= 0) {
          const sum = sums.get(at) ?? { amount: 0, first: refund };
          sum.amount += refund.amount;
          sums.set(at, sum);
        } else {
          const { file } = refund.source;
          const sum = homeless.get(file) ?? { orders: 0, amount: 0, first: refund };
          sum.orders += 1;
          sum.amount += refund.amount;
          homeless.set(file, sum);
        }
      }
      for (const [at, { amount, first }] of sums) {
        const { refundAssumed, ...order } = kept.orderAt(at);
        const refunded = fen(refundAssumed ? amount : Math.max(order.refunded, amount));
        const { paid } = order;
        const doubt = text(
          `order ${shown(order.number)}: ${formatYuan(refunded)} refunded of ${formatYuan(paid)} paid`,
          `订单 ${shown(order.number)}：实付 ${formatYuan(paid)}，退款 ${formatYuan(refunded)}`,
        );
        if (refunded > paid) issues.push(moreRefunded(first.source, doubt));
        kept.replace(at, { ...order, refunded, ...(refunded > paid ? { doubt } : {}) }, kept.fileAt(at));
      }
      for (const [, { orders, amount, first }] of homeless) issues.push(withoutOrder(first, orders, fen(amount)));
      return issues;
    },
  };
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
