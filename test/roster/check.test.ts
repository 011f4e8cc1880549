import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.js';
import type { StaffId } from '../../src/people/person.js';
import { check } from '../../src/roster/check.js';
import type { Accepted, Roster } from '../../src/roster/roster.js';
import { house, OFF, person, problemOf, rosterOf, wish } from './make.js';
import { world } from './worlds.js';

const heads = (min: number) => ({ min, target: 0, max: 'any' as const });
/** Two hard rules and a soft one; the first day of 1007 breaks the wish, the second the succession and the cover of 12-02. */
const problem = problemOf({
  handbook: house({
    succession: { ...OFF.succession, level: 'hard' },
    requests: { level: 'soft', weight: 10 },
    cover: { ...OFF.cover, level: 'hard', target_weight: 0, dates: { '2026-12-02': { 晚: heads(2) } } },
  }),
  people: [person('1007'), person('1008', { name: '周敏' })],
  requests: [wish('1007', '2026-12-01', '休', 3)],
});
const roster = rosterOf({ 1007: '晚白', 1008: '休休' });
const accepting = (...accepted: Accepted[]): Roster => ({ ...roster, accepted });
const because = { because: '双十二', by: '王主管' };

describe('check', () => {
  it('adds up: hard = off by, soft = weight x off by', () => {
    // Nobody of two on the late shift, one forbidden pair; the wish of weight 3 costs 10 each.
    expect(check(roster, problem).score).toEqual({ hard: 3, soft: 30 });
  });

  it('lists hard ones first, then in the order of the rules', () => {
    expect(check(roster, problem).violations.map(({ rule, level }) => `${level} ${rule}`)).toEqual([
      'hard cover',
      'hard succession',
      'soft requests',
    ]);
  });

  it('does not depend on the order of the rows', () => {
    expect(check({ ...roster, rows: [...roster.rows].reverse() }, problem)).toEqual(check(roster, problem));
  });

  it('does not depend on the order of the staff list', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const facts = world(seed);
      const [here, there] = [problemOf(facts), problemOf({ ...facts, people: [...facts.people].reverse() })];
      const rows = rosterOf(Object.fromEntries(facts.people.map(({ id }) => [id, '白晚半休夜分'.repeat(5)])));
      expect(check(rows, there).score).toEqual(check(rows, here).score);
    }
  });

  it('what the supervisor accepted stays listed, marked, and costs nothing', () => {
    const accepted: Accepted = { rule: 'succession', staff: '1007' as StaffId, day: '2026-12-02' as Day, ...because };
    const { score, violations } = check(accepting(accepted), problem);
    expect(score).toEqual({ hard: 2, soft: 30 });
    expect(violations.map((violation) => violation.accepted)).toEqual([undefined, accepted, undefined]);
  });

  it('a violation of the day is accepted without a person', () => {
    const of = (staff: string | null): Accepted => ({
      rule: 'cover',
      staff: staff as StaffId | null,
      day: '2026-12-02' as Day,
      ...because,
    });
    expect(check(accepting(of(null)), problem).score.hard).toBe(1);
    expect(check(accepting(of('1007')), problem).score.hard).toBe(3);
  });

  it('another day or rule is not accepted with it', () => {
    const other: Accepted = { rule: 'succession', staff: '1007' as StaffId, day: '2026-12-03' as Day, ...because };
    expect(check(accepting(other), problem).score.hard).toBe(3);
  });

  it('people whom the roster does not name are absent', () => {
    expect(check(rosterOf({ 1008: '休' }), problem).score).toEqual({ hard: 2, soft: 0 });
  });
});
