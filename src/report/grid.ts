/**
 * The month as supervisors know it: people down, days across, the last days of the month before in front, totals at the
 * right, head-counts below. Knows no file format; terminal, csv and the later sheets and pages draw it.
 */
import { same, type Text, text } from '../base/text.js';
import type { Day, Month } from '../calendar/day.js';
import type { DayKind } from '../calendar/holidays.js';
import { codeOf } from '../roster/file/codes.js';
import type { PlanDay, Problem } from '../roster/problem.js';
import type { Cell, Roster } from '../roster/roster.js';
import { viewOf } from '../roster/view.js';
import type { Violation } from '../roster/violation.js';
import { FREE, shiftColour } from './colours.js';
import { showHours } from './words.js';

export interface GridDay {
  readonly day: Day;
  readonly weekday: number;
  readonly kind: DayKind;
  readonly name: Text | null;
}

export interface GridCell {
  readonly kind: Cell['kind'] | 'unknown';
  /** What files carry (roster/file/codes.ts): `晚`, `白+晚`, `休`, `假:年假`, `-`; empty where nothing is known. */
  readonly code: string;
  /** At most one hanzi or two letters, for narrow columns. */
  readonly mark: Text;
  readonly fill: string | null;
  /** A rule or wish is broken here; `notes` say which. Shown as [X]. */
  readonly broken: boolean;
  readonly notes: readonly Text[];
}

export interface GridRow {
  readonly id: string;
  readonly name: string;
  readonly tail: readonly GridCell[];
  readonly cells: readonly GridCell[];
  /** In the order of `totals`. */
  readonly totals: readonly string[];
}

/** Heads of one shift, day by day. */
export interface GridCount {
  readonly shift: string;
  readonly label: Text;
  readonly fill: string | null;
  readonly heads: readonly { readonly count: number; readonly broken: boolean; readonly notes: readonly Text[] }[];
}

export interface GridDocument {
  readonly month: Month;
  readonly revision: number;
  readonly tailDays: readonly GridDay[];
  readonly days: readonly GridDay[];
  readonly rows: readonly GridRow[];
  /** Headings of the totals. */
  readonly totals: readonly Text[];
  readonly counts: readonly GridCount[];
  /** What the codes mean. */
  readonly legend: readonly { readonly mark: Text; readonly words: Text; readonly fill: string | null }[];
}

/** Days of the month before that stand in front. */
const TAIL = 3;

/** Wishes are soft, yet the person who wished looks for the mark. */
const isShown = (violation: Violation): boolean =>
  violation.accepted === undefined && (violation.level === 'hard' || violation.rule === 'requests');

/** `1007 2026-12-06` -> what is broken there; `` 2026-12-06`` without a person: the day's cover. */
function notesByCell(violations: readonly Violation[]): Map<string, Text[]> {
  const notes = new Map<string, Text[]>();
  for (const violation of violations.filter(isShown)) {
    const who = violation.staff.length === 0 ? [''] : violation.staff;
    for (const staff of who) {
      for (const day of violation.days) {
        const key = `${staff} ${day}`;
        notes.set(key, [...(notes.get(key) ?? []), violation.message]);
      }
    }
  }
  return notes;
}

/** A leave's mark: its first sign, unless a shift has the same. */
function leaveMark(kind: string, problem: Problem): string {
  const first = [...kind][0] ?? '';
  const short = /^[\x20-\x7e]/.test(kind) ? kind.slice(0, 2) : first;
  return problem.shifts.some((shift) => shift.code === short) || short === '休' ? '假' : short;
}

/** Lays a roster out. `violations` as the judge found them; hard ones and refused wishes are marked. */
export function gridOf(roster: Roster, problem: Problem, violations: readonly Violation[]): GridDocument {
  const handbook = problem.handbook.values;
  const view = viewOf(roster, problem);
  const notes = notesByCell(violations);
  const tailDays = problem.historyDays.slice(-TAIL);

  const draw = (cell: Cell | null, found: readonly Text[]): GridCell => {
    const base = { broken: found.length > 0, notes: found };
    if (cell === null) return { kind: 'unknown', code: '', mark: same(''), fill: null, ...base };
    switch (cell.kind) {
      case 'shift': {
        const codes = cell.shifts.join('+');
        return {
          kind: 'shift',
          code: codeOf(cell),
          mark: same(codes),
          fill: shiftColour(cell.shifts[0] ?? '', handbook),
          ...base,
        };
      }
      case 'rest':
        return { kind: 'rest', code: codeOf(cell), mark: text('.', '休'), fill: FREE, ...base };
      case 'leave':
        return {
          kind: 'leave',
          code: codeOf(cell),
          mark: same(leaveMark(cell.leave, problem)),
          fill: FREE,
          ...base,
        };
      case 'absent':
        return { kind: 'absent', code: codeOf(cell), mark: same(''), fill: null, ...base };
    }
  };

  const rows = problem.agents.map((agent, index): GridRow => {
    const cells = problem.days.map((_, day) => view.cell(index, day));
    const worked = problem.days.map((_, day) => view.shifts(index, day));
    const all = worked.flat();
    const count = (test: (day: number) => boolean): string => String(problem.days.filter((_, day) => test(day)).length);
    return {
      id: agent.id,
      name: agent.person.name,
      tail: tailDays.map((_, day) => draw(view.cell(index, day - tailDays.length), [])),
      cells: cells.map((cell, day) => draw(cell, notes.get(`${agent.id} ${problem.days[day]!.day}`) ?? [])),
      totals: [
        showHours(all.reduce((sum, shift) => sum + shift.minutes, 0)),
        ...problem.shifts.map(({ code }) => String(all.filter((shift) => shift.code === code).length)),
        count((day) => cells[day]?.kind === 'rest'),
        String(all.filter((shift) => shift.late).length),
        count((day) => worked[day]!.length > 0 && problem.days[day]!.weekday >= 6),
      ],
    };
  });

  return {
    month: roster.month,
    revision: roster.revision,
    tailDays: tailDays.map(gridDay),
    days: problem.days.map(gridDay),
    rows,
    totals: [
      text('hours', '工时'),
      ...problem.shifts.map((shift) => same(shift.code)),
      text('rest', '休息'),
      text('late', '晚班'),
      text('wkend', '周末'),
    ],
    counts: problem.shifts.map((shift) => ({
      shift: shift.code,
      label: same(shift.code),
      fill: shiftColour(shift.code, handbook),
      heads: problem.days.map(({ day }, index) => {
        const found = coverNotes(notes.get(` ${day}`) ?? [], violations, shift.code, day);
        return { count: view.on(index, shift.code).length, broken: found.length > 0, notes: found };
      }),
    })),
    legend: [
      ...problem.shifts.map((shift) => ({
        mark: same(shift.code),
        words: shift.name,
        fill: shiftColour(shift.code, handbook),
      })),
      { mark: text('.', '休'), words: text('rest day', '休息日'), fill: FREE },
      ...leaveLegend(roster, problem),
      { mark: same('[X]'), words: text('a rule or wish is broken', '违反规则或未满足意愿'), fill: null },
    ],
  };
}

function leaveLegend(roster: Roster, problem: Problem): GridDocument['legend'] {
  const kinds = roster.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'leave' ? [cell.leave] : [])));
  return [...new Set(kinds)].map((kind) => ({
    mark: same(leaveMark(kind, problem)),
    words: problem.handbook.values.leave.kinds[kind]?.name ?? same(kind),
    fill: FREE,
  }));
}

const gridDay = ({ day, weekday, kind, name }: PlanDay): GridDay => ({ day, weekday, kind, name });

/** The day's notes that speak of this shift; a note that names no shift stands with the first. */
function coverNotes(found: readonly Text[], violations: readonly Violation[], code: string, day: Day): readonly Text[] {
  return found.filter((note) =>
    violations.some(
      (violation) => violation.message === note && violation.days.includes(day) && violation.message.zh.includes(code),
    ),
  );
}
