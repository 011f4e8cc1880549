import { demandOf, endingWith } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { 'interval-cover': { level: 'soft', weight: 3 } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'one day agent covers 09:00 to 17:30',
    rules,
    facts: { demand: [demandOf('2026-12-01', 9, 17.5, 1)] },
    rows: { 1007: '白' },
    found: [],
  },
  {
    name: 'the split shift is not there between its parts',
    rules,
    // 13:30 is covered, 14:00 is not.
    facts: { demand: [demandOf('2026-12-01', 13.5, 14.5, 1)] },
    rows: { 1007: '分' },
    found: [
      {
        ...{ offBy: 1, needed: 1, found: 0, unit: 'agents', weight: 3, level: 'soft', days: ['2026-12-01'] },
        en: '12-01: 14:00-14:30 has 0 present, demand asks for 1. house/interval-cover: as written',
        zh: '12-01: 14:00–14:30 在岗 0 人，需求 1 人。house/interval-cover：如文',
      },
    ],
  },
  {
    name: 'half an hour that a shift covers only in part does not count',
    rules,
    facts: { demand: [demandOf('2026-12-01', 23.25, 23.75, 2)] },
    rows: { 1007: '晚' },
    found: [{ offBy: 2, en: '12-01: 23:15-23:45 has 0 present, demand asks for 2. house/interval-cover: as written' }],
  },
  {
    name: 'last month’s last evening covers the first morning hours',
    rules,
    facts: { demand: [demandOf('2026-12-01', 0, 1.5, 1)], previous: endingWith({ 1007: '夜' }) },
    rows: { 1007: '休' },
    found: [],
  },
  {
    name: 'past midnight of the last day stays with it',
    rules,
    facts: { demand: [demandOf('2026-12-31', 24, 25, 1)] },
    rows: { 1007: `${'休'.repeat(30)}夜` },
    found: [],
  },
];
