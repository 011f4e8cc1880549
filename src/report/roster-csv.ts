/** The roster as csv: the month's grid that a person may edit, and one row a person and day for other programs. */
import type { Grid } from '../base/table.js';
import { type Lang, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import { codeOf } from '../roster/file/codes.js';
import type { Problem } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';
import type { GridDocument } from './grid.js';
import { shortWeekday } from './words.js';

const HEADINGS = {
  id: text('id', '工号'),
  name: text('name', '姓名'),
  day: text('day', '日期'),
  weekday: text('weekday', '星期'),
  shift: text('shift', '班次'),
  from: text('from', '开始'),
  to: text('to', '结束'),
  parts: text('parts', '时段'),
  minutes: text('minutes', '分钟'),
  heads: text('heads', '人数'),
} as const;

/**
 * The grid: headings are whole dates, so that no spreadsheet and no reader has to guess the month; a second row has the
 * weekdays; the last days of the month before stand in front, totals at the right, head-counts (rows without a number) below.
 */
export function gridCsv(grid: GridDocument, lang: Lang): Grid {
  const days = [...grid.tailDays, ...grid.days];
  return {
    headings: [
      HEADINGS.id[lang],
      HEADINGS.name[lang],
      ...days.map(({ day }) => day),
      ...grid.totals.map((title) => title[lang]),
    ],
    rows: [
      [
        '',
        HEADINGS.weekday[lang],
        ...days.map(({ weekday }) => shortWeekday(weekday)[lang]),
        ...grid.totals.map(() => ''),
      ],
      ...grid.rows.map((row) => [
        row.id,
        row.name,
        ...[...row.tail, ...row.cells].map(({ code }) => code),
        ...row.totals,
      ]),
      ...grid.counts.map((count) => [
        '',
        `${HEADINGS.heads[lang]} ${count.label[lang]}`,
        ...grid.tailDays.map(() => ''),
        ...count.heads.map((heads) => String(heads.count)),
        ...grid.totals.map(() => ''),
      ]),
    ],
  };
}

/** One row a person, day and shift. Days on which somebody is not employed are left out. */
export function longCsv(roster: Roster, problem: Problem, lang: Lang): Grid {
  const shifts = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const rows = problem.days.flatMap(({ day, weekday }, at) =>
    roster.rows.flatMap(({ staff, name, cells }) => {
      const cell = cells[at];
      if (cell === undefined || cell.kind === 'absent') return [];
      const start = [day, shortWeekday(weekday)[lang], staff, name];
      if (cell.kind !== 'shift') return [[...start, codeOf(cell), '', '', '', '']];
      return cell.shifts.map((code) => {
        const shift = shifts.get(code);
        if (shift === undefined) return [...start, code, '', '', '', ''];
        const clock = (minute: number): string => showClock(minute)[lang];
        const parts = shift.parts.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');
        return [...start, code, clock(shift.span.from), clock(shift.span.to), parts, String(shift.minutes)];
      });
    }),
  );
  const { day, weekday, id, name, shift, from, to, parts, minutes } = HEADINGS;
  return { headings: [day, weekday, id, name, shift, from, to, parts, minutes].map((heading) => heading[lang]), rows };
}
