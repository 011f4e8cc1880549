import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { anneal } from '../../../src/roster/solve/anneal.js';
import { FORBIDDEN, type Line, type Model, type Pattern } from '../../../src/roster/solve/model.js';
import { emptyRoster, prepare, putIn, rosterCost, rowAlone } from '../../../src/roster/solve/roster.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { addTolls, easeTolls, moveTolls, noTolls } from '../../../src/roster/solve/tolls.js';

const DAYS = 84;
const MOST = 10;

/** One agent, at most ten shifts in 84 days; a day without one costs 1, in the last two weeks 5. */
function longModel(): Model {
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
  const worked = Int32Array.from({ length: 2 * DAYS }, (_, cell) => cell % 2);
  const counters = [{ add: worked, penalty: { from: 0, cost: new Float64Array(MOST + 1) } }];
  const row = { cell: new Float64Array(2 * DAYS), history: new Uint8Array(0), pattern, counters };
  return { days: DAYS, before: 0, values: 2, rows: [row], lines };
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
    const search = { prepared, roster, chance: random(seed), stop, bound: 0, exchange: null, thread: 0, mine: [0] };
    anneal(search, { until: FORBIDDEN, share: 1, pool: null, prices: null, isShared: false });
    expect(rosterCost(prepared, roster), `seed ${seed}`).toBe(70 * 1 + 4 * 5);
  }
});

test('a toll rises at the limit, stands one below it, falls further below, and never under nothing', () => {
  const prepared = prepare(longModel());
  const roster = emptyRoster(prepared);
  const tolls = noTolls(prepared);
  const after = (worked: number): number => {
    roster.rows[0]!.fill(0).fill(1, 0, worked);
    moveTolls(prepared, roster, tolls, [0], 0.5);
    return tolls.of[0]![0]!;
  };
  expect([after(MOST), after(MOST), after(MOST - 1), after(MOST - 2), after(0), after(0)]).toEqual([
    0.5, 1, 1, 0.5, 0, 0,
  ]);
  after(MOST);
  // Only the cells of the window that count are charged: day 1, not day 0.
  const cost = new Float64Array(2 * DAYS);
  addTolls(prepared.shapes[0]!, tolls.of[0]!, cost, 2, 4);
  expect([...cost.subarray(0, 6)]).toEqual([0, 0, 0, 0.5, 0, 0]);
  easeTolls(prepared, tolls, 0.5);
  expect(tolls.of[0]![0]).toBe(0.25);
});
