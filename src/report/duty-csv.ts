/** The duty and cleaning lists as csv: one row a person and day, to be edited by hand and read back in later months. */
import type { Grid } from '../base/table.js';
import { type Lang, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import { weekday } from '../calendar/day.js';
import type { Duty } from '../roster/duty/lists.js';
import type { DutyKind } from '../roster/duty/read-duty.js';
import { shortWeekday } from './words.js';

export const KIND_WORDS = { duty: text('duty', '值班'), cleaning: text('cleaning', '值日') } as const satisfies Record<
  DutyKind,
  unknown
>;

const HEADINGS = [
  text('day', '日期'),
  text('weekday', '星期'),
  text('kind', '类别'),
  text('id', '工号'),
  text('name', '姓名'),
  text('until', '至'),
];

export const dutyCsv = (list: readonly Duty[], nameOf: (staff: string) => string, lang: Lang): Grid => ({
  headings: HEADINGS.map((heading) => heading[lang]),
  rows: list.map(({ day, kind, staff, until }) => [
    day,
    shortWeekday(weekday(day))[lang],
    KIND_WORDS[kind][lang],
    staff,
    nameOf(staff),
    until === null ? '' : showClock(until)[lang],
  ]),
});
