import { leaveOf, OFF } from '../make.js';
import type { RuleCase } from './case.js';

const restDays = (mode: 'exactly' | 'at-least' | 'about', days: number | 'weeks' = 4) =>
  ({ 'rest-days': { ...OFF['rest-days'], level: 'hard', mode, days } }) as const;
const FOUR = '白'.repeat(27);

export const cases: readonly RuleCase[] = [
  { name: 'exactly four', rules: restDays('exactly'), rows: { 1007: FOUR }, found: [] },
  {
    name: 'leave is not rest',
    rules: restDays('exactly'),
    // One day of leave on 12-31, then 27 worked days leave three rest days (28-30).
    facts: { leave: [leaveOf('1007', '2026-12-31', '2026-12-31')] },
    rows: { 1007: `${FOUR}休休休假` },
    found: [
      {
        ...{ offBy: 1, needed: 4, found: 3, unit: 'days', level: 'hard', staff: ['1007'], days: [] },
        en: '1007 李娜, 2026-12: 3 rest days, exactly 4 needed. house/rest-days: as written',
        zh: '1007 李娜, 2026-12: 休息 3 天，正好要 4 天。house/rest-days：如文',
      },
    ],
  },
  { name: 'at least: more is no fault', rules: restDays('at-least'), rows: { 1007: '白' }, found: [] },
  {
    name: 'about: six instead of four is two off',
    rules: restDays('about'),
    rows: { 1007: '白'.repeat(25) },
    found: [{ offBy: 2, en: '1007 李娜, 2026-12: 6 rest days, about 4 needed. house/rest-days: as written' }],
  },
  {
    name: 'a joiner of the 16th needs four times 16 of 31 days: 2.06, two',
    rules: restDays('exactly'),
    people: { 1007: { hired: '2026-12-16' } },
    rows: { 1007: `${'-'.repeat(15)}${'白'.repeat(14)}` },
    found: [],
  },
  {
    name: 'a week of leave takes its part: four times 24 of 31 days is 3.1, three',
    rules: restDays('exactly'),
    facts: { leave: [leaveOf('1007', '2026-12-01', '2026-12-07')] },
    rows: { 1007: `${'假'.repeat(7)}${'白'.repeat(21)}` },
    found: [],
  },
  {
    name: 'one for each calendar week: December 2026 has four Sundays',
    rules: restDays('exactly', 'weeks'),
    rows: { 1007: FOUR },
    found: [],
  },
];
