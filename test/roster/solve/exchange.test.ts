import { expect, test } from 'vitest';
import { construct } from '../../../src/roster/solve/construct.js';
import { exchangeMemory, exchangeOver, sizeOf } from '../../../src/roster/solve/exchange.js';
import { metropolis } from '../../../src/roster/solve/metropolis.js';
import { FORBIDDEN } from '../../../src/roster/solve/model.js';
import { emptyRoster, prepare, rosterCost } from '../../../src/roster/solve/roster.js';
import { isDone, meet, type Search } from '../../../src/roster/solve/search.js';
import { solve } from '../../../src/roster/solve/solve.js';
import { stopper, untilShare } from '../../../src/roster/solve/stop.js';
import { searchOf, tinyModel } from './tiny.js';

test('the better answer is kept, the higher bound, the last prices', () => {
  const size = { agents: 1, days: 3, lines: 2 };
  const memory = exchangeMemory(size);
  const one = exchangeOver(memory, size);
  const other = exchangeOver(memory, size);
  expect(one.cost()).toBe(Number.POSITIVE_INFINITY);
  expect(one.prices()).toBe(null);
  one.offer(9, Uint8Array.of(1, 2, 3));
  other.offer(10, Uint8Array.of(4, 4, 4));
  const answer = new Uint8Array(3);
  expect(other.take(answer)).toBe(9);
  expect([...answer]).toEqual([1, 2, 3]);
  one.raiseBound(4);
  other.raiseBound(3);
  expect(other.bound()).toBe(4);
  one.sharePrices(Float64Array.of(1.5, -2));
  expect([...other.prices()!]).toEqual([1.5, -2]);
  expect(other.isStopped()).toBe(false);
  one.stop();
  expect(other.isStopped()).toBe(true);
  // Once the searches are stopped nobody rests; else this test would not end.
  other.rest(Number.POSITIVE_INFINITY);
});

test('rows that are told are heard, and nobody enters a window that another thread is in', () => {
  const size = { agents: 2, days: 3, lines: 0 };
  const memory = exchangeMemory(size);
  const one = exchangeOver(memory, size);
  const other = exchangeOver(memory, size);
  const row = new Uint8Array(3);
  expect(other.hear(1, row)).toBe(FORBIDDEN);
  one.tell([1], { rows: [Uint8Array.of(9, 9, 9), Uint8Array.of(1, 0, 2)], rowCost: Float64Array.of(9, 7) });
  expect(other.hear(0, row)).toBe(FORBIDDEN);
  expect(other.hear(1, row)).toBe(7);
  expect([...row]).toEqual([1, 0, 2]);
  // The answer's cells are others than the told rows'.
  expect(one.cost()).toBe(Number.POSITIVE_INFINITY);
  expect(one.enter(0, 0, 28)).toBe(true);
  expect(other.enter(1, 14, 42)).toBe(false);
  expect(other.enter(1, 28, 56)).toBe(true);
  expect(one.enter(0, 14, 42)).toBe(false);
  // Its own old window is no hindrance, and refused ones change nothing.
  expect(one.enter(0, 0, 14)).toBe(true);
  expect(other.enter(1, 14, 42)).toBe(true);
});

test('the last roster suggested is taken once, and is no answer', () => {
  const size = { agents: 1, days: 3, lines: 1 };
  const memory = exchangeMemory(size);
  const one = exchangeOver(memory, size);
  const other = exchangeOver(memory, size);
  const rows = new Uint8Array(3);
  expect(other.suggested(rows)).toBe(false);
  one.suggest(Uint8Array.of(1, 1, 1));
  one.suggest(Uint8Array.of(2, 0, 1));
  expect(other.isSuggested()).toBe(true);
  expect(other.suggested(rows)).toBe(true);
  expect([...rows]).toEqual([2, 0, 1]);
  expect(one.isSuggested()).toBe(false);
  expect(one.cost()).toBe(Number.POSITIVE_INFINITY);
  // Told rows lie elsewhere.
  expect(one.hear(0, rows)).toBe(FORBIDDEN);
});

/** The worker is JavaScript: the build of the global set-up, not the sources. */
const compiled = async (): Promise<typeof import('../../../src/roster/solve/threads.js')> =>
  import(new URL('../../../dist/roster/solve/threads.js', import.meta.url).href);

test('with an iteration budget threads change nothing', async () => {
  const { solveBeside } = await compiled();
  const model = tinyModel(7, { agents: 4, days: 8, values: 3, before: 2 });
  const options = { seed: 1, budget: { elapsed: () => 0, time: null, iterations: 100, cancelled: () => false } };
  expect(solveBeside(model, options, 2)).toEqual(solve(model, options));
});

test('a budget ends by iterations, by time, by cancelling, or by its share', () => {
  let now = 0;
  let cancelled = false;
  const budget = { elapsed: () => now, time: 100, iterations: null, cancelled: () => cancelled };
  const stop = stopper(budget);
  const half = untilShare(stop, 0.5);
  expect(half.spend(3)).toBe(false);
  now = 60;
  expect([half.isSpent(), stop.isSpent()]).toEqual([true, false]);
  cancelled = true;
  expect(stop.isSpent()).toBe(true);
  const counted = stopper({ elapsed: () => 0, time: null, iterations: 10, cancelled: () => false });
  expect(counted.spend(9)).toBe(false);
  expect(counted.share()).toBeCloseTo(0.9);
  expect(counted.spend(1)).toBe(true);
});

test('a helper beside the search: the same optimum, from the compiled threads', async () => {
  const { solveBeside } = await compiled();
  let asked = 0;
  let solved = 0;
  for (const seed of [3, 4, 5, 6]) {
    const model = tinyModel(seed, { agents: 3, days: 5, values: 3, before: 2 });
    // A clock that moves when it is read: time ends without waiting for it.
    const budget = () => ({
      elapsed: () => (asked += 0.001),
      time: asked + 60,
      iterations: null,
      cancelled: () => false,
    });
    const together = solveBeside(model, { seed: 1, budget: budget() });
    const alone = solve(model, {
      seed: 1,
      budget: { elapsed: () => 0, time: null, iterations: 20_000, cancelled: () => false },
    });
    expect(['optimal', 'infeasible']).toContain(alone.status);
    expect(together.status).toBe(alone.status);
    if (alone.status === 'optimal') solved += 1;
    expect([together.hard, together.soft]).toEqual([alone.hard, alone.soft]);
    expect(together.bound.soft).toBeLessThanOrEqual(together.soft);
  }
  expect(solved).toBeGreaterThan(0);
});

test('whoever takes over another search’s roster knows what it costs, and ends where that is the bound', () => {
  const model = tinyModel(7, { agents: 3, days: 6, values: 3, before: 2 });
  const prepared = prepare(model);
  const memory = exchangeMemory(sizeOf(model));
  const [one, other] = [1, 2].map((seed): Search => {
    const roster = emptyRoster(prepared);
    const search = searchOf(prepared, roster, seed, 1000);
    expect(construct(prepared, roster, null, search.chance, search.stop)).toBe(null);
    return { ...search, cost: rosterCost(prepared, roster), exchange: exchangeOver(memory, sizeOf(model)) };
  }) as [Search, Search];
  metropolis(one, 20);
  const best = rosterCost(prepared, one.roster);
  expect(best).toBeLessThan(other.cost);
  meet(one, 'improve');
  expect(other.exchange!.isStopped()).toBe(false);
  other.bound = best;
  meet(other, 'bound');
  expect([other.cost, rosterCost(prepared, other.roster)]).toEqual([best, best]);
  expect(isDone(other)).toBe(true);
  expect(one.exchange!.isStopped()).toBe(true);
});
