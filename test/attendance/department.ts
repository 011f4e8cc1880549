/** A small department for the tests of this room: three shifts, a night shift and a split one; invented people. */

import { type AttendanceInput, computeAttendance } from '../../src/attendance/compute-attendance.js';
import type { Punch } from '../../src/attendance/facts.js';
import type { Row, Table } from '../../src/base/table.js';
import { type Day, daysOf, type Month } from '../../src/calendar/day.js';
import type { HandbookInForce } from '../../src/handbook/in-force.js';
import type { Leave, Person, StaffEvent, StaffId } from '../../src/people/person.js';
import { type Cell, onShift, REST, type Roster } from '../../src/roster/roster.js';

export const DECEMBER = '2026-12' as Month;

const source = { file: 'staff.csv' };
export const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id: id as StaffId,
  name,
  hired: '2024-01-01' as Day,
  left: null,
  probationUntil: null,
  seniorityFrom: null,
  protectedUntil: null,
  terms: [{ from: null, team: null, shifts: null, skills: [], mentor: null, post: null, postSalary: null, source }],
  source,
  ...more,
});

export const PEOPLE: readonly Person[] = [person('1001', '王婷'), person('1002', '陈慧兰'), person('1003', '李娜')];

const shift = (kind: string, pause: number, ...parts: readonly (readonly [number, number])[]) => ({
  name: { en: kind, zh: kind },
  kind,
  parts: parts.map(([from, to]) => ({ from: from * 60, to: to * 60 })),
  break: pause,
});

/** 白 9:00-17:30 with an hour's break, 晚 17:00-23:30, 夜 17:00-次日1:00, 分 10:00-14:00 and 17:30-23:00. */
export const handbook = (more: { readonly confirm?: boolean; readonly standIns?: boolean } = {}): HandbookInForce =>
  ({
    values: {
      service: { from: 540, to: 1410, extend_with_customers: true },
      shifts: {
        白: shift('day', 60, [9, 17.5]),
        晚: shift('late', 0, [17, 23.5]),
        夜: shift('late', 0, [17, 25]),
        分: shift('split', 0, [10, 14], [17.5, 23]),
      },
      leave: { kinds: {}, needs_approval: true, needs_stand_in: more.standIns ?? false },
      rules: {
        'hand-over': {
          level: 'hard',
          changes: [{ from: '白', to: '晚', overlap: 0, confirm: more.confirm ?? false, next_day: false }],
        },
      },
    },
    origin: (path: string) => ({
      clause: path === 'leave.needs_stand_in' ? 'split-shift/5' : null,
      says: null,
      assumed: true,
      source: { file: 'handbook.yaml' },
    }),
  }) as unknown as HandbookInForce;

/** `{ 1001: { 1: '白', 2: '休' } }`; days that are not named are rest. */
export const rosterOf = (month: Month, shifts: Readonly<Record<string, Readonly<Record<number, string>>>>): Roster => ({
  month,
  revision: 1,
  rows: Object.entries(shifts).map(([staff, days]) => ({
    staff: staff as StaffId,
    name: PEOPLE.find(({ id }) => id === staff)?.name ?? '',
    cells: daysOf(month).map((_, at): Cell => {
      const code = days[at + 1];
      if (code === undefined) return REST;
      return code.startsWith('假') ? { kind: 'leave', leave: code.slice(1) } : onShift(code);
    }),
  })),
  pins: [],
  accepted: [],
});

/** `punches('1001', '2026-12-01 08:55', ...)`; rows count from 2. */
export const punches = (staff: string, ...times: readonly string[]): Punch[] =>
  times.map((time, at) => ({
    staff: staff as StaffId,
    day: time.slice(0, 10) as Day,
    minute: Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)),
    source: { file: 'punches.csv', row: at + 2 },
  }));

export const leave = (staff: string, from: string, to: string, approvedBy: string | null = '张主管'): Leave => ({
  staff: staff as StaffId,
  from: from as Day,
  to: to as Day,
  kind: '事假',
  approvedBy,
  standIn: null,
  note: '',
  source: { file: 'leave.csv', row: 2 },
});

export const event = (staff: string, day: string, kind: string): StaffEvent => ({
  staff: staff as StaffId,
  day: day as Day,
  kind,
  what: '',
  amount: null,
  evidence: '',
  approvedBy: null,
  source: { file: 'events.csv', row: 2 },
});

export const compute = (input: Partial<AttendanceInput>): ReturnType<typeof computeAttendance> =>
  computeAttendance({
    month: DECEMBER,
    handbook: handbook(),
    people: PEOPLE,
    roster: rosterOf(DECEMBER, {}),
    rosterSource: { file: 'roster.json' },
    before: null,
    leave: [],
    events: [],
    punches: [],
    leaveInFiles: [],
    ...input,
  });

/** A sheet (or csv without a sheet): rows numbered as a spreadsheet does. */
export const table = (file: string, sheet: string | null, lines: readonly (readonly string[])[]): Table => ({
  source: sheet === null ? { file } : { file, sheet },
  rows: lines.map((cells, at): Row => ({ number: at + 1, cells })),
});
