/**
 * Rosters from the root's mixture of rows: every agent gets one of the rows that the program mixes, picked by its share, and
 * parts mend the cover. Rows of the program spread hours and weekends over a long horizon as the whole needs it, which no
 * window can do; the cover of single days is what windows are good at. A dive does better on short horizons, where it ends;
 * in a month of few values such a roster is a sketch, which small moves finish.
 */
import { type Random, shuffled } from '../../base/random.js';
import type { Master } from './master.js';
import { FORBIDDEN } from './model.js';
import { improveParts } from './parts.js';
import {
  copyRoster,
  overwrite,
  type Prepared,
  putChangeIn,
  putIn,
  type Roster,
  rosterCost,
  takeOut,
  toAnswer,
} from './roster.js';
import { isSuggested, meet, type Search, suggest } from './search.js';

/** Of later rosters every other one keeps the best roster's row with this chance. */
const KEEP = 0.6;
/** Parts without gain after which mending gives up. */
const PATIENCE = 40;
/** Passes over all rows of a sketch. */
const PASSES = 3;

/** By agent: rows that a relaxation mixes, and how much of each. */
export type Mixture = { readonly row: Uint8Array; readonly cost: number; share: number }[][];

/** What the root's program mixes. */
export function mixtureOf({ columns, lp, part }: Master): Mixture {
  const values = lp.values();
  const mixed: Mixture = part.agents.map(() => []);
  for (const { number, place, row, cost } of columns) {
    if (values[number]! > 1e-6) mixed[part.agents[place]!]!.push({ row, cost, share: values[number]! });
  }
  return mixed;
}

/** Rounds, mends, and takes the outcome over where it is better. `attempt` 0 takes the largest shares. */
export function roundAndMend(search: Search, mixture: Mixture, attempt: number, share: number): void {
  const { prepared, roster, chance } = search;
  const rounded = roundOff(prepared, roster, mixture, chance, attempt);
  const cost = rosterCost(prepared, rounded);
  const mending: Search = { ...search, roster: rounded, cost, exchange: null, report: () => {} };
  improveParts(mending, { share, patience: PATIENCE });
  if (mending.cost < search.cost) overwrite(roster, rounded);
  meet(search, 'dive');
}

/**
 * Suggests a roster of rows that the program mixes, each the one that costs least beside the others', for small moves to finish. That takes a millisecond
 * or two: while one is waiting already nothing is done, unless this one is `better`.
 */
export function sketch(search: Search, master: Master, better = false): void {
  if (!better && isSuggested(search)) return;
  const { prepared, roster, chance } = search;
  const mixture = mixtureOf(master);
  const made = roundOff(prepared, roster, mixture, chance, chance.below(2));
  let cost = rosterCost(prepared, made);
  for (let pass = 0, before = FORBIDDEN; pass < PASSES && cost < before; pass += 1) {
    before = cost;
    for (const agent of shuffled([...mixture.keys()], chance)) {
      let best: { readonly row: Uint8Array; readonly cost: number } = {
        row: made.rows[agent]!.slice(),
        cost: made.rowCost[agent]!,
      };
      for (const other of mixture[agent]!) {
        putChangeIn(prepared, made, agent, other.row, other.cost);
        const found = rosterCost(prepared, made);
        if (found >= cost) continue;
        cost = found;
        best = { row: other.row, cost: other.cost };
      }
      putChangeIn(prepared, made, agent, best.row, best.cost);
    }
  }
  suggest(search, toAnswer(prepared, made));
}

function roundOff(prepared: Prepared, roster: Roster, mixture: Mixture, chance: Random, attempt: number): Roster {
  const made = copyRoster(roster);
  mixture.forEach((mixed, agent) => {
    if (attempt > 0 && attempt % 2 === 0 && chance.next() < KEEP) return;
    const picked = pick(mixed, attempt === 0 ? null : chance);
    if (picked === null || picked.cost === FORBIDDEN) return;
    takeOut(prepared, made, agent);
    putIn(prepared, made, agent, picked.row, picked.cost);
  });
  return made;
}

/** The row with the largest share, or one by chance, by its share. */
function pick(mixed: Mixture[number], chance: Random | null): Mixture[number][number] | null {
  let best: Mixture[number][number] | null = null;
  let most = 0;
  let sum = 0;
  for (const row of mixed) {
    sum += row.share;
    if (chance === null ? row.share > most : chance.next() * sum < row.share) best = row;
    most = Math.max(most, row.share);
  }
  return best;
}
