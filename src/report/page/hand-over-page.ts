/**
 * The month's book of hand-overs: for each day its change-overs (who hands over to whom, when, with room to write) and the
 * blocks of the daily routine with those who have them. Printed, one day a sheet.
 */
import { type Element, h } from '../../base/element.js';
import { type Lang, type Text, text } from '../../base/text.js';
import { type Span, showClock } from '../../calendar/clock.js';
import { weekday } from '../../calendar/day.js';
import type { DaySheet } from '../../roster/duty/day-sheet.js';
import type { HandOver } from '../../roster/duty/hand-overs.js';
import type { Problem } from '../../roster/problem.js';
import { shortWeekday, showMonth } from '../words.js';
import type { PageDocument } from './page.js';

interface HandOverBook {
  readonly handOvers: readonly HandOver[];
  readonly daySheets: readonly DaySheet[];
  readonly notes: readonly { readonly clause: string; readonly says: Text }[];
}

/** Lines to write on under each hand-over. */
const LINES = 8;

const COLUMNS = [text('buyer / order', '客户／订单'), text('what is to be done', '移交事项'), text('done', '处理结果')];

export function handOverPage(book: HandOverBook, problem: Problem, lang: Lang): PageDocument {
  const say = (words: Text): string => words[lang];
  const department = problem.handbook.values.department.name[lang];
  const title = say(text(`Hand-overs ${problem.month}`, `${showMonth(problem.month).zh}交接记录`));
  const days = problem.days.filter(
    ({ day }) => book.handOvers.some((one) => one.day === day) || book.daySheets.some((one) => one.day === day),
  );
  return {
    title: `${title} · ${department}`,
    upright: true,
    body: [
      h('h1', {}, `${department} ${title}`),
      ...days.map(({ day, name }) => {
        const sheet = book.daySheets.find((one) => one.day === day);
        const changes = book.handOvers.filter((one) => one.day === day);
        return h(
          'section',
          { class: 'sheet' },
          h('h2', {}, [day, shortWeekday(weekday(day))[lang], name?.[lang] ?? ''].join(' ').trim()),
          sheet === undefined ? null : routineTable(sheet, lang),
          changes.flatMap((change, at) => handOver(change, at === 0 ? book.notes : [], lang)),
        );
      }),
    ],
  };
}

const clockSpan = ({ from, to }: Span, lang: Lang): string =>
  from === to ? showClock(to)[lang] : `${showClock(from)[lang]}-${showClock(to)[lang]}`;

const names = (people: readonly string[], lang: Lang): string =>
  people.length === 0 ? text('nobody', '无人')[lang] : people.join(text(', ', '、')[lang]);

/** Whom the shift goes to. */
export function takers({ takes, nextDay }: HandOver, lang: Lang): string {
  if (takes === null) return text("next month's roster", '见下月班表')[lang];
  return `${nextDay ? text('next morning: ', '次日：')[lang] : ''}${names(takes, lang)}`;
}

export const handOverTime = ({ start, end }: HandOver, lang: Lang): string => clockSpan({ from: start, to: end }, lang);

function handOver(change: HandOver, notes: HandOverBook['notes'], lang: Lang): Element[] {
  const say = (words: Text): string => words[lang];
  const confirmed = change.confirm
    ? text(' The one who leaves waits until the other is online.', '　确认接班人已上线后方可离岗。')
    : text('', '');
  return [
    h('h3', {}, `${handOverTime(change, lang)}  ${change.from.name[lang]} → ${change.to.name[lang]}`),
    h(
      'p',
      { class: 'says' },
      `${say(text('hands over: ', '交班：'))}${names(change.gives, lang)}${say(text('; takes over: ', '；接班：'))}${takers(change, lang)}${say(text('.', '。'))}${say(confirmed)}`,
    ),
    ...notes.map(({ clause, says }) => h('p', { class: 'quote' }, `${clause}: ${says[lang]}`)),
    h(
      'table',
      { class: 'slip book' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          COLUMNS.map((column) => h('th', { scope: 'col' }, say(column))),
        ),
      ),
      h(
        'tbody',
        {},
        Array.from({ length: LINES }, () =>
          h(
            'tr',
            {},
            COLUMNS.map(() => h('td', {}, '\u00a0')),
          ),
        ),
      ),
    ),
    h(
      'p',
      { class: 'says' },
      say(text('signed (gives / takes): ____________ / ____________', '签名（交／接）：____________ ／ ____________')),
    ),
  ];
}

function routineTable(sheet: DaySheet, lang: Lang): Element {
  const who = ({ people }: DaySheet['blocks'][number]): string =>
    people
      .map(({ name, part }) => (part === null ? name : `${name} (${clockSpan(part, lang)})`))
      .join(text(', ', '、')[lang]);
  return h(
    'table',
    { class: 'slip' },
    h(
      'tbody',
      {},
      sheet.blocks.map((block) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, clockSpan(block, lang)),
          h('td', {}, block.task[lang]),
          h('td', {}, block.people.length === 0 ? text('nobody is there', '无人在岗')[lang] : who(block)),
        ),
      ),
    ),
  );
}
