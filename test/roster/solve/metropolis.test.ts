import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { improve } from '../../../src/roster/solve/improve.js';
import { metropolis } from '../../../src/roster/solve/metropolis.js';
import { band, FORBIDDEN, type Model, plainPattern } from '../../../src/roster/solve/model.js';
import { movesOf } from '../../../src/roster/solve/moves.js';
import {
  copyRoster,
  emptyRoster,
  prepare,
  putIn,
  rosterCost,
  rowAlone,
  takeOut,
} from '../../../src/roster/solve/roster.js';
import { meet, type Search } from '../../../src/roster/solve/search.js';
import { begun, improveTiny, searchOf, tinyModel } from './tiny.js';

test('what a move costs is what the roster costs more with it, tried or made', () => {
  let [legal, forbidden, made] = [0, 0, 0];
  for (let seed = 0; seed < 300; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 3, days: 6, values: 3, before: 3 });
    const prepared = prepare(model);
    const roster = begun(prepared, seed);
    if (roster === null) continue;
    const moves = movesOf(prepared, roster, rosterCost(prepared, roster), [1, 2]);
    for (let trial = 0; trial < 60; trial += 1) {
      const agents = [0, 1, 2].slice(chance.below(2), chance.below(2) + 2);
      const from = chance.below(6);
      const to = from + 1 + chance.below(6 - from);
      const then = copyRoster(roster);
      let isLegal = true;
      agents.slice(0, 2).forEach((agent, place) => {
        const row = roster.rows[agent]!.slice();
        for (let day = from; day < to; day += 1) {
          row[day] = chance.below(3);
          moves.wanted[place]![day] = row[day]!;
        }
        const alone = rowAlone(prepared, agent, row);
        takeOut(prepared, then, agent);
        if (alone === FORBIDDEN) isLegal = false;
        else putIn(prepared, then, agent, row, alone);
      });
      const dearer = moves.dearer(agents.slice(0, 2), from, to);
      if (!isLegal) {
        expect(dearer, `seed ${seed}`).toBe(FORBIDDEN);
        forbidden += 1;
        continue;
      }
      legal += 1;
      expect(dearer, `seed ${seed}`).toBe(rosterCost(prepared, then) - rosterCost(prepared, roster));
      if (chance.next() < 0.5) continue;
      made += 1;
      moves.make();
      for (const agent of agents.slice(0, 2)) {
        takeOut(prepared, roster, agent);
        putIn(prepared, roster, agent, then.rows[agent]!, then.rowCost[agent]!);
      }
      expect(moves.rows.map((row) => row.join())).toEqual(roster.rows.map((row) => row.join()));
    }
  }
  expect(legal).toBeGreaterThan(1000);
  expect(forbidden).toBeGreaterThan(1000);
  expect(made).toBeGreaterThan(500);
}, 60_000);

test('annealing knows what its best roster costs, and its rows are legal', () => {
  let [tried, gained] = [0, 0];
  for (let seed = 0; seed < 500; seed += 1) {
    const prepared = prepare(tinyModel(seed, { agents: 3, days: 6, values: 3, before: 3 }));
    const roster = begun(prepared, seed);
    if (roster === null) continue;
    const before = rosterCost(prepared, roster);
    const moves = movesOf(prepared, roster, before, [seed, 1]);
    // Hot, so that it goes up and down; a hard violation counts as much as 50.
    const least = moves.anneal(2000, 20, 50);
    moves.best().forEach((_, at, best) => {
      if (at % 6 > 0) return;
      const row = best.slice(at, at + 6);
      takeOut(prepared, roster, at / 6);
      putIn(prepared, roster, at / 6, row, rowAlone(prepared, at / 6, row));
    });
    expect(rosterCost(prepared, roster), `seed ${seed}`).toBe(least);
    expect(least).toBeLessThanOrEqual(before);
    tried += 1;
    if (least < before) gained += 1;
  }
  expect(tried).toBeGreaterThan(100);
  expect(gained).toBeGreaterThan(30);
});

for (const [name, run] of [
  [
    'small moves',
    (search: Search, searches: number) => {
      metropolis(search, searches);
      meet(search, 'improve');
    },
  ],
  ['small moves and parts by turns', improve],
] as const) {
  test(`${name}: never worse, never below the optimum, and mostly the optimum of tiny models`, () => {
    const { tried, gained, met } = improveTiny((search) => void run(search, 20));
    expect(tried).toBeGreaterThan(50);
    expect(gained).toBeGreaterThan(15);
    expect(met).toBeGreaterThan(0.8 * tried);
  }, 60_000);
}

test('two who must give each other what a move of one alone would make dearer', () => {
  // The first wants day 1, the second day 0, each at a price of 1; a day without its one agent costs 5. Both stand where they do not want
  // to: 2. Whoever moves alone pays 5 + 5 - 1 more (a day with two, one with none); both together save 2.
  const days = 2;
  const pattern = plainPattern({ days, before: 0 });
  const worked = Int32Array.of(0, 1, 0, 1);
  const counters = [{ add: worked, penalty: { from: 0, cost: Float64Array.of(FORBIDDEN, 0, FORBIDDEN) } }];
  const row = (cell: number[]) => ({ cell: Float64Array.from(cell), history: new Uint8Array(0), pattern, counters });
  const line = (day: number) => ({
    parts: [{ agents: null, cells: [2 * day + 1], coefficient: 1 }],
    base: 0,
    when: -1,
    penalty: band(0, 2, 1, 1, 5, 5),
  });
  const model: Model = {
    days,
    before: 0,
    values: 2,
    rows: [row([0, 1, 0, 0]), row([0, 0, 0, 1])],
    lines: [line(0), line(1)],
  };
  const prepared = prepare(model);
  const roster = emptyRoster(prepared);
  [Uint8Array.of(1, 0), Uint8Array.of(0, 1)].forEach((made, agent) => {
    putIn(prepared, roster, agent, made, rowAlone(prepared, agent, made));
  });
  const moves = movesOf(prepared, roster, rosterCost(prepared, roster), [1, 2]);
  moves.wanted[0]!.set([0, 1]);
  moves.wanted[1]!.set([1, 0]);
  expect(moves.dearer([0], 0, 2)).toBe(5 + 5 - 1);
  expect(moves.dearer([0, 1], 0, 2)).toBe(-2);
  const search = searchOf(prepared, roster, 1, 10);
  expect(search.cost).toBe(2);
  metropolis(search, 10);
  expect(rosterCost(prepared, roster)).toBe(0);
  // At the bound it ends.
  expect(search.stop.iterations()).toBe(1);
});
