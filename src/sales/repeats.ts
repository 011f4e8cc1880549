/** Orders that stand in two files, or twice in one: what to say about them. */
import { fen, formatYuan } from '../base/fen.js';
import { type Issue, info, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { cite, type SourceRef } from '../base/source.js';
import { joinTexts, same, type Text, text } from '../base/text.js';
import type { Order, Tally } from './order.js';

/** An order that a later file holds again. */
interface Repeat {
  readonly earlier: Order;
  readonly later: Order;
}

/** What the later file says otherwise. Empty: nothing that matters for pay. */
function changesOf({ earlier, later }: Repeat): Text[] {
  const unchanged =
    earlier.status === later.status &&
    earlier.paid === later.paid &&
    earlier.refunded === later.refunded &&
    earlier.remark === later.remark;
  if (unchanged) return [];
  const changes: Text[] = [];
  const change = (en: string, zh: string, from: string, to: string): void => {
    if (from !== to) changes.push(text(`${en} ${from} -> ${to}`, `${zh} ${from} -> ${to}`));
  };
  change('status', '状态', shown(earlier.status), shown(later.status));
  change('paid', '实付', formatYuan(earlier.paid), formatYuan(later.paid));
  change('refunded', '退款', formatYuan(earlier.refunded), formatYuan(later.refunded));
  change('remark', '备注', `"${shown(earlier.remark, 20)}"`, `"${shown(later.remark, 20)}"`);
  return changes;
}

/** Examples named in one message. */
const EXAMPLES = 3;

interface Pair {
  /** Index of the two files. */
  readonly from: number;
  readonly to: number;
  count: number;
  /** What the earlier file says was paid. */
  amount: number;
  changed: number;
  readonly examples: Text[];
}

export interface Repeats {
  readonly add: (earlier: Order, later: Order, from: number, to: number) => void;
  /** Orders of a file that later files hold again. */
  readonly superseded: (file: number) => Tally;
  /** One line for each pair of overlapping files, in the order met. */
  readonly issues: (files: readonly SourceRef[]) => Issue[];
}

/** Counts what overlaps: daily exports of a month may repeat each other thirty times. */
export function repeats(): Repeats {
  const pairs = new Map<string, Pair>();
  return {
    add: (earlier, later, from, to) => {
      const key = `${from} ${to}`;
      const pair = pairs.get(key) ?? { from, to, count: 0, amount: 0, changed: 0, examples: [] };
      pairs.set(key, pair);
      pair.count += 1;
      pair.amount += earlier.paid;
      const changes = changesOf({ earlier, later });
      if (changes.length === 0) return;
      pair.changed += 1;
      if (pair.examples.length === EXAMPLES) return;
      pair.examples.push(joinTexts([same(`${shown(later.number)} `), joinTexts(changes, text(', ', '，'))]));
    },
    superseded: (file) => {
      const own = [...pairs.values()].filter(({ from }) => from === file);
      const sum = (of: (pair: Pair) => number): number => own.reduce((total, pair) => total + of(pair), 0);
      return { orders: sum(({ count }) => count), amount: fen(sum(({ amount }) => amount)) };
    },
    issues: (files) => [...pairs.values()].map((pair) => pairIssue(pair, files)),
  };
}

function pairIssue(pair: Pair, files: readonly SourceRef[]): Issue {
  const earlier = cite(files[pair.from]!);
  const examples = joinTexts(pair.examples, text('; ', '；'));
  const more = pair.changed > pair.examples.length ? ' ...' : '';
  const list = pair.changed === 0 ? same('') : text(` (${examples.en}${more})`, `（${examples.zh}${more}）`);
  return info(
    'orders-repeated',
    files[pair.to]!,
    text(
      `orders of ${earlier} that stand here again and are counted here: ${pair.count}; changed: ${pair.changed}${list.en}.`,
      `${earlier} 中的 ${pair.count} 笔订单在此重复，以此文件为准；其中 ${pair.changed} 笔有变化${list.zh}。`,
    ),
    text('Nothing to do if this is the newer export.', '若此文件导出时间更晚，无需处理。'),
  );
}

/** An order twice in one file that should hold it once. */
export const repeatedRow = (earlier: Order, later: Order): Issue =>
  warning(
    'order-repeated-in-file',
    later.source,
    text(
      `order ${shown(later.number)} stood in row ${earlier.source.row} already (${formatYuan(earlier.paid)}, here ${formatYuan(later.paid)}); it is counted once.`,
      `订单 ${shown(later.number)} 在第 ${earlier.source.row} 行已出现（${formatYuan(earlier.paid)}，此处 ${formatYuan(later.paid)}）；只计一次。`,
    ),
    text(
      'Look whether exports were pasted together: the lower row counts.',
      '请检查是否由多次导出拼接而成：以下面一行为准。',
    ),
  );
