import { expect, test } from 'vitest';
import { generate } from '../../../src/roster/solve/generate.js';
import { makeMaster } from '../../../src/roster/solve/master.js';
import { opening, reopen } from '../../../src/roster/solve/reopen.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { improveTiny } from './tiny.js';

const budget = (iterations: number) => stopper({ elapsed: () => 0, time: null, iterations, cancelled: () => false });

test('rows opened again: never worse, never below the optimum, and mostly the optimum', () => {
  const { tried, gained, met } = improveTiny((search) => {
    const { prepared, roster, cost } = search;
    const root = makeMaster(prepared, roster, { agents: [0, 1, 2], from: 0, to: 4 });
    generate(prepared, roster, root, budget(1000), { strong: null, cutoff: () => cost, rounds: 40 });
    search.centre = root.centre!.slice();
    reopen(search, root, opening(3), 1);
  });
  // 58, 23 and 54.
  expect(tried).toBeGreaterThan(50);
  expect(gained).toBeGreaterThan(15);
  expect(met).toBeGreaterThan(0.85 * tried);
}, 60_000);

test('three tenths of the agents are opened at first, two at least', () => {
  expect(opening(22).count).toBeCloseTo(6.6, 12);
  expect(opening(3).count).toBe(2);
});
