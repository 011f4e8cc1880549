/**
 * Ways out of a clash, each tried: the month is changed, a roster searched and scored. What leads to no roster in its part of
 * the time is not listed.
 */

import type { Budget } from '../../base/budget.js';
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
  /** Quick: a first roster that keeps the hard rules of the changed month, with the problem it answers; null: none found. */
  readonly best: (change: Change) => Tried | null;
  /** A good one from a roster that keeps them. */
  readonly better: (change: Change, start: Roster) => Tried | null;
}

export interface Tried {
  readonly roster: Roster;
  readonly problem: Problem;
  readonly soft: number;
  /** Searches on from there; the soft score then. */
  readonly onward: (budget: Budget) => number;
}

/** A way with its search to go on, once all ways are known. */
export type Found = WayOut & { readonly onward?: Tried['onward'] };

/** Milliseconds to see whether a roster exists, and to better it. */
const LOOK = 1500;
const BETTER = 800;

/** Each kind of way and its share of the time that is left when its turn comes: cheap and likely ones first. */
const KINDS = [
  { way: byLeave, share: 0.3 },
  { way: byPins, share: 0.3 },
  { way: byMoreShifts, share: 0.3 },
  { way: byMoreAgents, share: 0.4 },
  { way: byExceptions, share: 0.5 },
  { way: byOpenShifts, share: 0.6 },
] as const;

/**
 * Whether a way leads anywhere is asked of all of them first, and needs no more than a first roster without hard
 * violations; the time left goes to better rosters. Fewest changes first, then the best roster.
 */
export function waysOut(input: WaysInput): WayOut[] {
  const ways: Found[] = [];
  for (const { way, share } of KINDS) {
    const own = { ...input, purse: input.purse.part(share) };
    // Open shifts may have been found by the search before: that costs no time.
    if (!own.purse.isSpent() || way === byOpenShifts) ways.push(...way(own, trialOf(own)));
  }
  const order = (a: Found, b: Found): number => a.size - b.size || a.score.soft - b.score.soft;
  return ways
    .sort(order)
    .map(({ onward, ...way }, at): WayOut => {
      if (onward === undefined || input.purse.isSpent()) return way;
      const soft = onward(input.purse.slice(1 / (ways.length - at), BETTER));
      return { ...way, score: { ...way.score, soft: Math.min(way.score.soft, soft) } };
    })
    .sort(order);
}

function trialOf({ facts, seed, purse }: WaysInput): Trial {
  const exists = (change: Change): Roster | null => {
    if (purse.isSpent()) return null;
    const hard = hardProblem(change(facts));
    if (hard === null) return null;
    const answer = possible(hard, seed, purse.question(0.3, LOOK));
    return answer.is === 'possible' ? answer.roster : null;
  };
  const first = (change: Change, start: Roster): Tried | null => {
    const problem = buildProblem(change(facts)).value;
    if (problem === null) return null;
    const { score } = check(start, problem);
    const onward = (budget: Budget): number => {
      const found = generate(problem, { seed, budget, start });
      return found.roster !== null && found.score.hard === 0 ? found.score.soft : score.soft;
    };
    return score.hard === 0 ? { roster: start, problem, soft: score.soft, onward } : null;
  };
  const better = (change: Change, start: Roster): Tried | null => {
    const begun = first(change, start);
    const problem = begun?.problem ?? buildProblem(change(facts)).value;
    if (problem === null) return null;
    const { roster, score } = generate(problem, { seed, budget: purse.slice(0.4, BETTER), start });
    if (roster === null || score.hard > 0) return begun;
    return { roster, problem, soft: score.soft, onward: () => score.soft };
  };
  const best = (change: Change): Tried | null => {
    const start = exists(change);
    return start === null ? null : first(change, start);
  };
  return { best, better };
}
