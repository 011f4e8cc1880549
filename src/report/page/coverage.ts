/** A day by half hours: who is present, shift upon shift, against how many are asked for. */
import { type Element, h } from '../../base/element.js';
import { type Lang, text } from '../../base/text.js';
import { overlap, showClock } from '../../calendar/clock.js';
import type { Problem } from '../../roster/problem.js';
import type { RosterView } from '../../roster/view.js';
import { shiftColour } from '../colours.js';

export interface HalfHour {
  /** Minute of the day. */
  readonly from: number;
  readonly present: number;
  /** By shift, those with nobody left out. */
  readonly shifts: readonly { readonly code: string; readonly heads: number; readonly fill: string | null }[];
  /** By the demand of that time, else the least heads of the shifts that cover it, together; null: nothing is asked for. */
  readonly asked: number | null;
}

const HALF = 30;

/** Every half hour from the first shift's start to the last one's end. `day`: index in the month. */
export function halfHours(view: RosterView, problem: Problem, day: number): HalfHour[] {
  const from = Math.min(...problem.shifts.map(({ span }) => span.from));
  const to = Math.max(...problem.shifts.map(({ span }) => span.to));
  const demand = new Map(problem.intervals.filter((need) => need.day === day).map((need) => [need.from, need.agents]));
  const least = new Map(problem.cover.filter((need) => need.day === day).map((need) => [need.shift, need.min]));
  return Array.from({ length: Math.ceil((to - from) / HALF) }, (_, index) => {
    const start = from + index * HALF;
    const piece = { from: start, to: start + HALF };
    const working = problem.shifts.filter(({ parts }) => parts.some((part) => overlap(part, piece) === HALF));
    const shifts = working
      .map(({ code }) => ({ code, heads: view.on(day, code).length, fill: shiftColour(code, problem.handbook.values) }))
      .filter(({ heads }) => heads > 0);
    const byShift = working.reduce((sum, { code }) => sum + (least.get(code) ?? 0), 0);
    const asked = demand.get(start) ?? (byShift === 0 ? null : byShift);
    return { from: start, present: shifts.reduce((sum, { heads }) => sum + heads, 0), shifts, asked };
  });
}

/** Agents missing, summed over the half hours. */
export const shortOf = (hours: readonly HalfHour[]): number =>
  hours.reduce((sum, { present, asked }) => sum + Math.max(0, (asked ?? 0) - present), 0);

const STEP = 30;
const LEFT = 34;
const TOP = 24;
const HEIGHT = 170;

/** The picture, with the same figures as a text for those who cannot see it. */
export function coveragePicture(hours: readonly HalfHour[], title: string, lang: Lang): Element {
  const most = Math.max(1, ...hours.map(({ present, asked }) => Math.max(present, asked ?? 0)));
  const base = TOP + HEIGHT;
  const y = (people: number): number => base - Math.round((people / most) * HEIGHT);
  const width = LEFT + hours.length * STEP + 16;
  const x = (index: number): number => LEFT + index * STEP;
  const line = hours
    .map(({ asked }, index) => {
      if (asked === null) return '';
      const before = hours[index - 1]?.asked ?? null;
      return `${before === null ? `M${x(index)} ${y(asked)}` : `V${y(asked)}`}H${x(index) + STEP}`;
    })
    .join('');
  const short = hours.filter(({ present, asked }) => asked !== null && present < asked).length;
  const least = Math.min(...hours.map((hour) => hour.present));
  const says = text(
    `${title}: ${least} to ${Math.max(...hours.map((hour) => hour.present))} agents; ${short} half hours below what is asked.`,
    `${title}：${least}–${Math.max(...hours.map((hour) => hour.present))} 人在岗；${short} 个半小时低于需求。`,
  )[lang];
  const rule = (people: number): Element[] => [
    h('line', { class: 'axis', x1: LEFT, y1: y(people), x2: width - 12, y2: y(people) }),
    h('text', { class: 'pale', x: LEFT - 8, y: y(people) + 4, 'text-anchor': 'end' }, String(people)),
  ];
  const marks = Array.from({ length: most + 1 }, (_, people) => people).filter(
    (people) => people % Math.ceil(most / 4) === 0,
  );
  return h(
    'svg',
    { viewBox: `0 0 ${width} ${base + 26}`, width, height: base + 26, role: 'img', 'aria-label': says },
    marks.flatMap(rule),
    hours.flatMap(({ from, present, asked, shifts }, index) => {
      let below = 0;
      const bars = shifts.map(({ code, heads, fill }) => {
        below += heads;
        return h(
          'rect',
          {
            class: fill === null ? 'bar' : 'stack',
            fill,
            x: x(index) + 2,
            y: y(below),
            width: STEP - 4,
            height: y(below - heads) - y(below),
            rx: 2,
          },
          h('title', {}, `${showClock(from)[lang]} ${code}: ${heads}`),
        );
      });
      const missing = asked !== null && present < asked;
      return [
        ...bars,
        h(
          'text',
          {
            class: missing ? 'missing' : null,
            x: x(index) + STEP / 2,
            y: y(Math.max(present, asked ?? 0)) - 6,
            'text-anchor': 'middle',
          },
          missing ? `${present}!` : String(present),
        ),
        ...(from % 60 === 0
          ? [h('text', { class: 'pale', x: x(index), y: base + 18, 'text-anchor': 'middle' }, showClock(from)[lang])]
          : []),
      ];
    }),
    line === '' ? null : h('path', { class: 'need', d: line }),
  );
}
