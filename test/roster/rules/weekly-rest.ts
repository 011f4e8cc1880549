import { endingWith, OFF } from '../make.js';
import type { RuleCase } from './case.js';

const part = (name: 'week' | 'seven_days' | 'month') =>
  ({ 'weekly-rest': { ...OFF['weekly-rest'], [name]: { level: 'hard', weight: 1 } } }) as const;
const WEEK = ['07', '08', '09', '10', '11', '12', '13'].map((day) => `2026-12-${day}`);

export const cases: readonly RuleCase[] = [
  {
    name: 'a free day in every week that is wholly known',
    rules: part('week'),
    // The week to Sunday the 6th reaches back into unknown days.
    rows: { 1007: '白白白白白白 白白白休白白白 白白白白白白休 休白白白白白白' },
    found: [],
  },
  {
    name: 'a week without a free day',
    rules: part('week'),
    rows: { 1007: '白白白白白白 半半半半半半半 休' },
    found: [
      {
        ...{ offBy: 1, needed: 1, found: 0, unit: 'days', level: 'hard', staff: ['1007'], days: WEEK },
        en: '1007 李娜, 12-07..12-13: no whole free day in this week. house/weekly-rest: as written',
        zh: '1007 李娜, 12-07..12-13: 本周没有一整天休息。house/weekly-rest：如文',
      },
    ],
  },
  {
    name: 'work past midnight does not touch the window, which begins at 9:00',
    rules: part('week'),
    rows: { 1007: '休休休休休休 白白白夜休白白 休' },
    found: [],
  },
  {
    name: 'a window from midnight: the night shift of the evening before spoils the rest day',
    rules: { 'weekly-rest': { ...part('week')['weekly-rest'], window: { from: 0, to: 1410 } } },
    rows: { 1007: '休休休休休休 白白白夜休白白 休' },
    found: [{ offBy: 1, en: '1007 李娜, 12-07..12-13: no whole free day in this week. house/weekly-rest: as written' }],
  },
  {
    name: 'the first week begins in the month before',
    rules: part('week'),
    // Monday 11-30 worked, then six worked days to Sunday the 6th.
    facts: { previous: endingWith({ 1007: '白' }) },
    rows: { 1007: '白白白白白白 休' },
    found: [{ offBy: 1, en: '1007 李娜, 11-30..12-06: no whole free day in this week. house/weekly-rest: as written' }],
  },
  {
    name: 'any seven days: a run of eight holds two',
    rules: part('seven_days'),
    rows: { 1007: '休白白白白白白白白休' },
    found: [
      {
        ...{ offBy: 1, days: ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-12-${day}`) },
        en: '1007 李娜, 12-02..12-08: no whole free day in seven following days. house/weekly-rest: as written',
      },
      {
        offBy: 1,
        en: '1007 李娜, 12-03..12-09: no whole free day in seven following days. house/weekly-rest: as written',
      },
    ],
  },
  {
    name: 'a month without any free day',
    rules: part('month'),
    rows: { 1007: '白'.repeat(31) },
    found: [
      {
        ...{ offBy: 1, days: [] },
        en: '1007 李娜, 2026-12: no whole free day in the month. house/weekly-rest: as written',
        zh: '1007 李娜, 2026-12: 当月没有一整天休息。house/weekly-rest：如文',
      },
    ],
  },
  {
    name: 'who has six active days is not judged by the month',
    rules: part('month'),
    people: { 1007: { hired: '2026-12-26' } },
    rows: { 1007: `${'-'.repeat(25)}${'白'.repeat(6)}` },
    found: [],
  },
];
