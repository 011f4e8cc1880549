import { describe, expect, it } from 'vitest';
import type { Budget } from '../../src/base/budget.js';
import type { Day } from '../../src/calendar/day.js';
import type { Rules } from '../../src/handbook/schema/rules.js';
import { check } from '../../src/roster/check.js';
import { generate } from '../../src/roster/generate.js';
import { onShift } from '../../src/roster/roster.js';
import { endingWith, house, leaveOf, OFF, person, problemOf, wish } from './make.js';

const budget = (iterations: number): Budget => ({ elapsed: () => 0, time: null, iterations, cancelled: () => false });
const quick = (more: object = {}) => ({ seed: 1, budget: budget(60), ...more });
const heads = (min: number) => ({ min, target: 'auto' as const, max: 'any' as const });
const none = { min: 0, target: 0, max: 'any' as const };
const HARD = { level: 'hard' } as const;

/** A small house with the rules most departments have. */
const RULES: Partial<Rules> = {
  cover: {
    ...OFF.cover,
    ...HARD,
    target_weight: 20,
    shifts: { 白: heads(1), 晚: heads(1), 半: none, 夜: none, 分: none },
  },
  'hand-over': { ...HARD, changes: [{ from: '白', to: '晚', overlap: 30, confirm: false, next_day: false }] },
  'one-shift': HARD,
  succession: { ...OFF.succession, ...HARD },
  'rest-days': { ...OFF['rest-days'], ...HARD },
  'max-run': { ...HARD, most: 7, wanted: 6, wanted_weight: 30 },
  leave: HARD,
  'allowed-shifts': HARD,
  requests: { level: 'soft', weight: 10 },
  'balance-late': { level: 'soft', weight: 10 },
};
const team = (size: number) => Array.from({ length: size }, (_, index) => person(String(1001 + index)));

describe('generate', () => {
  const problem = problemOf({
    handbook: house(RULES),
    people: team(5),
    leave: [leaveOf('1002', '2026-12-10', '2026-12-12')],
    requests: [wish('1003', '2026-12-24', '休', 5)],
    previous: endingWith({ 1001: '晚晚', 1002: '白白白白白', 1003: '休', 1004: '白晚', 1005: '休白' }),
  });

  it('finds a roster without hard violations, judged and bounded', () => {
    const made = generate(problem, quick());
    expect(['optimal', 'feasible']).toContain(made.status);
    expect(made.score.hard).toBe(0);
    expect(made.bound.soft).toBeLessThanOrEqual(made.score.soft);
    expect(check(made.roster!, problem)).toEqual({ score: made.score, violations: made.violations });
    expect(made.gap).toBe((made.score.soft - made.bound.soft) / Math.max(1, made.score.soft));
    expect([made.gaps, made.conflict, made.issues]).toEqual([[], null, []]);
  });

  it('gives the same for the same seed', () => {
    expect(generate(problem, quick({ seed: 7 }))).toEqual(generate(problem, quick({ seed: 7 })));
  });

  it('keeps pins and never rosters leave', () => {
    const pins = [{ staff: problem.agents[0]!.id, day: '2026-12-05' as Day, by: '王主管', cell: onShift('半') }];
    const { roster } = generate({ ...problem, pins }, quick());
    expect(roster!.rows[0]!.cells[4]).toEqual(onShift('半'));
    expect(roster!.pins).toEqual([{ staff: '1001', day: '2026-12-05', by: '王主管' }]);
    expect(roster!.rows[1]!.cells.slice(9, 12)).toEqual(Array(3).fill({ kind: 'leave', leave: '事假' }));
  });

  it('pinning the whole answer gives the answer', () => {
    const made = generate(problem, quick());
    const pins = made.roster!.rows.flatMap(({ staff, cells }) =>
      cells.map((cell, index) => ({ staff, day: problem.days[index]!.day, by: '王主管', cell })),
    );
    const again = generate({ ...problem, pins }, quick({ seed: 2 }));
    expect(again.roster!.rows).toEqual(made.roster!.rows);
    expect(again.score).toEqual(made.score);
  });

  it('begins with a roster that is given', () => {
    const made = generate(problem, quick());
    const again = generate(problem, { seed: 3, budget: budget(1), start: made.roster! });
    expect(again.score.soft).toBeLessThanOrEqual(made.score.soft);
  });

  it('nobody may work late: proved impossible, with the figures', () => {
    const people = [
      person('1001', { shifts: ['白'] }),
      person('1002', { shifts: ['白'] }),
      person('1003', { shifts: ['白'] }),
    ];
    const made = generate(problemOf({ handbook: house(RULES), people }), quick());
    expect(made.status).toBe('infeasible');
    expect(made.issues.map(({ code }) => code)).toEqual(['roster-impossible']);
    expect(made.conflict!.reasons[0]!.message.en).toBe(
      '2026-12-01: late shift needs at least 1, 0 can work (the same on 12-02 12-03 12-04 … 12-31).',
    );
    expect(made.conflict!.reasons[0]!.clauses).toEqual(['house/cover', 'house/allowed-shifts', 'house/leave']);
  });

  it('the same with gaps allowed: the open shifts are named', () => {
    const people = [
      person('1001', { shifts: ['白'] }),
      person('1002', { shifts: ['白'] }),
      person('1003', { shifts: ['白'] }),
    ];
    const made = generate(problemOf({ handbook: house(RULES), people }), quick({ allowGaps: true }));
    expect(made.status).toBe('gaps');
    expect(made.gaps).toHaveLength(31);
    expect(made.gaps[0]).toEqual({ day: '2026-12-01', shift: '晚', needed: 1, found: 0, missing: 1 });
    expect(made.issues.map(({ code }) => code)).toEqual(['roster-with-gaps']);
  });

  it('a person without any row is named, with what the nearest row breaks', () => {
    // Pinned to the late shift and, on the next day, to the day shift.
    const staff = problem.agents[0]!.id;
    const pin = (day: string, code: string) => ({ staff, day: day as Day, by: '王主管', cell: onShift(code) });
    const made = generate({ ...problem, pins: [pin('2026-12-05', '晚'), pin('2026-12-06', '白')] }, quick());
    expect(made.status).toBe('infeasible');
    expect(made.score.hard).toBeGreaterThan(0);
    const reason = made.conflict!.reasons.find(({ rules }) => rules.includes('succession'))!;
    expect(reason.message.en).toContain('1001 李娜: no row keeps all hard rules');
    expect(reason.clauses).toContain('house/succession');
  });

  it('a budget of nothing is no proof', () => {
    const made = generate(problem, { seed: 1, budget: { ...budget(0), cancelled: () => true } });
    expect(['unknown', 'feasible']).toContain(made.status);
  });
});
