import type { Weekday } from '../../../src/calendar/day.js';
import { leaveOf } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { meeting: { level: 'soft', weight: 4 } } as const;
const meeting = (hour: number) => ({
  weekday: 1 as Weekday,
  from: hour * 60,
  to: hour * 60 + 30,
  counts_as_work: true,
});
const morning = { meetings: { weekly: meeting(8) } };
const afternoon = { meetings: { weekly: meeting(13.5) } };
/** The Mondays are 7, 14, 21, 28. */
const MONDAYS = '休休休休休白 白休休休休休白 白休休休休休白 白休休休休休白 白';

export const cases: readonly RuleCase[] = [
  {
    name: 'there on every Monday, home by 22:00 on Sunday',
    rules,
    handbook: morning,
    rows: { 1007: MONDAYS },
    found: [],
  },
  {
    name: 'rest on one Monday, a late Sunday before another',
    rules,
    handbook: morning,
    // The leave on the 21st is not counted.
    facts: { leave: [leaveOf('1007', '2026-12-21', '2026-12-21')] },
    rows: { 1007: '休休休休休白 休休休休休休晚 半休休休休休晚 假休休休休休白 白' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'times', level: 'soft', weight: 4, days: ['2026-12-07'] },
        en: '1007 李娜, 12-07: rests on the day of the meeting (08:00). house/meeting: as written',
        zh: '1007 李娜, 12-07: 例会日（08:00）休息。house/meeting：如文',
      },
      {
        ...{ offBy: 1, days: ['2026-12-14'] },
        en: '1007 李娜, 12-14: worked until 23:30 on 12-13, the meeting begins at 08:00. house/meeting: as written',
        zh: '1007 李娜, 12-14: 12-13 23:30 才下班，例会 08:00 开始。house/meeting：如文',
      },
    ],
  },
  {
    name: 'a meeting after noon lets the late shift sleep',
    rules,
    handbook: afternoon,
    rows: { 1007: MONDAYS.replaceAll('白 白', '晚 半') },
    found: [],
  },
];
