import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { ascend, beginAscent } from '../../../src/roster/solve/ascent.js';
import { construct } from '../../../src/roster/solve/construct.js';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { FORBIDDEN } from '../../../src/roster/solve/model.js';
import { respond, responseRoom } from '../../../src/roster/solve/respond.js';
import { emptyRoster, prepare, rosterCost, rowAlone } from '../../../src/roster/solve/roster.js';
import { roundAndMend } from '../../../src/roster/solve/round.js';
import type { Search } from '../../../src/roster/solve/search.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { forEachAnswer, tinyModel } from './tiny.js';

const budget = { elapsed: () => 0, time: null, iterations: 4000, cancelled: () => false };

test('dual ascent: its bound is never above the optimum, and what is rounded from it is a legal roster', () => {
  let raised = 0;
  for (let seed = 0; seed < 120; seed += 1) {
    const model = tinyModel(seed, { agents: 2, days: 3, values: 2 + (seed % 2), before: seed % 3 });
    let best = FORBIDDEN;
    forEachAnswer(model, (answer) => {
      best = Math.min(best, evaluate(model, answer).cost);
    });
    if (best === FORBIDDEN) continue;
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    const chance = random(seed);
    const stop = stopper(budget);
    if (construct(prepared, roster, null, chance, stop) !== null) continue;
    const search: Search = {
      prepared,
      roster,
      chance,
      stop,
      bound: 0,
      cost: rosterCost(prepared, roster),
      centre: new Float64Array(model.lines.length),
      report: () => {},
      exchange: null,
    };
    const ascent = beginAscent(search);
    ascend(search, ascent, 40, 1);
    expect(search.bound, `seed ${seed}`).toBeLessThanOrEqual(best);
    if (search.bound > 0) raised += 1;
    roundAndMend(search, ascent.mixture, 0, 1);
    expect(search.cost, `seed ${seed}`).toBeGreaterThanOrEqual(best);
    expect(search.cost).toBe(rosterCost(prepared, roster));
  }
  expect(raised).toBeGreaterThan(20);
});

test('in a corridor a row stays legal and is never worse than the row it had', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const model = tinyModel(seed, { agents: 2, days: 5, values: 3, before: 0 });
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    const chance = random(seed);
    if (construct(prepared, roster, null, chance, stopper(budget)) !== null) continue;
    const plain = { ...model, lines: [] };
    const alone = prepare(plain);
    const solo = emptyRoster(alone);
    if (construct(alone, solo, null, chance, stopper(budget)) !== null) continue;
    const before = solo.rowCost[0]!;
    const how = { from: 0, to: model.days, noise: 0, width: 50, work: 1e6, corridor: 1 };
    expect(respond(alone, solo, 0, how, chance, responseRoom(alone))).toBe('done');
    expect(solo.rowCost[0]).toBeLessThanOrEqual(before);
    expect(rowAlone(alone, 0, solo.rows[0]!)).toBe(solo.rowCost[0]);
  }
});
