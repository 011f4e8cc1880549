import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import { amountOf, compute, earlier, event, lineOf, person } from '../department.js';

const BOOK = 'extends: [three-shift, after-sales]\npay: { quiet_quarter: { amount: 150 } }';
const inPost = (post: string) => {
  const one = person('1001');
  return { ...one, terms: one.terms.map((terms) => ({ ...terms, post })) };
};
const past = [earlier('2026-10'), earlier('2026-11')];
const staff = [inPost('售后客服')];

describe('quiet-quarter', () => {
  it('obeys: after-sales/5, nobody complained from October to December', () => {
    const line = lineOf(compute(BOOK, { staff, earlier: past }), 'quiet-quarter')!;
    expect([line.amount, line.clause]).toEqual([15_000, 'after-sales/5']);
    expect(line.figures[0]?.value).toBe('2026-10, 2026-11, 2026-12');
  });

  it('breaks: a complaint in October, another post, somebody new, a month that nobody computed', () => {
    const paid = (more: object) => amountOf(compute(BOOK, { staff, earlier: past, ...more }), 'quiet-quarter');
    expect(paid({ events: [event('1001', '2026-10-03' as Day, 'complaint', 'complaint', '10')] })).toBeNull();
    expect(paid({ events: [event('1001', '2026-09-30' as Day, 'complaint', 'complaint', '10')] })).toBe(15_000);
    expect(paid({ staff: [inPost('售前')] })).toBeNull();
    expect(paid({ staff: [{ ...inPost('售后'), hired: '2026-10-02' as Day }] })).toBeNull();
    expect(paid({ earlier: past.slice(1) })).toBeNull();
  });

  it('no amount in the handbook: nothing is paid and the program says so', () => {
    const result = compute('extends: [three-shift, after-sales]', { staff, earlier: past });
    expect(amountOf(result, 'quiet-quarter')).toBeNull();
    expect(result.issues.map(({ code }) => code)).toContain('pay-rate-not-set');
  });
});
