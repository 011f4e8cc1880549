/** The duty list and the cleaning list on one sheet for the wall. */
import { type Element, h } from '../../base/element.js';
import { type Lang, type Text, text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { countOf, type Duty } from '../../roster/duty/lists.js';
import { namesOf } from '../../roster/duty/names.js';
import type { DutyKind } from '../../roster/duty/read-duty.js';
import type { Problem } from '../../roster/problem.js';
import { KIND_WORDS } from '../duty-csv.js';
import { shortDay, shortWeekday, showMonth } from '../words.js';
import type { PageDocument } from './page.js';

/** Kinds of duty that the handbook asks for. */
export const kindsAsked = ({ handbook }: Problem): DutyKind[] => [
  ...(handbook.values.duty === undefined ? [] : (['duty'] as const)),
  ...(handbook.values.cleaning === undefined ? [] : (['cleaning'] as const)),
];

const EXPLAINED: Readonly<Record<DutyKind, Text>> = {
  duty: text('stays on after the late shift', '晚班下班后留守'),
  cleaning: text('cleaning duty of the day', '当天打扫卫生'),
};

export function dutyPage(list: readonly Duty[], problem: Problem, lang: Lang): PageDocument {
  const say = (words: Text): string => words[lang];
  const kinds = kindsAsked(problem);
  const department = problem.handbook.values.department.name[lang];
  const title = say(text(`Duty list ${problem.month}`, `${showMonth(problem.month).zh}值班值日表`));
  const names = namesOf(problem);
  const cell = (kind: DutyKind, day: string): string =>
    list
      .filter((one) => one.kind === kind && one.day === day)
      .map(({ staff, until }) => `${names(staff)}${until === null ? '' : ` ${showClock(until)[lang]}`}`)
      .join(say(text(', ', '、')));
  const head = (...words: string[]): Element =>
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        words.map((one) => h('th', { scope: 'col' }, one)),
      ),
    );
  return {
    title: `${title} · ${department}`,
    upright: true,
    body: [
      h('h1', {}, `${department} ${title}`),
      h(
        'p',
        { class: 'lead' },
        kinds.map((kind) => `${say(KIND_WORDS[kind])}${say(text(': ', '：'))}${say(EXPLAINED[kind])}`).join('  '),
      ),
      h(
        'table',
        { class: 'slip' },
        head(say(text('day', '日期')), ...kinds.map((kind) => say(KIND_WORDS[kind]))),
        h(
          'tbody',
          {},
          problem.days.map(({ day, weekday, name }) =>
            h(
              'tr',
              {},
              h(
                'th',
                { scope: 'row' },
                [shortDay(day), shortWeekday(weekday)[lang], name?.[lang] ?? ''].join(' ').trim(),
              ),
              kinds.map((kind) => h('td', {}, cell(kind, day))),
            ),
          ),
        ),
      ),
      h('h2', {}, say(text('How often', '次数'))),
      h(
        'table',
        { class: 'slip' },
        head(say(text('name', '姓名')), ...kinds.map((kind) => say(KIND_WORDS[kind]))),
        h(
          'tbody',
          {},
          problem.agents.map(({ id, person }) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, `${id} ${person.name}`),
              kinds.map((kind) => h('td', {}, String(countOf(list, kind, id)))),
            ),
          ),
        ),
      ),
    ],
  };
}
