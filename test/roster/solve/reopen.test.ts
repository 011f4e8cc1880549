import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { construct } from '../../../src/roster/solve/construct.js';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { generate } from '../../../src/roster/solve/generate.js';
import { makeMaster } from '../../../src/roster/solve/master.js';
import { FORBIDDEN } from '../../../src/roster/solve/model.js';
import { opening, reopen } from '../../../src/roster/solve/reopen.js';
import { emptyRoster, prepare, rosterCost, toAnswer } from '../../../src/roster/solve/roster.js';
import type { Search } from '../../../src/roster/solve/search.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { forEachAnswer, tinyModel } from './tiny.js';

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
    let optimum = FORBIDDEN;
    forEachAnswer(model, (answer) => {
      optimum = Math.min(optimum, evaluate(model, answer).cost);
    });
    const before = rosterCost(prepared, roster);
    const root = makeMaster(prepared, roster, { agents: [0, 1, 2], from: 0, to: 4 });
    generate(prepared, roster, root, budget(1000), { strong: null, cutoff: before, rounds: 40 });
    const search: Search = {
      prepared,
      roster,
      chance: random(seed),
      stop: budget(200),
      bound: 0,
      cost: before,
      centre: root.centre!.slice(),
      exchange: null,
      thread: 0,
      mine: [0, 1, 2],
      others: [],
      report: () => {},
    };
    reopen(search, root, opening(3), 1);
    opened += 1;
    const { cost, broken } = evaluate(model, toAnswer(prepared, roster));
    expect(broken, `seed ${seed}`).toEqual([]);
    expect(cost, `seed ${seed}`).toBe(search.cost);
    expect(cost, `seed ${seed}`).toBeLessThanOrEqual(before);
    expect(cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum);
    if (cost < before) gained += 1;
    if (cost === optimum) met += 1;
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
