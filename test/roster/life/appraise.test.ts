import { describe, expect, it } from 'vitest';
import { random } from '../../../src/base/random.js';
import { buildProblem } from '../../../src/roster/build-problem.js';
import { check } from '../../../src/roster/check.js';
import { appraiserOf, type ValueChange } from '../../../src/roster/life/appraise.js';
import { settled, withCells } from '../../../src/roster/life/changes.js';
import type { Problem } from '../../../src/roster/problem.js';
import { onShift, REST, type Roster } from '../../../src/roster/roster.js';
import { world } from '../worlds.js';

/** A row of chance for everybody. */
function anyRoster(problem: Problem, seed: number): Roster {
  const chance = random(seed);
  const rows = problem.agents.map(({ id, person }) => ({
    staff: id,
    name: person.name,
    cells: problem.days.map(() => {
      const value = chance.below(problem.shifts.length + 1);
      return value === 0 ? REST : onShift(problem.shifts[value - 1]!.code);
    }),
  }));
  return settled({ month: problem.month, revision: 1, rows, pins: [], accepted: [] }, problem);
}

describe('appraiserOf', () => {
  it('says what the judge says, for any rules, roster and change', () => {
    let [compared, skipped] = [0, 0];
    for (let seed = 1; seed <= 15; seed += 1) {
      const problem = buildProblem(world(seed)).value;
      if (problem === null) continue;
      const roster = anyRoster(problem, seed);
      const appraiser = appraiserOf(problem, roster);
      const before = check(roster, problem).score;
      const chance = random(seed + 1000);
      for (let round = 0; round < 6; round += 1) {
        const changes = Array.from(
          { length: 1 + chance.below(4) },
          (): ValueChange => ({
            agent: chance.below(problem.agents.length),
            day: chance.below(problem.days.length),
            value: chance.below(problem.shifts.length + 1),
          }),
        );
        const cost = appraiser.cost(changes);
        // A changed cell that is pinned has no price.
        if (cost === null) {
          skipped += 1;
          continue;
        }
        const cells = changes.map(({ agent, day, value }) => ({
          staff: problem.agents[agent]!.id,
          day: problem.days[day]!.day,
          is: value === 0 ? REST : onShift(problem.shifts[value - 1]!.code),
        }));
        const after = check(settled(withCells(roster, cells), problem), problem).score;
        expect({ seed, ...cost }).toEqual({ seed, hard: after.hard - before.hard, soft: after.soft - before.soft });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
    expect(skipped).toBeLessThan(30);
  });
});
