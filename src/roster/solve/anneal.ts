/**
 * The first search: noisy best response. Every agent's row is replaced by the best one against everybody else's and a
 * random cost on each cell, window by window, again and again, while the noise falls to nothing. The slower it falls, the
 * better the roster; long rows gain most, since their windows are long enough to move work between weeks.
 */
import { type Random, shuffled } from '../../base/random.js';
import { HARD } from './model.js';
import { respond, responseRoom } from './respond.js';
import {
  copyRoster,
  noiseScale,
  overwrite,
  type Prepared,
  putIn,
  type Roster,
  rosterCost,
  rowAlone,
  takeOut,
} from './roster.js';
import type { Search } from './search.js';
import { easeTolls, moveTolls, noTolls } from './tolls.js';

/** Labels a day; table entries by day of the window squared, and at least. */
const WIDTH = 8;
const WORK = 340;
const LEAST_WORK = 250_000;
/** Rows up to so many days are taken whole, others in windows of so many. */
const WHOLE = 42;
const WINDOW = 28;
/** Share of the time in which the noise falls; the rest is without. */
const NOISY = 0.85;
/** Share of the time with tolls; what falls away of them after each window then. */
const TOLLED = 0.7;
const EASE = 0.05;

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

type Shaken = Pick<Search, 'prepared' | 'roster' | 'chance' | 'stop' | 'bound' | 'exchange' | 'thread' | 'mine'>;

export interface Annealing {
  /** Ends when so many row searches are done or the budget is at `share`, whichever is first. */
  readonly until: number;
  readonly share: number;
  /** Gathers the rows met where the noise is low. */
  readonly pool: RowPool | null;
  /** Moved towards what a unit of each line is worth; null: not wanted. */
  readonly prices: Float64Array | null;
  /** With the threads beside: each shakes the rows of its own agents, in windows of its own, and hears of the others'. */
  readonly isShared: boolean;
}

/** Improves the roster in place: the best one met is what stays. */
export function anneal(search: Shaken, { until, share, pool, prices, isShared }: Annealing): void {
  const { prepared, roster, chance, stop, bound } = search;
  const { model } = prepared;
  const room = responseRoom(prepared);
  const best = copyRoster(roster);
  let bestCost = rosterCost(prepared, roster);
  const scale = noiseScale(prepared);
  const agents = isShared ? search.mine : model.rows.map((_, agent) => agent);
  const begun = stop.iterations();
  const first = stop.share();
  const progress = (): number =>
    Math.max((stop.iterations() - begun) / Math.max(1, until - begun), (stop.share() - first) / (share - first));
  const tolls = model.days > WHOLE ? noTolls(prepared) : null;
  let isDone = first >= share || until <= begun || bestCost <= bound || stop.isSpent();
  while (!isDone) {
    const length = model.days <= WHOLE ? model.days : WINDOW;
    const windows = windowsOf(model.days, length, chance);
    while (windows.length > 0 && !isDone) {
      const from = isShared ? freeWindow(search, windows, length) : windows.shift();
      if (from === undefined) break;
      const to = from + length;
      const noise = scale * Math.max(0, 1 - progress() / NOISY) ** 2;
      const work = Math.max(LEAST_WORK, WORK * length * length);
      for (const agent of shuffled(agents, chance)) {
        respond(prepared, roster, agent, { from, to, noise, width: WIDTH, work, tolls }, chance, room);
        if (pool !== null && noise < scale / 2) remember(pool, agent, roster.rows[agent]!);
        if (stop.spend(1)) break;
      }
      if (isShared) catchUp(search, room.row);
      if (tolls !== null && progress() < TOLLED)
        moveTolls(prepared, roster, tolls, agents, (noise * length) / model.days);
      else if (tolls !== null) easeTolls(prepared, tolls, EASE);
      if (prices !== null) average(prepared, roster, prices);
      const cost = rosterCost(prepared, roster);
      if (cost < bestCost) {
        bestCost = cost;
        overwrite(best, roster);
      }
      isDone = bestCost <= bound || stop.isSpent() || progress() >= 1;
    }
  }
  overwrite(roster, best);
}

/** Takes the first window whose days no other thread is on, if any: two that fill the same gap at once would fill it twice. */
function freeWindow({ exchange, thread }: Shaken, windows: number[], length: number): number | undefined {
  const free = windows.findIndex((from) => exchange?.enter(thread, from, from + length) ?? true);
  return free < 0 ? undefined : windows.splice(free, 1)[0];
}

/** Tells the others this thread's rows, and takes theirs as they stand. */
function catchUp({ prepared, roster, exchange, mine }: Shaken, room: Uint8Array): void {
  if (exchange === null) return;
  exchange.tell(mine, roster.rows);
  const own = new Set(mine);
  roster.rows.forEach((row, agent) => {
    if (own.has(agent) || !exchange.hear(agent, room) || room.every((value, day) => value === row[day])) return;
    takeOut(prepared, roster, agent);
    putIn(prepared, roster, agent, room, rowAlone(prepared, agent, room));
  });
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
