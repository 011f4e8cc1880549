/** Cover's figures, each where the handbook writes it: the ordinary day's, a weekday's, a holiday's, a date's. */
import { shown } from '../../base/shown.js';
import { type Text, text } from '../../base/text.js';
import { daysOf, weekday } from '../../calendar/day.js';
import type { Heads, Rules } from '../../handbook/schema/rules.js';
import { shiftsOf } from '../build/shifts.js';
import type { PlanFacts } from '../build-problem.js';
import { pathOfHeads } from '../cover-heads.js';
import { shortDay } from '../judge/finding.js';
import { type Change, withRules } from './facts.js';
import type { Part } from './parts.js';

type Cover = Rules['cover'];
type Figure = 'min' | 'max';

/** A figure that asks for something: its path, and whether the day it is for has a name. */
export function coverParts(facts: PlanFacts): Part[] {
  const { handbook, month, calendar } = facts;
  if (handbook.values.rules.cover.level !== 'hard') return [];
  const paths = new Set<string>();
  const shifts = shiftsOf(handbook);
  for (const day of daysOf(month)) {
    const planDay = { day, weekday: weekday(day), ...calendar.info(day) };
    for (const { code } of shifts) {
      for (const figure of ['max', 'min'] as const) paths.add(pathOfHeads(handbook, planDay, code, figure));
    }
  }
  return [...paths].flatMap((path): Part[] => {
    const place = placeOf(path);
    const value = heads(handbook.values.rules.cover, place)?.[place.figure];
    if (typeof value !== 'number' || (place.figure === 'min' && value === 0)) return [];
    const name = shifts.find(({ code }) => code === place.code)?.name ?? text(place.code, place.code);
    const { clause, source } = handbook.origin(path);
    const says = sentence(place, name, value);
    return [{ rule: 'cover', clause, source, fact: null, says, without: withoutFigure(place) }];
  });
}

interface Place {
  readonly chapter: 'shifts' | 'weekdays' | 'holidays' | 'dates';
  /** `mon`, `2026-12-12`; empty where the chapter has no days. */
  readonly key: string;
  readonly code: string;
  readonly figure: Figure;
}

/** `rules.cover.dates.2026-12-12.晚.min`; a code may hold dots itself. */
function placeOf(path: string): Place {
  const [, , chapter, ...rest] = path.split('.');
  const keyed = chapter === 'dates' || chapter === 'weekdays';
  return {
    chapter: chapter as Place['chapter'],
    key: keyed ? rest[0]! : '',
    code: rest.slice(keyed ? 1 : 0, -1).join('.'),
    figure: rest.at(-1) as Figure,
  };
}

function heads(cover: Cover, { chapter, key, code }: Place): Partial<Heads> | undefined {
  const keyed = { dates: cover.dates[key], weekdays: cover.weekdays[key as keyof Cover['weekdays']] };
  const chapters = { shifts: cover.shifts, holidays: cover.holidays, ...keyed };
  return chapters[chapter]?.[code] as Partial<Heads> | undefined;
}

/** Nothing is asked there, nothing limited. */
const withoutFigure = (place: Place): Change => {
  const free: Partial<Heads> = place.figure === 'min' ? { min: 0 } : { max: 'any' };
  return withRules(({ cover }) => ({ cover: withHeads(cover, place, { ...heads(cover, place), ...free }) }));
};

function withHeads(cover: Cover, { chapter, key, code }: Place, now: Partial<Heads>): Cover {
  if (chapter === 'shifts') return { ...cover, shifts: { ...cover.shifts, [code]: now as Heads } };
  if (chapter === 'holidays') return { ...cover, holidays: { ...cover.holidays, [code]: now } };
  if (chapter === 'dates') return { ...cover, dates: { ...cover.dates, [key]: { ...cover.dates[key], [code]: now } } };
  const days = cover.weekdays[key as keyof Cover['weekdays']];
  return { ...cover, weekdays: { ...cover.weekdays, [key]: { ...days, [code]: now } } };
}

const WEEKDAYS: Readonly<Record<string, Text>> = {
  mon: text('on Mondays', '周一'),
  tue: text('on Tuesdays', '周二'),
  wed: text('on Wednesdays', '周三'),
  thu: text('on Thursdays', '周四'),
  fri: text('on Fridays', '周五'),
  sat: text('on Saturdays', '周六'),
  sun: text('on Sundays', '周日'),
};

function sentence({ chapter, key, figure }: Place, name: Text, value: number): Text {
  const when = {
    shifts: text('every day', '每天'),
    holidays: text('on holidays', '节假日'),
    dates: text(`on ${shortDay(key)}`, `${shortDay(key)} `),
    weekdays: WEEKDAYS[key] ?? text(shown(key), shown(key)),
  }[chapter];
  return figure === 'min'
    ? text(`${name.en}: at least ${value} ${when.en}`, `${name.zh}：${when.zh}至少 ${value} 人`)
    : text(`${name.en}: at most ${value} ${when.en}`, `${name.zh}：${when.zh}至多 ${value} 人`);
}
