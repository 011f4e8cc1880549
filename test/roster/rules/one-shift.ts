import type { RuleCase } from './case.js';

const rules = { 'one-shift': { level: 'hard' } } as const;

export const cases: readonly RuleCase[] = [
  { name: 'one shift a day', rules, rows: { 1007: '白晚休' }, found: [] },
  {
    name: 'two shifts on one day',
    rules,
    rows: { 1007: '休 半+晚 白' },
    found: [
      {
        ...{ offBy: 1, needed: 1, found: 2, unit: 'shifts', level: 'hard', staff: ['1007'], days: ['2026-12-02'] },
        en: '1007 李娜, 12-02: 2 shifts on one day: half-day shift, late shift. house/one-shift: as written',
        zh: '1007 李娜, 12-02: 同一天排了 2 个班：半白班、晚班。house/one-shift：如文',
      },
    ],
  },
];
