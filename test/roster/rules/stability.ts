import { wantedOf } from '../../../src/roster/build-problem.js';
import { leaveOf, rosterOf } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { stability: { level: 'soft', weight: 5 } } as const;
const keepTo = wantedOf(rosterOf({ 1007: '白晚休白' }));

export const cases: readonly RuleCase[] = [
  {
    name: 'as before, but for new leave',
    rules,
    facts: { keepTo, leave: [leaveOf('1007', '2026-12-04', '2026-12-04')] },
    rows: { 1007: '白晚休假' },
    found: [],
  },
  {
    name: 'two cells differ',
    rules,
    facts: { keepTo },
    rows: { 1007: '白白半白' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'days', level: 'soft', weight: 5, days: ['2026-12-02'] },
        en: '1007 李娜, 12-02: was 晚, is 白. house/stability: as written',
        zh: '1007 李娜, 12-02: 原为 晚，现为 白。house/stability：如文',
      },
      { offBy: 1, en: '1007 李娜, 12-03: was 休, is 半. house/stability: as written' },
    ],
  },
];
