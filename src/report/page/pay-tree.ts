/** A derivation as a tree that unfolds: the amount, the sum in words, the clause, the figures, the rows of the user's files. */
import { type Element, h } from '../../base/element.js';
import { showYuan } from '../../base/fen.js';
import { citeAll } from '../../base/source.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Derivation, Figure } from '../../pay/derivation.js';
import { CLAUSES_JOINED } from '../../pay/derive.js';
import { PAY_WORDS as W } from '../pay-words.js';
import { clauseText } from '../payslip.js';

/** The words of clauses, by their ids. */
export type Clauses = Readonly<Record<string, Text>>;

/** One for each of the clauses that give the amount together. */
const quotes = (clause: string | null, clauses: Clauses, lang: Lang): Element[] =>
  (clause?.split(CLAUSES_JOINED) ?? []).flatMap((id) => {
    const words = clauses[id];
    return words === undefined ? [] : [h('blockquote', { class: 'quote' }, `${id}: ${words[lang]}`)];
  });

const from = (sources: Derivation['sources'], lang: Lang): Element | null =>
  sources.length === 0 ? null : h('p', { class: 'from' }, `${W.sources[lang]}: `, h('code', {}, citeAll(sources)));

function figures(all: readonly Figure[], lang: Lang): Element | null {
  if (all.length === 0) return null;
  return h(
    'table',
    { class: 'figures' },
    h(
      'tbody',
      {},
      all.map(({ name, value, clause, assumed, sources }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, name[lang]),
          h('td', {}, value),
          h('td', {}, clauseText(clause, assumed)[lang]),
          h('td', {}, sources.length === 0 ? null : h('code', {}, citeAll(sources))),
        ),
      ),
    ),
  );
}

/** `id`: the anchor of the line; parts have none. A derivation without anything behind it is a plain row. */
export function derivationTree(one: Derivation, clauses: Clauses, lang: Lang, id: string | null = null): Element {
  const clause = clauseText(one.clause, one.assumed)[lang];
  return h(
    'details',
    { class: 'sum', id },
    h(
      'summary',
      {},
      h('span', { class: 'what' }, one.label[lang], clause === '' ? null : h('small', {}, clause)),
      h('span', { class: 'money' }, showYuan(one.amount)),
    ),
    one.says[lang] === '' ? null : h('p', { class: 'says' }, one.says[lang]),
    one.assumed
      ? h(
          'p',
          { class: 'from' },
          text('The handbook is silent here; the value is assumed.', '手册未写明，此处为推定值。')[lang],
        )
      : null,
    quotes(one.clause, clauses, lang),
    figures(one.figures, lang),
    from(one.sources, lang),
    one.parts.map((part) => derivationTree(part, clauses, lang)),
  );
}
