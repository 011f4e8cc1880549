/** A cyclic pattern on a page for the wall: the line with who begins where, the alternatives, and how the months suit it. */
import { type Element, h } from '../../base/element.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Alternative } from '../../roster/pattern/alternatives.js';
import type { MonthFit } from '../../roster/pattern/suits.js';
import type { Pattern } from '../../roster/pattern/walk.js';
import type { Problem } from '../../roster/problem.js';
import { inkOn, shiftColour } from '../colours.js';
import { changesOf, codesOf, FIGURE_WORDS, OFF, SUITS_HEAD, suitsWords } from '../pattern-words.js';
import { shortWeekday } from '../words.js';
import type { PageDocument } from './page.js';

/** Weeks that fit on a printed sheet at full height. */
const FEW = 14;

export interface PatternSheet {
  readonly pattern: Pattern;
  readonly alternatives: readonly Alternative[];
  /** The handbook's shifts, as the alternatives' lines count them. */
  readonly codes: readonly string[];
  /** The one that is kept, from 1. */
  readonly choice: number;
  readonly fits: readonly MonthFit[];
  readonly nameOf: (staff: string) => string;
}

export function patternPage(sheet: PatternSheet, problem: Problem, lang: Lang): PageDocument {
  const { pattern, alternatives, choice, fits, codes, nameOf } = sheet;
  const department = problem.handbook.values.department.name[lang];
  const weeks = pattern.line.length / 7;
  const title = text(`Shift pattern of ${weeks} weeks`, `${weeks} 周循环班表`)[lang];
  const suited = text('How it suits the months', '适用月份')[lang];
  const others = text('Alternatives', '备选方案')[lang];
  const people = pattern.weeks.map((ids) => ids.map((id) => `${id} ${nameOf(id)}`).join(' · '));
  return {
    title: `${title} · ${department}`,
    body: [
      // The sheet for the wall; what it was chosen by follows on another.
      h(
        'div',
        { class: 'sheet' },
        h('h1', {}, `${department} ${title}`),
        h('p', { class: 'lead' }, walkWords(pattern)[lang]),
        lineTable(title, pattern.line, problem, lang, people),
        h(
          'ul',
          { class: 'legend' },
          problem.shifts.map(({ code, name }) => h('li', {}, h('b', swatch(code, problem), code), name[lang])),
        ),
      ),
      h('h2', {}, suited),
      h('p', {}, SUITS_HEAD[lang]),
      monthTable(suited, fits, lang),
      ...suitsWords(fits, pattern.weeks.flat().length).map((words) => h('p', {}, words[lang])),
      h('h2', {}, others),
      alternativeTable(others, alternatives, choice, lang),
      ...alternatives.flatMap(({ line, about }, at) => {
        const name = `${at + 1} ${about[lang]}`;
        if (at + 1 === choice) return [];
        return [h('details', {}, h('summary', {}, name), lineTable(name, codesOf(line, codes), problem, lang, null))];
      }),
    ],
  };
}

const walkWords = ({ from }: Pattern): Text =>
  text(
    `From Monday ${from} on everybody walks down from the row with their name, a row a week, and after the last row begins again at the top.`,
    `${from}（周一）起，每人从自己名字所在的行往下走，一周一行，走完最后一行回到第一行。`,
  );

const swatch = (code: string, { handbook }: Problem): Record<string, string> => {
  const fill = shiftColour(code, handbook.values);
  return fill === null ? {} : { class: 'filled', style: `--fill:${fill};--on:${inkOn(fill)}` };
};

/** A table in a box of its own that scrolls sideways on a phone. */
function boxed(
  title: string,
  how: Record<string, string>,
  headings: readonly Element[],
  rows: readonly (readonly Element[])[],
): Element {
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
    h(
      'table',
      how,
      h('thead', {}, h('tr', {}, [...headings])),
      h(
        'tbody',
        {},
        rows.map((row) => h('tr', {}, [...row])),
      ),
    ),
  );
}

const column = (words: string, kind: string | null = null): Element => h('th', { scope: 'col', class: kind }, words);
const row = (words: string): Element => h('th', { scope: 'row' }, words);

/** `people`: who begins in each week; null where that is not asked. */
function lineTable(
  title: string,
  line: readonly (string | null)[],
  problem: Problem,
  lang: Lang,
  people: readonly string[] | null,
): Element {
  const weeks = line.length / 7;
  const cell = (code: string | null): Element =>
    code === null
      ? h('td', { class: 'rest' }, h('span', {}, OFF[lang]))
      : h('td', swatch(code, problem), h('span', {}, code));
  return boxed(
    title,
    { class: weeks > FEW ? 'grid many' : 'grid', style: `--rows:${weeks}` },
    [
      column(text('week', '周')[lang]),
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => column(shortWeekday(day)[lang], day > 5 ? 'weekend' : null)),
      ...(people === null ? [] : [column(text('begins here', '由此开始')[lang], 'who')]),
    ],
    Array.from({ length: weeks }, (_, week) => [
      row(String(week + 1)),
      ...line.slice(7 * week, 7 * week + 7).map(cell),
      ...(people === null ? [] : [h('td', { class: 'who' }, people[week] ?? '')]),
    ]),
  );
}

function monthTable(title: string, fits: readonly MonthFit[], lang: Lang): Element {
  const years = [...new Set(fits.map(({ month }) => month.slice(0, 4)))];
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
  const cell = (year: string, month: string): Element => {
    const fit = fits.find((one) => one.month === `${year}-${month}`);
    return fit === undefined
      ? h('td', {}, '')
      : h('td', { class: fit.changes === 0 ? 'kept' : null }, changesOf(fit)[lang]);
  };
  return boxed(
    title,
    {},
    ['', ...months].map((month) => column(month)),
    years.map((year) => [row(year), ...months.map((month) => cell(year, month))]),
  );
}

function alternativeTable(title: string, alternatives: readonly Alternative[], choice: number, lang: Lang): Element {
  const named = alternatives.map(({ about }, at) => `${at + 1}${at + 1 === choice ? '*' : ''} ${about[lang]}`);
  return boxed(
    title,
    {},
    ['', ...named].map((words) => column(words)),
    FIGURE_WORDS.map(({ key, words }) => [
      row(words[lang]),
      ...alternatives.map(({ figures }) => h('td', {}, String(figures[key]))),
    ]),
  );
}
