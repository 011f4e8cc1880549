/**
 * Ways out of a clash, each tried: the month is changed, a roster searched and scored. What leads to no roster in its part of
 * the time is not listed.
 */

import { buildProblem, type PlanFacts } from '../build-problem.js';
import { check } from '../check.js';
import type { Generated } from '../generate.js';
import { generate } from '../generate.js';
import type { Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import type { Shortage } from '../shortage.js';
import type { Change } from './facts.js';
import { hardProblem } from './hard-problem.js';
import type { Part } from './parts.js';
import { possible } from './possible.js';
import type { Purse } from './purse.js';
import type { WayOut } from './way-out.js';
import { byExceptions, byOpenShifts } from './ways-exceptions.js';
import { byLeave, byMoreAgents, byMoreShifts, byPins } from './ways-facts.js';

export interface Clash {
  readonly parts: readonly Part[];
  /** The count that fails; null where none is known. */
  readonly shortage: Shortage | null;
}

export interface WaysInput {
  readonly facts: PlanFacts;
  readonly problem: Problem;
  readonly found: Generated;
  readonly clashes: readonly Clash[];
  readonly seed: number;
  readonly purse: Purse;
}

/** Tries changed facts. */
export interface Trial {
  /** Quick: a roster that keeps the hard rules of the changed month, or null. */
  readonly exists: (change: Change) => Roster | null;
  /** A good roster of the changed month, with the problem it answers; null where none was found. */
  readonly best: (change: Change) => Tried | null;
  /** The same from a roster that keeps the hard rules of the changed month. */
  readonly better: (change: Change, start: Roster) => Tried | null;
}

export interface Tried {
  readonly roster: Roster;
  readonly problem: Problem;
  readonly soft: number;
}

/** Milliseconds to see whether a roster exists, and to better it. */
const LOOK = 1500;
const BETTER = 800;

/** Fewest changes first, then the best roster. */
export function waysOut(input: WaysInput): WayOut[] {
  const trial = trialOf(input);
  const ways: WayOut[] = [];
  for (const way of [byLeave, byPins, byMoreShifts, byMoreAgents, byExceptions]) {
    if (!input.purse.isSpent()) ways.push(...way(input, trial));
  }
  // The search may have found one already, and that costs no time.
  ways.push(...byOpenShifts(input));
  return ways.sort((a, b) => a.size - b.size || a.score.soft - b.score.soft);
}

function trialOf({ facts, seed, purse }: WaysInput): Trial {
  const exists = (change: Change): Roster | null => {
    if (purse.isSpent()) return null;
    const hard = hardProblem(change(facts));
    if (hard === null) return null;
    const answer = possible(hard, seed, purse.question(0.3, LOOK));
    return answer.is === 'possible' ? answer.roster : null;
  };
  const better = (change: Change, start: Roster): Tried | null => {
    const problem = buildProblem(change(facts)).value;
    if (problem === null) return null;
    const { roster, score } = generate(problem, { seed, budget: purse.slice(0.2, BETTER), start });
    if (roster !== null && score.hard === 0) return { roster, problem, soft: score.soft };
    // Time was up at once: the first roster is an answer as well.
    const judged = check(start, problem);
    return judged.score.hard === 0 ? { roster: start, problem, soft: judged.score.soft } : null;
  };
  const best = (change: Change): Tried | null => {
    const start = exists(change);
    return start === null ? null : better(change, start);
  };
  return { exists, best, better };
}
