import { describe, expect, it } from 'vitest';
import type { Month } from '../../../src/calendar/day.js';
import { onShift, REST } from '../../../src/roster/roster.js';
import { amountOf, compute, day, leaveOn, lineOf, person, punches, roster, shift } from '../department.js';

const book = (hours: string, base = 'three-shift') =>
  `extends: [${base}]\npay: { attendance: { overtime: { pay: true, hours: ${hours} } } }`;
const staff = [person('1001')];

describe('overtime', () => {
  it('obeys: standard hours, 30 minutes past eight hours on a Tuesday, a whole Sunday', () => {
    const attendance = punches([shift('1001', 1), shift('1001', 6)]);
    const line = lineOf(compute(book('standard'), { attendance }), 'overtime')!;
    // 5,000.00 / 10,440 minutes: x 30 x 1.5 = 21.5517..; x 510 x 2 = 488.5057..
    expect(line.parts.map((part) => [part.label.en, part.amount])).toEqual([
      ['beyond the standard hours', 2_155],
      ['on days of rest', 48_851],
    ]);
    expect(line.parts[0]?.says.en).toBe('5,000.00 / 21.75 / 8 / 60 x 30 x 150% = 21.55');
    expect(line.clause).toBe('law/劳动法-44');
  });

  it('obeys: a Sunday worked for a Tuesday rested is even, only what exceeds eight hours is paid', () => {
    const attendance = punches([shift('1001', 6)]);
    const exchanged = roster(staff, { 1: REST, 6: onShift('白') });
    expect(amountOf(compute(book('standard'), { roster: exchanged, attendance }), 'overtime')).toBe(2_155);
  });

  it('obeys: 300 % on the statutory day, and not on the swapped ones', () => {
    const on = (date: string) =>
      punches([{ ...shift('1001', 1), day: date as never, workedMinutes: 480, plannedMinutes: 480 }]);
    const paid = (date: string) => {
      const month = '2026-10' as Month;
      return lineOf(compute(book('standard'), { month, roster: null, attendance: on(date) }), 'overtime');
    };
    // 5,000.00 / 10,440 x 480 x 3 = 689.6551..
    expect(paid('2026-10-01')?.parts.map((part) => [part.label.zh, part.amount])).toEqual([['法定节假日加班', 68_966]]);
    // Sunday 4 October lies in the break and is no statutory day: 200 %, 459.7701..
    expect(paid('2026-10-04')?.amount).toBe(45_977);
  });

  it('obeys: comprehensive hours, 22 x 510 = 11,220 minutes over 23 x 480 = 11,040, weekends alike', () => {
    const worked = Array.from({ length: 22 }, (_, at) => shift('1001', at + 1));
    const result = compute(book('comprehensive'), { attendance: punches(worked) });
    // 180 x 1.5 x 5,000.00 / 10,440 = 129.3103..
    expect(amountOf(result, 'overtime')).toBe(12_931);
    // A day of leave takes eight hours from the standard: 660 minutes, 474.1379..
    const away = punches(worked, [leaveOn('1001', 23, '年假')]);
    expect(amountOf(compute(book('comprehensive'), { attendance: away }), 'overtime')).toBe(47_414);
  });

  it('obeys: training-manual/4, the Monday meeting before a late shift is worked time', () => {
    const late = { shift: '晚', workedMinutes: 540, plannedMinutes: 540, extendedMinutes: 20 };
    const monday = punches([shift('1001', 7, late)]);
    const line = lineOf(compute(book('standard', 'training-manual'), { attendance: monday }), 'overtime')!;
    // 540 + 20 past the end + 30 at the meeting - 480 = 110 minutes: 79.0229..
    expect(line.amount).toBe(7_902);
    expect(line.parts[0]?.figures.map((figure) => figure.value)).toEqual([`110 (${day(7)} 110)`, '20', '30', '150%']);
  });

  it('breaks: not paid by the handbook, no line; eight hours are no overtime', () => {
    const attendance = punches([shift('1001', 6)]);
    expect(amountOf(compute('extends: [three-shift]', { attendance }), 'overtime')).toBeNull();
    const eight = punches([shift('1001', 1, { workedMinutes: 480 })]);
    expect(amountOf(compute(book('standard'), { attendance: eight }), 'overtime')).toBeNull();
  });
});
