import { endingWith, OFF } from '../make.js';
import type { RuleCase } from './case.js';

const rotation = (more: object) => ({ rotation: { ...OFF.rotation, level: 'soft', ...more } }) as const;
const weekend = rotation({ weight: 30, change_on: [6, 7] });

export const cases: readonly RuleCase[] = [
  {
    name: 'changes over the weekend, rest days between them or not',
    rules: weekend,
    // 5 and 6 are the weekend: rest, then late from Monday.
    rows: { 1007: '白白白白休休晚晚晚晚晚白白' },
    found: [],
  },
  {
    name: 'a change on a Thursday, a rest day between',
    rules: weekend,
    rows: { 1007: '白休晚' },
    found: [
      {
        ...{ offBy: 1, needed: 0, found: 1, unit: 'times', level: 'soft', weight: 30, days: ['2026-12-03'] },
        en: '1007 李娜, 12-03: from day shift (12-01) to late shift: outside the days for it. house/rotation: as written',
        zh: '1007 李娜, 12-03: 由白班（12-01）换为晚班：不在规定的换班日。house/rotation：如文',
      },
    ],
  },
  {
    name: 'the shift before stands in the last month; each change costs',
    rules: rotation({ change_weight: 3 }),
    facts: { previous: endingWith({ 1007: '晚休' }) },
    rows: { 1007: '白白半' },
    found: [
      {
        ...{ offBy: 1, weight: 3, days: ['2026-12-01'] },
        en: '1007 李娜, 12-01: from late shift (11-29) to day shift: a change of shift. house/rotation: as written',
      },
      {
        offBy: 1,
        en: '1007 李娜, 12-03: from day shift (12-02) to half-day shift: a change of shift. house/rotation: as written',
      },
    ],
  },
  {
    name: 'forward is day, half, late, day; backward costs',
    rules: rotation({ forward: ['白', '半', '晚'], forward_weight: 2 }),
    rows: { 1007: '白半晚休白晚' },
    found: [
      {
        ...{ offBy: 1, weight: 2, days: ['2026-12-06'] },
        en: '1007 李娜, 12-06: from day shift (12-05) to late shift: against the order. house/rotation: as written',
        zh: '1007 李娜, 12-06: 由白班（12-05）换为晚班：与轮换顺序相反。house/rotation：如文',
      },
    ],
  },
];
