import { describe, expect, it } from 'vitest';
import type { ShiftFact } from '../../../src/attendance/facts.js';
import { amountOf, compute, day, leaveOn, person, punches, shift } from '../department.js';

const HANDBOOK = 'extends: [three-shift]\npay: { attendance: { full_attendance: 200 } }';
const given = (more: Partial<ShiftFact>, leave: string | null = null) =>
  amountOf(
    compute(HANDBOOK, {
      attendance: punches(
        [shift('1001', 1), shift('1001', 2, more)],
        leave === null ? [] : [leaveOn('1001', 8, leave)],
      ),
    }),
    'full-attendance',
  );

describe('full-attendance', () => {
  it('obeys: every shift from start to end with its punches; fully paid leave does not spoil it', () => {
    expect([given({}), given({}, '年假')]).toEqual([20_000, 20_000]);
  });

  it('breaks: one minute late or early, one punch missing, one absence, one day of unpaid or sick leave', () => {
    expect([
      given({ lateMinutes: 1 }),
      given({ earlyMinutes: 1 }),
      given({ missingPunches: 1 }),
      given({ absent: true }),
      given({}, '事假'),
      given({}, '病假'),
    ]).toEqual([null, null, null, null, null, null]);
  });

  it('breaks: a joiner, and a handbook that gives none', () => {
    const staff = [person('1001', '5000', { hired: day(2) })];
    const attendance = punches([shift('1001', 2)]);
    expect(amountOf(compute(HANDBOOK, { staff, attendance }), 'full-attendance')).toBe(null);
    expect(amountOf(compute('extends: [three-shift]', { attendance }), 'full-attendance')).toBe(null);
  });
});
