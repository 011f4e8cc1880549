/** A day by half hours: how many are present against how many are asked for. */
import { type Element, h } from '../../base/element.js';
import { type Lang, text } from '../../base/text.js';
import { overlap, showClock } from '../../calendar/clock.js';
import type { Problem } from '../../roster/problem.js';
import type { RosterView } from '../../roster/view.js';

export interface HalfHour {
  /** Minute of the day. */
  readonly from: number;
  readonly present: number;
  /** Null: nothing is asked for. */
  readonly asked: number | null;
}

const HALF = 30;

/** Every half hour from the first shift's start to the last one's end. `day`: index in the month. */
export function halfHours(view: RosterView, problem: Problem, day: number): HalfHour[] {
  const from = Math.min(...problem.shifts.map(({ span }) => span.from));
  const to = Math.max(...problem.shifts.map(({ span }) => span.to));
  const asked = new Map(problem.intervals.filter((need) => need.day === day).map((need) => [need.from, need.agents]));
  return Array.from({ length: Math.ceil((to - from) / HALF) }, (_, index) => {
    const start = from + index * HALF;
    const piece = { from: start, to: start + HALF };
    const present = problem.shifts
      .filter(({ parts }) => parts.some((part) => overlap(part, piece) === HALF))
      .reduce((sum, { code }) => sum + view.on(day, code).length, 0);
    return { from: start, present, asked: asked.get(start) ?? null };
  });
}

const STEP = 22;
const HEIGHT = 120;

/** The picture, with the same figures as a text for those who cannot see it. */
export function coveragePicture(hours: readonly HalfHour[], title: string, lang: Lang): Element {
  const most = Math.max(1, ...hours.map(({ present, asked }) => Math.max(present, asked ?? 0)));
  const y = (people: number): number => 20 + HEIGHT - Math.round((people / most) * HEIGHT);
  const width = 40 + hours.length * STEP;
  const x = (index: number): number => 30 + index * STEP;
  const line = hours
    .map(({ asked }, index) => (asked === null ? '' : `M${x(index)} ${y(asked)}H${x(index) + STEP}`))
    .join('');
  const short = hours.filter(({ present, asked }) => asked !== null && present < asked).length;
  const says = text(
    `${title}: ${Math.min(...hours.map((hour) => hour.present))} to ${most} agents; ${short} half hours below what is asked.`,
    `${title}：${Math.min(...hours.map((hour) => hour.present))}–${most} 人在岗；${short} 个半小时低于需求。`,
  )[lang];
  return h(
    'svg',
    { viewBox: `0 0 ${width} ${HEIGHT + 45}`, width, height: HEIGHT + 45, role: 'img', 'aria-label': says },
    h('line', { class: 'axis', x1: 30, y1: 20 + HEIGHT, x2: width - 10, y2: 20 + HEIGHT }),
    hours.flatMap(({ from, present }, index) => [
      h(
        'rect',
        { class: 'bar', x: x(index) + 1, y: y(present), width: STEP - 2, height: 20 + HEIGHT - y(present) },
        h('title', {}, `${showClock(from)[lang]}: ${present}`),
      ),
      h('text', { x: x(index) + STEP / 2, y: y(present) - 4, 'text-anchor': 'middle' }, String(present)),
      ...(from % 120 === 0 ? [h('text', { x: x(index), y: HEIGHT + 38 }, showClock(from)[lang])] : []),
    ]),
    line === '' ? null : h('path', { class: 'need', d: line }),
  );
}
