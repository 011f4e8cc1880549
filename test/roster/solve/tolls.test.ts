import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { anneal } from '../../../src/roster/solve/anneal.js';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { exchangeMemory, exchangeOver, sizeOf } from '../../../src/roster/solve/exchange.js';
import { FORBIDDEN, type Line, type Model, type Pattern } from '../../../src/roster/solve/model.js';
import { emptyRoster, prepare, putIn, rosterCost, rowAlone, toAnswer } from '../../../src/roster/solve/roster.js';
import { rowScratch } from '../../../src/roster/solve/row-task.js';
import { searchRow } from '../../../src/roster/solve/rowsearch.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { easeTolls, moveTolls, noTolls } from '../../../src/roster/solve/tolls.js';

const DAYS = 84;
const MOST = 10;

/** Agents with at most ten shifts in 84 days; a day without one costs 1, in the last two weeks 5. */
function longModel(agents = 1, unit = 1): Model {
  const pattern: Pattern = {
    pairs: Array.from({ length: DAYS }, () => null),
    runs: [],
    singles: [],
    change: null,
    groups: [],
    spill: null,
  };
  const lines = Array.from(
    { length: DAYS },
    (_, day): Line => ({
      parts: [{ agents: null, cells: [2 * day + 1], coefficient: 1 }],
      base: 0,
      when: -1,
      penalty: { from: 0, cost: Float64Array.of(day < DAYS - 14 ? 1 : 5, 0) },
    }),
  );
  const worked = Int32Array.from({ length: 2 * DAYS }, (_, cell) => unit * (cell % 2));
  const counters = [{ add: worked, penalty: { from: 0, cost: new Float64Array(unit * MOST + 1) } }];
  const row = { cell: new Float64Array(2 * DAYS), history: new Uint8Array(0), pattern, counters };
  return { days: DAYS, before: 0, values: 2, rows: Array.from({ length: agents }, () => row), lines };
}

const early = Uint8Array.from({ length: DAYS }, (_, day) => (day < MOST ? 1 : 0));

test('what windows spend on the first weeks goes to the last ones, where it is worth more', () => {
  // Ten of the last fourteen days are worked: 70 x 1 + 4 x 5. Noise alone comes to 110 to 118 in so few searches.
  for (let seed = 1; seed <= 5; seed += 1) {
    const prepared = prepare(longModel());
    const roster = emptyRoster(prepared);
    putIn(prepared, roster, 0, early, rowAlone(prepared, 0, early));
    expect(rosterCost(prepared, roster)).toBe(60 * 1 + 14 * 5);
    const stop = stopper({ elapsed: () => 0, time: null, iterations: 40, cancelled: () => false });
    const search = {
      prepared,
      roster,
      chance: random(seed),
      stop,
      bound: 0,
      exchange: null,
      thread: 0,
      mine: [0],
      others: [],
    };
    anneal(search, { until: FORBIDDEN, share: 1, pool: null, prices: null, isShared: false });
    expect(rosterCost(prepared, roster), `seed ${seed}`).toBe(70 * 1 + 4 * 5);
  }
});

test('a toll rises at the limit, stands one below it, falls further below, and never under nothing', () => {
  const prepared = prepare(longModel());
  const tolls = noTolls(prepared);
  const after = (worked: number): number => {
    moveTolls(prepared, tolls, [Int32Array.of(worked)], [0], 0.5);
    return tolls[0]!.of[0]!;
  };
  expect([after(MOST), after(MOST), after(MOST - 1), after(MOST - 2), after(0), after(0)]).toEqual([
    0.5, 1, 1, 0.5, 0, 0,
  ]);
  after(MOST);
  easeTolls(prepared, tolls, [0], 0.5);
  expect(tolls[0]!.of[0]).toBe(0.25);
});

test('a search charges tolls on its window only: there what a shift saves must be worth them', () => {
  const [shape] = prepare(longModel()).shapes;
  const current = new Uint8Array(DAYS).fill(1, 80, 82);
  // A shift saves 3 on day 10, 1 on day 11, and 1 on days 80 and 81, which are outside.
  const cost = new Float64Array(2 * DAYS);
  for (const [day, saved] of [
    [10, 3],
    [11, 1],
    [80, 1],
    [81, 1],
  ] as const)
    cost[2 * day + 1] = -saved;
  const out = new Uint8Array(DAYS);
  const task = {
    ...{ shape: shape!, cost, values: 2, from: 7, to: 35, current, upper: FORBIDDEN, width: 8, work: 1e6 },
    ...{ slopes: new Float64Array(1), guide: 0 },
  };
  const workedWith = (toll: number): [number, number[]] => {
    const tolls = { of: Float64Array.of(toll), hitCost: shape!.hitCost };
    const { cost: found } = searchRow({ ...task, tolls }, rowScratch(), out);
    return [found, [10, 11, 80, 81].filter((day) => out[day] === 1)];
  };
  expect(workedWith(0)).toEqual([-3 - 1 - 2, [10, 11, 80, 81]]);
  expect(workedWith(2)).toEqual([-3 + 2 - 2, [10, 80, 81]]);
});

test('where days add many units, what counts is whether one more day fits', () => {
  const model = longModel(1, 8);
  // Half a shift on the last day: the greatest common divisor is 4, a whole shift two units.
  model.rows[0]!.counters[0]!.add[2 * DAYS - 1] = 4;
  const prepared = prepare(model);
  const tolls = noTolls(prepared);
  // Nine whole shifts and the half one, 76 of 80 hours: no whole shift fits. Half of 0.5 for each of its two units.
  moveTolls(prepared, tolls, [Int32Array.of(2 * (MOST - 1) + 1)], [0], 0.5);
  expect([...tolls[0]!.of]).toEqual([0.25]);
});

test('threads that shake together: rows told are taken, and windows that are all taken hold nobody up', () => {
  const model = longModel(2);
  const prepared = prepare(model);
  const size = sizeOf(model);
  const exchange = exchangeOver(exchangeMemory(size), size);
  const late = Uint8Array.from({ length: DAYS }, (_, day) => (day >= DAYS - MOST ? 1 : 0));
  exchange.tell([1], { rows: [early, late], rowCost: new Float64Array(2) });
  exchange.enter(1, 0, DAYS);
  const roster = emptyRoster(prepared);
  for (const agent of [0, 1]) putIn(prepared, roster, agent, early, rowAlone(prepared, agent, early));
  const stop = stopper({ elapsed: () => 0, time: null, iterations: 60, cancelled: () => false });
  const search = { prepared, roster, chance: random(1), stop, bound: 0, exchange, thread: 0, mine: [0], others: [1] };
  anneal(search, { until: FORBIDDEN, share: 1, pool: null, prices: null, isShared: true });
  expect([...roster.rows[1]!]).toEqual([...late]);
  const cost = rosterCost(prepared, roster);
  expect(evaluate(model, toAnswer(prepared, roster)).cost).toBe(cost);
  // The other works ten of the dear days: this one the four that are left and six others, 64 x 1.
  expect(cost).toBe(64);
  // Its own row is told, and its window is left.
  const row = new Uint8Array(DAYS);
  expect(exchange.hear(0, row)).toBe(0);
  exchange.leave(1);
  expect(exchange.enter(2, 0, DAYS)).toBe(true);
});
