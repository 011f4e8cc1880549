import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import { amountOf, compute, event, lineOf } from '../department.js';

const STEPS = 'extends: [three-shift]';
const offence = (date: number | Day, what = 'unrelated', amount: string | null = null) =>
  event('1001', date, 'offence', what, amount);

describe('fines', () => {
  it('obeys: three-shift/8, first 10, second 30, third a notice of dismissal and no money', () => {
    const events = [offence(9), offence(2), offence(20), offence(28)];
    const result = compute(STEPS, { events });
    const line = lineOf(result, 'fines')!;
    // 10 + 30 + 0 + 0
    expect(line.amount).toBe(-4_000);
    expect(line.parts.map((part) => [part.amount, part.clause])).toEqual([
      [-1_000, 'three-shift/8'],
      [-3_000, 'three-shift/8'],
      [0, 'three-shift/8'],
      [0, 'three-shift/8'],
    ]);
    expect(result.notices.map(({ kind, clause }) => [kind, clause])).toEqual([
      ['dismissal', 'three-shift/8'],
      ['dismissal', 'three-shift/8'],
    ]);
  });

  it('earlier months count where the handbook counts ever, and are not charged again', () => {
    const result = compute(STEPS, { events: [offence('2026-10-03' as Day), offence(9)] });
    const line = lineOf(result, 'fines')!;
    expect(line.amount).toBe(-3_000);
    expect(line.says.en).toBe('offence 2 (10.00, 30.00, dismissal): -30.00');
    expect(line.parts[0]!.figures[0]!.value).toBe('2026-10-03, 2026-12-09');
  });

  it('after-sales/1: a warning, then 10, then 20; two offences are counted apart', () => {
    const events = [
      offence(1, 'other-agents-case'),
      offence(2, 'unanswered'),
      offence(3, 'other-agents-case'),
      offence(4, 'other-agents-case'),
    ];
    const result = compute('extends: [three-shift, after-sales]', { events });
    // 0 + 0 + 10 + 20
    expect(lineOf(result, 'fines')!.parts.map((part) => part.amount)).toEqual([0, 0, -1_000, -2_000]);
    expect(result.notices.map(({ kind }) => kind)).toEqual(['warning', 'warning']);
  });

  it('offences of one group share one count; a rolling window forgets', () => {
    const handbook = `${STEPS}
pay:
  offences:
    unrelated: { group: g, counted: rolling, window_days: 30 }
    food: { name: 吃东西, ladder: { kind: steps, steps: [5, 25] }, counted: rolling, window_days: 30, group: g }`;
    // the 15th is the second of the group; 2026-11-15 lies 30 days before it and is forgotten
    const events = [offence('2026-11-15' as Day), offence(1), offence(15, '吃东西')];
    // 1 December: 16 days after 15 November, the second: 30; 15 December: with the 1st, the second: 25
    expect(lineOf(compute(handbook, { events }), 'fines')!.parts.map((part) => part.amount)).toEqual([-3_000, -2_500]);
  });

  it('training-manual/7: points of experience, never money', () => {
    const result = compute('extends: [training-manual]', { events: [offence(1)] });
    expect(amountOf(result, 'fines')).toBe(0);
    expect(result.notices.map(({ kind }) => kind)).toEqual(['points', 'points']);
  });

  it('an offence in words of its own costs what the event says', () => {
    expect(amountOf(compute(STEPS, { events: [offence(1, '办公桌凌乱', '5')] }), 'fines')).toBe(-500);
  });

  it('breaks: no offence, no line; no amount where one is needed, or another than the ladder says, is shown', () => {
    expect(lineOf(compute(STEPS), 'fines')).toBe(null);
    const result = compute(STEPS, { events: [offence(1, '办公桌凌乱'), offence(2, 'unrelated', '50')] });
    expect(amountOf(result, 'fines')).toBe(-1_000);
    expect(result.exceptions.map(({ id, amount }) => [id.split(':')[0], amount])).toEqual([
      ['event-amount', null],
      ['event-differs', 5_000],
    ]);
  });

  it('two-shift/8: fines go to the activity fund', () => {
    const result = compute('extends: [two-shift]', { events: [offence(1), offence(2)] });
    expect(result.fund).toMatchObject({ total: 4_000, clause: 'two-shift/8' });
    expect(result.fund!.entries).toEqual([{ staff: '1001', line: 'fines', amount: 4_000 }]);
  });
});
