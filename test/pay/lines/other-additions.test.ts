import { describe, expect, it } from 'vitest';
import { amountOf, compute, event, lineOf } from '../department.js';

const HANDBOOK = 'extends: [three-shift]';

describe('other-additions', () => {
  it('obeys: the amounts of the events, each a part with its row', () => {
    const events = [event('1001', 3, 'addition', '仓库', '100'), event('1001', 9, 'addition', '其他', '0.05')];
    const line = lineOf(compute(HANDBOOK, { events }), 'other-additions')!;
    // 100.00 + 0.05
    expect(line.amount).toBe(1 * 10_005);
    expect(line.parts.map((part) => part.sources[0]?.row)).toEqual(events.map((one) => one.source.row));
  });

  it('obeys: cites who decided, not the handbook, which says nothing of it', () => {
    const taxi = event('1001', 3, 'addition', '打车', '30', { approvedBy: '林主管' });
    const line = lineOf(compute(HANDBOOK, { events: [taxi] }), 'other-additions')!;
    expect([line.clause, line.assumed, line.says.zh]).toEqual([null, false, '2026-12-03 30.00，林主管 批准']);
  });

  it('breaks: without an amount, or below zero, an event changes nothing and is shown', () => {
    const events = [event('1001', 3, 'addition', '仓库'), event('1001', 4, 'addition', '仓库', '-5')];
    const result = compute(HANDBOOK, { events });
    expect(amountOf(result, 'other-additions')).toBe(null);
    expect(result.exceptions.map(({ id }) => id.split(':')[0])).toEqual(['event-negative', 'event-amount']);
  });
});
