/** What happens to a roster after it was made: a small house of three, four days that matter. */
import { describe, expect, it } from 'vitest';
import type { Budget } from '../../../src/base/budget.js';
import type { Day } from '../../../src/calendar/day.js';
import type { Rules } from '../../../src/handbook/schema/rules.js';
import type { StaffId } from '../../../src/people/person.js';
import { check } from '../../../src/roster/check.js';
import { readRosterDocument, rosterDocument } from '../../../src/roster/file/document.js';
import { accept } from '../../../src/roster/life/accept.js';
import { differences, leaveWithoutFact, settled } from '../../../src/roster/life/changes.js';
import { consequences } from '../../../src/roster/life/consequences.js';
import { withKept } from '../../../src/roster/life/kept-leave.js';
import { bestOnDay, cellOptions, wishesOf } from '../../../src/roster/life/options.js';
import { headsOn, presenceOn } from '../../../src/roster/life/presence.js';
import { replan } from '../../../src/roster/life/replan.js';
import { standIns } from '../../../src/roster/life/stand-ins.js';
import { swap } from '../../../src/roster/life/swap.js';
import { tallyOf } from '../../../src/roster/life/tally.js';
import { type Cell, onShift, REST, type Roster } from '../../../src/roster/roster.js';
import { viewOf } from '../../../src/roster/view.js';
import {
  calendar,
  demandOf,
  house,
  leaveOf,
  MONTH,
  OFF,
  person,
  planFacts,
  problemOf,
  rosterOf,
  wish,
} from '../make.js';

const [A, B, C] = ['1001', '1002', '1003'] as unknown as [StaffId, StaffId, StaffId];
const day = (number: number): Day => `2026-12-${String(number).padStart(2, '0')}` as Day;
const heads = (min: number) => ({ min, target: min, max: 'any' as const });
const none = heads(0);

/** One on the day shift and one on the late shift; after a late shift no day shift. Nothing else. */
const RULES: Partial<Rules> = {
  cover: {
    ...OFF.cover,
    ...{ level: 'hard', target_weight: 0 },
    shifts: { 白: heads(1), 晚: heads(1), 半: none, 夜: none, 分: none },
  },
  'one-shift': { level: 'hard' },
  succession: { ...OFF.succession, level: 'hard' },
  leave: { level: 'hard' },
  requests: { level: 'soft', weight: 10 },
};
const people = [person('1001', { name: '王婷' }), person('1002', { name: '陈慧兰' }), person('1003', { name: '李娜' })];
const house3 = (rules: Partial<Rules> = {}) => ({ handbook: house({ ...RULES, ...rules }), people });

/** A works days, B late shifts, C rests: 31 days. */
const PLAIN = { 1001: '白'.repeat(31), 1002: '晚'.repeat(31), 1003: '休'.repeat(31) };
const problem = problemOf(house3());
const roster = settled(rosterOf(PLAIN), problem);
const judgement = check(roster, problem);

/** `1003 5 休->晚` */
const told = (cells: readonly { staff: string; day: string; was: Cell; is: Cell }[]): string[] => {
  const code = (cell: Cell): string => (cell.kind === 'shift' ? cell.shifts.join('+') : cell.kind);
  return cells.map((cell) => `${cell.staff} ${Number(cell.day.slice(8))} ${code(cell.was)}->${code(cell.is)}`);
};

describe('the house', () => {
  it('keeps everything to begin with', () => expect(judgement.score).toEqual({ hard: 0, soft: 0 }));
});

describe('swap', () => {
  it('on one day both exchange; B off the late shift on the 4th may not work the day on the 5th', () => {
    const found = swap(roster, problem, { staff: A, day: day(5) }, { staff: B, day: day(5) });
    if ('reason' in found) throw new Error(found.reason);
    expect(told(found.cells)).toEqual(['1001 5 白->晚', '1002 5 晚->白']);
    // Broken: B's late shift on the 4th before the day shift on the 5th; A's late shift on the 5th before the 6th.
    expect(found.allowed).toBe(false);
    expect(found.against.byRule).toEqual([{ rule: 'succession', level: 'hard', before: 0, after: 2 }]);
    expect(found.against.broken.map(({ staff, days }) => [staff[0], days[0]])).toEqual([
      ['1002', '2026-12-05'],
      ['1001', '2026-12-06'],
    ]);
  });

  it('two days: each takes the other’s', () => {
    const found = swap(roster, problem, { staff: B, day: day(31) }, { staff: C, day: day(31) });
    if ('reason' in found) throw new Error(found.reason);
    expect(found.allowed).toBe(true);
    expect(told(found.cells)).toEqual(['1002 31 晚->rest', '1003 31 rest->晚']);
    const two = swap(roster, problem, { staff: B, day: day(30) }, { staff: C, day: day(31) });
    expect('cells' in two && told(two.cells)).toEqual([
      '1002 30 晚->rest',
      '1003 30 rest->晚',
      '1002 31 晚->rest',
      '1003 31 rest->晚',
    ]);
  });

  it('nothing to exchange, a pinned cell, somebody on leave', () => {
    const same = swap(roster, problem, { staff: A, day: day(5) }, { staff: A, day: day(6) });
    expect(same).toEqual({ reason: 'same' });
    const pin = { staff: B, day: day(5), by: '王主管' };
    const pinned = swap({ ...roster, pins: [pin] }, problem, { staff: B, day: day(5) }, { staff: C, day: day(5) });
    expect(pinned).toEqual({ reason: 'pinned', pin });
    const away = problemOf({ ...house3(), leave: [leaveOf('1003', day(5), day(5))] });
    const unfree = swap(roster, away, { staff: B, day: day(5) }, { staff: C, day: day(5) });
    expect(unfree).toEqual({ reason: 'unfree', at: { staff: C, day: day(5) } });
  });
});

describe('stand-ins', () => {
  const ill = (rules: Partial<Rules> = {}) => problemOf({ ...house3(rules), leave: [leaveOf('1002', day(5), day(5))] });

  it('C is free and takes the late shift; A cannot, the day shift would be empty', () => {
    const found = standIns(roster, ill(), judgement, B, day(5))!;
    expect(found.shift).toBe('晚');
    expect(found.open.score).toEqual({ hard: 1, soft: 0 });
    const best = found.candidates[0]!;
    expect([best.staff, best.allowed, told(best.cells)]).toEqual([C, true, ['1003 5 rest->晚']]);
    // Late shift 17:00-23:30: 390 minutes more, one late shift more, one rest day less.
    const [{ before, after }] = best.people as unknown as [(typeof best.people)[0]];
    expect([after.minutes - before.minutes, after.late - before.late, after.rest - before.rest]).toEqual([390, 1, -1]);
    expect(found.candidates.find(({ staff }) => staff === A)?.allowed ?? false).toBe(false);
    expect(found.candidates.filter(({ staff }) => staff === null).map(({ allowed }) => allowed)).toEqual([false]);
  });

  it('in two steps: C may not work late, so A takes the late shift and C the day shift', () => {
    const early = { ...house3(), people: [people[0]!, people[1]!, person('1003', { shifts: ['白', '半'] })] };
    const then = problemOf({
      ...early,
      handbook: house({ ...RULES, 'allowed-shifts': { level: 'hard' }, succession: OFF.succession }),
      leave: [leaveOf('1002', day(5), day(5))],
    });
    const best = standIns(roster, then, judgement, B, day(5))!.candidates[0]!;
    expect([best.staff, best.allowed]).toEqual([A, true]);
    expect(told(best.cells)).toEqual(['1001 5 白->晚', '1003 5 rest->白']);
  });

  it('the rest day given up is had on another day, and somebody takes the shift that falls free', () => {
    // Thirty rest days for C, exactly; A rests on the 20th, so C may work then and rest on no other day but...
    const rules = { 'rest-days': { ...OFF['rest-days'], level: 'soft', weight: 50, days: 30 } } as const;
    const rows = { ...PLAIN, 1003: `${'休'.repeat(19)}半${'休'.repeat(11)}` };
    const then = ill(rules);
    const found = standIns(settled(rosterOf(rows), then), then, judgement, B, day(5))!;
    const best = found.candidates[0]!;
    expect(told(best.cells)).toEqual(['1003 5 rest->晚', '1003 20 半->rest']);
    expect(best.people[0]!.after.rest).toBe(30);
  });

  it('nothing to cover on a rest day', () => {
    expect(standIns(roster, problem, judgement, C, day(5))).toBeNull();
  });
});

describe('accept', () => {
  const late = settled(rosterOf({ ...PLAIN, 1001: `晚${'白'.repeat(30)}`, 1003: `白${'休'.repeat(30)}` }), problem);

  it('a broken rule by rule, person and day; it stays listed and costs nothing', () => {
    expect(check(late, problem).score.hard).toBe(1);
    const { value, issues } = accept(late, problem, ['succession:1001:2026-12-02'], '本人同意', '王主管');
    expect(issues).toEqual([]);
    expect(check(value!, problem).score.hard).toBe(0);
    expect(check(value!, problem).violations[0]!.accepted).toMatchObject({ because: '本人同意', by: '王主管' });
  });

  it('refuses what is not there, what it cannot read, what the law forbids, and what nobody answers for', () => {
    const codes = (words: string[], because: string | null, by: string | null): string[] =>
      accept(late, problem, words, because, by).issues.map(({ code }) => code);
    expect(codes(['succession:1001:2026-12-03'], 'x', 'y')).toEqual(['accept-nothing']);
    expect(codes(['succession:1001'], 'x', 'y')).toEqual(['accept-malformed']);
    expect(codes(['sucession:1001:2026-12-02'], 'x', 'y')).toEqual(['accept-malformed']);
    expect(codes(['protected:1001:2026-12-02'], 'x', 'y')).toEqual(['accept-against-law']);
    expect(codes(['succession:1001:2026-12-02'], null, 'y')).toEqual(['accept-without-reason']);
  });
});

describe('changes', () => {
  it('a day without a shift is what the facts say', () => {
    const away = problemOf({ ...house3(), leave: [leaveOf('1003', day(2), day(2))] });
    const sheet = rosterOf({ ...PLAIN, 1003: `假${'休'.repeat(30)}` });
    const made = settled(sheet, away);
    expect(made.rows[2]!.cells.slice(0, 3).map(({ kind }) => kind)).toEqual(['rest', 'leave', 'rest']);
    expect(leaveWithoutFact(sheet, away).map((each) => each.day)).toEqual([day(1)]);
    expect(told(differences(roster, made))).toEqual(['1003 2 rest->leave']);
  });

  it('leave that the roster keeps counts until the list has it', () => {
    const kept = [{ staff: B, from: day(5), to: day(6), kind: '事假', by: '王主管' }];
    const listed = withKept([leaveOf('1002', day(6), day(9))], kept);
    expect(listed.map(({ from, to }) => [from, to])).toEqual([
      [day(6), day(9)],
      [day(5), day(5)],
    ]);
  });

  it('leave, revisions and the bound survive the file', () => {
    const whole: Roster = {
      ...roster,
      leave: [{ staff: B, from: day(5), to: day(5), kind: '事假', by: '王主管' }],
      revisions: [
        {
          ...{ revision: 2, what: 'swap', on: day(1), askedBy: '1002', approvedBy: '王主管', because: '家里有事' },
          cells: [{ staff: B, day: day(31), was: onShift('晚'), is: REST }],
        },
      ],
      bound: { hard: 0, soft: 7, inputs: 'abc' },
    };
    const context = { handbook: problem.handbook, month: MONTH, people, unknownCodes: 'refuse' } as const;
    const plain: unknown = JSON.parse(JSON.stringify(rosterDocument(whole)));
    const { value, issues } = readRosterDocument(plain, { file: 'roster.json' }, context);
    expect(issues).toEqual([]);
    expect(value).toEqual({ ...whole, rows: whole.rows });
  });

  it('consequences: what is worse, what is mended', () => {
    const gap = settled(rosterOf({ ...PLAIN, 1002: `休${'晚'.repeat(30)}` }), problem);
    const against = consequences(judgement, check(gap, problem));
    expect(against.byRule).toEqual([{ rule: 'cover', level: 'hard', before: 0, after: 1 }]);
    expect([against.broken.length, against.mended.length]).toEqual([1, 0]);
    const back = consequences(check(gap, problem), judgement);
    expect([back.broken.length, back.mended.length]).toEqual([0, 1]);
  });
});

describe('explaining', () => {
  const wished = problemOf({
    ...house3(),
    requests: [wish('1002', day(5), '休', 2), wish('1003', day(6), '休')],
    demand: [demandOf('2026-12-05', 17, 18, 3)],
  });
  const before = check(roster, wished);

  it('a cell: each other shift, what forbids it or what it costs', () => {
    const options = cellOptions(roster, problem, judgement, 0, 4);
    const said = options.map(({ cells, against }) => {
      const { is } = cells[0]!;
      return [is.kind === 'shift' ? is.shifts[0] : is.kind, against.after.hard];
    });
    // Off the day shift it is empty (1); a late one of any kind comes before the day shift of the 6th as well (2).
    expect(said).toEqual([
      ['rest', 1],
      ['半', 1],
      ['晚', 2],
      ['夜', 2],
      ['分', 2],
    ]);
    const away = problemOf({ ...house3(), leave: [leaveOf('1001', day(5), day(5))] });
    expect(cellOptions(roster, away, judgement, 0, 4)).toEqual([]);
  });

  it('wishes: granted, or the best way to grant them: B rests, C works late', () => {
    const [wishOfB] = wishesOf(roster, wished, before, 1);
    expect(wishOfB!.granted).toBe(false);
    expect(told(wishOfB!.way!.cells)).toEqual(['1002 5 晚->rest', '1003 5 rest->晚']);
    expect(wishOfB!.way!.against.after.soft - before.score.soft).toBe(-20);
    expect(wishesOf(roster, wished, before, 2).map(({ granted, way }) => [granted, way])).toEqual([[true, null]]);
    expect(wishesOf(roster, wished, before, 0)).toEqual([]);
  });

  it('a day: heads, who is there when, and the best change', () => {
    const view = viewOf(roster, wished);
    const heads5 = headsOn(view, wished, 4).filter(({ staff }) => staff.length > 0);
    expect(heads5.map(({ shift, staff }) => [shift.code, staff])).toEqual([
      ['白', [A]],
      ['晚', [B]],
    ]);
    // Day 09:00-17:30, late 17:00-23:30; demand asks for three from 17:00 to 18:00.
    expect(
      presenceOn(view, wished, 4).map(({ from, to, present, asked }) => [from / 60, to / 60, present, asked]),
    ).toEqual([
      [9, 17, 1, null],
      [17, 17.5, 2, 3],
      [17.5, 18, 1, 3],
      [18, 23.5, 1, null],
      [23.5, 25.5, 0, null],
    ]);
    const best = bestOnDay(roster, wished, before, 4)!;
    expect(told(best.cells)).toEqual(['1002 5 晚->rest', '1003 5 rest->晚']);
  });

  it('a month in figures', () => {
    const tally = tallyOf(roster, problem, 1);
    // 31 late shifts of 6.5 hours; Saturdays and Sundays of December 2026: 5, 6, 12, 13, 19, 20, 26, 27.
    expect(tally).toMatchObject({ minutes: 31 * 390, days: 31, rest: 0, late: 31, weekends: 8, leave: 0 });
  });
});

describe('replan', () => {
  const budget: Budget = { elapsed: () => 0, time: null, iterations: 3000, cancelled: () => false };
  const options = { from: day(10), price: 100, enough: null, seed: 1, budget };
  const ill = problemOf({ ...house3(), leave: [leaveOf('1002', day(9), day(11))] });

  it('days before stay; C takes the two late shifts that are left, and fewer changes cannot do', () => {
    const found = replan(roster, ill, options);
    expect([found.status, found.isFewest, found.atLeast]).toEqual(['kept', true, 2]);
    expect(told(found.changed)).toEqual(['1003 10 rest->晚', '1003 11 rest->晚']);
    expect(told(found.fallen)).toEqual(['1002 9 晚->leave', '1002 10 晚->leave', '1002 11 晚->leave']);
    // The 9th is over: B's shift there cannot be given to anybody any more.
    expect(found.past.map(({ rule, days }) => [rule, days[0]])).toEqual([['cover', '2026-12-09']]);
  });

  it('a pinned cell stays', () => {
    const pins = [{ staff: C, day: day(10), by: '王主管' }];
    const found = replan({ ...roster, pins }, ill, options);
    expect(found.changed.some(({ staff, day: on }) => staff === C && on === day(10))).toBe(false);
    expect(found.roster.pins).toEqual(pins);
  });

  it('where nobody is left it is proved impossible; with gaps allowed the open shift is named', () => {
    const all = { ...house3(), leave: ['1001', '1002', '1003'].map((id) => leaveOf(id, day(20), day(20))) };
    const found = replan(roster, problemOf(all), options);
    expect([found.status, found.atLeast]).toEqual(['impossible', null]);
    const open = replan(roster, problemOf(all), { ...options, allowGaps: true });
    expect(open.status).toBe('gaps');
    expect(open.gaps.map(({ day: on, shift }) => [on, shift])).toEqual([
      [day(20), '白'],
      [day(20), '晚'],
    ]);
  });

  it('who leaves halfway without the rest days due keeps nobody from planning: they are past', () => {
    // B worked every day and leaves after the 15th: two of the month's four rest days were due, and cannot be had any more.
    const rest = { 'rest-days': { level: 'hard', weight: 1, mode: 'at-least', days: 4 } } as const;
    const leaving = [people[0]!, { ...people[1]!, left: day(15) }, people[2]!];
    const rotated = rosterOf({
      1001: `${'白白白白白白休'.repeat(4)}白白白`,
      1002: PLAIN[1002],
      1003: `${'休休休休休休白'.repeat(4)}休休休`,
    });
    const after = problemOf({ ...house3(rest), people: leaving });
    const found = replan(rotated, after, { ...options, from: day(16) });
    expect(after.agents[1]!.restDays).toBe(2);
    expect([found.status, found.past.map(({ rule, staff }) => [rule, staff[0]])]).toEqual([
      'kept',
      [['rest-days', '1002']],
    ]);
    expect(found.changed.every(({ staff }) => staff !== '1002')).toBe(true);
  });

  it('changes nothing where nothing has happened', () => {
    const found = replan(roster, problem, options);
    expect([found.status, found.changed, found.fallen, found.isBest]).toEqual(['kept', [], [], true]);
  });

  it('a nearer cell is dearer: one of two equal changes is made on the later day', () => {
    // A wish for a rest day on each of two days; at 14 and 7 times the weight only the farther one is worth it.
    const wishes = problemOf({
      ...house3(),
      requests: [wish('1002', day(10), '休', 20), wish('1002', day(25), '休', 20)],
    });
    const found = replan(roster, wishes, { ...options, price: 70 });

    // Weight 10 a change: two cells cost 2 x 14 x 10 = 280 on the 10th, 2 x 7 x 10 = 140 on the 25th; a wish is worth 200.
    expect(told(found.changed)).toEqual(['1002 25 晚->rest', '1003 25 rest->晚']);
  });
});

describe('facts', () => {
  it('the house is built from facts', () => expect(planFacts({ calendar: calendar() }).month).toBe(MONTH));
});
