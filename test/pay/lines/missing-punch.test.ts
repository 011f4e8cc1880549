import { describe, expect, it } from 'vitest';
import { amountOf, compute, lineOf, punches, shift } from '../department.js';

const HANDBOOK = 'extends: [three-shift]\npay: { attendance: { missing_punch: { free_times: 1, per_time: 15 } } }';
const missing = (...counts: readonly number[]) =>
  punches(counts.map((missingPunches, at) => shift('1001', at + 1, { missingPunches })));

describe('missing-punch', () => {
  it('obeys: three missing, one free, two at 15.00', () => {
    const line = lineOf(compute(HANDBOOK, { attendance: missing(1, 2) }), 'missing-punch')!;
    expect([line.amount, line.says.en]).toEqual([-3_000, '-(3 - 1) x 15.00 = -30.00']);
  });

  it('breaks: none missing, no line; the free one costs 0', () => {
    expect(amountOf(compute(HANDBOOK, { attendance: missing(0) }), 'missing-punch')).toBe(null);
    expect(amountOf(compute(HANDBOOK, { attendance: missing(1) }), 'missing-punch')).toBe(0);
  });
});
