import { leaveOf } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { mentor: { level: 'soft', weight: 60 } } as const;
const people = { 1007: { name: '周敏' }, 1021: { name: '小林', mentor: '1007', probationUntil: '2026-12-04' } };

export const cases: readonly RuleCase[] = [
  {
    name: 'beside the mentor; alone while the mentor is on leave, and once the probation is over',
    rules,
    people,
    facts: { leave: [leaveOf('1007', '2026-12-03', '2026-12-03')] },
    rows: { 1007: '白晚假休白', 1021: '白晚白休晚' },
    found: [],
  },
  {
    name: 'another shift than the mentor’s, and work on the mentor’s rest day',
    rules,
    people,
    rows: { 1007: '白休', 1021: '晚半' },
    found: [
      {
        ...{ offBy: 1, needed: 1, found: 0, unit: 'shifts', level: 'soft', weight: 60, staff: ['1021'] },
        en: '1021 小林, 12-01: late shift without the mentor 1007 周敏. house/mentor: as written',
        zh: '1021 小林, 12-01: 晚班没有师傅 1007 周敏 同班。house/mentor：如文',
      },
      { offBy: 1, en: '1021 小林, 12-02: half-day shift without the mentor 1007 周敏. house/mentor: as written' },
    ],
  },
];
