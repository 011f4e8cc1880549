import { describe, expect, it } from 'vitest';
import { amountOf, compute, leaveOn, lineOf, punches, shift } from '../department.js';

const handbook = (perDay: string) => `extends: [three-shift]\npay: { attendance: { absence: { per_day: ${perDay} } } }`;
const absent = (...days: readonly number[]) => punches(days.map((number) => shift('1001', number, { absent: true })));

describe('absence', () => {
  it('obeys: by the amount, and by the day of 5,000.00 / 27', () => {
    expect(amountOf(compute(handbook('100'), { attendance: absent(7, 8) }), 'absence')).toBe(-20_000);
    // 2 x 185.185... = 370.370
    const line = lineOf(compute(handbook('day-pay'), { attendance: absent(7, 8) }), 'absence')!;
    expect([line.amount, line.says.en]).toEqual([-37_037, '-(2 x 5,000.00 / 27) = -370.37']);
    expect(line.figures[0]!.value).toBe('2 (2026-12-07, 2026-12-08)');
  });

  it('one day is charged once, whatever stands on it', () => {
    const twice = [
      shift('1001', 7, { absent: true }),
      shift('1001', 7, { absent: true, shift: '晚', lateMinutes: 30, earlyMinutes: 30, missingPunches: 2 }),
    ];
    const all = `extends: [three-shift]
pay: { attendance: { absence: { per_day: 100 }, late: { per_minute: 1 }, early: { per_minute: 1 }, missing_punch: { per_time: 1 } } }`;
    const slip = compute(all, { attendance: punches(twice) }).payslips[0]!;
    expect(slip.lines.map((line) => [line.line, line.amount])).toEqual([
      ['post-salary', 500_000],
      ['absence', -10_000],
    ]);
  });

  it('a day of leave is no absence', () => {
    const attendance = punches([shift('1001', 7, { absent: true })], [leaveOn('1001', 7, '年假')]);
    expect(lineOf(compute(handbook('100'), { attendance }), 'absence')).toBe(null);
  });

  it('absent all month: no more than the salary is taken', () => {
    const days = Array.from({ length: 31 }, (_, index) => index + 1);
    expect(amountOf(compute(handbook('day-pay'), { attendance: absent(...days) }), 'absence')).toBe(-500_000);
  });

  it('breaks: without a rate the line is 0 and the program says so once', () => {
    const result = compute('extends: [three-shift]', { attendance: absent(7) });
    expect(lineOf(result, 'absence')).toMatchObject({ amount: 0 });
    expect(result.issues.map((issue) => issue.source?.path)).toContain('pay.attendance.absence.per_day');
  });
});
