import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { construct } from '../../../src/roster/solve/construct.js';
import { dive } from '../../../src/roster/solve/dive.js';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { generate } from '../../../src/roster/solve/generate.js';
import { linesBound } from '../../../src/roster/solve/lagrange.js';
import { allLinesCost } from '../../../src/roster/solve/lines.js';
import { type Master, makeMaster } from '../../../src/roster/solve/master.js';
import { FORBIDDEN } from '../../../src/roster/solve/model.js';
import { neighbourhood, windowLengths } from '../../../src/roster/solve/neighbourhood.js';
import type { Strong } from '../../../src/roster/solve/pricing.js';
import { emptyRoster, prepare, rosterCost, toAnswer } from '../../../src/roster/solve/roster.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { forEachAnswer, tinyModel } from './tiny.js';

const endless = () => stopper({ elapsed: () => 0, time: null, iterations: 1e9, cancelled: () => false });

test('a part of a roster: its bound is below, and a dive not below, the best way to fill it', () => {
  let parts = 0;
  let dived = 0;
  let swept = 0;
  for (let seed = 0; seed < 800; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 3, days: 4, values: 2, before: 2 });
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    if (construct(prepared, roster, null, chance, endless()) !== null) continue;
    const from = chance.below(3);
    const some = { agents: [0, 2].slice(chance.below(2)), from, to: from + 1 + chance.below(4 - from) };
    // Half of them are everybody and all days: there is more to find.
    const part = seed < 400 ? some : { agents: [0, 1, 2], from: 0, to: 4 };
    const now = toAnswer(prepared, roster);
    const cost = rosterCost(prepared, roster);
    let best = FORBIDDEN;
    forEachAnswer(model, (answer) => {
      const keeps = answer.every((value, cell) => {
        const day = cell % 4;
        return value === now[cell] || (part.agents.includes(Math.floor(cell / 4)) && day >= part.from && day < part.to);
      });
      if (keeps) best = Math.min(best, evaluate(model, answer).cost);
    });
    const judge = (master: Master, strong: Strong | null, retries: number): number => {
      const stop = endless();
      let asked = 0;
      const spend = (steps: number): boolean => {
        asked += 1;
        return stop.spend(steps);
      };
      const counting = { ...stop, spend };
      const { bound } = generate(prepared, roster, master, counting, { strong, cutoff: () => FORBIDDEN, rounds: 100 });
      expect(Math.ceil(bound), `seed ${seed}`).toBeLessThanOrEqual(best);
      const found = dive(prepared, roster, master, endless(), { cutoff: cost, rounds: 20, chance, bound, retries });
      if (found === null) return asked;
      if (strong !== null) dived += 1;
      const value = evaluate(model, toAnswer(prepared, found)).cost;
      expect(value).toBe(rosterCost(prepared, found));
      expect(value).toBeGreaterThanOrEqual(best);
      expect(value).toBeLessThan(cost);
      return asked;
    };
    parts += 1;
    judge(makeMaster(prepared, roster, part), { work: 1e6 }, seed % 4);
    // ... and without proof, alone and with sweeps, as if solutions of the program took long.
    const asked = judge(makeMaster(prepared, roster, part), null, 0);
    const made = makeMaster(prepared, roster, part);
    let steps = 0;
    const slow = {
      ...made.lp,
      steps: () => {
        steps += 10_000;
        return steps;
      },
    };
    if (judge({ ...made, isSwept: true, lp: slow }, null, seed % 4) > asked) swept += 1;
  }
  expect(parts).toBeGreaterThan(120);
  expect(swept).toBeGreaterThan(40);
  expect(dived).toBeGreaterThan(20);
}, 60_000);

test('whatever the prices, the lines cost no less than their part of the bound', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const chance = random(seed);
    const model = tinyModel(seed, { agents: 3, days: 3, values: 3, before: 0 });
    const { lines } = prepare(model);
    const prices = Float64Array.from(model.lines, () => chance.below(9) - 4);
    const all = model.lines.map((_, line) => line);
    const bound = linesBound(lines, all, prices);
    for (let trial = 0; trial < 20; trial += 1) {
      const totals = lines.base.slice();
      for (let agent = 0; agent < 3; agent += 1) {
        for (let day = 0; day < 3; day += 1) {
          const cell = day * 3 + chance.below(3);
          const { start, line, amount } = lines.touches[agent]!;
          for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1) totals[line[touch]!]! += amount[touch]!;
        }
      }
      const priced = totals.reduce((sum, total, line) => sum + total * prices[line]!, 0);
      expect(allLinesCost(lines, totals) + priced, `seed ${seed}`).toBeGreaterThanOrEqual(bound);
    }
  }
});

test('neighbourhoods are different agents and a window inside the horizon', () => {
  const chance = random(1);
  const model = tinyModel(3, { agents: 6, days: 10, values: 3, before: 0 });
  const prepared = prepare({ ...model, rows: model.rows.map((row) => ({ ...row, cell: new Float64Array(30) })) });
  const roster = emptyRoster(prepared);
  for (const length of windowLengths(10)) {
    for (let trial = 0; trial < 50; trial += 1) {
      const { agents, from, to } = neighbourhood(prepared, roster, 3, length, chance);
      expect(new Set(agents).size).toBe(3);
      expect(to - from).toBe(length);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(10);
    }
  }
  expect(windowLengths(364)).not.toContain(364);
});

test('the bound is enough as soon as a roster that costs no more is found meanwhile', () => {
  let ended = 0;
  for (let seed = 0; seed < 60; seed += 1) {
    const model = tinyModel(seed, { agents: 3, days: 5, values: 3, before: 2 });
    const prepared = prepare(model);
    const roster = emptyRoster(prepared);
    if (construct(prepared, roster, null, random(seed), endless()) !== null) continue;
    const part = { agents: [0, 1, 2], from: 0, to: 5 };
    const searching = { strong: { work: 1e6 }, rounds: 100 };
    const root = (cutoff: () => number) =>
      generate(prepared, roster, makeMaster(prepared, roster, part), endless(), { ...searching, cutoff });
    const { bound } = root(() => FORBIDDEN);
    // The roster is found while the second round is asked for.
    let asked = 0;
    const cut = root(() => {
      asked += 1;
      return asked < 2 ? FORBIDDEN : Math.ceil(bound) - 1;
    });
    expect(cut.bound, `seed ${seed}`).toBeLessThanOrEqual(bound + 1e-6);
    if (cut.outcome === 'cut' && cut.bound < bound) ended += 1;
  }
  expect(ended).toBeGreaterThan(0);
});
