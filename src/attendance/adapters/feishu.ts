/**
 * Feishu (飞书) monthly attendance: two heading rows, and below 每日考勤结果 one column a day (2026-12-05 星期六). A cell holds what
 * Feishu made of the day, with the times in brackets: `正常(08:58),早退12分钟(17:18)`, `休息打卡(09:10,17:36);加班(18:00-20:00)`,
 * `缺卡(-)`, `事假(全天)`. Times of approvals (加班, leave, errands) are no punches.
 *
 * A time before the one in front of it lies on the next day; so does a leaving one before 06:00 whose arriving one is missing
 * (assumed: Feishu's own mark for a next day is not known; 次日 is read where it stands).
 */
import { ANYTHING, anyWords, type Column, digits, optional, readRecords } from '../../base/columns.js';
import { findHeadings } from '../../base/headings.js';
import type { Row, Table } from '../../base/table.js';
import { text } from '../../base/text.js';
import { DAY_MINUTES, parseClock } from '../../calendar/clock.js';
import { type Day, parseDay } from '../../calendar/day.js';
import type { PunchAdapter, Stated, StatedLeave, StatedPunch } from './adapter.js';
import { isLeave } from './daily.js';
import { onItsDay } from './times.js';

const WHO = {
  name: { ...optional(['姓名', 'Name'], anyWords, ANYTHING), needed: true },
  number: digits(optional(['工号', '员工工号', 'Employee ID'], anyWords, ANYTHING)),
  userId: digits(optional(['用户ID', 'User ID', '员工ID'], anyWords, ANYTHING)),
};

const CELL = text('a day such as 正常(08:58),正常(17:31)', '每日结果，例如 正常(08:58),正常(17:31)');

interface CellPunch {
  /** From the start of the column's day. */
  readonly minute: number;
  readonly approved: boolean;
}

interface DayCell {
  readonly punches: readonly CellPunch[];
  /** The cell's words where it is a day of leave. */
  readonly leave: string | null;
}

/** 06:00: nobody's arriving punch is missing and the leaving one of the same morning there. */
const MORNING = 360;
const NO_PUNCH = /加班|假|外出|出差|调休/;
const GROUP = /([^(),;，；（）]{0,40})[(（]([^()（）]{0,200})[)）]/g;

/** What a day's cell says; null where a bracket holds what is no time. Words without brackets (休息, 旷工) hold none. */
export function readCell(words: string): DayCell | null {
  const punches: CellPunch[] = [];
  let place = 0;
  for (const [, label = '', inside = ''] of words.slice(0, 500).matchAll(GROUP)) {
    if (NO_PUNCH.test(label)) continue;
    for (const item of inside.split(/[,，]/)) {
      place += 1;
      const said = item.trim();
      if (said === '' || said === '-' || said === '--' || said === '全天') continue;
      const minute = parseClock(said.replace('补卡', '').trim());
      if (minute === null) return null;
      punches.push({ minute: onward(minute, punches, place), approved: /补卡/.test(label + said) });
    }
  }
  return { punches, leave: punches.length === 0 && isLeave(words) ? words : null };
}

function onward(minute: number, before: readonly CellPunch[], place: number): number {
  const last = before.at(-1);
  const isNext = last === undefined ? place % 2 === 0 && minute < MORNING : minute < last.minute;
  return isNext && minute < DAY_MINUTES ? minute + DAY_MINUTES : minute;
}

/** `每日考勤结果2026-12-05 星期六` */
function dayOfHeading(heading: string): Day | null {
  const date = /(?:^|[^\d])(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?!\d)/.exec(heading.slice(0, 60));
  return date === null ? null : parseDay(date[1]!);
}

type DayColumn = Column<DayCell, false>;

const dayColumns = (heading: Row): ReadonlyMap<Day, DayColumn> =>
  new Map(
    heading.cells.flatMap((cell): [Day, DayColumn][] => {
      const day = dayOfHeading(cell);
      return day === null ? [] : [[day, optional([cell], readCell, CELL)]];
    }),
  );

function read(table: Table): Stated {
  const rows = [...table.rows];
  const found = findHeadings(rows.slice(0, 1), WHO, table.source, 'ignore');
  if (found.row === null) return { punches: [], issues: found.issues };
  const days = dayColumns(found.row);
  const columns: Record<string, Column<unknown>> = { ...WHO, ...Object.fromEntries(days) };
  const { records, issues } = readRecords({ ...table, rows }, columns, { unknown: 'ignore' });
  const punches = records.flatMap(({ values, source }): StatedPunch[] => {
    const { name, number, userId } = values as Pick<StatedPunch, 'name' | 'number' | 'userId'>;
    return [...days.keys()].flatMap((day) =>
      ((values[day] as DayCell | null)?.punches ?? []).map(({ minute, approved }): StatedPunch => {
        return { name, number, userId, ...onItsDay(day, minute), approved, source };
      }),
    );
  });
  const leave = records.flatMap(({ values, source }): StatedLeave[] => {
    const { name, number, userId } = values as Pick<StatedPunch, 'name' | 'number' | 'userId'>;
    return [...days.keys()].flatMap((day) => {
      const words = (values[day] as DayCell | null)?.leave ?? null;
      return words === null ? [] : [{ name, number, userId, day, words, source }];
    });
  });
  return { punches, leave, issues };
}

export const feishuMonth: PunchAdapter = {
  id: 'feishu-month',
  name: text('Feishu monthly attendance', '飞书考勤月报'),
  platform: 'feishu',
  columns: WHO,
  days: { of: dayOfHeading, called: '每日考勤结果', example: '每日考勤结果 2026-12-05' },
  read,
};
