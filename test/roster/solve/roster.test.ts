import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { evaluate, rowCosts } from '../../../src/roster/solve/evaluate.js';
import { marginalCost } from '../../../src/roster/solve/lines.js';
import { FORBIDDEN } from '../../../src/roster/solve/model.js';
import { respond, responseRoom } from '../../../src/roster/solve/respond.js';
import {
  emptyRoster,
  prepare,
  putChangeIn,
  putIn,
  rosterCost,
  rowAlone,
  takeOut,
  toAnswer,
} from '../../../src/roster/solve/roster.js';
import { totalsOf } from '../../../src/roster/solve/row-task.js';
import { moveTolls, noTolls } from '../../../src/roster/solve/tolls.js';
import { tinyModel } from './tiny.js';

test('costs kept up to date are those of the reference, row by row and in all', () => {
  let compared = 0;
  for (let seed = 0; seed < 800; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 3, days: 6, values: 3, before: 3 });
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    for (let move = 0; move < 30; move += 1) {
      const agent = chance.below(3);
      const row = Uint8Array.from({ length: 6 }, () => chance.below(3));
      const alone = rowAlone(prepared, agent, row);
      expect(alone, `seed ${seed}`).toBe(rowCosts(model, agent, row).reduce((sum, part) => sum + part.cost, 0));
      if (alone === FORBIDDEN) continue;
      if (roster.placed[agent] === 1) takeOut(prepared, roster, agent);
      putIn(prepared, roster, agent, row, alone);
      if (roster.placed.includes(0)) continue;
      expect(rosterCost(prepared, roster), `seed ${seed}`).toBe(evaluate(model, toAnswer(prepared, roster)).cost);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(250);
}, 60_000);

test('a row that a window has changed costs what it costs when it is counted anew', () => {
  let changed = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 2, days: 6, values: 3, before: 3 });
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    const room = responseRoom(prepared);
    const tolls = noTolls(prepared);
    const how = { noise: 5, width: 8, work: 1000, tolls };
    for (let agent = 0; agent < 2; agent += 1)
      respond(prepared, roster, agent, { ...how, from: 0, to: 6 }, chance, room);
    if (roster.placed.includes(0)) continue;
    for (let move = 0; move < 10; move += 1) {
      const agent = chance.below(2);
      const from = chance.below(4);
      const before = roster.rows[agent]!.join();
      const { totals } = prepared.scratch;
      totalsOf(prepared.shapes[agent]!, 3, roster.rows[agent]!, totals);
      moveTolls(prepared, tolls, [totals, totals], [agent], 2);
      const to = from + 2 + chance.below(5 - from);
      const outcome = respond(prepared, roster, agent, { ...how, from, to }, chance, room);
      if (roster.rows[agent]!.join() !== before) changed += 1;
      // What is found leaves its totals behind.
      const left = totals.slice();
      totalsOf(prepared.shapes[agent]!, 3, roster.rows[agent]!, totals);
      if (outcome === 'done') expect(left, `seed ${seed}`).toEqual(totals);
      expect(roster.rowCost[agent], `seed ${seed}`).toBe(rowAlone(prepared, agent, roster.rows[agent]!));
    }
  }
  expect(changed).toBeGreaterThan(200);
}, 60_000);

test('a row that changes on some days counts as if it were taken out and another put in', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 2, days: 6, values: 3, before: 0 });
    const prepared = prepare(model);
    const [one, other] = [emptyRoster(prepared), emptyRoster(prepared)];
    const drawn = (): Uint8Array => Uint8Array.from({ length: 6 }, () => chance.below(3));
    const first = drawn();
    for (const roster of [one, other]) putIn(prepared, roster, 0, first, 5);
    const second = seed % 10 === 0 ? first : drawn();
    putChangeIn(prepared, one, 0, second, 7);
    takeOut(prepared, other, 0);
    putIn(prepared, other, 0, second, 7);
    expect(one).toEqual(other);
  }
});

test('the marginal cost of a cell is what the lines charge more', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 3, days: 3, values: 3, before: 0 });
    const prepared = prepare({ ...model, rows: model.rows.map((row) => ({ ...row, cell: new Float64Array(9) })) });
    const { lines } = prepared;
    const roster = emptyRoster(prepared);
    for (let agent = 1; agent < 3; agent += 1) {
      putIn(
        prepared,
        roster,
        agent,
        Uint8Array.from({ length: 3 }, () => chance.below(3)),
        0,
      );
    }
    const before = rosterCost(prepared, roster);
    const cell = chance.below(9);
    const marginal = marginalCost(lines, 0, cell, roster.totals);
    const touches = lines.touches[0]!;
    for (let touch = touches.start[cell]!; touch < touches.start[cell + 1]!; touch += 1) {
      roster.totals[touches.line[touch]!]! += touches.amount[touch]!;
    }
    expect(marginal, `seed ${seed}`).toBe(rosterCost(prepared, roster) - before);
  }
});
