import { expect, test } from 'vitest';
import { random } from '../../../src/base/random.js';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import { FORBIDDEN, level } from '../../../src/roster/solve/model.js';
import { solve } from '../../../src/roster/solve/solve.js';
import { forEachAnswer, tinyModel } from './tiny.js';

const budget = (iterations: number) => ({ elapsed: () => 0, time: null, iterations, cancelled: () => false });

test('on a thousand tiny models, bound <= optimum <= answer, and the answer costs what it says', () => {
  let optimal = 0;
  let infeasible = 0;
  let met = 0;
  for (let seed = 0; seed < 1000; seed += 1) {
    const chance = random(seed);
    const days = 2 + chance.below(3);
    const sizes = {
      agents: days < 4 ? 1 + chance.below(2) : 1,
      days,
      values: 2 + chance.below(2),
      before: chance.below(3),
    };
    if (days === 3 && seed % 4 === 0) Object.assign(sizes, { agents: 3, values: 2 });
    const model = tinyModel(seed, sizes);
    let optimum = FORBIDDEN;
    forEachAnswer(model, (answer) => {
      optimum = Math.min(optimum, evaluate(model, answer).cost);
    });
    const solved = solve(model, { seed, budget: budget(400) });
    const says = `seed ${seed}: optimum ${optimum}, ${JSON.stringify(solved)}`;
    if (solved.status === 'infeasible' || optimum === FORBIDDEN) {
      expect(optimum, says).toBe(FORBIDDEN);
      expect(solved.answer, says).toBe(null);
      infeasible += 1;
      continue;
    }
    expect(level(solved.bound.hard, solved.bound.soft), says).toBeLessThanOrEqual(optimum);
    if (solved.answer === null) continue;
    const value = evaluate(model, solved.answer);
    expect(value.broken, says).toEqual([]);
    expect({ hard: value.hard, soft: value.soft }, says).toEqual({ hard: solved.hard, soft: solved.soft });
    expect(value.cost, says).toBeGreaterThanOrEqual(optimum);
    if (solved.status === 'optimal') {
      expect(value.cost, says).toBe(optimum);
      optimal += 1;
    }
    if (value.cost === optimum) met += 1;
  }
  // Most are proved, nearly all are met; the rest must at least have been tried.
  expect(infeasible).toBeLessThan(500);
  expect(optimal).toBeGreaterThan(500);
  expect(met).toBeGreaterThan(600);
}, 60_000);
