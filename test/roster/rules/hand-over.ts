import { wanting } from '../make.js';
import type { RuleCase } from './case.js';

const change = { from: '白', to: '晚', overlap: 30, confirm: false, next_day: false };
const handOver = (changes: (typeof change)[]) => ({ 'hand-over': { level: 'hard', changes } }) as const;
/** Nobody may work on other days, so that only the first is judged. */
const DAYS = Array.from({ length: 30 }, (_, day) => `2026-12-${String(day + 2).padStart(2, '0')}`);
const cover = {
  ...wanting({}),
  dates: Object.fromEntries(DAYS.map((day) => [day, { 白: { max: 0 } }])),
};

export const cases: readonly RuleCase[] = [
  {
    name: 'day hands to late, half an hour together',
    rules: { ...handOver([change]), cover },
    rows: { 1007: '白', 1008: '晚' },
    found: [],
  },
  {
    name: 'nobody takes over',
    rules: { ...handOver([change]), cover },
    rows: { 1007: '白', 1008: '半' },
    found: [
      {
        ...{ offBy: 1, needed: 2, found: 1, unit: 'agents', level: 'hard', staff: [], days: ['2026-12-01'] },
        en: '12-01: hand-over day shift to late shift: nobody on late shift. house/hand-over: as written',
        zh: '12-01: 白班交晚班：晚班无人。house/hand-over：如文',
      },
    ],
  },
  {
    name: 'the night shift starts when the day shift ends: no minute together, on every day it is asked',
    rules: { ...handOver([{ ...change, to: '夜', overlap: 15 }]), cover },
    rows: { 1007: '', 1008: '' },
    found: [
      {
        ...{ offBy: 2, found: 0 },
        en: '12-01: hand-over day shift to night shift: nobody on day shift and night shift. house/hand-over: as written',
      },
      {
        ...{ offBy: 15, needed: 15, found: 0, unit: 'minutes' },
        en: '12-01: day shift and night shift are there together for 0 minutes, the hand-over needs 15. house/hand-over: as written',
        zh: '12-01: 白班与夜班共同在岗 0 分钟，交接需 15 分钟。house/hand-over：如文',
      },
    ],
  },
  {
    name: 'the late shift leaves a sheet for the next morning; the last evening is not judged',
    rules: handOver([{ ...change, from: '晚', to: '半', overlap: 0, next_day: true }]),
    rows: { 1007: '晚'.repeat(31), 1008: `休${'半'.repeat(29)}休` },
    found: [
      {
        ...{ offBy: 1, days: ['2026-12-30'] },
        en: '12-30: hand-over late shift to half-day shift: nobody on half-day shift. house/hand-over: as written',
      },
    ],
  },
];
