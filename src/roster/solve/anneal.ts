/**
 * The first search: noisy best response. Every agent's row is replaced by the best one against everybody else's and a
 * random cost on each cell, window by window, again and again, while the noise falls to nothing. The slower it falls, the
 * better the roster; long rows gain most, since their windows are long enough to move work between weeks.
 */
import { type Random, shuffled } from '../../base/random.js';
import { HARD } from './model.js';
import { respond, responseRoom } from './respond.js';
import { copyRoster, noiseScale, overwrite, type Prepared, type Roster, rosterCost } from './roster.js';
import type { Stop } from './stop.js';

/** Labels a day; table entries by day of the window squared, and at least. */
const WIDTH = 8;
const WORK = 340;
const LEAST_WORK = 250_000;
/** Rows up to so many days are taken whole, others in windows of so many. */
const WHOLE = 42;
const WINDOWS = [28, 42];
/** Share of the time in which the noise falls; the rest is without. */
const NOISY = 0.85;

/** Rows met on the way, by agent, the latest: first columns for the master problem. */
export interface RowPool {
  readonly rows: Uint8Array[][];
}

const POOL = 40;

export const rowPool = (agents: number): RowPool => ({ rows: Array.from({ length: agents }, () => []) });

function remember({ rows }: RowPool, agent: number, row: Uint8Array): void {
  rows[agent]!.push(row.slice());
  if (rows[agent]!.length > POOL) rows[agent]!.shift();
}

/**
 * Improves the roster in place until `until` row searches are done or the budget is at `share`, whichever is first, with the

 */
export function anneal(
  prepared: Prepared,
  roster: Roster,
  chance: Random,
  stop: Stop,
  until: number,
  share: number,
  bound: number,
  pool: RowPool | null,
  prices: Float64Array | null = null,
): void {
  const { model } = prepared;
  const room = responseRoom(prepared);
  const best = copyRoster(roster);
  let bestCost = rosterCost(prepared, roster);
  const scale = noiseScale(prepared);
  const everybody = model.rows.map((_, agent) => agent);
  const begun = stop.iterations();
  const first = stop.share();
  const progress = (): number =>
    Math.max((stop.iterations() - begun) / Math.max(1, until - begun), (stop.share() - first) / (share - first));
  let isDone = first >= share || until <= begun || bestCost <= bound || stop.isSpent();
  while (!isDone) {
    const length = model.days <= WHOLE ? model.days : WINDOWS[chance.below(WINDOWS.length)]!;
    for (const from of windowsOf(model.days, length, chance)) {
      const to = from + length;
      const noise = scale * Math.max(0, 1 - progress() / NOISY) ** 2;
      const work = Math.max(LEAST_WORK, WORK * length * length);
      for (const agent of shuffled(everybody, chance)) {
        respond(prepared, roster, agent, { from, to, noise, width: WIDTH, work }, chance, room);
        if (pool !== null && noise < scale / 2) remember(pool, agent, roster.rows[agent]!);
        if (stop.spend(1)) break;
      }
      if (prices !== null) average(prepared, roster, prices);
      const cost = rosterCost(prepared, roster);
      if (cost < bestCost) {
        bestCost = cost;
        overwrite(best, roster);
      }
      isDone = bestCost <= bound || stop.isSpent() || progress() >= 1;
      if (isDone) break;
    }
  }
  overwrite(roster, best);
}

/** Weight of the latest totals in the prices. */
const LATEST = 0.01;

/** Moves the prices towards what a unit of each line is worth now. */
function average({ lines }: Prepared, { totals }: Roster, prices: Float64Array): void {
  for (let line = 0; line < lines.count; line += 1) {
    if (lines.when[line]! >= 0) continue;
    const costs = lines.cost[line]!;
    const at = totals[line]! - lines.low[line]!;
    const low = Math.max(0, at - 1);
    const high = Math.min(costs.length - 1, at + 1);
    if (high === low) continue;
    const saved = Math.max(-HARD, Math.min(HARD, (costs[low]! - costs[high]!) / (high - low)));
    prices[line]! += LATEST * (saved - prices[line]!);
  }
}

/** Windows of this length that overlap by half and cover all days, from a random one on. */
function windowsOf(days: number, length: number, chance: Random): number[] {
  if (length >= days) return [0];
  const half = length / 2;
  const found: number[] = [];
  for (let from = chance.below(half) - half; from + half < days; from += half)
    found.push(Math.max(0, Math.min(days - length, from)));
  return found;
}
