import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.js';
import { compute, earlier, id, leaveOn, person, punches, shift } from './department.js';

const BOOK = 'extends: [three-shift]';
const run = (from: number, days: number, more: object = {}) =>
  Array.from({ length: days }, (_, at) => shift('1001', from + at, more));
const said = (found: ReturnType<typeof compute>, code: string): string | undefined =>
  found.issues.find((issue) => issue.code === code)?.message.en;

describe('labour law, warned of and never paid', () => {
  it('obeys: 36 hours of overtime exactly, six days in a row, a protected person by day', () => {
    // 4 Sundays of 480 minutes are 1,920; eight weekdays of 510 give 240 more: 2,160 minutes.
    const sundays = [6, 13, 20, 27].map((day) => shift('1001', day, { workedMinutes: 480 }));
    const weekdays = [1, 2, 3, 8, 9, 10, 15, 16].map((day) => shift('1001', day));
    const found = compute(BOOK, { attendance: punches([...weekdays, ...sundays]) });
    expect(said(found, 'overtime-over-legal-limit')).toBeUndefined();
    expect(said(found, 'overtime-not-paid')).toBe('36 h of overtime in all, and the handbook pays none (劳动法 44).');
    const staff = [person('1001', '5000', { protectedUntil: '2026-12-31' as Day })];
    const six = compute(BOOK, { staff, attendance: punches(run(1, 6)) });
    expect(said(six, 'no-rest-in-seven-days')).toBeUndefined();
    expect(said(six, 'protected-on-late-shift')).toBeUndefined();
  });

  it('breaks: a minute more, a seventh day, a late shift of somebody protected', () => {
    const sundays = [6, 13, 20, 27].map((day) => shift('1001', day, { workedMinutes: 541 }));
    const over = compute(BOOK, { attendance: punches(sundays) });
    expect(said(over, 'overtime-over-legal-limit')).toContain('1001 员工1001 36 h');
    const seven = compute(BOOK, { attendance: punches(run(1, 7)) });
    expect(said(seven, 'no-rest-in-seven-days')).toContain('2026-12-01..2026-12-07');
    const staff = [person('1001', '5000', { protectedUntil: '2026-12-03' as Day })];
    const late = compute(BOOK, { staff, attendance: punches(run(3, 2, { shift: '晚' })) });
    expect(said(late, 'protected-on-late-shift')).toContain('worked past 22:00 on 2026-12-03 (');
  });

  it('a run of seven days is seen across the month’s edge, which pay.json hands on', () => {
    const past = (month: string, daysInRow: number) => [earlier(month, { staff: id('1001'), daysInRow })];
    const into = (from: number, days: number, known: ReturnType<typeof past>) =>
      said(compute(BOOK, { earlier: known, attendance: punches(run(from, days)) }), 'no-rest-in-seven-days');
    expect(into(1, 3, past('2026-11', 4))).toContain('2026-11-27..2026-12-03');
    expect(into(1, 2, past('2026-11', 4))).toBeUndefined();
    // A day off on the first; a run that ended with November was November's; October says nothing of its end.
    expect(into(2, 3, past('2026-11', 4))).toBeUndefined();
    expect(into(2, 1, past('2026-11', 9))).toBeUndefined();
    expect(into(1, 3, past('2026-10', 9))).toBeUndefined();
    const end = (from: number, days: number, known: ReturnType<typeof past>) =>
      compute(BOOK, { earlier: known, attendance: punches(run(from, days)) }).payslips[0]!.handsOn.daysInRow;
    expect([end(28, 4, []), end(28, 3, []), end(1, 31, past('2026-11', 4))]).toEqual([4, 0, 35]);
  });

  it('annual leave: five days from the first year on; what earlier months gave is taken off', () => {
    const months = Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
    const past = (days: number) =>
      months.map((month, at) => earlier(month, { staff: id('1001'), annualLeave: at === 4 ? days : 0 }));
    const attendance = punches([], [leaveOn('1001', 2, '年假')]);
    // Six years since 2020-03-01: 5 - 2 in May - 1 in December.
    expect(said(compute(BOOK, { earlier: past(2), attendance }), 'annual-leave-unused')).toContain('1001 员工1001 2.');
    expect(said(compute(BOOK, { earlier: past(4), attendance }), 'annual-leave-unused')).toBeUndefined();
    expect(said(compute(BOOK, { earlier: past(2).slice(1) }), 'annual-leave-unused')).toBeUndefined();
  });
});
