import { describe, expect, it } from 'vitest';
import { amountOf, compute, event, lineOf } from '../department.js';

const PAID = 'extends: [three-shift]\npay: { attendance: { duty: { per_time: 15 } } }';
const events = [event('1001', 3, 'duty', '值班'), event('1001', 9, 'duty', '', '40')];

describe('duty', () => {
  it('obeys: one duty at 15.00, one as decided at 40.00', () => {
    const line = lineOf(compute(PAID, { events }), 'duty')!;
    expect([line.amount, line.says.en]).toEqual([5_500, '15.00 + 40.00 = 55.00']);
  });

  it('breaks: no rate set, the duty stands on the slip with 0.00 and the program says so', () => {
    const result = compute('extends: [three-shift]', { events: events.slice(0, 1) });
    expect(lineOf(result, 'duty')?.says.zh).toBe('2026-12-03，未设标准：0.00');
    expect(result.issues.map(({ code }) => code)).toContain('pay-rate-not-set');
    expect(amountOf(compute(PAID), 'duty')).toBeNull();
  });
});
