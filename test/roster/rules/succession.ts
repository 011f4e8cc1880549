import { endingWith, OFF } from '../make.js';
import type { RuleCase } from './case.js';

const rules = { succession: { ...OFF.succession, level: 'hard' } } as const;

export const cases: readonly RuleCase[] = [
  { name: 'after a late shift comes a half-day shift or a rest day', rules, rows: { 1007: '晚半晚休白' }, found: [] },
  {
    name: 'a full day shift after a late shift',
    rules,
    rows: { 1007: '休休休休晚白' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'times', level: 'hard', staff: ['1007'], days: ['2026-12-06'] },
        en: '1007 李娜, 12-06: late shift on 12-05 ends 23:30; day shift starts 09:00. house/succession: as written',
        zh: '1007 李娜, 12-06: 12-05 晚班 23:30 下班；白班 09:00 上班。house/succession：如文',
      },
    ],
  },
  {
    name: 'the first of the pair lies in the month before, and ends past midnight',
    rules: { succession: { ...OFF.succession, level: 'soft', weight: 7 } },
    facts: { previous: endingWith({ 1007: '夜' }) },
    rows: { 1007: '白' },
    found: [
      {
        ...{ offBy: 1, level: 'soft', weight: 7, days: ['2026-12-01'] },
        en: '1007 李娜, 12-01: night shift on 11-30 ends 01:30+1; day shift starts 09:00. house/succession: as written',
        zh: '1007 李娜, 12-01: 11-30 夜班 次日01:30 下班；白班 09:00 上班。house/succession：如文',
      },
    ],
  },
  { name: 'nothing is assumed about an unknown eve', rules, rows: { 1007: '白' }, found: [] },
];
