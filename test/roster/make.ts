/** Small worlds for the roster's tests: a house of five shifts whose rules are all off until a case switches one on. */
import { text } from '../../src/base/text.js';
import { addMonths, type Day, daysOf, isWeekend, type Month } from '../../src/calendar/day.js';
import type { HolidayCalendar } from '../../src/calendar/holidays.js';
import type { HandbookInForce } from '../../src/handbook/in-force.js';
import type { Handbook } from '../../src/handbook/schema/handbook.js';
import type { Rules } from '../../src/handbook/schema/rules.js';
import type { Demand, Leave, Person, Request, StaffId } from '../../src/people/person.js';
import { buildProblem, type PlanFacts } from '../../src/roster/build-problem.js';
import type { Problem } from '../../src/roster/problem.js';
import { ABSENT, type Cell, REST, type Roster } from '../../src/roster/roster.js';

/** 2026-12-01 is a Tuesday; the Sundays are 6, 13, 20, 27. */
export const MONTH = '2026-12' as Month;
const SOURCE = { file: 'test.csv', row: 2 };

export const OFF: Rules = {
  cover: { level: 'off', target_weight: 1, shifts: {}, weekdays: {}, holidays: {}, dates: {} },
  'interval-cover': { level: 'off', weight: 1 },
  'hand-over': { level: 'off', changes: [] },
  'one-shift': { level: 'off' },
  succession: { level: 'off', weight: 1, forbidden: [{ after: ['late', 'split'], next: ['day'] }] },
  'rest-between': { level: 'off', weight: 1, hours: 11 },
  'rest-days': { level: 'off', weight: 1, mode: 'exactly', days: 4 },
  'weekly-rest': {
    window: { from: 9 * 60, to: 23 * 60 + 30 },
    week: { level: 'off', weight: 1 },
    seven_days: { level: 'off', weight: 1 },
    month: { level: 'off', weight: 1 },
  },
  'max-run': { level: 'off', most: 7, wanted: 6, wanted_weight: 0 },
  'late-run': { level: 'off', weight: 1, most: 3, single_weight: 0 },
  leave: { level: 'off' },
  protected: { level: 'off', from: 22 * 60, to: 30 * 60 },
  'allowed-shifts': { level: 'off' },
  skills: { level: 'off', weight: 1, needs: [] },
  mentor: { level: 'off', weight: 1 },
  'balance-hours': { level: 'off', weight: 0, spread_weight: 0, tolerance: 0, reference: 'none' },
  'balance-late': { level: 'off', weight: 1 },
  'balance-weekends': { level: 'off', weight: 1 },
  'balance-holidays': { level: 'off', weight: 1 },
  requests: { level: 'off', weight: 1 },
  rotation: {
    ...{
      level: 'off',
      weight: 1,
      change_on: [],
      change_weight: 0,
      forward: [],
      forward_weight: 0,
      two_days_off: [],
      cycle_weeks: null,
    },
  },
  stability: { level: 'off', weight: 1 },
  meeting: { level: 'off', weight: 1 },
};

/** Targets by shift code, the same every day, that cost nothing: they only say where work is expected. */
export function wanting(targets: Readonly<Record<string, number>>): Rules['cover'] {
  const shifts = Object.keys(SHIFTS).map((code) => [code, { min: 0, target: targets[code] ?? 0, max: 'any' as const }]);
  return { ...OFF.cover, level: 'soft', target_weight: 0, shifts: Object.fromEntries(shifts) };
}

const at = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

const SHIFTS: Handbook['shifts'] = {
  白: { name: text('day shift', '白班'), kind: 'day', parts: [at(9, 17.5)], break: 0 },
  半: { name: text('half-day shift', '半白班'), kind: 'half-day', parts: [at(10, 15.5)], break: 0 },
  晚: { name: text('late shift', '晚班'), kind: 'late', parts: [at(17, 23.5)], break: 0 },
  /** Ends at 01:30 on the next day. */
  夜: { name: text('night shift', '夜班'), kind: 'late', parts: [at(17.5, 25.5)], break: 30 },
  分: { name: text('split shift', '两段班'), kind: 'split', parts: [at(10, 14), at(17.5, 23)], break: 0 },
};

/** Every value has a clause of its chapter: `house/cover`. */
export function house(rules: Partial<Rules> = {}, more: Partial<Handbook> = {}): HandbookInForce {
  const leave = {
    kinds: { 事假: { name: text('unpaid leave', '事假'), pay: 'none' as const, also: ['personal'] } },
    needs_approval: true,
    needs_stand_in: false,
  };
  const values = { shifts: SHIFTS, leave, ...more, rules: { ...OFF, ...rules } } as unknown as Handbook;
  return {
    values,
    origin: (path) => ({
      clause: `house/${path.split('.')[1]}`,
      says: text('as written', '如文'),
      assumed: false,
      source: { file: 'handbook.yaml' },
    }),
  };
}

export const calendar = (statutory: readonly string[] = []): HolidayCalendar => ({
  info: (day) => {
    if (statutory.includes(day)) return { kind: 'statutory', name: text('holiday', '节日') };
    return { kind: isWeekend(day) ? 'weekend' : 'workday', name: null };
  },
  swapsKnown: () => true,
});

export interface PersonSpec {
  readonly name?: string;
  readonly hired?: string;
  readonly left?: string;
  readonly shifts?: readonly string[];
  readonly skills?: readonly string[];
  readonly mentor?: string;
  readonly probationUntil?: string;
  readonly protectedUntil?: string;
}

export function person(id: string, spec: PersonSpec = {}): Person {
  const day = (words: string | undefined): Day | null => (words as Day | undefined) ?? null;
  return {
    id: id as StaffId,
    name: spec.name ?? '李娜',
    hired: day(spec.hired),
    left: day(spec.left),
    probationUntil: day(spec.probationUntil),
    seniorityFrom: null,
    protectedUntil: day(spec.protectedUntil),
    terms: [
      {
        ...{ from: null, team: null, post: null, postSalary: null, source: SOURCE },
        shifts: spec.shifts ?? null,
        skills: spec.skills ?? [],
        mentor: (spec.mentor as StaffId | undefined) ?? null,
      },
    ],
    source: SOURCE,
  };
}

export const leaveOf = (id: string, from: string, to: string, approvedBy: string | null = '王主管'): Leave => ({
  ...{ staff: id as StaffId, from: from as Day, to: to as Day, kind: '事假', approvedBy },
  ...{ standIn: null, note: '', source: SOURCE },
});

/** `'休'`, `'晚'`, `'!晚'` */
export const wish = (id: string, day: string, words: string, weight = 1): Request => {
  const code = words.replace('!', '');
  const shift = code === '休' ? null : code;
  return { staff: id as StaffId, day: day as Day, shift, wanted: words === code, weight, source: SOURCE };
};

export const demandOf = (day: string, from: number, to: number, agents: number): Demand => ({
  ...{ day: day as Day, from: from * 60, to: to * 60, agents, source: SOURCE },
});

const cellOf = (code: string): Cell =>
  code === '休' ? REST : code === '-' ? ABSENT : code === '假' ? { kind: 'leave', leave: '事假' } : shift(code);

const shift = (codes: string): Cell => ({ kind: 'shift', shifts: codes.split('+') });

const codesIn = (words: string): readonly string[] => words.replaceAll(' ', '').match(/.(?:\+.)*/gu) ?? [];

/** One sign a day (`白晚休假-`), `白+晚` for two shifts, spaces for the eye. Short rows are filled up with rest. */
export function rosterOf(rows: Readonly<Record<string, string>>, month: Month = MONTH): Roster {
  const days = daysOf(month).length;
  return {
    ...{ month, revision: 1, pins: [], accepted: [] },
    rows: Object.entries(rows).map(([id, words]) => {
      const codes = codesIn(words);
      const cells = Array.from({ length: days }, (_, day) => cellOf(codes[day] ?? '休'));
      return { staff: id as StaffId, name: '李娜', cells };
    }),
  };
}

/** The previous month's roster from its last days; nothing is known of the days before them. */
export function endingWith(rows: Readonly<Record<string, string>>): Roster {
  const month = addMonths(MONTH, -1);
  const days = daysOf(month).length;
  const padded = Object.entries(rows).map(([id, words]) => [id, '-'.repeat(days - codesIn(words).length) + words]);
  return rosterOf(Object.fromEntries(padded), month);
}

export const planFacts = (facts: Partial<PlanFacts> = {}): PlanFacts => ({
  ...{ month: MONTH, handbook: house(), people: [person('1007')], leave: [], requests: [], demand: [] },
  ...{ previous: null, earlier: [], calendar: calendar() },
  ...facts,
});

export function problemOf(facts: Partial<PlanFacts> = {}): Problem {
  const { value, issues } = buildProblem(planFacts(facts));
  if (value === null) throw new Error(issues.map(({ message }) => message.en).join('\n'));
  return value;
}
