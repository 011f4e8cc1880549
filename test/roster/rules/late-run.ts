import { endingWith } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { 'late-run': { level: 'soft', weight: 10, most: 3, single_weight: 4 } } as const;

export const cases: readonly RuleCase[] = [
  {
    name: 'three late shifts in a row, and one beside a rest day',
    rules,
    rows: { 1007: '白晚晚分半休晚半' },
    found: [],
  },
  {
    name: 'five in a row, the first in the month before',
    rules,
    facts: { previous: endingWith({ 1007: '晚' }) },
    rows: { 1007: '晚晚夜分休' },
    found: [
      {
        ...{ offBy: 2, needed: 3, found: 5, unit: 'days', level: 'soft', weight: 10 },
        en: '1007 李娜, 11-30..12-04: 5 late shifts in a row, at most 3. house/late-run: as written',
        zh: '1007 李娜, 11-30..12-04: 连续晚班 5 个，最多 3 个。house/late-run：如文',
      },
    ],
  },
  {
    name: 'a single late shift between others, on the eve too',
    rules,
    facts: { previous: endingWith({ 1007: '白晚' }) },
    rows: { 1007: '半晚半' },
    found: [
      {
        ...{ offBy: 1, weight: 4, days: ['2026-11-30'], unit: 'shifts' },
        en: '1007 李娜, 11-30: a single late shift between other shifts. house/late-run: as written',
      },
      {
        ...{ offBy: 1, weight: 4, days: ['2026-12-02'] },
        en: '1007 李娜, 12-02: a single late shift between other shifts. house/late-run: as written',
        zh: '1007 李娜, 12-02: 其他班之间夹了单个晚班。house/late-run：如文',
      },
    ],
  },
];
