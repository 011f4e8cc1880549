import type { RuleCase } from './case.js';

// 23:30 to 10:00 are 630 minutes; 01:30 to 09:00 are 450.
const rules = { 'rest-between': { level: 'hard', weight: 1, hours: 10.5 } } as const;

export const cases: readonly RuleCase[] = [
  { name: 'exactly the hours asked', rules, rows: { 1007: '晚半' }, found: [] },
  {
    name: 'a shift past midnight leaves seven hours and a half',
    rules,
    rows: { 1007: '夜白' },
    found: [
      {
        ...{ offBy: 180, needed: 630, found: 450, unit: 'minutes', level: 'hard', days: ['2026-12-02'] },
        en: '1007 李娜, 12-02: 450 minutes between the end on 12-01 at 01:30+1 and the start at 09:00, at least 630 needed. house/rest-between: as written',
        zh: '1007 李娜, 12-02: 12-01 次日01:30 下班到 09:00 上班只隔 450 分钟，至少要 630 分钟。house/rest-between：如文',
      },
    ],
  },
];
