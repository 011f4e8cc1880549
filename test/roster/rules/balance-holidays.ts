import { OFF, wanting } from '../make.js';
import type { RuleCase } from './case.js';

/** Two holidays, one agent wanted a day: 2 x 27 expected days x 2/31 = 3.48, of them 1.74 each: 1 to 2. */
const rules = {
  'balance-holidays': { level: 'soft', weight: 15 },
  cover: wanting({ 白: 1 }),
  'rest-days': { ...OFF['rest-days'], days: 4 },
} as const;
const holidays = ['2026-12-01', '2026-12-02'];

export const cases: readonly RuleCase[] = [
  { name: 'one holiday each', rules, holidays, rows: { 1007: '白休', 1008: '休晚' }, found: [] },
  {
    name: 'none',
    rules,
    holidays,
    rows: { 1007: '白白', 1008: '休休白' },
    found: [
      {
        ...{ offBy: 1, needed: 1, found: 0, unit: 'days', level: 'soft', weight: 15, staff: ['1008'] },
        en: '1008 李娜, 2026-12: 0 statutory holidays worked, the fair share is 1-2. house/balance-holidays: as written',
        zh: '1008 李娜, 2026-12: 法定节假日上班天数 0，公平份额 1-2。house/balance-holidays：如文',
      },
    ],
  },
];
