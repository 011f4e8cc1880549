import { describe, expect, it } from 'vitest';
import { amountOf, compute, event, lineOf } from '../department.js';

const HANDBOOK = 'extends: [two-shift]';
const SET = `${HANDBOOK}\npay: { rewards: { data-error: { amount: 5 } } }`;

describe('rewards', () => {
  it('obeys: two errors found at 5.00, one by its name, and a reward in free words', () => {
    const events = [
      event('1001', 3, 'reward', 'data-error'),
      event('1001', 4, 'reward', '发现宝贝数据错误'),
      event('1001', 9, 'reward', '搬货', '20'),
    ];
    const result = compute(SET, { events });
    // 5.00 + 5.00 + 20.00
    const line = lineOf(result, 'rewards')!;
    expect([line.amount, line.parts.length]).toEqual([3_000, 3]);
    expect(line.parts.map((part) => part.clause)).toEqual(['two-shift/7', 'two-shift/7', null]);
    expect(result.exceptions).toEqual([]);
  });

  it('breaks: an amount that is not set is asked for once, not for each person or event', () => {
    const events = [event('1001', 3, 'reward', 'data-error'), event('1001', 5, 'reward', 'data-error')];
    const result = compute(HANDBOOK, { events });
    expect(amountOf(result, 'rewards')).toBe(null);
    expect(result.exceptions.map(({ id, sources }) => [id, sources.length])).toEqual([
      ['reward-not-set:data-error', 3],
    ]);
  });

  it('breaks: an event that says another amount than the handbook is shown, the handbook taken', () => {
    const result = compute(SET, { events: [event('1001', 3, 'reward', 'data-error', '8')] });
    expect(amountOf(result, 'rewards')).toBe(500);
    expect(result.exceptions.map(({ amount }) => amount)).toEqual([800]);
  });
});
