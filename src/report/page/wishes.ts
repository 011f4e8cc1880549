/** What became of every wish, and for refused ones what stands in the way. Not for the wall. */
import { type Element, h } from '../../base/element.js';
import { type Lang, text } from '../../base/text.js';
import type { Problem } from '../../roster/problem.js';
import { OUTCOMES, type WishAnswer, wishText } from '../refusals.js';
import { shortDay } from '../words.js';

const HEADINGS = [
  text('day', '日期'),
  text('person', '人员'),
  text('wish', '意愿'),
  text('outcome', '结果'),
  text('reason', '原因'),
] as const;

export function wishList(wishes: readonly WishAnswer[], problem: Problem, lang: Lang): Element {
  const title = text('Wishes', '意愿')[lang];
  return h(
    'section',
    { class: 'soft' },
    h('h2', {}, title),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
      h(
        'table',
        { class: 'wishes' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            HEADINGS.map((heading) => h('th', { scope: 'col' }, heading[lang])),
          ),
        ),
        h(
          'tbody',
          {},
          wishes.map(({ request, name, outcome, reason }) =>
            h(
              'tr',
              { 'data-person': `${request.staff} ${name}` },
              h('td', {}, shortDay(request.day)),
              h('th', { scope: 'row' }, `${request.staff} ${name}`),
              h('td', {}, wishText(request, problem)[lang]),
              h('td', { class: outcome }, OUTCOMES[outcome][lang]),
              h('td', {}, reason[lang]),
            ),
          ),
        ),
      ),
    ),
  );
}
