import { expect, test } from 'vitest';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { generate } from '../../../src/roster/solve/generate.js';
import { improve } from '../../../src/roster/solve/improve.js';
import { makeMaster } from '../../../src/roster/solve/master.js';
import { type Answer, FORBIDDEN } from '../../../src/roster/solve/model.js';
import { mixtureOf, sketch } from '../../../src/roster/solve/round.js';
import { isSuggested, suggest, suggested } from '../../../src/roster/solve/search.js';
import { stopper } from '../../../src/roster/solve/stop.js';
import { forEachAnswer, improveTiny } from './tiny.js';

test('a sketch has rows that the program mixes or that stood already, and is suggested once', () => {
  let mixed = 0;
  improveTiny((search) => {
    const { prepared, roster, cost } = search;
    const { days } = prepared.model;
    const root = makeMaster(prepared, roster, { agents: [0, 1, 2], from: 0, to: 4 });
    const stop = stopper({ elapsed: () => 0, time: null, iterations: 1000, cancelled: () => false });
    generate(prepared, roster, root, stop, { strong: null, cutoff: () => cost, rounds: 40 });
    expect(isSuggested(search)).toBe(false);
    sketch(search, root);
    expect(isSuggested(search)).toBe(true);
    const rows = suggested(search)!;
    expect(isSuggested(search)).toBe(false);
    expect(suggested(search)).toBe(null);
    mixtureOf(root).forEach((mixture, agent) => {
      if (mixture.length > 1) mixed += 1;
      const known = [roster.rows[agent]!, ...mixture.map(({ row }) => row)].map((row) => row.join());
      expect(known).toContain(rows.subarray(agent * days, (agent + 1) * days).join());
    });
  });
  // 23 rows of these programs are mixed.
  expect(mixed).toBeGreaterThan(15);
}, 60_000);

test('what is suggested is finished: the optimum becomes the roster, in no time', () => {
  const { tried, met } = improveTiny((search) => {
    const { model } = search.prepared;
    let least = FORBIDDEN;
    let best: Answer | null = null;
    forEachAnswer(model, (answer) => {
      const { cost } = evaluate(model, answer);
      if (cost >= least) return;
      least = cost;
      best = answer.slice();
    });
    suggest(search, best!);
    improve(search, search.stop.iterations() + 2);
  });
  expect(met).toBe(tried);
}, 60_000);
