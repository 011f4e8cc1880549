/** The model costs what the judge counts: on random departments and random rosters, together and rule by rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/base/random.js';
import type { RuleId } from '../../src/handbook/schema/rules.js';
import { check } from '../../src/roster/check.js';
import type { Problem } from '../../src/roster/problem.js';
import type { Score } from '../../src/roster/roster.js';
import { RULES } from '../../src/roster/rules/index.js';
import { compile, toAnswer, toRoster } from '../../src/roster/solve/compile.js';
import { evaluate } from '../../src/roster/solve/evaluate.js';
import { OFF, problemOf } from './make.js';
import { world } from './worlds.js';

const built = new Map<number, Problem>();
/** World by its seed, built once. */
function worldProblem(seed: number): Problem {
  const problem = built.get(seed) ?? problemOf(world(seed));
  built.set(seed, problem);
  return problem;
}

const everybody = (problem: Problem): Set<number> => new Set(problem.agents.keys());

/** Any values at all, rest on about a quarter of the days. */
function randomRoster(problem: Problem, seed: number) {
  const chance = random(seed);
  const length = problem.agents.length * problem.days.length;
  const answer = Uint8Array.from({ length }, () =>
    chance.below(4) === 0 ? 0 : chance.below(problem.shifts.length + 1),
  );
  return toRoster(answer, problem);
}

/** The same problem with all rules off but one. */
const only = (problem: Problem, rule: RuleId): Problem => {
  const { handbook } = problem;
  const rules = { ...OFF, [rule]: handbook.values.rules[rule] };
  // Hand-overs are judged where cover leaves the shift open.
  const cover = rule === 'cover' ? rules.cover : { ...handbook.values.rules.cover, level: 'off' as const };
  return { ...problem, handbook: { ...handbook, values: { ...handbook.values, rules: { ...rules, cover } } } };
};

function scores(problem: Problem, seed: number): { judge: Score; model: Score } {
  const roster = randomRoster(problem, seed);
  const { hard, soft, broken } = evaluate(compile(problem, everybody(problem)), toAnswer(roster, problem));
  expect(broken).toEqual([]);
  return { judge: check(roster, problem).score, model: { hard, soft } };
}

describe('compile', () => {
  it.each(Object.keys(RULES) as RuleId[])('%s costs in the model what the judge counts', (rule) => {
    let seen = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const problem = only(worldProblem(seed), rule);
      const { judge, model } = scores(problem, seed);
      expect(model, `world ${seed}`).toEqual(judge);
      if (judge.hard + judge.soft > 0) seen += 1;
    }
    // A model answer has one shift a day: this rule cannot be broken in it.
    if (rule !== 'one-shift') expect(seen).toBeGreaterThan(0);
  });

  it('so do all rules together', () => {
    const property = fc.property(fc.integer({ min: 100, max: 100_000 }), (seed) => {
      const { judge, model } = scores(worldProblem(seed), seed);
      expect(model).toEqual(judge);
    });
    fc.assert(property, { numRuns: 12, seed: 7 });
  });

  it('where hard row rules are forbidden, what is not broken costs the same, what is broken is hard', () => {
    let kept = 0;
    for (const rule of Object.keys(RULES) as RuleId[]) {
      for (let seed = 1; seed <= 4; seed += 1) {
        const problem = only(worldProblem(seed), rule);
        const roster = randomRoster(problem, seed);
        const { hard, soft, broken } = evaluate(compile(problem, new Set()), toAnswer(roster, problem));
        const { score } = check(roster, problem);
        if (broken.length > 0) expect(score.hard).toBeGreaterThan(0);
        else expect({ hard, soft }).toEqual(score);
        if (broken.length === 0 && soft > 0) kept += 1;
      }
    }
    expect(kept).toBeGreaterThan(0);
  });

  it('a roster goes through an answer and back unchanged', () => {
    const problem = problemOf(world(3));
    const roster = randomRoster(problem, 3);
    expect(toRoster(toAnswer(roster, problem), problem)).toEqual(roster);
  });

  it('rows with the same rules share one pattern', () => {
    const problem = problemOf({
      ...world(1),
      people: world(1).people.slice(0, 1),
      previous: null,
      leave: [],
      requests: [],
    });
    const twins = { ...problem, agents: [problem.agents[0]!, problem.agents[0]!] };
    const { rows } = compile(twins, new Set());
    expect(rows[0]!.pattern).toBe(rows[1]!.pattern);
  });
});
