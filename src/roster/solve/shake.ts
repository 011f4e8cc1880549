/**
 * The first search: noisy best response with falling noise, then small neighbourhoods taken apart and put together
 * again with a little noise, kept where the roster is no worse.
 */
import { type Random, shuffled } from '../../base/random.js';
import { neighbourhood, windowLengths } from './neighbourhood.js';
import { respond, responseRoom } from './respond.js';
import { copyRoster, noiseScale, overwrite, type Prepared, putIn, type Roster, rosterCost, takeOut } from './roster.js';
import type { Stop } from './stop.js';

/** Sweeps over all rows while the noise falls, and table entries and labels of each search. */
const SWEEPS = 12;
const EFFORT = { width: 8, work: 250_000 };

/** Rows met on the way, by agent, the latest: first columns for the master problem. */
export interface RowPool {
  readonly rows: Uint8Array[][];
}

const POOL = 12;

export const rowPool = (agents: number): RowPool => ({ rows: Array.from({ length: agents }, () => []) });

function remember({ rows }: RowPool, agent: number, row: Uint8Array): void {
  rows[agent]!.push(row.slice());
  if (rows[agent]!.length > POOL) rows[agent]!.shift();
}

/** Improves the roster until `until` row searches are done, the budget is spent or the cost is down to `bound`; gives the best roster seen. */
export function shake(
  prepared: Prepared,
  roster: Roster,
  chance: Random,
  stop: Stop,
  until: number,
  bound: number,
  sweeps = SWEEPS,
  pool: RowPool | null = null,
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
  const windows = sweepWindows(model.days);
  for (let sweep = 0; sweep < sweeps && !done(); sweep += 1) {
    const noise = sweep === sweeps - 1 ? 0 : scale * 0.6 ** sweep;
    for (const [from, to] of windows) {
      for (const agent of shuffled(everybody, chance)) {
        respond(prepared, roster, agent, { from, to, noise, ...EFFORT }, chance, room);
        if (pool !== null && sweep > 1) remember(pool, agent, roster.rows[agent]!);
        if (stop.spend(1)) break;
      }
    }
    note();
  }
  overwrite(roster, best);
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

/** Whole rows where they are short, stretches of four weeks that overlap where they are long. */
function sweepWindows(days: number): [number, number][] {
  if (days <= 42) return [[0, days]];
  const windows: [number, number][] = [];
  for (let from = 0; from < days - 14; from += 14) windows.push([from, Math.min(days, from + 28)]);
  return windows;
}
