import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { construct } from '../../../src/roster/solve/construct.js';
import { generate } from '../../../src/roster/solve/generate.js';
import { makeMaster } from '../../../src/roster/solve/master.js';
import { opening, reopen } from '../../../src/roster/solve/reopen.js';
import { emptyRoster, prepare, rosterCost } from '../../../src/roster/solve/roster.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { expectImproved, leastCost, searchOf, tinyModel } from './tiny.js';

const budget = (iterations: number) => stopper({ elapsed: () => 0, time: null, iterations, cancelled: () => false });

test('rows opened again: never worse, never below the optimum, and mostly the optimum', () => {
  let opened = 0;
  let gained = 0;
  let met = 0;
  for (let seed = 0; seed < 300; seed += 1) {
    const model = tinyModel(seed, { agents: 3, days: 4, values: 2, before: 2 });
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    if (construct(prepared, roster, null, random(seed), budget(1000)) !== null) continue;
    const optimum = leastCost(model);
    const before = rosterCost(prepared, roster);
    const root = makeMaster(prepared, roster, { agents: [0, 1, 2], from: 0, to: 4 });
    generate(prepared, roster, root, budget(1000), { strong: null, cutoff: () => before, rounds: 40 });
    const search = searchOf(prepared, roster, seed, 200);
    search.centre = root.centre!.slice();
    reopen(search, root, opening(3), 1);
    opened += 1;
    expectImproved(search, before, optimum, `seed ${seed}`);
    if (search.cost < before) gained += 1;
    if (search.cost === optimum) met += 1;
  }
  // 58, 23 and 54.
  expect(opened).toBeGreaterThan(50);
  expect(gained).toBeGreaterThan(15);
  expect(met).toBeGreaterThan(0.85 * opened);
}, 60_000);

test('three tenths of the agents are opened at first, two at least', () => {
  expect(opening(22).count).toBeCloseTo(6.6, 12);
  expect(opening(3).count).toBe(2);
});
