/**
 * A part of the roster solved anew: its program, column generation from the prices that are known, and a dive where the bound promises
 * something. What improves parts, opens rows again and goes through spans differ in which part, and in how much it may take.
 */
import { random } from '../../base/random.js';
import { dive } from './dive.js';
import { type Generated, generate } from './generate.js';
import { type Master, makeMaster, type Part } from './master.js';
import type { Roster } from './roster.js';
import type { Search } from './search.js';
import type { Stop } from './stop.js';

export interface PartPlan {
  /** Rounds of column generation before the dive, and in each step of it; fixings too dear that it takes back. */
  readonly rounds: number;
  readonly diveRounds: number;
  readonly retries?: number;
  /** When to stop, where that is before the search does. */
  readonly stop?: Stop;
  /** Gives the program rows that are known already. */
  readonly begin?: (master: Master) => void;
}

export interface SolvedPart {
  readonly master: Master;
  /** cut: nothing costs less. */
  readonly outcome: Generated['outcome'];
  /** A roster that costs less than the search's, or null. */
  readonly found: Roster | null;
}

/** The search's roster stays as it is. */
export function solvePart(
  { prepared, roster, chance, centre, cost, stop: budget }: Search,
  part: Part,
  { rounds, diveRounds, retries = 0, stop = budget, begin }: PartPlan,
): SolvedPart {
  const master = makeMaster(prepared, roster, part);
  master.centre = centre.slice();
  begin?.(master);
  const { outcome, bound } = generate(prepared, roster, master, stop, { strong: null, cutoff: () => cost, rounds });
  if (outcome === 'cut') return { master, outcome, found: null };
  const diving = { cutoff: cost, rounds: diveRounds, chance: random(chance.below(2 ** 30)), bound, retries };
  return { master, outcome, found: dive(prepared, roster, master, stop, diving) };
}
