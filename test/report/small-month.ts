/** A problem of three people and a short month, as far as reports look at it. */
import { same, text } from '../../src/base/text.js';
import { addDays, type Day, type Month, weekday } from '../../src/calendar/day.js';
import type { StaffId } from '../../src/people/person.js';
import type { PlanAgent, PlanDay, Problem, Shift } from '../../src/roster/problem.js';
import type { Cell, Roster } from '../../src/roster/roster.js';
import type { Violation } from '../../src/roster/violation.js';

const shift = (code: string, en: string, from: number, to: number, late: boolean): Shift => ({
  code,
  name: text(en, `${code}班`),
  kind: late ? 'late' : 'day',
  late,
  parts: [{ from, to }],
  span: { from, to },
  minutes: to - from,
});

const planDay = (day: Day): PlanDay => {
  const week = weekday(day);
  const holiday = day === '2026-12-03';
  return {
    day,
    weekday: week,
    kind: holiday ? 'statutory' : week >= 6 ? 'weekend' : 'workday',
    name: holiday ? same('节') : null,
  };
};

/** `白` a shift, `休` rest, `年假` leave, `-` not employed, `?` unknown. */
export const cell = (code: string): Cell =>
  code === '休'
    ? { kind: 'rest' }
    : code === '-'
      ? { kind: 'absent' }
      : code.endsWith('假')
        ? { kind: 'leave', leave: code }
        : { kind: 'shift', shifts: code.split('+') };

export interface Line {
  readonly id: string;
  readonly name: string;
  /** The last three days of the month before. */
  readonly tail: string;
  /** From the 1st on. */
  readonly cells: string;
}

/** Lines of codes -> a problem and its roster; days from Tuesday 2026-12-01 on. */
export function smallMonth(lines: readonly Line[]): { readonly problem: Problem; readonly roster: Roster } {
  const codes = lines.map((line) => line.cells.split(' '));
  const tails = lines.map((line) => line.tail.split(' '));
  const days = codes[0]!.map((_, at) => planDay(addDays('2026-12-01' as Day, at)));
  const historyDays = tails[0]!.map((_, at) => planDay(addDays('2026-12-01' as Day, at - tails[0]!.length)));
  const agents = lines.map(
    (line, at) =>
      ({
        id: line.id as StaffId,
        person: { id: line.id, name: line.name },
        history: tails[at]!.map((code) => (code === '?' ? null : cell(code))),
      }) as unknown as PlanAgent,
  );
  const problem = {
    month: '2026-12' as Month,
    handbook: {
      values: {
        department: { name: text('service', '客服部') },
        leave: { kinds: { 年假: { name: text('annual leave', '年假') } } },
        shifts: { 白: { kind: 'day' }, 半: { kind: 'half-day' }, 晚: { kind: 'late', colour: '#112233' } },
      },
    },
    shifts: [
      shift('白', 'day', 540, 1050, false),
      shift('半', 'half day', 600, 930, false),
      shift('晚', 'late', 1020, 1410, true),
    ],
    days,
    historyDays,
    agents,
  } as unknown as Problem;
  const roster: Roster = {
    month: '2026-12' as Month,
    revision: 1,
    rows: lines.map((line, at) => ({ staff: line.id as StaffId, name: line.name, cells: codes[at]!.map(cell) })),
    pins: [],
    accepted: [],
  };
  return { problem, roster };
}

export const violation = (over: Partial<Violation>): Violation => ({
  rule: 'succession',
  clause: 'three-shift/4',
  level: 'hard',
  staff: [],
  days: [],
  needed: 0,
  found: 1,
  offBy: 1,
  unit: 'times',
  weight: 0,
  message: text('no full day shift after a late shift', '晚班次日不上白班'),
  ...over,
});
