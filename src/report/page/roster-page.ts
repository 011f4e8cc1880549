/** The roster as one page: the grid with its explanations, what is broken and why, the days by half hour, how fair it is. */
import { type Element, h } from '../../base/element.js';
import { joinTexts, type Lang, same, type Text, text } from '../../base/text.js';
import type { Problem } from '../../roster/problem.js';
import type { Roster, Score } from '../../roster/roster.js';
import { viewOf } from '../../roster/view.js';
import type { Violation } from '../../roster/violation.js';
import { FREE, inkOn } from '../colours.js';
import { type GridCell, type GridDay, type GridDocument, gridOf } from '../grid.js';
import { namedDays } from '../named-days.js';
import type { WishAnswer } from '../refusals.js';
import { shortDay, shortWeekday, showMonth } from '../words.js';
import { shiftTimes } from '../workbook/legend-sheet.js';
import { coveragePicture, halfHours, shortOf } from './coverage.js';
import { fairnessCharts, fairnessPicture } from './fairness.js';
import { findings } from './findings.js';
import type { PageDocument } from './page.js';
import { wishList } from './wishes.js';

/** `bound` null: not known, nothing is said about what is possible. */
export function rosterPage(
  roster: Roster,
  problem: Problem,
  violations: readonly Violation[],
  score: Score,
  bound: Score | null,
  wishes: readonly WishAnswer[],
  lang: Lang,
): PageDocument {
  const grid = gridOf(roster, problem, violations);
  const view = viewOf(roster, problem);
  const department = problem.handbook.values.department.name[lang];
  const title = text(`Roster ${roster.month}`, `${showMonth(roster.month).zh}排班表`)[lang];
  const days = problem.days.map((day, index) => ({ day, hours: halfHours(view, problem, index) }));
  const tightest = days.reduce((worst, one) => (shortOf(one.hours) > shortOf(worst.hours) ? one : worst), days[0]!).day;
  const say = (words: Text): string => words[lang];
  return {
    title: `${title} · ${department}`,
    body: [
      h('h1', {}, text(`${title}: ${department}`, `${department} ${title}`)[lang]),
      h('p', { class: 'lead' }, say(lead(roster, violations, score, bound))),
      tiles(roster, problem, violations, wishes, lang),
      h(
        'div',
        { class: 'tools only-script' },
        h(
          'label',
          {},
          say(text('Person: ', '人员：')),
          h('input', { type: 'search', 'data-filter': true, placeholder: say(text('number or name', '工号或姓名')) }),
        ),
        h('span', { class: 'hint' }, say(text('Arrow keys move, Enter explains.', '方向键移动，回车看说明。'))),
      ),
      h('div', { class: 'mine', hidden: true, 'data-weekdays': weekdays(lang) }),
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title }, gridTable(grid, problem, lang)),
      h(
        'p',
        { class: 'say only-script', 'aria-live': 'polite' },
        say(text('Tap a cell to read what it means.', '点一下格子，看它的含义。')),
      ),
      h(
        'ul',
        { class: 'legend' },
        grid.legend.map(({ mark, words, fill }) =>
          h('li', {}, h('b', swatch(fill), mark[lang]), [words[lang], ...timesOf(problem, mark.zh, lang)].join(' ')),
        ),
        namedDays(grid.days).map((named) => h('li', {}, h('b', {}, '*'), named[lang])),
      ),
      findings(violations, problem, lang),
      ...(wishes.length === 0 ? [] : [wishList(wishes, problem, lang)]),
      h(
        'section',
        { class: 'pictures' },
        h('h2', {}, say(text('A day by half hours', '一天的在岗人数（每半小时）'))),
        h(
          'p',
          {},
          say(
            text('Bars: who is there, by shift. Line: how many are asked for.', '柱：在岗人数，按班次；线：需要人数。'),
          ),
        ),
        h(
          'div',
          { class: 'tools only-script' },
          h(
            'label',
            {},
            say(text('Day: ', '日期：')),
            h(
              'select',
              { 'data-day-choice': true },
              days.map(({ day }) => h('option', { value: day.day, selected: day === tightest }, dayWords(day)[lang])),
            ),
          ),
        ),
        days.map(({ day, hours }) =>
          h(
            'div',
            { class: 'scroll', 'data-day': day.day, tabindex: 0, role: 'region', 'aria-label': dayWords(day)[lang] },
            coveragePicture(hours, dayWords(day)[lang], lang),
          ),
        ),
        h('h2', {}, say(text('How fair it is', '是否公平'))),
        h(
          'p',
          {},
          say(
            text(
              'A bar is what a person has, the shade behind it the fair share.',
              '横条为本人的数量，阴影为公平份额。',
            ),
          ),
        ),
        h(
          'div',
          { class: 'charts' },
          fairnessCharts(view, problem).map((chart) =>
            h(
              'div',
              {},
              h('h3', {}, chart.title[lang]),
              h(
                'div',
                { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': chart.title[lang] },
                fairnessPicture(chart, lang),
              ),
            ),
          ),
        ),
      ),
    ],
  };
}

/** What stands above everything on the page: four figures to a glance. */
function tiles(
  roster: Roster,
  problem: Problem,
  violations: readonly Violation[],
  wishes: readonly WishAnswer[],
  lang: Lang,
): Element {
  const broken = violations.filter(({ level, accepted }) => level === 'hard' && accepted === undefined).length;
  const granted = wishes.filter(({ outcome }) => outcome === 'granted').length;
  const shifts = roster.rows.reduce(
    (sum, { cells }) => sum + cells.reduce((more, cell) => more + (cell.kind === 'shift' ? cell.shifts.length : 0), 0),
    0,
  );
  const tile = (value: string, words: Text, kind: string | null = null): Element =>
    h('div', { class: kind }, h('dt', {}, words[lang]), h('dd', {}, value));
  return h(
    'dl',
    { class: 'tiles' },
    tile(String(problem.agents.length), text('people', '人员')),
    tile(String(shifts), text('shifts', '班次')),
    tile(String(broken), text('hard rules broken', '违反硬性规则'), broken > 0 ? 'bad' : 'good'),
    ...(wishes.length === 0 ? [] : [tile(`${granted} / ${wishes.length}`, text('wishes met', '满足意愿'))]),
  );
}

/** Monday first, for the calendar of one person that the script draws. */
const weekdays = (lang: Lang): string => [1, 2, 3, 4, 5, 6, 7].map((day) => shortWeekday(day)[lang]).join(' ');

const timesOf = (problem: Problem, code: string, lang: Lang): string[] =>
  problem.shifts.filter((shift) => shift.code === code).map((shift) => shiftTimes(shift, lang));

/** Free days have their own colour in the dark. */
const swatch = (fill: string | null): Record<string, string> =>
  fill === null ? {} : fill === FREE ? { class: 'rest' } : { style: filled(fill), class: 'filled' };

const filled = (fill: string): string => `--fill:${fill};--on:${inkOn(fill)}`;

const dayWords = (day: GridDay): Text => {
  const plain = joinTexts([same(shortDay(day.day)), shortWeekday(day.weekday)], same(' '));
  return day.name === null ? plain : joinTexts([plain, day.name], same(' '));
};

function lead(roster: Roster, violations: readonly Violation[], score: Score, bound: Score | null): Text {
  const hard = violations.filter(({ level, accepted }) => level === 'hard' && accepted === undefined).length;
  const rules =
    hard === 0
      ? text('Every rule that must hold is kept.', '遵守全部硬性规则。')
      : text(`${hard} hard violations.`, `硬性规则违反 ${hard} 处。`);
  const gap =
    bound === null || score.hard > 0
      ? text(`Score ${score.soft}.`, `得分 ${score.soft}。`)
      : score.soft === bound.soft
        ? text(`Score ${score.soft}: proved, no roster is better.`, `得分 ${score.soft}：已证明没有更好的排班。`)
        : text(
            `Score ${score.soft}: no roster can be better by more than ${score.soft - bound.soft}.`,
            `得分 ${score.soft}：任何排班最多再好 ${score.soft - bound.soft}。`,
          );
  return joinTexts([text(`Revision ${roster.revision}.`, `第 ${roster.revision} 版。`), rules, gap], text(' ', ''));
}

const isFree = (day: GridDay): boolean => day.kind === 'statutory' || day.kind === 'swapped-rest';
const dayClass = (day: GridDay): string => (isFree(day) ? 'statutory' : day.weekday >= 6 ? 'weekend' : '');
const star = (day: GridDay): string => (isFree(day) || day.name !== null ? '*' : '');

/** People whose rows fit on a page with room to spare. */
const FEW = 14;

function gridTable(grid: GridDocument, problem: Problem, lang: Lang): Element {
  const all = [...grid.tailDays.map((day) => ({ day, tail: true })), ...grid.days.map((day) => ({ day, tail: false }))];
  const headings = (words: (day: GridDay) => string): Element[] =>
    all.map(({ day, tail }) =>
      h(
        'th',
        {
          scope: 'col',
          class: `${dayClass(day)}${tail ? ' tail' : ''}${isFirst(day) ? ' first' : ''}`.trim() || null,
          'data-on': tail ? null : day.day,
          title: day.name?.[lang] ?? null,
        },
        words(day),
      ),
    );
  const isFirst = (day: GridDay): boolean => day === grid.days[0] && grid.tailDays.length > 0;
  const names = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const meaning = (cell: GridCell): string => {
    const shift = names.get(cell.code);
    if (shift !== undefined) return `${shift.name[lang]} ${shiftTimes(shift, lang)}`;
    if (cell.kind === 'rest') return text('rest day', '休息日')[lang];
    return cell.kind === 'absent' ? text('not employed', '不在职')[lang] : cell.code;
  };
  return h(
    'table',
    { class: grid.rows.length > FEW ? 'grid many' : 'grid', style: `--rows:${grid.rows.length + grid.counts.length}` },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col', rowspan: 2 }, grid.month),
        headings(({ day }) => String(Number(day.slice(8)))),
        grid.totals.map((total, at) =>
          h('th', { scope: 'col', rowspan: 2, class: at === 0 ? 'sum-head wide' : 'sum-head' }, total[lang]),
        ),
      ),
      h(
        'tr',
        {},
        headings((day) => `${shortWeekday(day.weekday)[lang]}${star(day)}`),
      ),
    ),
    h(
      'tbody',
      {},
      grid.rows.map((row) =>
        h(
          'tr',
          { 'data-person': `${row.id} ${row.name}` },
          h('th', { scope: 'row' }, `${row.id} ${row.name}`),
          [...row.tail, ...row.cells].map((cell, index) => {
            const { day, tail } = all[index]!;
            const says = [
              `${row.id} ${row.name}, ${dayWords(day)[lang]}: ${meaning(cell)}`,
              ...cell.notes.map((note) => note[lang]),
            ].join('\n');
            const kind = cell.kind === 'shift' && cell.fill !== null ? 'filled' : cell.kind;
            return h(
              'td',
              {
                class: [
                  kind,
                  dayClass(day),
                  tail ? 'tail' : '',
                  cell.broken ? 'broken' : '',
                  isFirst(day) ? 'first' : '',
                ]
                  .filter(Boolean)
                  .join(' '),
                style: kind === 'filled' ? filled(cell.fill!) : null,
                'data-on': tail ? null : day.day,
                title: says,
                'data-say': says,
              },
              h('span', {}, cell.mark[lang], cell.broken ? h('small', {}, '[X]') : null),
            );
          }),
          row.totals.map((total) => h('td', { class: 'total' }, total)),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      grid.counts.map((count) =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            h('b', count.fill === null ? {} : { class: 'filled', style: filled(count.fill) }, count.label[lang]),
            text(' heads', ' 人数')[lang],
          ),
          grid.tailDays.map(() => h('td', {})),
          count.heads.map(({ count: heads, broken, notes }, at) =>
            h(
              'td',
              {
                class: `${dayClass(grid.days[at]!)}${broken ? ' broken' : ''}`.trim() || null,
                title: notes.map((note) => note[lang]).join('\n') || null,
              },
              `${heads}`,
              broken ? h('small', {}, '[X]') : null,
            ),
          ),
          grid.totals.map(() => h('td', {})),
        ),
      ),
    ),
  );
}
