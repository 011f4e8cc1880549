import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { chinaCalendar } from '../../src/calendar/holidays.js';
import type { Rules } from '../../src/handbook/schema/rules.js';
import { buildProblem, wantedOf } from '../../src/roster/build-problem.js';
import { REST } from '../../src/roster/roster.js';
import {
  demandOf,
  endingWith,
  house,
  leaveOf,
  OFF,
  person,
  planFacts,
  problemOf,
  rosterOf,
  wanting,
  wish,
} from './make.js';

type Cover = Rules['cover'];

const heads = (min: number, target: number | 'auto' = 'auto', max: number | 'any' = 'any') => ({ min, target, max });
const NONE = { 半: heads(0, 0), 夜: heads(0, 0), 分: heads(0, 0) };
const cover = (shifts: Cover['shifts'], dates: Cover['dates'] = {}): Cover => ({
  ...{ ...OFF.cover, level: 'hard', dates },
  shifts: { ...NONE, ...shifts },
});
const four = { ...OFF['rest-days'], days: 4 };
const team = (size: number) => Array.from({ length: size }, (_, index) => person(String(1001 + index)));

const targetsOf = (problem: ReturnType<typeof problemOf>, shift: string) =>
  problem.cover.filter((need) => need.shift === shift).map(({ target }) => `${target.lo}-${target.hi}`);

describe('targets', () => {
  it('spread the expected days evenly: 4 x 27 days over 31 days and two shifts are 1.74 each', () => {
    const problem = problemOf({
      people: team(4),
      handbook: house({ cover: cover({ 白: heads(1), 晚: heads(1) }), 'rest-days': four }),
    });
    expect(new Set([...targetsOf(problem, '白'), ...targetsOf(problem, '晚')])).toEqual(new Set(['1-2']));
    expect(new Set(targetsOf(problem, '半'))).toEqual(new Set(['0-0']));
  });

  it('follow the shares: two to one of 108 days is 2.32 and 1.16 a day', () => {
    const shares = cover({ 白: { ...heads(1), share: 2 }, 晚: { ...heads(1), share: 1 } });
    const problem = problemOf({ people: team(4), handbook: house({ cover: shares, 'rest-days': four }) });
    expect([targetsOf(problem, '白')[0], targetsOf(problem, '晚')[0]]).toEqual(['2-3', '1-2']);
  });

  it('serve a promotion day first: 5 x 27 = 135 days, 10 of them given, the other 125 over 60 slots are 2.08', () => {
    const promotion = { '2026-12-12': { 白: heads(0, 5), 晚: heads(0, 5) } };
    const problem = problemOf({
      people: team(5),
      handbook: house({ cover: cover({ 白: heads(1), 晚: heads(1) }, promotion), 'rest-days': four }),
    });
    expect(targetsOf(problem, '白')[11]).toBe('5-5');
    expect(targetsOf(problem, '白')[12]).toBe('2-3');
  });

  it('hold a day whose least is above its share: 2 x 27 = 54 days, 4 held, 50 over 61 slots are 0.82', () => {
    const promotion = { '2026-12-12': { 白: { min: 4 } } };
    const problem = problemOf({
      people: team(2),
      handbook: house({ cover: cover({ 白: heads(0), 晚: heads(0) }, promotion), 'rest-days': four }),
    });
    expect(targetsOf(problem, '白')[11]).toBe('4-4');
    expect(targetsOf(problem, '白')[0]).toBe('0-1');
  });

  it('go only to shifts that somebody may work', () => {
    const days = [person('1001', { shifts: ['白'] }), person('1002', { shifts: ['白'] })];
    const problem = problemOf({
      people: days,
      handbook: house({ cover: cover({ 白: heads(0), 晚: heads(0) }), 'rest-days': four }),
    });
    // 54 over 31 days.
    expect([targetsOf(problem, '白')[0], targetsOf(problem, '晚')[0]]).toEqual(['1-2', '0-0']);
  });
});

describe('availability', () => {
  it('a joiner of the 16th is active 16 days, rests 4 x 16/31 = 2.06 = 2 and works 14', () => {
    const { agents } = problemOf({
      people: [person('1007', { hired: '2026-12-16' })],
      handbook: house({ 'rest-days': four }),
    });
    expect([agents[0]!.restDays, agents[0]!.expectedDays]).toEqual([2, 14]);
    expect(agents[0]!.active.filter(Boolean)).toHaveLength(16);
    expect(agents[0]!.allowed[0]).toEqual([]);
  });

  it('two short spells that follow each other are one long one, days of the month before included', () => {
    // 11-28 to 12-04 are seven days, four of them in December: 4 x 27/31 = 3.48 = 3.
    const leave = [leaveOf('1007', '2026-11-28', '2026-12-01'), leaveOf('1007', '2026-12-02', '2026-12-04')];
    const { agents } = problemOf({ leave, handbook: house({ 'rest-days': four }) });
    expect(agents[0]!.restDays).toBe(3);
    expect(agents[0]!.leave.slice(0, 5)).toEqual(['事假', '事假', '事假', '事假', null]);
  });

  it('who is not employed in the month is left out', () => {
    const people = [person('1001', { left: '2026-11-30' }), person('1002'), person('1003', { hired: '2027-01-01' })];
    expect(problemOf({ people }).agents.map(({ id }) => id)).toEqual(['1002']);
  });

  it('the reference is pro rata: 150.5 hours over 20 of 31 days are 5825.8 minutes', () => {
    const hours = { ...OFF['balance-hours'], reference: 150.5 };
    const { agents } = problemOf({
      people: [person('1007', { left: '2026-12-20' })],
      handbook: house({ 'balance-hours': hours }),
    });
    expect(agents[0]!.referenceMinutes).toBe(5826);
  });
});

describe('fair shares', () => {
  it('who is protected for ten days shares late shifts by the other 21', () => {
    // 27 expected days: 27 x 21/31 = 18.3 = 18 against 27. Half of 54 days is late: 27 x 18/45 = 10.8 and 16.2.
    const people = [person('1001', { protectedUntil: '2026-12-10' }), person('1002')];
    const rules = {
      cover: wanting({ 白: 1, 晚: 1 }),
      'rest-days': four,
      protected: { ...OFF.protected, level: 'hard' as const },
    };
    const { agents } = problemOf({ people, handbook: house(rules) });
    expect(agents.map(({ fairLate }) => fairLate)).toEqual([
      { lo: 10, hi: 11 },
      { lo: 16, hi: 17 },
    ]);
  });

  it('who may work nothing but late shifts gives all days to them, the others share the rest', () => {
    // 4 x 27 = 108 expected days, half of them late: 54. 1001 gives 27, the other 27 are 9 each.
    const handbook = house({ cover: wanting({ 白: 2, 晚: 2 }), 'rest-days': four });
    const people = [person('1001', { shifts: ['晚', '夜'] }), ...team(4).slice(1)];
    const nine = { lo: 9, hi: 9 };
    expect(problemOf({ people, handbook }).agents.map(({ fairLate }) => fairLate)).toEqual([
      ...[{ lo: 27, hi: 27 }, nine, nine, nine],
    ]);
    // A quarter is late: 27, all of them 1001's. What 1001 did earlier is no excess of the others.
    const previous = endingWith({ 1001: '晚晚晚晚', 1002: '晚白白白', 1003: '白白白白', 1004: '白白白白' });
    const quarter = house({ cover: wanting({ 白: 3, 晚: 1 }), 'rest-days': four });
    const zero = { lo: 0, hi: 0 };
    expect(
      problemOf({ people, handbook: quarter, previous, earlier: [previous] }).agents.map(({ fairLate }) => fairLate),
    ).toEqual([{ lo: 27, hi: 27 }, zero, zero, zero]);
  });

  it('whose share rules do not allow is held, and the rest is shared again', () => {
    // 3 x 27 = 81 expected days, two thirds late: 54. 1001 may on 10 of 31 days (27 x 10/31 = 8.7 = 9) work late, by
    // weight 54 x 9/63 = 7.7; 1002 and 1003 by 54 x 27/63 = 23.1, both possible.
    const handbook = house({
      cover: wanting({ 白: 1, 晚: 2 }),
      'rest-days': four,
      'late-run': { ...OFF['late-run'], level: 'hard', most: 1 },
      protected: { ...OFF.protected, level: 'hard' as const },
    });
    const people = [person('1001', { protectedUntil: '2026-12-21' }), person('1002'), person('1003')];
    // No two late shifts in a row: 16 of 31 days at most, 5 of 10. What is then left, nobody is asked for.
    expect(problemOf({ people, handbook }).agents.map(({ fairLate }) => fairLate)).toEqual([
      { lo: 5, hi: 5 },
      { lo: 16, hi: 16 },
      { lo: 16, hi: 16 },
    ]);
  });

  it('holidays come from the calendar: eight days from 2026-10-01, three of them statutory', () => {
    const handbook = house({ cover: wanting({ 白: 1 }), 'rest-days': four });
    const { days, agents } = problemOf({ month: '2026-10' as Month, handbook, calendar: chinaCalendar() });
    expect(days.filter(({ kind }) => kind === 'statutory').map(({ day }) => day)).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ]);
    // 27 days x 3/31 = 2.6.
    expect(agents[0]!.fairHolidays).toEqual({ lo: 2, hi: 3 });
  });
});

describe('history', () => {
  it('is the whole previous month, unknown for whom it does not name', () => {
    const people = [person('1001'), person('1002')];
    const { historyDays, agents } = problemOf({ people, previous: endingWith({ 1001: '白休' }) });
    expect(historyDays).toHaveLength(30);
    expect(historyDays.at(-1)).toMatchObject({ day: '2026-11-30', weekday: 1 });
    expect(agents[0]!.history.at(-1)).toEqual(REST);
    expect(agents[1]!.history.at(-1)).toBeNull();
  });

  it('keeps of two shifts the one that ends last', () => {
    const { agents } = problemOf({ previous: endingWith({ 1007: '夜+白' }) });
    expect(agents[0]!.history.at(-1)).toEqual({ kind: 'shift', shifts: ['夜'] });
  });
});

describe('half hours', () => {
  it('run from the start of the row; past midnight they belong to the next day', () => {
    const { intervals } = problemOf({ demand: [demandOf('2026-12-01', 23.25, 24.5, 3)] });
    expect(intervals).toEqual([
      { day: 0, from: 1395, agents: 3 },
      { day: 0, from: 1425, agents: 3 },
    ]);
    expect(
      problemOf({ demand: [demandOf('2026-12-01', 23.5, 25, 1)] }).intervals.map(({ day, from }) => [day, from]),
    ).toEqual([
      [0, 1410],
      [1, 0],
      [1, 30],
    ]);
  });
});

describe('what is said at once', () => {
  const codes = (facts: Parameters<typeof planFacts>[0]) =>
    buildProblem(planFacts(facts)).issues.map(({ code }) => code);

  it('a month without staff is the only error', () => {
    const { value, issues } = buildProblem(planFacts({ people: [person('1007', { left: '2026-11-30' })] }));
    expect(value).toBeNull();
    expect(issues[0]!.message.en).toBe(
      'nobody on the staff list is employed in 2026-12 (1 people before or after it).',
    );
  });

  it('leave without approval, or without the stand-in the handbook wants', () => {
    const leave = [leaveOf('1007', '2026-12-02', '2026-12-03', null), leaveOf('1007', '2026-12-05', '2026-12-05')];
    expect(codes({ leave })).toEqual(['leave-not-approved']);
    const wants = house({}, { leave: { ...house().values.leave, needs_stand_in: true } });
    expect(codes({ leave, handbook: wants })).toEqual(['leave-not-approved', 'leave-without-stand-in']);
    const free = house({}, { leave: { ...house().values.leave, needs_approval: false } });
    expect(codes({ leave, handbook: free })).toEqual([]);
  });

  it('wishes that cannot count', () => {
    const people = [person('1007', { shifts: ['白'], left: '2026-12-20' })];
    const requests = [
      wish('1007', '2026-12-02', '休'),
      wish('1007', '2026-12-03', '晚'),
      wish('1007', '2026-12-04', '!晚'),
    ];
    const leave = [leaveOf('1007', '2026-12-02', '2026-12-02')];
    const late = wish('1007', '2026-12-21', '白');
    expect(codes({ people, leave, requests: [...requests, late] })).toEqual([
      ...['request-on-leave', 'request-shift-not-allowed', 'request-outside-employment'],
    ]);
  });

  it('a previous roster with a code the handbook does not have, or of another month', () => {
    const { issues } = buildProblem(planFacts({ previous: endingWith({ 1007: '早白早' }) }));
    expect(issues.map(({ message }) => message.en)).toEqual([
      '1007 李娜, 2026-11-28 (and 1 more): the previous roster says 早, which is no shift of the handbook; the day counts as unknown.',
    ]);
    expect(codes({ previous: rosterOf({ 1007: '白' }, '2026-10' as Month) })).toEqual(['previous-roster-other-month']);
  });

  it('cover that cannot be: a shift, a day, a month', () => {
    const rules = {
      'allowed-shifts': { level: 'hard' as const },
      leave: { level: 'hard' as const },
      'rest-days': { ...four, level: 'hard' as const },
    };
    const people = [person('1001', { shifts: ['白'] }), person('1002', { shifts: ['白'] })];
    const dates = { '2026-12-12': { 白: heads(2), 晚: heads(1) } };
    const issues = buildProblem(
      planFacts({ people, handbook: house({ ...rules, cover: cover({ 白: heads(2) }, dates) }) }),
    ).issues;
    expect(issues.map(({ message }) => message.en)).toEqual([
      '2026-12: day shift needs 62 working days, the staff has 54 after leave and rest days (2 people, 27 days each).',
      'late shift needs at least 1, 0 may work it (1 days: 12-12).',
    ]);
  });

  it('cells to keep to come from a roster, days outside employment left out', () => {
    expect(wantedOf(rosterOf({ 1007: '-白' }))).toHaveLength(30);
  });
});
