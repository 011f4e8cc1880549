/** How even the month is: one bar a person, the fair band behind it. */
import { type Element, h } from '../../base/element.js';
import { type Lang, type Text, text } from '../../base/text.js';
import type { Band, Problem } from '../../roster/problem.js';
import type { RosterView } from '../../roster/view.js';
import { showHours } from '../words.js';

export interface Share {
  readonly name: string;
  readonly value: number;
  readonly shown: string;
  /** What would be fair; null: not compared. */
  readonly fair: Band | null;
}

export interface FairnessChart {
  readonly title: Text;
  readonly shares: readonly Share[];
}

/** Hours, late shifts and weekends of everybody. */
export function fairnessCharts(view: RosterView, problem: Problem): FairnessChart[] {
  const share = (agent: number, value: number, fair: Band | null, shown: string = String(value)): Share => ({
    name: `${problem.agents[agent]!.id} ${problem.agents[agent]!.person.name}`,
    value,
    shown,
    fair,
  });
  const shifts = (agent: number) => problem.days.map((day, index) => ({ day, shift: view.shift(agent, index) }));
  const everybody = problem.agents.map((agent, index) => ({ agent, index }));
  return [
    {
      title: text('Hours', '工时'),
      shares: everybody.map(({ agent, index }) => {
        const minutes = shifts(index).reduce((sum, { shift }) => sum + (shift?.minutes ?? 0), 0);
        return share(index, minutes, { lo: agent.fairMinutes, hi: agent.fairMinutes }, showHours(minutes));
      }),
    },
    {
      title: text('Late shifts', '晚班'),
      shares: everybody.map(({ agent, index }) =>
        share(index, shifts(index).filter(({ shift }) => shift?.late === true).length, agent.fairLate),
      ),
    },
    {
      title: text('Weekend days', '周末上班'),
      shares: everybody.map(({ agent, index }) =>
        share(
          index,
          shifts(index).filter(({ day, shift }) => shift !== null && day.weekday >= 6).length,
          agent.fairWeekends,
        ),
      ),
    },
  ];
}

const ROW = 24;
const LEFT = 118;
const WIDTH = 250;

export function fairnessPicture(chart: FairnessChart, lang: Lang): Element {
  const most = Math.max(1, ...chart.shares.map(({ value, fair }) => Math.max(value, fair?.hi ?? 0)));
  const x = (value: number): number => LEFT + Math.round((value / most) * WIDTH);
  const height = chart.shares.length * ROW + 6;
  const values = chart.shares.map(({ value }) => value);
  const least = chart.shares[values.indexOf(Math.min(...values))];
  const top = chart.shares[values.indexOf(Math.max(...values))];
  const says = text(
    `${chart.title.en}: from ${least?.shown} (${least?.name}) to ${top?.shown} (${top?.name}).`,
    `${chart.title.zh}：最少 ${least?.shown}（${least?.name}），最多 ${top?.shown}（${top?.name}）。`,
  )[lang];
  return h(
    'svg',
    {
      viewBox: `0 0 ${LEFT + WIDTH + 56} ${height}`,
      width: LEFT + WIDTH + 56,
      height,
      role: 'img',
      'aria-label': says,
    },
    chart.shares.flatMap(({ name, value, shown, fair }, index) => {
      const y = index * ROW + 3;
      const outside = fair !== null && (value < fair.lo || value > fair.hi) && fair.lo !== fair.hi;
      return [
        h('rect', { class: 'rail', x: LEFT, y: y + 5, width: WIDTH, height: ROW - 14, rx: 5 }),
        h('text', { x: LEFT - 8, y: y + 14, 'text-anchor': 'end' }, name),
        h('rect', { class: 'bar', x: LEFT, y: y + 5, width: x(value) - LEFT, height: ROW - 14, rx: 5 }),
        ...(fair === null
          ? []
          : [
              h('rect', {
                class: 'fair',
                x: x(fair.lo) - 2,
                y: y + 1,
                width: x(fair.hi) - x(fair.lo) + 4,
                height: ROW - 6,
                rx: 3,
              }),
            ]),
        h('text', { class: outside ? 'strong' : null, x: LEFT + WIDTH + 10, y: y + 14 }, shown),
      ];
    }),
  );
}
