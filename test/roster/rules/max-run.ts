import { endingWith } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { 'max-run': { level: 'hard', most: 7, wanted: 6, wanted_weight: 30 } } as const;

export const cases: readonly RuleCase[] = [
  { name: 'six days, a rest day, six days', rules, rows: { 1007: '白晚晚半白白休白白白白白白' }, found: [] },
  {
    name: 'the seventh is unwanted',
    rules,
    rows: { 1007: '白白白白白白白' },
    found: [
      {
        ...{ offBy: 1, needed: 6, found: 7, unit: 'days', level: 'soft', weight: 30, staff: ['1007'] },
        en: '1007 李娜, 12-01..12-07: 7 working days in a row, wanted at most 6. house/max-run: as written',
        zh: '1007 李娜, 12-01..12-07: 连续上班 7 天，希望不超过 6 天。house/max-run：如文',
      },
    ],
  },
  {
    name: 'the run began in the month before: five and four are nine',
    rules,
    facts: { previous: endingWith({ 1007: '休白白晚晚晚' }) },
    rows: { 1007: '晚晚晚晚休' },
    found: [
      {
        ...{ offBy: 2, needed: 7, found: 9, level: 'hard', weight: 0 },
        en: '1007 李娜, 11-26..12-04: 9 working days in a row, at most 7. house/max-run: as written',
        zh: '1007 李娜, 11-26..12-04: 连续上班 9 天，最多 7 天。house/max-run：如文',
      },
      { offBy: 3, en: '1007 李娜, 11-26..12-04: 9 working days in a row, wanted at most 6. house/max-run: as written' },
    ],
  },
  {
    name: 'a run that ended before the month is past',
    rules,
    facts: { previous: endingWith({ 1007: '白白白白白白白白白' }) },
    rows: { 1007: '休白' },
    found: [],
  },
];
