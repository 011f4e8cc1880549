import { describe, expect, it } from 'vitest';
import { amountOf, compute, lineOf, person, punches, shift } from '../department.js';

const HANDBOOK = `extends: [three-shift]
pay: { attendance: { late: { free_minutes: 5, free_times: 1, per_minute: 2, per_time: 10 } } }`;
const late = (...minutes: readonly number[]) =>
  punches(minutes.map((lateMinutes, at) => shift('1001', at + 1, { lateMinutes })));

describe('lateness', () => {
  it('obeys: 5 minutes are not late, the first time is free, the second costs 20 x 2.00 + 10.00', () => {
    const line = lineOf(compute(HANDBOOK, { attendance: late(5, 12, 20) }), 'lateness')!;
    expect(line.amount).toBe(-5_000);
    expect(line.parts.map((part) => part.amount)).toEqual([0, -5_000]);
    expect(line.parts[1]!.says.en).toBe('-(20 x 2.00 + 10.00) = -50.00');
  });

  it('breaks: on time, or within the free minutes, there is no line', () => {
    expect(amountOf(compute(HANDBOOK, { attendance: late(0, 5) }), 'lateness')).toBe(null);
  });

  it('breaks: without a rate the line is 0 with what was found, said once for all', () => {
    const attendance = punches([shift('1001', 1, { lateMinutes: 7 }), shift('1002', 1, { lateMinutes: 9 })]);
    const result = compute('extends: [three-shift]', { staff: [person('1001'), person('1002')], attendance });
    expect([amountOf(result, 'lateness'), amountOf(result, 'lateness', '1002')]).toEqual([0, 0]);
    const said = result.issues.filter((issue) => issue.code === 'pay-rate-not-set');
    expect(said.map((issue) => issue.message.en)).toEqual([
      'pay.attendance.late.per_time is not set: 2 late arrivals change no pay',
    ]);
  });
});
