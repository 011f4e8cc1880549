import { leaveOf, wish } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { requests: { level: 'soft', weight: 10 } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'all granted; a wish on a leave day is not judged',
    rules,
    facts: {
      leave: [leaveOf('1007', '2026-12-05', '2026-12-05')],
      requests: [
        ...[wish('1007', '2026-12-01', '晚'), wish('1007', '2026-12-02', '休'), wish('1007', '2026-12-03', '!晚')],
        ...[wish('1007', '2026-12-04', '!休'), wish('1007', '2026-12-05', '白')],
      ],
    },
    rows: { 1007: '晚休白半假' },
    found: [],
  },
  {
    name: 'none granted',
    rules,
    facts: {
      requests: [
        ...[wish('1007', '2026-12-01', '晚'), wish('1007', '2026-12-02', '休', 5), wish('1007', '2026-12-03', '!晚')],
        wish('1007', '2026-12-04', '!休'),
      ],
    },
    rows: { 1007: '白白晚休' },
    found: [
      {
        ...{ offBy: 1, needed: 1, found: 0, unit: 'points', level: 'soft', weight: 10, days: ['2026-12-01'] },
        en: '1007 李娜, 12-01: wanted late shift, not granted. house/requests: as written',
        zh: '1007 李娜, 12-01: 希望晚班，未满足。house/requests：如文',
      },
      { offBy: 5, en: '1007 李娜, 12-02: wanted a rest day, not granted. house/requests: as written' },
      {
        offBy: 1,
        en: '1007 李娜, 12-03: did not want late shift, given all the same. house/requests: as written',
        zh: '1007 李娜, 12-03: 不希望晚班，仍被安排。house/requests：如文',
      },
      { offBy: 1, en: '1007 李娜, 12-04: did not want a rest day, given all the same. house/requests: as written' },
    ],
  },
];
