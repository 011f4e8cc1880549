import { describe, expect, it } from 'vitest';
import { amountOf, compute, day, event, id, lineOf, punches, shift } from '../department.js';

const PAID = 'extends: [three-shift]\npay: { attendance: { duty: { per_time: 15 } } }';
const events = [event('1001', 3, 'duty', '值班'), event('1001', 9, 'duty', '', '40')];

describe('duty', () => {
  it('obeys: one duty at 15.00, one as decided at 40.00', () => {
    const line = lineOf(compute(PAID, { events }), 'duty')!;
    expect([line.amount, line.says.en]).toEqual([5_500, '15.00 + 40.00 = 55.00']);
  });

  it('obeys: the duty list pays too; an event of the day stands for its row, and who was absent had none', () => {
    const row = (number: number) => ({ row: number, file: 'duty.csv' });
    const duties = [3, 5, 7].map((number) => ({
      ...{ day: day(number), kind: 'duty' as const, staff: id('1001'), source: row(number) },
    }));
    const cleaning = { day: day(8), kind: 'cleaning' as const, staff: id('1001') };
    const attendance = punches([shift('1001', 7, { absent: true })]);
    const line = lineOf(compute(PAID, { events, duties: [...duties, cleaning], attendance }), 'duty')!;
    // The 3rd by the event at 15.00, the 5th by the list at 15.00, the 7th absent, the 9th as decided.
    expect([line.amount, line.says.en]).toEqual([7_000, '15.00 + 15.00 + 40.00 = 70.00']);
    expect(line.parts[1]!.sources).toEqual([row(5)]);
  });

  it('breaks: no rate set, the duty stands on the slip with 0.00 and the program says so', () => {
    const result = compute('extends: [three-shift]', { events: events.slice(0, 1) });
    expect(lineOf(result, 'duty')?.says.zh).toBe('2026-12-03，未设标准：0.00');
    expect(result.issues.map(({ code }) => code)).toContain('pay-rate-not-set');
    expect(amountOf(compute(PAID), 'duty')).toBeNull();
  });
});
