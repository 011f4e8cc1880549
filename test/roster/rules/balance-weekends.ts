import { OFF, wanting } from '../make.js';
import type { RuleCase } from './case.js';

/** One a day, so 8 of 31 days at weekends (5 6 12 13 19 20 26 27): 2 x 27 expected days x 8/31 = 13.9; 6.97 each. */
const rules = {
  'balance-weekends': { level: 'soft', weight: 8 },
  cover: wanting({ 白: 1 }),
  'rest-days': { ...OFF['rest-days'], days: 4 },
} as const;
const ALL = '白'.repeat(31);

export const cases: readonly RuleCase[] = [
  {
    name: 'seven and six',
    rules,
    rows: { 1007: `${'白'.repeat(26)}休`, 1008: `${'白'.repeat(25)}休休` },
    found: [],
  },
  {
    name: 'eight and none',
    rules,
    rows: { 1007: ALL, 1008: '' },
    found: [
      {
        ...{ offBy: 1, needed: 7, found: 8, unit: 'days', level: 'soft', weight: 8, days: [] },
        en: '1007 李娜, 2026-12: 8 Saturdays and Sundays worked, the fair share is 6-7. house/balance-weekends: as written',
        zh: '1007 李娜, 2026-12: 周末上班天数 8，公平份额 6-7。house/balance-weekends：如文',
      },
      {
        offBy: 6,
        en: '1008 李娜, 2026-12: 0 Saturdays and Sundays worked, the fair share is 6-7. house/balance-weekends: as written',
      },
    ],
  },
];
