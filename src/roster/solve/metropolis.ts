/**
 * Simulated annealing by small moves, millions of them: days of a row changed, exchanged with another row's, pushed along, swapped or traded and given
 * back (`kernel/moves.ts`). What is dearer is taken with a chance that falls with the temperature. On a month of few values it finds better rosters than rows taken whole,
 * whose best response to everybody else's leaves little room for chance.
 */
import { movesOf } from './moves.js';
import { noiseScale, putIn, rosterCost, rowAlone, takeOut } from './roster.js';
import type { Search } from './search.js';

/** Temperature at the start and at the end, and what a hard violation counts, in costs that a cell typically makes. */
const HOT = 1;
const COLD = 0.05;
const HARD_WEIGHT = 1;
/** Moves that count as a row search. */
const MOVES = 2048;

/** Row searches' worth of moves between two looks at the other threads. */
const LOOK = 16;

/**
 * Anneals for so many row searches, or until this share of the budget is gone; the search's roster becomes the best one met, if that is better.
 * @param hot temperature at the start
 * @returns whether it is
 */
export function metropolis(search: Search, searches: number, share = 1, hot = HOT): boolean {
  const { prepared, roster, chance, stop, exchange } = search;
  const first = stop.share();
  if (first >= share) return false;
  const scale = noiseScale(prepared);
  const before = rosterCost(prepared, roster);
  const seeds = [chance.below(2 ** 32), chance.below(2 ** 32)] as const;
  const { anneal, best } = movesOf(prepared, roster, before, seeds);
  let least = before;
  for (let done = 0, gone = 0; gone < 1; ) {
    least = anneal(MOVES, hot * scale * (COLD / hot) ** gone, HARD_WEIGHT * scale);
    done += 1;
    gone = Math.max(done / searches, (stop.share() - first) / (share - first));
    if (done % LOOK === 0 && exchange !== null && least < exchange.cost()) exchange.offer(least, best());
    if (stop.spend(1) || least <= (exchange?.bound() ?? search.bound)) break;
  }
  if (least >= before) return false;
  const { days } = prepared.model;
  const answer = best();
  roster.rows.forEach((_, agent) => {
    const row = answer.slice(agent * days, (agent + 1) * days);
    takeOut(prepared, roster, agent);
    putIn(prepared, roster, agent, row, rowAlone(prepared, agent, row));
  });
  return true;
}
