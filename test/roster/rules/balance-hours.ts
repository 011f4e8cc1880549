import { OFF, wanting } from '../make.js';
import type { RuleCase } from './case.js';

const hours = (more: object) => ({ 'balance-hours': { ...OFF['balance-hours'], level: 'soft', ...more } }) as const;
const cover = wanting({ 白: 1, 晚: 1 });
const restDays = { ...OFF['rest-days'], days: 4 };

export const cases: readonly RuleCase[] = [
  {
    name: 'within the tolerance of the reference',
    // 20 day shifts of 8.5 hours are 170; the reference is 176, six hours are tolerated.
    rules: hours({ weight: 1, reference: 176, tolerance: 360 }),
    rows: { 1007: '白'.repeat(20) },
    found: [],
  },
  {
    name: 'half an hour beyond the tolerance is one hour off',
    rules: hours({ weight: 2, reference: 176, tolerance: 330 }),
    rows: { 1007: '白'.repeat(20) },
    found: [
      {
        ...{ offBy: 1, needed: 176, found: 170, unit: 'hours', level: 'soft', weight: 2, days: [] },
        en: '1007 李娜, 2026-12: 170 hours, the reference is 176. house/balance-hours: as written',
        zh: '1007 李娜, 2026-12: 170 小时，参考工时 176 小时。house/balance-hours：如文',
      },
    ],
  },
  {
    name: 'the month’s standard hours: 23 workdays of eight hours are 184',
    rules: hours({ weight: 1, reference: 'standard' }),
    // 20 half-day shifts of 5.5 hours are 110.
    rows: { 1007: '半'.repeat(20) },
    found: [{ offBy: 74, en: '1007 李娜, 2026-12: 110 hours, the reference is 184. house/balance-hours: as written' }],
  },
  {
    name: 'spread: two alike are to work alike',
    // Each is expected to work 27 days; the targets ask for as many days (8.5 hours) as lates (6.5): 7.5 on average,
    // 202.5 hours each. 27 days give 229.5, 27 lates 175.5: both 27 hours off.
    rules: { ...hours({ spread_weight: 5 }), cover, 'rest-days': restDays },
    rows: { 1007: '白'.repeat(27), 1008: '晚'.repeat(27) },
    found: [
      {
        ...{ offBy: 27, unit: 'hours', weight: 5 },
        en: '1007 李娜, 2026-12: 229.5 hours, the fair share is 202.5. house/balance-hours: as written',
        zh: '1007 李娜, 2026-12: 229.5 小时，平均应得工时 202.5 小时。house/balance-hours：如文',
      },
      { offBy: 27, en: '1008 李娜, 2026-12: 175.5 hours, the fair share is 202.5. house/balance-hours: as written' },
    ],
  },
];
