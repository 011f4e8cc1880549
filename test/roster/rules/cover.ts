import type { RuleCase } from './case.js';

const heads = (min: number, target: number | 'auto', max: number | 'any') => ({ min, target, max });
const cover = { level: 'hard', target_weight: 10, shifts: {}, weekdays: {}, holidays: {}, dates: {} } as const;
/** Only 12-12, a Saturday, asks for anything. */
const onDate = (min: number, target: number, max: number | 'any') => ({
  cover: { ...cover, shifts: ANY, dates: { '2026-12-12': { 白: heads(min, target, max) } } },
});
const ANY = Object.fromEntries(['白', '半', '晚', '夜', '分'].map((code) => [code, heads(0, 0, 'any')]));
/** Rest until the 11th, then one day shift. */
const TWELFTH = `${'休'.repeat(11)}白`;

export const cases: readonly RuleCase[] = [
  { name: 'the promotion day has its two', rules: onDate(2, 2, 2), rows: { 1007: TWELFTH, 1008: TWELFTH }, found: [] },
  {
    name: 'the promotion day lacks one of two, and one of the target of three is two off',
    rules: onDate(2, 3, 'any'),
    rows: { 1007: TWELFTH, 1008: '' },
    found: [
      {
        ...{ offBy: 1, needed: 2, found: 1, unit: 'agents', level: 'hard', weight: 0, staff: [], days: ['2026-12-12'] },
        clause: 'house/cover',
        en: '12-12: day shift has 1, needs at least 2. house/cover: as written',
        zh: '12-12: 白班 1 人，至少要 2 人。house/cover：如文',
      },
      {
        ...{ offBy: 2, needed: 3, found: 1, level: 'soft', weight: 10 },
        en: '12-12: day shift has 1, the target is 3. house/cover: as written',
        zh: '12-12: 白班 1 人，目标 3 人。house/cover：如文',
      },
    ],
  },
  {
    name: 'more than the most',
    rules: onDate(0, 1, 1),
    rows: { 1007: TWELFTH, 1008: TWELFTH, 1009: TWELFTH },
    found: [
      {
        ...{ offBy: 2, needed: 1, found: 3, level: 'hard' },
        en: '12-12: day shift has 3, at most 1 allowed. house/cover: as written',
        zh: '12-12: 白班 3 人，最多 1 人。house/cover：如文',
      },
      { offBy: 2, level: 'soft', en: '12-12: day shift has 3, the target is 1. house/cover: as written' },
    ],
  },
  {
    name: 'a named date beats a holiday beats a weekday',
    rules: {
      cover: {
        ...cover,
        shifts: ANY,
        // Saturdays are 5, 12, 19, 26: the 5th is a holiday too, the 12th a named date.
        weekdays: { sat: { 白: { min: 1 } } },
        holidays: { 白: { min: 2 } },
        dates: { '2026-12-12': { 白: { min: 3, target: 3 } } },
      },
    },
    holidays: ['2026-12-05'],
    rows: { 1007: '' },
    found: [
      { offBy: 2, days: ['2026-12-05'], en: '12-05: day shift has 0, needs at least 2. house/cover: as written' },
      // The target of 0 is lifted to the least.
      { offBy: 2, level: 'soft', en: '12-05: day shift has 0, the target is 2. house/cover: as written' },
      { offBy: 3, days: ['2026-12-12'], en: '12-12: day shift has 0, needs at least 3. house/cover: as written' },
      { offBy: 3, level: 'soft', en: '12-12: day shift has 0, the target is 3. house/cover: as written' },
      { offBy: 1, days: ['2026-12-19'], en: '12-19: day shift has 0, needs at least 1. house/cover: as written' },
      { offBy: 1, level: 'soft', en: '12-19: day shift has 0, the target is 1. house/cover: as written' },
      { offBy: 1, days: ['2026-12-26'], en: '12-26: day shift has 0, needs at least 1. house/cover: as written' },
      { offBy: 1, level: 'soft', en: '12-26: day shift has 0, the target is 1. house/cover: as written' },
    ],
  },
];
