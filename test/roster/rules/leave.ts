import { leaveOf } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { leave: { level: 'hard' } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'no work on leave; leave that nobody approved is not honoured',
    rules,
    facts: { leave: [leaveOf('1007', '2026-12-02', '2026-12-03'), leaveOf('1007', '2026-12-05', '2026-12-05', null)] },
    rows: { 1007: '白假假白白' },
    found: [],
  },
  {
    name: 'work on approved leave',
    rules,
    facts: { leave: [leaveOf('1007', '2026-12-02', '2026-12-03')] },
    rows: { 1007: '白假晚白' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'days', level: 'hard', staff: ['1007'], days: ['2026-12-03'] },
        en: '1007 李娜, 12-03: late shift on a day of approved leave (unpaid leave). house/leave: as written',
        zh: '1007 李娜, 12-03: 已批准请假（事假），却排了晚班。house/leave：如文',
      },
    ],
  },
];
