import type { RuleCase } from './case.js';

const rules = { 'allowed-shifts': { level: 'hard' } } as const;
const people = { 1007: { shifts: ['白', '半'], left: '2026-12-03' } };

export const cases: readonly RuleCase[] = [
  { name: 'own shifts only, until the last day', rules, people, rows: { 1007: `白半白${'-'.repeat(28)}` }, found: [] },
  {
    name: 'another shift, and work after leaving',
    rules,
    people,
    rows: { 1007: '白晚白白' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'shifts', level: 'hard', days: ['2026-12-02'] },
        en: "1007 李娜, 12-02: late shift is not among this person's shifts (白 半). house/allowed-shifts: as written",
        zh: '1007 李娜, 12-02: 晚班不在可上班次（白 半）之内。house/allowed-shifts：如文',
      },
      {
        ...{ offBy: 1, days: ['2026-12-04'] },
        en: '1007 李娜, 12-04: day shift on a day outside employment. house/allowed-shifts: as written',
        zh: '1007 李娜, 12-04: 不在职，却排了白班。house/allowed-shifts：如文',
      },
    ],
  },
];
