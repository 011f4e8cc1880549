import { expect, test } from 'vitest';
import { random, shuffled } from '../../../src/base/random.js';
import { construct } from '../../../src/roster/solve/construct.js';
import { exchangeMemory, exchangeOver, sizeOf } from '../../../src/roster/solve/exchange.js';
import { FORBIDDEN, type Model, plainPattern } from '../../../src/roster/solve/model.js';
import { emptyRoster, prepare } from '../../../src/roster/solve/roster.js';
import { stopper } from '../../../src/roster/solve/stop.js';

const days = 16;
const adds = (seed: number): number[] => {
  const chance = random(seed);
  return Array.from({ length: days }, () => 1 + chance.below(20_000));
};

/** One agent, a shift or none a day; what the days add must come to this total and no other. */
function exactTotal(of: readonly number[], total: number): Model {
  const add = Int32Array.from({ length: days * 2 }, (_, cell) => (cell % 2 === 1 ? of[(cell - 1) / 2]! : 0));
  const counter = { add, penalty: { from: total, cost: Float64Array.of(0) } };
  const pattern = plainPattern({ before: 0, days });
  const row = { cell: new Float64Array(days * 2), history: new Uint8Array(0), pattern, counters: [counter] };
  return { days, before: 0, values: 2, rows: [row], lines: [] };
}

/** Searches enough for a few rungs, not for all. */
const firstRow = (model: Model) => {
  const prepared = prepare(model);
  const stop = stopper({ elapsed: () => 0, time: null, iterations: 5, cancelled: () => false });
  return construct(prepared, emptyRoster(prepared), null, random(1), stop);
};

test('where few rows are legal one is found, however well it hides', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const of = adds(seed);
    const chance = random(seed + 100);
    const total = of.reduce((sum, add) => sum + (chance.next() < 0.5 ? add : 0), 0);
    expect(firstRow(exactTotal(of, total)), `seed ${seed}`).toBe(null);
  }
});

test('where no row is legal that is proved', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const of = adds(seed);
    let reached = new Set([0]);
    for (const add of of) reached = new Set([...reached, ...[...reached].map((sum) => sum + add)]);
    let total = 80_000;
    while (reached.has(total)) total += 1;
    expect(firstRow(exactTotal(of, total)), `seed ${seed}`).toEqual({ agent: 0, proved: true });
  }
});

test('threads fill one roster together: rows that are told are taken, those begun by nobody are made and told, those begun and not told are made', () => {
  // Four agents, each with any row of two days: a day is a shift or none.
  const pattern = plainPattern({ before: 0, days: 2 });
  const row = { cell: new Float64Array(4), history: new Uint8Array(0), pattern, counters: [] };
  const model: Model = { days: 2, before: 0, values: 2, rows: [row, row, row, row], lines: [] };
  const size = sizeOf(model);
  const memory = exchangeMemory(size);
  const [mine, theirs] = [exchangeOver(memory, size), exchangeOver(memory, size)];
  const order = shuffled([0, 1, 2, 3], random(4));
  expect([theirs.claim(), theirs.claim()]).toEqual([0, 1]);
  const told = Array.from({ length: 4 }, () => Uint8Array.of(1, 0));
  theirs.tell([order[0]!], { rows: told, rowCost: new Float64Array(4) });
  const prepared = prepare(model);
  const roster = emptyRoster(prepared);
  const stop = stopper({ elapsed: () => 0, time: null, iterations: 100, cancelled: () => false });
  expect(construct(prepared, roster, null, random(1), stop, mine)).toBe(null);
  expect([...roster.placed]).toEqual([1, 1, 1, 1]);
  expect([...roster.rows[order[0]!]!]).toEqual([1, 0]);
  const heard = new Uint8Array(2);
  expect(order.map((agent) => theirs.hear(agent, heard))).toEqual([0, FORBIDDEN, 0, 0]);
  expect(mine.claim()).toBeGreaterThanOrEqual(4);
});
