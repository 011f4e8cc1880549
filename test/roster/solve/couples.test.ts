import { expect, test } from 'vitest';
import { type Random, random } from '../../../src/base/random.js';
import { searchInCouples } from '../../../src/roster/solve/couples.js';
import { FORBIDDEN, type Line, type Model, penalty } from '../../../src/roster/solve/model.js';
import { emptyRoster, type Prepared, prepare, putIn, rosterCost, rowAlone } from '../../../src/roster/solve/roster.js';
import { solve } from '../../../src/roster/solve/solve.js';
import { leastCost, searchOf, tinyModel } from './tiny.js';

/** A tiny model in which agent 2 is not to be on a shift without agent 0. */
function withMentor(seed: number, days = 4): Model {
  const model = tinyModel(seed, { agents: 3, days, values: 3, before: 2 });
  const lines = Array.from({ length: 2 * days }, (_, index): Line => {
    const cells = [Math.floor(index / 2) * 3 + 1 + (index % 2)];
    const parts = [
      { agents: [2], cells, coefficient: 1 },
      { agents: [0], cells, coefficient: -1 },
    ];
    return { parts, base: 0, penalty: penalty(-1, 1, (left) => 6 * Math.max(0, left)), when: -1 };
  });
  return { ...model, lines: [...model.lines, ...lines] };
}

/** null: none was drawn. */
function legalRow(prepared: Prepared, agent: number, chance: Random): Uint8Array | null {
  for (let draw = 0; draw < 100; draw += 1) {
    const row = Uint8Array.from({ length: 4 }, () => chance.below(3));
    if (rowAlone(prepared, agent, row) < FORBIDDEN) return row;
  }
  return null;
}

test('a roster of couples costs what it costs when everybody stands alone, and comes back as it was', () => {
  let compared = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const chance = random(seed);
    const prepared = prepare(withMentor(seed));
    const roster = emptyRoster(prepared);
    const rows = roster.rows.map((_, agent) => legalRow(prepared, agent, chance));
    if (!rows.every((row) => row !== null)) continue;
    rows.forEach((row, agent) => {
      putIn(prepared, roster, agent, row, rowAlone(prepared, agent, row));
    });
    const search = searchOf(prepared, roster, seed, 10);
    const { whole, tell } = searchInCouples(search);
    expect(whole.roster.rows.length, `seed ${seed}`).toBe(2);
    expect(whole.cost, `seed ${seed}`).toBe(rosterCost(prepared, roster));
    expect(rosterCost(whole.prepared, whole.roster), `seed ${seed}`).toBe(rosterCost(prepared, roster));
    tell();
    expect(search.roster.rows, `seed ${seed}`).toEqual(rows);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(50);
});

test('a row that one of the two may not have is none for the couple', () => {
  let forbidden = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const chance = random(seed);
    const prepared = prepare(withMentor(seed));
    const search = searchOf(prepared, emptyRoster(prepared), seed, 10);
    const { whole } = searchInCouples(search);
    const [first, second] = [0, 2].map(() => Uint8Array.from({ length: 4 }, () => chance.below(3))) as [
      Uint8Array,
      Uint8Array,
    ];
    const isLegal = rowAlone(prepared, 0, first) < FORBIDDEN && rowAlone(prepared, 2, second) < FORBIDDEN;
    const both = first.map((value, day) => value + 3 * second[day]!);
    expect(rowAlone(whole.prepared, 1, both) < FORBIDDEN, `seed ${seed}`).toBe(isLegal);
    if (!isLegal) forbidden += 1;
  }
  expect(forbidden).toBeGreaterThan(20);
});

test('nobody is put together whom no line of their own binds', () => {
  const prepared = prepare({ ...tinyModel(1, { agents: 3, days: 4, values: 3, before: 2 }), lines: [] });
  const search = searchOf(prepared, emptyRoster(prepared), 1, 10);
  expect(searchInCouples(search).whole).toBe(search);
});

test('with couples the bound is never above the optimum, and mostly meets it', () => {
  let proved = 0;
  let judged = 0;
  for (let seed = 0; seed < 100; seed += 1) {
    const model = withMentor(seed, 3);
    const least = leastCost(model);
    if (least === FORBIDDEN) continue;
    const budget = { elapsed: () => 0, time: null, iterations: 3000, cancelled: () => false };
    const { answer, hard, soft, bound, status } = solve(model, { seed, budget });
    if (answer === null) continue;
    judged += 1;
    const cost = hard * 2 ** 28 + soft;
    expect(cost, `seed ${seed}`).toBeGreaterThanOrEqual(least);
    expect(bound.hard * 2 ** 28 + bound.soft, `seed ${seed}`).toBeLessThanOrEqual(least);
    if (status === 'optimal') {
      expect(cost, `seed ${seed}`).toBe(least);
      proved += 1;
    }
  }
  expect(judged).toBeGreaterThan(15);
  expect(proved).toBeGreaterThan(0.9 * judged);
}, 60_000);
