import { describe, expect, it } from 'vitest';
import { ratio } from '../../src/base/ratio.js';
import type { Day } from '../../src/calendar/day.js';
import { intervalMinutes, planDemand } from '../../src/demand/plan-demand.js';

const day = (iso: string): Day => iso as Day;
const demand = {
  service: { level: ratio(8, 10), within_seconds: 20 },
  evening: null,
  handling_seconds: 180,
  chats_at_once: 1,
  patience_seconds: null,
  shrinkage: ratio(0),
  half_life_weeks: 8,
  factors: {},
};
const past = [
  { day: day('2026-11-02'), from: 540, contacts: 100 },
  { day: day('2026-11-02'), from: 570, contacts: 0 },
];

describe('the need of people', () => {
  // 100 contacts of 180 s in half an hour = 10 erlangs: 14 agents answer 88.8 % within 20 s, 13 only 79.6 %.
  it('is the fewest agents that keep the service level', () => {
    expect(intervalMinutes(past)).toBe(30);
    const [busy, quiet] = planDemand(past, [day('2026-12-07')], 30, demand, new Set());
    expect(busy).toMatchObject({ from: 540, to: 570, contacts: 100, agents: 14, days: 1 });
    expect(busy!.level).toBeCloseTo(0.8884, 4);
    expect(quiet).toMatchObject({ contacts: 0, agents: 0 });
  });

  it('holds another target in the evening and more on a promotion day', () => {
    const slow = { ...demand, evening: { from: 540, service: { level: ratio(8, 10), within_seconds: 60 } } };
    expect(planDemand(past, [day('2026-12-07')], 30, slow, new Set())[0]!.agents).toBeLessThan(14);
    const promotion = { ...demand, factors: { '2026-12-07': ratio(2) } };
    expect(planDemand(past, [day('2026-12-07')], 30, promotion, new Set())[0]!.contacts).toBe(200);
  });

  it('leaves out past days that do not speak for ordinary ones', () => {
    expect(planDemand(past, [day('2026-12-07')], 30, demand, new Set([day('2026-11-02')]))).toEqual([]);
  });
});
