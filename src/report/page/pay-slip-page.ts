/** One person's payslip as a page. Nothing in it speaks of anybody else. */
import { type Element, h } from '../../base/element.js';
import { type Fen, showYuan } from '../../base/fen.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Month } from '../../calendar/day.js';
import type { Notice } from '../../pay/derivation.js';
import { PAY_WORDS as W } from '../pay-words.js';
import { clauseText, type Slip } from '../payslip.js';
import { showMonth } from '../words.js';
import type { PageDocument } from './page.js';
import { noticeWords } from './pay-page.js';
import { type Clauses, derivationTree } from './pay-tree.js';

/** `notices`: of the whole department; only the person's own are shown. */
export function payslipPage(
  slip: Slip,
  month: Month,
  notices: readonly Notice[],
  department: Text,
  clauses: Clauses,
  lang: Lang,
): PageDocument {
  const title = text(`Payslip ${month}`, `${showMonth(month).zh}工资条`)[lang];
  const own = notices.filter(({ staff }) => staff === slip.id);
  const sum = (label: Text, amount: Fen, isNet = false): Element =>
    h(
      'tr',
      { class: isNet ? 'net' : null },
      h('th', { scope: 'row' }, label[lang]),
      h('td', { class: 'money' }, showYuan(amount)),
    );
  return {
    title: `${title} · ${slip.id} ${slip.name}`,
    upright: true,
    body: [
      h('h1', {}, title),
      h('p', { class: 'lead' }, `${department[lang]} · ${slip.id} ${slip.name}`),
      h(
        'table',
        { class: 'slip' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, W.label[lang]),
            h('th', { scope: 'col', class: 'money' }, W.amount[lang]),
          ),
        ),
        h(
          'tbody',
          {},
          slip.lines.map((line) => {
            const clause = clauseText(line.clause, line.assumed)[lang];
            return h(
              'tr',
              {},
              h(
                'th',
                { scope: 'row' },
                line.label[lang],
                clause === '' ? null : h('small', {}, clause),
                line.says[lang] === '' ? null : h('p', { class: 'says' }, line.says[lang]),
              ),
              h('td', { class: line.amount < 0 ? 'money minus' : 'money' }, showYuan(line.amount)),
            );
          }),
        ),
        h('tfoot', {}, sum(W.gross, slip.gross), sum(W.deductions, slip.deductions), sum(W.net, slip.net, true)),
      ),
      ...(own.length === 0
        ? []
        : [
            h('h2', {}, text('Notices, not money', '通知（不涉及金额）')[lang]),
            h(
              'ul',
              { class: 'found' },
              own.map((notice) => h('li', {}, noticeWords(notice, lang))),
            ),
          ]),
      h(
        'section',
        { class: 'how' },
        h('h2', {}, text('How each amount came about', '每笔金额的来历')[lang]),
        slip.lines.map((line) => derivationTree(line, clauses, lang)),
      ),
    ],
  };
}
