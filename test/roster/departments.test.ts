/** The rostering handbooks as they ship: each gives a department with leave, wishes, history and a promotion day a roster. */
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { chinaCalendar } from '../../src/calendar/holidays.js';
import { buildProblem } from '../../src/roster/build-problem.js';
import { generate } from '../../src/roster/generate.js';
import { inForce } from '../handbook/trees.js';
import { endingWith, leaveOf, person, wish } from './make.js';

const PRESETS = ['three-shift', 'two-shift', 'training-manual', 'punch-clock', 'split-shift', 'work-six'];
const budget = { elapsed: () => 0, time: null, iterations: 12, cancelled: () => false };

const people = [
  ...['1001', '1002', '1003', '1004', '1005', '1006'].map((id) => person(id)),
  person('1007', { hired: '2026-12-10', mentor: '1001', probationUntil: '2027-03-09' }),
  person('1008', { protectedUntil: '2026-12-20' }),
];
/** Six agents in the middle of their runs, two without history. */
const previous = endingWith({
  ...{
    1001: '白白白白白',
    1002: '休白白白白',
    1003: '白休晚晚晚',
    1004: '晚晚晚晚晚',
    1005: '白白晚晚休',
    1006: '晚休白白白',
  },
});

describe.each(PRESETS)('%s', (preset) => {
  const handbook = inForce(`
extends: [${preset}]
rules:
  cover:
    dates:
      "2026-12-12": { 白: { min: 3 }, 晚: { min: 2 } }
`);
  const facts = {
    ...{ month: '2026-12' as Month, handbook, people, previous, demand: [], earlier: [], calendar: chinaCalendar() },
    leave: [leaveOf('1002', '2026-12-07', '2026-12-11'), leaveOf('1005', '2026-12-21', '2026-12-22')],
    requests: [wish('1003', '2026-12-25', '休', 3), wish('1004', '2026-12-05', '!晚')],
  };

  it('gets a roster without a hard violation', () => {
    const { value, issues } = buildProblem(facts);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { score, status, violations } = generate(value!, { seed: 1, budget });
    expect(violations.filter(({ level }) => level === 'hard').map(({ message }) => message.en)).toEqual([]);
    expect({ hard: score.hard, isThere: ['optimal', 'feasible'].includes(status) }).toEqual({ hard: 0, isThere: true });
  });
});
