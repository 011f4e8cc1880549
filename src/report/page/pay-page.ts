/** The register as a page: who gets what, and behind every amount how it came about. */
import { type Element, h } from '../../base/element.js';
import { showYuan } from '../../base/fen.js';
import { citeAll } from '../../base/source.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Notice } from '../../pay/derivation.js';
import type { PayResult, Payslip } from '../../pay/payslip.js';
import type { Reconciliation } from '../../sales/order.js';
import { NOTICE_KINDS, PAY_WORDS as W } from '../pay-words.js';
import type { Register } from '../register.js';
import { showMonth } from '../words.js';
import type { PageDocument } from './page.js';
import { type Clauses, derivationTree } from './pay-tree.js';

/**
 * `department`: its name; `clauses`: the handbook's words by clause. `slipOf`: where the register has too many people for one
 * page, the address of each one's own payslip, to which the name leads.
 */
export function payPage(
  result: PayResult,
  register: Register,
  department: Text,
  clauses: Clauses,
  lang: Lang,
  slipOf: ((id: string) => string) | null = null,
): PageDocument {
  const title = text(`Pay register ${result.month}`, `${showMonth(result.month).zh}工资表`)[lang];
  const { payslips, totals } = result;
  return {
    title: `${title} · ${department[lang]}`,
    body: [
      h('h1', {}, text(`${title}: ${department.en}`, `${department.zh} ${title}`)[lang]),
      h(
        'p',
        { class: 'lead' },
        text(
          `${payslips.length} payslips, ${showYuan(totals.net)} to be paid. ${result.exceptions.length} things to look at.`,
          `共 ${payslips.length} 份工资条，实发合计 ${showYuan(totals.net)}。待查看 ${result.exceptions.length} 项。`,
        )[lang],
      ),
      h(
        'div',
        { class: 'tools only-script' },
        h('label', {}, text('Person: ', '人员：')[lang], h('input', { type: 'search', 'data-filter': true })),
      ),
      h(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
        registerTable(register, lang, slipOf),
      ),
      ...(slipOf !== null
        ? []
        : [
            h(
              'section',
              { class: 'how' },
              h('h2', {}, text('Where each amount comes from', '每笔金额的来历')[lang]),
              payslips.map((slip, at) => person(slip, at, clauses, lang)),
            ),
          ]),
      ...(result.reconciliation === null ? [] : orders(result.reconciliation, lang)),
      ...exceptions(result, lang),
      ...notices(result, lang),
    ],
  };
}

const anchor = (person: number, line: string): string => `s${person}-${line}`;

function registerTable(
  { lines, rows, totals }: Register,
  lang: Lang,
  slipOf: ((id: string) => string) | null,
): Element {
  const money = (words: string, extra = ''): Element => h('td', { class: `money${extra}` }, words);
  return h(
    'table',
    { class: 'register' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        [W.id, W.name].map((word) => h('th', { scope: 'col' }, word[lang])),
        lines.map(({ label }) => h('th', { scope: 'col', class: 'money' }, label[lang])),
        [W.gross, W.deductions, W.net].map((word) => h('th', { scope: 'col', class: 'money' }, word[lang])),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row, at) =>
        h(
          'tr',
          { 'data-person': `${row.id} ${row.name}` },
          h('td', {}, row.id),
          h(
            'th',
            { scope: 'row' },
            h('a', { href: slipOf?.(row.id) ?? `#s${at}` }, row.name === '' ? row.id : row.name),
          ),
          row.amounts.map((amount, index) =>
            amount === null
              ? h('td', {})
              : h(
                  'td',
                  { class: amount < 0 ? 'money minus' : 'money' },
                  slipOf === null
                    ? h('a', { href: `#${anchor(at, lines[index]!.line)}` }, showYuan(amount))
                    : showYuan(amount),
                ),
          ),
          money(showYuan(row.gross)),
          money(showYuan(row.deductions), row.deductions < 0 ? ' minus' : ''),
          money(showYuan(row.net), ' net'),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('td', {}),
        h('th', { scope: 'row' }, W.total[lang]),
        totals.amounts.map((amount) => money(showYuan(amount))),
        money(showYuan(totals.gross)),
        money(showYuan(totals.deductions)),
        money(showYuan(totals.net), ' net'),
      ),
    ),
  );
}

const person = (slip: Payslip, at: number, clauses: Clauses, lang: Lang): Element =>
  h(
    'details',
    { class: 'person', id: `s${at}`, 'data-person': `${slip.id} ${slip.name}` },
    h(
      'summary',
      {},
      h('span', { class: 'what' }, `${slip.id} ${slip.name}`),
      h('span', { class: 'money' }, showYuan(slip.net)),
    ),
    slip.lines.map((line) => derivationTree(line, clauses, lang, anchor(at, line.line))),
  );

const PARTS = {
  agents: text('agents', '个人'),
  pool: text('public pool', '公共业绩'),
  unplaced: text('unplaced', '未归属'),
  waiting: text('waiting', '待定'),
  excluded: text('excluded', '不计'),
  refunded: text('refunded', '已退款'),
} as const;

function orders(total: Reconciliation, lang: Lang): Element[] {
  const row = (label: string, words: string, isTotal = false): Element =>
    h('tr', {}, h('th', { scope: 'row' }, label), h('td', { class: isTotal ? 'money net' : 'money' }, words));
  return [
    h('h2', {}, text('Where the orders went', '订单去向')[lang]),
    h(
      'table',
      { class: 'figures orders' },
      h(
        'tbody',
        {},
        (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((key) => row(PARTS[key][lang], showYuan(total[key]))),
        row(text('all orders of the export', '导出订单合计')[lang], showYuan(total.export), true),
      ),
    ),
  ];
}

function exceptions(result: PayResult, lang: Lang): Element[] {
  if (result.exceptions.length === 0) return [];
  return [
    h('h2', {}, text('To be looked at', '需要查看')[lang]),
    h(
      'ul',
      { class: 'found' },
      result.exceptions.map(({ amount, message, sources }) =>
        h(
          'li',
          {},
          message[lang],
          amount === null ? null : h('b', {}, ` ${showYuan(amount)}`),
          sources.length === 0 ? null : h('code', {}, ` ${citeAll(sources)}`),
        ),
      ),
    ),
  ];
}

function notices(result: PayResult, lang: Lang): Element[] {
  if (result.notices.length === 0) return [];
  const names = new Map<string, string>(result.payslips.map(({ id, name }) => [id, name]));
  return [
    h('h2', {}, text('Notices, not money', '通知（不涉及金额）')[lang]),
    h(
      'ul',
      { class: 'found' },
      result.notices.map((notice) =>
        h('li', {}, `${notice.staff} ${names.get(notice.staff) ?? ''}: `, noticeWords(notice, lang)),
      ),
    ),
  ];
}

/** `warning: the first offence ... (after-sales/1)` */
export const noticeWords = ({ kind, says, clause }: Notice, lang: Lang): string =>
  `${NOTICE_KINDS[kind][lang]}: ${says[lang]}${clause === null ? '' : ` (${clause})`}`;
