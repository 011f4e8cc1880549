import { describe, expect, it } from 'vitest';
import { amountOf, compute, lineOf, punches, shift } from '../department.js';

const HANDBOOK = 'extends: [three-shift]\npay: { attendance: { early: { per_time: 20 } } }';

describe('early-leave', () => {
  it('obeys: two times at 20.00', () => {
    const attendance = punches([shift('1001', 1, { earlyMinutes: 1 }), shift('1001', 2, { earlyMinutes: 90 })]);
    const line = lineOf(compute(HANDBOOK, { attendance }), 'early-leave')!;
    expect([line.amount, line.says.en]).toEqual([-4_000, '(-20.00) + (-20.00) = -40.00']);
  });

  it('breaks: an absent shift was not left early', () => {
    const attendance = punches([shift('1001', 1, { absent: true, earlyMinutes: 90 })]);
    expect(amountOf(compute(HANDBOOK, { attendance }), 'early-leave')).toBe(null);
  });
});
