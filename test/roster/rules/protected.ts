import { OFF } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { protected: { ...OFF.protected, level: 'hard' } } as const;
const people = { 1007: { protectedUntil: '2026-12-02' } };

export const cases: readonly RuleCase[] = [
  { name: 'days only, until the protection ends', rules, people, rows: { 1007: '白半晚' }, found: [] },
  {
    name: 'a late shift on the last protected day touches 22:00',
    rules,
    people,
    rows: { 1007: '白晚夜' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'shifts', level: 'hard', days: ['2026-12-02'] },
        en: '1007 李娜, 12-02: late shift touches 22:00-06:00+1; protected until 2026-12-02. house/protected: as written',
        zh: '1007 李娜, 12-02: 晚班触及 22:00–次日06:00；保护期至 2026-12-02。house/protected：如文',
      },
    ],
  },
];
