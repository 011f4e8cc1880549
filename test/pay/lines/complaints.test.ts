import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import { amountOf, compute, event, lineOf } from '../department.js';

const complaint = (date: number | Day, what = '回复慢', amount: string | null = null) =>
  event('1001', date, 'complaint', what, amount);

describe('complaints', () => {
  it('obeys: split-shift/6, 50, 100, then a notice of resignation, counted by the calendar month', () => {
    const events = [complaint('2026-11-30' as Day), complaint(1), complaint(8, '买家投诉'), complaint(9)];
    const result = compute('extends: [split-shift]', { events });
    expect(lineOf(result, 'complaints')!.parts.map((part) => part.amount)).toEqual([-5_000, -10_000, 0]);
    expect(result.notices.map(({ kind, clause }) => [kind, clause])).toEqual([['resignation', 'split-shift/6']]);
  });

  it('three-shift/10: the supervisor decides each one', () => {
    const result = compute('extends: [three-shift]', { events: [complaint(1, '回复慢', '20')] });
    expect(lineOf(result, 'complaints')).toMatchObject({ amount: -2_000, clause: 'three-shift/10' });
  });

  it('breaks: undecided, it changes no pay and is shown', () => {
    const result = compute('extends: [three-shift]', { events: [complaint(1)] });
    expect(amountOf(result, 'complaints')).toBe(null);
    expect(result.exceptions).toHaveLength(1);
  });
});
