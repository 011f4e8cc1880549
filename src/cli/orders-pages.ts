/** The month's orders on a terminal and as JSON: what was read, how it was placed, what needs the clerk's eye. */
import { drawn } from '../base/drawn.js';
import { type Fen, formatYuan, showYuan } from '../base/fen.js';
import { shown } from '../base/shown.js';
import { cite } from '../base/source.js';
import { type Lang, type Text, text } from '../base/text.js';
import type { StaffId } from '../people/person.js';
import { ADAPTERS } from '../sales/adapters/index.js';
import type { FileSales, Outcome, Placement, Reconciliation, SalesResult } from '../sales/order.js';
import type { Json, Page } from './command.js';
import { reconciliationLine } from './pay-pages.js';
import { harmless } from './say.js';
import { painter, type Styled, table, wrap } from './terminal.js';

const OUTCOMES: readonly (readonly [Outcome, keyof Reconciliation, Text])[] = [
  ['agent', 'agents', text('agents', '个人')],
  ['pool', 'pool', text('public pool', '公共业绩')],
  ['unplaced', 'unplaced', text('unplaced', '未归属')],
  ['waiting', 'waiting', text('waiting', '待定')],
  ['excluded', 'excluded', text('excluded', '不计')],
  ['refunded', 'refunded', text('refunded', '已退款')],
];

const T = {
  file: text('file', '文件'),
  kind: text('read as', '识别为'),
  orders: text('orders', '订单数'),
  total: text('total', '合计'),
  all: text('all files', '全部'),
  id: text('id', '工号'),
  name: text('name', '姓名'),
  amount: text('amount', '金额'),
  order: text('order', '订单'),
  why: text('why', '原因'),
} as const;

const FLAGS: Readonly<Record<FileSales['flags'], Text>> = {
  needed: text('a mark needs its flag', '标记须插旗'),
  'not-needed': text('no flag needed', '不看插旗'),
  unknown: text('a flag is needed, the file has none', '须插旗，但文件没有插旗列'),
};

/** What a file without orders of its own is for. */
const BESIDE: Readonly<Record<string, Text>> = {
  refunds: text('tells of refunds', '仅提供退款'),
  beside: text('repeats the order report', '内容同订单报表'),
};

/** The adapter in the reader's language, the generation of its headings, and how flags were used. */
function readAs(file: FileSales, lang: Lang): { readonly words: string; readonly hasOrders: boolean } {
  const adapter = ADAPTERS.find(({ id }) => id === file.adapter);
  const name = adapter === undefined ? file.generation : `${adapter.name[lang]} ${file.generation}`;
  const beside = adapter === undefined ? undefined : BESIDE[adapter.rows];
  return {
    words: `${name}; ${(beside ?? FLAGS[file.flags])[lang]}`,
    hasOrders: beside === undefined || file.orders > 0,
  };
}

const money = (amount: Fen): Styled => ({ words: showYuan(amount), right: true });
const head = (words: string, right = false): Styled => ({ words, right, paint: { bold: true } });

const figures = (total: Reconciliation): Styled[] => [
  money(total.export),
  ...OUTCOMES.map(([, key]) => money(total[key])),
];

function fileTable(sales: SalesResult, lang: Lang): Styled[][] {
  const heading = [
    head(T.file[lang]),
    head(T.kind[lang]),
    head(T.orders[lang], true),
    head(T.total[lang], true),
    ...OUTCOMES.map(([, , label]) => head(label[lang], true)),
  ];
  const rows = sales.files.map((file) => {
    const { words, hasOrders } = readAs(file, lang);
    const counted = [{ words: String(file.orders), right: true }, ...figures(file.total)];
    return [{ words: file.file }, { words }, ...(hasOrders ? counted : [])];
  });
  const orders = sales.files.reduce((sum, file) => sum + file.orders, 0);
  const all = [{ words: T.all[lang] }, { words: '' }, { words: String(orders), right: true }, ...figures(sales.total)];
  return [heading, ...rows, ...(rows.length > 1 ? [all] : [])];
}

/** What is written out; the rest is counted. */
const SHOWN = 20;

export function drawOrders(sales: SalesResult, names: ReadonlyMap<StaffId, string>, page: Page): string {
  const { lang } = page;
  const paint = painter(page.colour);
  const { unplaced } = sales;
  const agents = sales.agents.map(({ staff, orders, amount }) => [
    { words: staff },
    { words: names.get(staff) ?? '' },
    { words: String(orders), right: true },
    money(amount),
  ]);
  const agentHead = [head(T.id[lang]), head(T.name[lang]), head(T.orders[lang], true), head(T.amount[lang], true)];
  const more = unplaced.length - SHOWN;
  const lines = unplaced
    .slice(0, SHOWN)
    .map(
      ({ order, net, reason }) =>
        `${wrap(harmless(`${cite(order.source)}  ${order.number}  ${showYuan(net)}  ${reason[lang]}${order.remark === '' ? '' : `  “${shown(order.remark)}”`}`), page.columns, '  ')}\n`,
    );
  return [
    table(fileTable(sales, lang), paint),
    `\n${wrap(reconciliationLine(sales.total, lang), page.columns)}\n`,
    ...OUTCOMES.map(([outcome, , label]) => `${label[lang]} ${sales.counts[outcome]}`)
      .join(lang === 'zh' ? '，' : ', ')
      .concat('\n'),
    ...(agents.length === 0 ? [] : ['\n', table([agentHead, ...agents], paint)]),
    ...(lines.length === 0
      ? []
      : [
          `\n${paint(`${text('To be looked at', '需要查看')[lang]} (${unplaced.length})`, { bold: true })}\n`,
          ...lines,
        ]),
    ...(more > 0
      ? [`  ${text(`and ${more} more; all of them with --json`, `另有 ${more} 条，--json 可查看全部`)[lang]}\n`]
      : []),
  ].join('');
}

const reconciled = (total: Reconciliation): Json =>
  Object.fromEntries(Object.entries(total).map(([key, amount]) => [key, formatYuan(amount)]));

const placed = ({ order, net, outcome, shares, reason }: Placement, lang: Lang): Json => ({
  order: order.number,
  platform: order.platform,
  shop: order.shop,
  outcome,
  net: formatYuan(net),
  shares: shares.map(({ staff, amount }) => ({ staff, amount: formatYuan(amount) })),
  remark: order.remark,
  reason: reason[lang],
  source: cite(order.source),
});

export const ordersDocument = (sales: SalesResult, lang: Lang): { readonly [key: string]: Json } => ({
  reconciliation: reconciled(sales.total),
  counts: { ...sales.counts },
  sources: sales.files.map((file) => ({
    file: file.file,
    adapter: file.adapter,
    generation: file.generation,
    platform: file.platform,
    flags: file.flags,
    orders: file.orders,
    superseded: { orders: file.superseded.orders, amount: formatYuan(file.superseded.amount) },
    reconciliation: reconciled(file.total),
    counts: { ...file.counts },
  })),
  agents: sales.agents.map(({ staff, orders, amount }) => ({ staff, orders, amount: formatYuan(amount) })),
  otherMonths: sales.otherMonths.map(({ month, orders, amount }) => ({ month, orders, amount: formatYuan(amount) })),
  orders: drawn(sales.placements, (placement) => placed(placement, lang)),
});
