import { expect, test } from 'vitest';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { exchangeMemory, exchangeOver, sizeOf } from '../../../src/roster/solve/exchange.js';
import { prepare, rosterCost, toAnswer } from '../../../src/roster/solve/roster.js';
import { improveSpans, joined, startsOf } from '../../../src/roster/solve/spans.js';
import { begun, improveTiny, tinyModel } from './tiny.js';

test('spans: never worse, never below the optimum, and mostly the optimum where they are all days', () => {
  const { tried, gained, met } = improveTiny((search) => improveSpans(search, 1));
  expect(tried).toBeGreaterThan(50);
  expect(gained).toBeGreaterThan(15);
  expect(met).toBeGreaterThan(0.7 * tried);
}, 60_000);

test('spans overlap by half, cover all days, and every other thread begins in the middle', () => {
  expect(startsOf(28, 14, 0, 0)).toEqual([0, 7, 14]);
  expect(startsOf(28, 14, 3, 0)).toEqual([0, 3, 10, 14]);
  expect(startsOf(28, 14, 0, 1)).toEqual([7, 14, 0]);
  expect(startsOf(5, 5, 2, 0)).toEqual([0]);
});

test('what two threads found on different days is put together where that is better than either', () => {
  let better = 0;
  for (let seed = 0; seed < 500; seed += 1) {
    const model = tinyModel(seed, { agents: 3, days: 6, values: 2, before: 0 });
    const prepared = prepare(model);
    const base = begun(prepared, seed);
    const mine = begun(prepared, seed + 1000);
    const theirs = begun(prepared, seed + 2000);
    if (base === null || mine === null || theirs === null) continue;
    const exchange = exchangeOver(exchangeMemory(sizeOf(model)), sizeOf(model));
    const found = rosterCost(prepared, mine);
    // Nobody has told anything: what was found stays.
    expect(joined({ prepared, cost: found + 1, exchange }, mine, 0, 3)).toBe(mine);
    exchange.offer(rosterCost(prepared, theirs), toAnswer(prepared, theirs));
    const cost = Math.max(found, rosterCost(prepared, theirs)) + 1;
    const made = joined({ prepared, cost, exchange }, mine, 0, 3);
    if (made === mine) continue;
    better += 1;
    const { cost: valued, broken } = evaluate(model, toAnswer(prepared, made));
    expect(broken, `seed ${seed}`).toEqual([]);
    expect(valued).toBe(rosterCost(prepared, made));
    expect(valued).toBeLessThan(Math.min(found, rosterCost(prepared, theirs)));
    made.rows.forEach((row, agent) => {
      // Their days behind the span always; in it mine, or theirs where mine do not go with them.
      expect(row.subarray(3)).toEqual(theirs.rows[agent]!.subarray(3));
      const own = [mine, theirs].some(
        (roster) => row.subarray(0, 3).join() === roster.rows[agent]!.subarray(0, 3).join(),
      );
      expect(own).toBe(true);
    });
  }
  expect(better).toBeGreaterThan(3);
});
