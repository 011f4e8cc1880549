import { describe, expect, it } from 'vitest';
import { groupTitle, groupViolations, isGrave } from '../../src/report/violations.js';
import { showHours } from '../../src/report/words.js';
import { violation } from './small-month.js';

describe('violations in groups', () => {
  it('hard ones first, then what costs most', () => {
    const soft = (rule: 'requests' | 'cover', weight: number) => violation({ rule, level: 'soft', weight, offBy: 2 });
    const groups = groupViolations([
      soft('requests', 10),
      soft('cover', 20),
      violation({ offBy: 3 }),
      soft('requests', 10),
    ]);
    // requests 2 x (10 x 2) = 40, cover 20 x 2 = 40: equal, in the order met; succession is hard.
    expect(groups.map(({ rule, cost }) => [rule, cost])).toEqual([
      ['succession', 3],
      ['requests', 40],
      ['cover', 40],
    ]);
    expect(groups.map((group) => groupTitle(group).en)).toEqual([
      expect.stringMatching(/^[A-Z].* \[succession, three-shift\/4\]: broken once$/),
      expect.stringMatching(/ \[requests, three-shift\/4\]: 2 below what is wanted, cost 40$/),
      expect.stringMatching(/ \[cover, three-shift\/4\]: 1 below what is wanted, cost 40$/),
    ]);
  });

  it('what was allowed is not grave and costs nothing', () => {
    const allowed = violation({
      accepted: { rule: 'succession', staff: null, day: '2026-12-06', because: 'x', by: 'y' } as never,
    });
    expect(isGrave(allowed)).toBe(false);
    expect(groupViolations([allowed])[0]!.cost).toBe(0);
  });
});

it('hours from minutes', () => {
  expect([510, 480, 440, 0, 10_590].map(showHours)).toEqual(['8.5', '8', '7.33', '0', '176.5']);
});
