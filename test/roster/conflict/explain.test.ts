/** Months without a roster: the clash in figures, that it is smallest, and ways out that hold. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import type { Rules } from '../../../src/handbook/schema/rules.js';
import type { PlanFacts } from '../../../src/roster/build-problem.js';
import { explain } from '../../../src/roster/conflict/explain.js';
import { hardProblem } from '../../../src/roster/conflict/hard-problem.js';
import { type Part, partsOf } from '../../../src/roster/conflict/parts.js';
import { possible } from '../../../src/roster/conflict/possible.js';
import { clashingStretch, type Stretch, within } from '../../../src/roster/conflict/stretch.js';
import type { Conflict } from '../../../src/roster/conflict.js';
import { generate } from '../../../src/roster/generate.js';
import { onShift, REST } from '../../../src/roster/roster.js';
import { endingWith, house, leaveOf, OFF, person, planFacts, problemOf, wish } from '../make.js';

const budget = (iterations: number) => ({ elapsed: () => 0, time: null, iterations, cancelled: () => false });
const HARD = { level: 'hard' } as const;
const heads = (min: number, max: number | 'any' = 'any') => ({ min, target: 'auto' as const, max });
const cover = (shifts: Rules['cover']['shifts'], dates: Rules['cover']['dates'] = {}): Rules['cover'] => ({
  ...{ ...OFF.cover, ...HARD, dates },
  shifts: { 白: heads(0), 半: heads(0, 0), 晚: heads(0), 夜: heads(0, 0), 分: heads(0, 0), ...shifts },
});
const BASIC: Partial<Rules> = {
  leave: HARD,
  'allowed-shifts': HARD,
  'one-shift': HARD,
  succession: { ...OFF.succession, ...HARD },
};

function explained(facts: Partial<PlanFacts>) {
  const whole = planFacts(facts);
  const problem = problemOf(facts);
  const found = generate(problem, { seed: 1, budget: budget(12) });
  const { status, conflict } = explain(whole, problem, found, { seed: 1, budget: budget(12) });
  dropped(whole, conflict!);
  return { status, conflict: conflict!, problem };
}

/**
 * Asked anew and of the whole month, for every case below: the parts of a set alone have no roster, and without any one of
 * them they have one. Parts are known by their words.
 */
function dropped(facts: PlanFacts, { reasons }: Pick<Conflict, 'reasons'>): void {
  const parts = partsOf(facts);
  for (const { set, isMinimal } of reasons) {
    if (!isMinimal) continue;
    const words = set.map(({ message }) => message.en);
    const kept = parts.filter(({ says }) => words.includes(says.en));
    expect(kept).toHaveLength(words.length);
    const answer = (these: readonly Part[]): string => {
      const left = parts.filter((part) => !these.includes(part)).reduce((now, { without }) => without(now), facts);
      return possible(hardProblem(left)!, 1, budget(3000)).is;
    };
    expect([words, answer(kept)]).toEqual([words, 'impossible']);
    for (const one of kept) {
      const without = kept.filter((part) => part !== one);
      expect([one.says.en, answer(without)]).toEqual([one.says.en, 'possible']);
    }
  }
}
const said = (conflict: ReturnType<typeof explained>['conflict']) =>
  conflict.reasons.map(({ message, set }) => ({ message: message.en, set: set.map((part) => part.message.en) }));
const ways = (conflict: ReturnType<typeof explained>['conflict']) => conflict.waysOut.map(({ message }) => message.en);

describe('by counting', () => {
  const both = { 白: heads(1), 晚: heads(1) };
  const week = { ...OFF['weekly-rest'], week: { level: 'hard' as const, weight: 1 } };

  it('two agents, two shifts, a weekly day off: 14 places a week, 12 days', () => {
    const people = [person('1001'), person('1002', { name: '王婷' })];
    const rules = { ...BASIC, cover: cover(both), 'weekly-rest': week };
    const { status, conflict } = explained({ people, handbook: house(rules) });
    expect([status, conflict.isProof]).toEqual(['infeasible', true]);
    expect(said(conflict)).toEqual([
      {
        message:
          '2026-12-07..12-13: all shifts together need 14 working days, the staff has 12 (2 people, 6 days each) (the same from 12-14 12-21).',
        set: [
          'a day off in every calendar week',
          'day shift: at least 1 every day',
          'late shift: at least 1 every day',
        ],
      },
    ]);
    expect(conflict.reasons[0]!.isMinimal).toBe(true);
    expect(conflict.reasons[0]!.clauses).toEqual(['house/weekly-rest', 'house/cover']);
    // Three whole weeks in the month, two places each.
    const [open] = conflict.waysOut.filter(({ change }) => change.kind === 'open-shifts');
    expect(open!.size).toBe(6);
    const [broken] = conflict.waysOut.filter(({ change }) => change.kind === 'exceptions');
    expect(broken!.size).toBe(6);
    expect(conflict.waysOut.find(({ change }) => change.kind === 'extra-agents')!.message.en).toBe('One more agent.');
  });

  it('the same with a third agent has a roster', () => {
    const people = [person('1001'), person('1002'), person('1003')];
    const rules = { ...BASIC, cover: cover(both), 'weekly-rest': week };
    expect(generate(problemOf({ people, handbook: house(rules) }), { seed: 1, budget: budget(500) }).score.hard).toBe(
      0,
    );
  });

  it('everybody on leave on one day: leave moved by a day, or refused', () => {
    const people = [person('1001'), person('1002', { name: '王婷' })];
    const leave = [leaveOf('1001', '2026-12-12', '2026-12-12'), leaveOf('1002', '2026-12-12', '2026-12-14')];
    const { conflict } = explained({ people, leave, handbook: house({ ...BASIC, cover: cover({ 晚: heads(1) }) }) });
    expect(said(conflict)).toEqual([
      {
        message: '2026-12-12: late shift needs at least 1, 0 can work.',
        set: [
          '1001 李娜 is on leave 12-12 (事假)',
          '1002 王婷 is on leave 12-12..12-14 (事假)',
          'nobody works on approved leave',
          'late shift: at least 1 every day',
        ],
      },
    ]);
    expect(conflict.reasons[0]!.sources).toEqual([
      { file: 'test.csv', row: 2 },
      { file: 'test.csv', row: 2 },
    ]);
    // 1001 the day before; or 1002 a day later, when 1001 is back.
    expect(ways(conflict)).toEqual(
      expect.arrayContaining([
        "Move 1002 王婷's leave 12-12..12-14 by a day to 12-13..12-15.",
        "Move 1001 李娜's leave 12-12 by a day to 12-11.",
        "Refuse 1001 李娜's leave 12-12.",
        'Leave one place open (--allow-gaps): late shift 12-12.',
      ]),
    );
    expect(conflict.waysOut.map(({ size }) => size)).toEqual(
      conflict.waysOut.map(({ size }) => size).sort((a, b) => a - b),
    );
  });

  it('a promotion day that asks for more than there are', () => {
    const people = [person('1001'), person('1002')];
    const dates = { '2026-12-12': { 白: heads(3) } };
    const { conflict } = explained({ people, handbook: house({ ...BASIC, cover: cover({ 白: heads(1) }, dates) }) });
    expect(said(conflict)).toEqual([
      { message: '2026-12-12: day shift needs at least 3, 2 can work.', set: ['day shift: at least 3 on 12-12'] },
    ]);
    expect(ways(conflict)[0]).toBe('Leave one place open (--allow-gaps): day shift 12-12.');
  });

  it('nobody works late: who would have to', () => {
    const people = [person('1001', { shifts: ['白'] }), person('1002', { shifts: ['白'] })];
    const { conflict } = explained({ people, handbook: house({ ...BASIC, cover: cover({ 晚: heads(1) }) }) });
    expect(said(conflict)[0]!.set).toEqual([
      '1001 李娜 works only 白',
      '1002 李娜 works only 白',
      'nobody works a shift that is not theirs, or outside employment',
      'late shift: at least 1 every day',
    ]);
    expect(ways(conflict)).toEqual(
      expect.arrayContaining(['1001 李娜 works late shift too.', 'One more agent on late shifts.']),
    );
  });

  it('rest days: 2 x 31 places, 2 x 27 days; which agents rest less', () => {
    const people = [person('1001'), person('1002'), person('1003')];
    const rest = { ...OFF['rest-days'], ...HARD, mode: 'exactly' as const, days: 12 };
    const rules = { ...BASIC, cover: cover({ 白: heads(2) }), 'rest-days': rest };
    const { conflict } = explained({ people, handbook: house(rules) });
    // 3 x (31 - 12) = 57 of 62: five rest days too many.
    expect(said(conflict)[0]!.message).toBe(
      '2026-12: day shift needs 62 working days, the staff has 57 after leave and rest days (3 people, 19 days each).',
    );
    const way = conflict.waysOut.find(({ change }) => change.kind === 'exceptions')!;
    expect(way.size).toBe(5);
    expect(way.message.en).toContain('rests');
  });

  it('more work is due than there are places', () => {
    const people = [person('1001'), person('1002')];
    const rules = {
      ...BASIC,
      cover: cover({ 白: heads(1, 1), 晚: heads(0, 0) }),
      'rest-days': { ...OFF['rest-days'], ...HARD, days: 4 },
    };
    const { conflict } = explained({ people, handbook: house(rules) });
    // 2 x 27 = 54 days due, 31 places.
    expect(said(conflict)[0]!.message).toBe(
      '2026-12: the staff has to work 54 days after leave and rest days, all shifts together take 31 at most.',
    );
  });
});

describe('one person alone', () => {
  const people = [person('1001'), person('1002'), person('1003')];

  it('pins that clash with a rule: the pins and the rule, nothing else', () => {
    const pin = (day: string, cell = onShift('晚')) => ({ staff: people[0]!.id, day: day as Day, by: '王主管', cell });
    const pins = [pin('2026-12-05'), pin('2026-12-06', onShift('白')), pin('2026-12-20', REST)];
    const { status, conflict } = explained({ people, pins, handbook: house({ ...BASIC, cover: cover({}) }) });
    expect(status).toBe('infeasible');
    expect(said(conflict)).toEqual([
      {
        message: '1001 李娜: no row of shifts keeps all of this.',
        set: [
          '1001 李娜 is pinned on 12-05: 晚',
          '1001 李娜 is pinned on 12-06: 白',
          'no day shift on the day after late or split',
        ],
      },
    ]);
    expect(ways(conflict)).toEqual(
      expect.arrayContaining([
        'Release what is pinned: 1001 李娜 12-05.',
        'Allow what is not allowed: 1001 李娜 works an early shift after a late one (12-06).',
      ]),
    );
  });

  it('rest days that do not suffice for the longest run', () => {
    // 31 days in runs of at most 5 need 5 days off, 3 are given.
    const rules = {
      ...{ ...BASIC, cover: cover({}) },
      'rest-days': { ...OFF['rest-days'], ...HARD, days: 3 },
      'max-run': { ...OFF['max-run'], ...HARD, most: 5 },
    };
    const { conflict } = explained({ people: people.slice(0, 1), handbook: house(rules) });
    expect(said(conflict)[0]!.set).toEqual(['at most 5 days in a row', 'exactly 3 rest days in the month']);
    expect(ways(conflict).some((one) => one.includes('rests 5 days instead of 3'))).toBe(true);
  });

  it('last month and a pin', () => {
    const previous = endingWith({ 1001: '晚' });
    const pins = [{ staff: people[0]!.id, day: '2026-12-01' as Day, by: '王主管', cell: onShift('白') }];
    const { conflict } = explained({ people, pins, previous, handbook: house({ ...BASIC, cover: cover({}) }) });
    expect(said(conflict)[0]!.set).toEqual([
      'what 1001 李娜 worked at the end of last month',
      '1001 李娜 is pinned on 12-01: 白',
      'no day shift on the day after late or split',
    ]);
  });
});

describe('rules together', () => {
  it('no count fails, and yet: late shifts in turn, no day shift after them, nobody spare', () => {
    // Both work every day. Who turns to late shifts cannot turn back, and after three of them may not go on.
    const people = [person('1001'), person('1002')];
    const rules = {
      ...{ ...BASIC, cover: cover({ 白: heads(1), 晚: heads(1) }) },
      'late-run': { ...OFF['late-run'], ...HARD, most: 3 },
      'max-run': { ...OFF['max-run'], ...HARD, most: 31 },
    };
    const { status, conflict } = explained({ people, handbook: house(rules) });
    expect([status, conflict.isProof]).toEqual(['infeasible', true]);
    expect(said(conflict)[0]!.set).toEqual([
      'no day shift on the day after late or split',
      'at most 3 late shifts in a row',
      'day shift: at least 1 every day',
      'late shift: at least 1 every day',
    ]);
    expect(conflict.reasons[0]!.isMinimal).toBe(true);
    expect(conflict.waysOut.map(({ change }) => change.kind)).toEqual(expect.arrayContaining(['exceptions']));
  });
});

describe('few days', () => {
  it('two skilled people on two shifts: three days clash with runs of two, which no count sees', () => {
    const skilled = { skills: ['售后'] };
    const people = [person('1001', skilled), person('1002', skilled), person('1003'), person('1004')];
    const needs = ['白', '晚'].map((shift) => ({ shift, skill: '售后', min: 1 }));
    const rules = {
      ...{ ...BASIC, cover: cover({ 白: heads(1), 晚: heads(1) }) },
      skills: { ...OFF.skills, ...HARD, needs },
      'max-run': { ...OFF['max-run'], ...HARD, most: 2 },
    };
    const { status, conflict } = explained({ people, handbook: house(rules) });
    expect([status, conflict.isProof]).toEqual(['infeasible', true]);
    expect(conflict.reasons[0]!.isMinimal).toBe(true);
    expect(said(conflict)[0]!.set).toEqual([
      'Each shift has the skills it needs',
      'at most 2 days in a row',
      'day shift: at least 1 every day',
      'late shift: at least 1 every day',
    ]);
  });

  it('a stretch is looked for round each day, wider and wider, then cut at both ends', () => {
    const asked: string[] = [];
    const ask = ({ from, to }: Stretch): boolean => {
      asked.push(`${from}-${to}`);
      return from <= 9 && to >= 11;
    };
    expect(clashingStretch([20, 10], 30, ask)).toEqual({ from: 9, to: 11 });
    expect(asked).toEqual(['20-20', '10-10', '19-21', '9-11', '10-11', '9-10']);
    expect(clashingStretch([2], 30, ({ to }) => to >= 7)).toEqual({ from: 8, to: 8 });
    expect(clashingStretch([2], 30, () => false)).toBeNull();
  });

  it('what speaks of other days does not count on a few: a hard wish', () => {
    const rules = {
      ...{ ...BASIC, cover: cover({ 白: heads(1) }) },
      requests: { ...OFF.requests, ...HARD },
    };
    const facts = {
      people: [person('1001'), person('1002')],
      handbook: house(rules),
      requests: [wish('1001', '2026-12-20', '白')],
    };
    const problem = hardProblem(planFacts(facts))!;
    expect(possible(problem, 1, budget(300)).is).toBe('possible');
    for (const day of [0, 5, 30]) {
      const few = within(problem, { from: day, to: day });
      expect(few.requests).toEqual([]);
      expect(possible(few, 1, budget(300)).is).toBe('possible');
    }
    expect(within(problem, { from: 19, to: 19 }).requests).toHaveLength(1);
  });

  it('the eve of the month counts: who was late may not be on days', () => {
    const people = [person('1001'), person('1002', { name: '王婷' })];
    const previous = endingWith({ 1001: '晚' });
    const { conflict } = explained({ people, previous, handbook: house({ ...BASIC, cover: cover({ 白: heads(2) }) }) });
    expect(said(conflict)[0]).toEqual({
      message: '2026-12-01: day shift needs at least 2, 1 can work.',
      set: [
        'what 1001 李娜 worked at the end of last month',
        'no day shift on the day after late or split',
        'day shift: at least 2 every day',
      ],
    });
  });
});

it('a budget of nothing still names what is in the way', () => {
  const people = [person('1001')];
  const facts = { people, handbook: house({ ...BASIC, cover: cover({ 白: heads(2) }) }) };
  const problem = problemOf(facts);
  const over = { ...budget(0), cancelled: () => true };
  const found = generate(problem, { seed: 1, budget: over });
  const { status, conflict } = explain(planFacts(facts), problem, found, { seed: 1, budget: over });
  expect(status).toBe('infeasible');
  expect(conflict!.reasons[0]!.message.en).toContain('day shift needs at least 2, 1 can work');
  expect(conflict!.reasons[0]!.isMinimal).toBe(false);
  expect(conflict!.waysOut.every(({ change }) => change.kind === 'open-shifts')).toBe(true);
});
