import { describe, expect, it } from 'vitest';
import { amountOf, compute, event, lineOf } from '../department.js';

const HANDBOOK = 'extends: [three-shift]';

describe('other-deductions', () => {
  it('obeys: the amounts of the events, each a part with its row', () => {
    const events = [event('1001', 3, 'deduction', '仓库', '100'), event('1001', 9, 'deduction', '其他', '0.05')];
    const line = lineOf(compute(HANDBOOK, { events }), 'other-deductions')!;
    // 100.00 + 0.05
    expect(line.amount).toBe(-1 * 10_005);
    expect(line.parts.map((part) => part.sources[0]?.row)).toEqual(events.map((one) => one.source.row));
  });

  it('obeys: a measure of the handbook is cited with its clause', () => {
    const taken = event('1001', 3, 'deduction', '赔偿', '50');
    const line = lineOf(compute('extends: [three-shift, conversion-bonus]', { events: [taken] }), 'other-deductions')!;
    expect([line.amount, line.clause]).toEqual([-5_000, 'conversion-bonus/3']);
  });

  it('breaks: without an amount, or below zero, an event changes nothing and is shown', () => {
    const events = [event('1001', 3, 'deduction', '仓库'), event('1001', 4, 'deduction', '仓库', '-5')];
    const result = compute(HANDBOOK, { events });
    expect(amountOf(result, 'other-deductions')).toBe(null);
    expect(result.exceptions.map(({ id }) => id.split(':')[0])).toEqual(['event-negative', 'event-amount']);
  });
});
