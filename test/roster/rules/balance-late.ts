import type { Month } from '../../../src/calendar/day.js';
import { OFF, rosterOf, wanting } from '../make.js';
import type { RuleCase } from './case.js';

const rules = {
  'balance-late': { level: 'soft', weight: 10 },
  // As many day as late shifts: of 2 x 27 expected working days 27 are late, 13.5 each: 13 to 14.
  cover: wanting({ 白: 1, 晚: 1 }),
  'rest-days': { ...OFF['rest-days'], days: 4 },
} as const;
const lates = (count: number): string => '晚'.repeat(count);

export const cases: readonly RuleCase[] = [
  { name: 'thirteen and fourteen', rules, rows: { 1007: lates(13), 1008: lates(14) }, found: [] },
  {
    name: 'split shifts are late shifts; sixteen and eleven are two off each',
    rules,
    rows: { 1007: `${lates(8)}分分分分夜夜夜夜`, 1008: lates(11) },
    found: [
      {
        ...{ offBy: 2, needed: 14, found: 16, unit: 'shifts', level: 'soft', weight: 10, staff: ['1007'], days: [] },
        en: '1007 李娜, 2026-12: 16 late shifts, the fair share is 13-14. house/balance-late: as written',
        zh: '1007 李娜, 2026-12: 晚班 16，公平份额 13-14。house/balance-late：如文',
      },
      {
        offBy: 2,
        needed: 13,
        found: 11,
        en: '1008 李娜, 2026-12: 11 late shifts, the fair share is 13-14. house/balance-late: as written',
      },
    ],
  },
  {
    name: 'who did more earlier in the year does less: 6 and 2 of 8 in ten days each, two above and below',
    rules,
    facts: {
      earlier: [
        rosterOf({ 1007: `${lates(6)}白白白白`, 1008: `${lates(2)}白白白白白白白白` }, '2026-11' as Month),
        // Another year does not count.
        rosterOf({ 1007: lates(30) }, '2025-12' as Month),
      ],
    },
    // 13.5 - 2 and 13.5 + 2.
    rows: { 1007: lates(12), 1008: lates(14) },
    found: [
      {
        offBy: 1,
        needed: 15,
        en: '1008 李娜, 2026-12: 14 late shifts, the fair share is 15-16. house/balance-late: as written',
      },
    ],
  },
  {
    name: 'who may not work late has no share: the other has all 27',
    rules,
    people: { 1007: {}, 1008: { shifts: ['白'] } },
    rows: { 1007: lates(27), 1008: '白白' },
    found: [],
  },
];
