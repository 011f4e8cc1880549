/**
 * The short shaking between two parts: small neighbourhoods taken apart and put together again by best response, with a
 * little noise, kept where the roster is no worse.
 */
import type { Random } from '../../base/random.js';
import { neighbourhood, windowLengths } from './neighbourhood.js';
import { respond, responseRoom } from './respond.js';
import { copyRoster, noiseScale, overwrite, type Prepared, putIn, type Roster, rosterCost, takeOut } from './roster.js';
import type { Stop } from './stop.js';

/** Labels and table entries of each search. */
const EFFORT = { width: 8, work: 250_000 };

/** Improves the roster until `until` row searches are done, the budget is spent or the cost is down to `bound`; gives the best roster seen. */
export function shake(
  prepared: Prepared,
  roster: Roster,
  chance: Random,
  stop: Stop,
  until: number,
  bound: number,
): Roster {
  const { model } = prepared;
  const room = responseRoom(prepared);
  const best = copyRoster(roster);
  let bestCost = rosterCost(prepared, roster);
  const note = (): void => {
    const cost = rosterCost(prepared, roster);
    if (cost >= bestCost) return;
    bestCost = cost;
    overwrite(best, roster);
  };
  const scale = noiseScale(prepared);
  const done = (): boolean => bestCost <= bound || stop.iterations() >= until || stop.isSpent();
  const everybody = model.rows.map((_, agent) => agent);
  let cost = bestCost;
  const lengths = windowLengths(model.days);
  const kept = copyRoster(roster);
  while (!done()) {
    const size = Math.min(everybody.length, 1 + chance.below(4));
    const length = lengths[chance.below(lengths.length)] ?? model.days;
    const { agents, from, to } = neighbourhood(prepared, roster, size, length, chance);
    const noise = chance.next() < 0.3 ? 0 : scale * 0.5 ** (1 + chance.below(5));
    for (const agent of agents) {
      kept.rows[agent]!.set(roster.rows[agent]!);
      kept.rowCost[agent] = roster.rowCost[agent]!;
    }
    for (const agent of agents) respond(prepared, roster, agent, { from, to, noise, ...EFFORT }, chance, room);
    if (noise > 0)
      for (const agent of agents) respond(prepared, roster, agent, { from, to, noise: 0, ...EFFORT }, chance, room);
    stop.spend(noise > 0 ? 2 * agents.length : agents.length);
    const now = rosterCost(prepared, roster);
    if (now <= cost) {
      cost = now;
      if (now < bestCost) note();
      continue;
    }
    for (const agent of agents) {
      takeOut(prepared, roster, agent);
      putIn(prepared, roster, agent, kept.rows[agent]!, kept.rowCost[agent]!);
    }
  }
  return best;
}
