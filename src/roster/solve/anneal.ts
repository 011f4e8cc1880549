/**
 * The first search: noisy best response. Every agent's row is replaced by the best one against everybody else's and a
 * random cost on each cell, window by window, again and again, while the noise falls to nothing. The slower it falls, the
 * better the roster. Tolls (`tolls.ts`) move work between the windows of long rows.
 */
import { type Random, shuffled } from '../../base/random.js';
import { FORBIDDEN, HARD } from './model.js';
import { respond, responseRoom } from './respond.js';
import { copyRoster, noiseScale, overwrite, type Prepared, putChangeIn, type Roster, rosterCost } from './roster.js';
import { totalsOf } from './row-task.js';
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
/** Share of the time in which tolls move, and by which they have fallen to nothing. */
const TOLLED = 0.7;
const EASED = 0.75;

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

type Shaken = Pick<
  Search,
  'prepared' | 'roster' | 'chance' | 'stop' | 'bound' | 'exchange' | 'thread' | 'mine' | 'others'
>;

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
  const length = model.days <= WHOLE ? model.days : WINDOW;
  const work = Math.max(LEAST_WORK, WORK * length * length);
  let eased = TOLLED;
  let isDone = first >= share || until <= begun || bestCost <= bound || stop.isSpent();
  if (isShared && !isDone) joinIn(search, room.row);
  const units = tolls === null ? [] : unitsOf(prepared, roster);
  const note = (): void => {
    const cost = rosterCost(prepared, roster);
    if (cost >= bestCost) return;
    bestCost = cost;
    overwrite(best, roster);
  };
  while (!isDone) {
    const windows = windowsOf(model.days, length, chance);
    for (let isWhole = true; windows.length > 0 && !isDone; isWhole = false) {
      const from = isShared ? freeWindow(search, windows, length, isWhole) : windows.shift();
      if (from === undefined) {
        note();
        break;
      }
      if (isShared) hear(search, search.others, room.row);
      const to = from + length;
      const noise = scale * Math.max(0, 1 - progress() / NOISY) ** 2;
      for (const agent of shuffled(agents, chance)) {
        const how = { from, to, noise, width: WIDTH, work, tolls };
        const outcome = respond(prepared, roster, agent, how, chance, room);
        if (tolls !== null && outcome === 'done')
          units[agent]!.set(prepared.scratch.totals.subarray(0, units[agent]!.length));
        if (pool !== null && noise < scale / 2) remember(pool, agent, roster.rows[agent]!);
        if (stop.spend(1)) break;
      }
      if (isShared) search.exchange?.tell(agents, roster);
      const now = progress();
      if (tolls !== null && now < TOLLED) moveTolls(prepared, tolls, units, agents, (noise * length) / model.days);
      else if (tolls !== null && eased < EASED) {
        easeTolls(prepared, tolls, agents, Math.min(1, (now - eased) / (EASED - eased)));
        eased = now;
      }
      // Once a sweep, for all its windows.
      if (prices !== null && isWhole) average(prepared, roster, prices, 1 - (1 - LATEST) ** (windows.length + 1));
      isDone = stop.isSpent() || now >= 1;
      // While there is noise once a sweep is enough.
      if (!isDone && noise > 0 && windows.length > 0) continue;
      note();
      isDone ||= bestCost <= bound;
    }
  }
  if (isShared) search.exchange?.leave(search.thread);
  overwrite(roster, best);
}

/**
 * Takes the first window whose days no other thread is on: two that fill the same gap at once would fill it twice. Where all are taken
 * it is any of a whole sweep, none of one that is nearly done.
 */
function freeWindow(
  { exchange, thread, chance }: Shaken,
  windows: number[],
  length: number,
  isWhole: boolean,
): number | undefined {
  const free = windows.findIndex((from) => exchange?.enter(thread, from, from + length) ?? true);
  if (free < 0 && !isWhole) return undefined;
  return windows.splice(free < 0 ? chance.below(windows.length) : free, 1)[0];
}

/** Begins with the roster of whoever began first; what nobody has told yet is told. */
function joinIn(search: Shaken, room: Uint8Array): void {
  const { roster, exchange } = search;
  const untold = hear(search, [...roster.rows.keys()], room);
  exchange?.tell(untold, roster);
}

/** Takes these agents' rows as they were last told; gives those whose rows nobody has told. */
function hear({ prepared, roster, exchange }: Shaken, agents: readonly number[], room: Uint8Array): number[] {
  const untold: number[] = [];
  for (const agent of agents) {
    const cost = exchange?.hear(agent, room) ?? FORBIDDEN;
    if (cost < FORBIDDEN) putChangeIn(prepared, roster, agent, room, cost);
    else untold.push(agent);
  }
  return untold;
}

/** By agent and counter: units of the row. */
function unitsOf({ model, shapes, scratch }: Prepared, { rows }: Roster): Int32Array[] {
  return shapes.map((shape, agent) => {
    totalsOf(shape, model.values, rows[agent]!, scratch.totals);
    return scratch.totals.slice(0, shape.counters.length);
  });
}

/** Weight of the latest totals in the prices, for each window. */
const LATEST = 0.01;

/** Moves the prices towards what a unit of each line is worth now. */
function average({ lines }: Prepared, { totals }: Roster, prices: Float64Array, latest: number): void {
  for (let line = 0; line < lines.count; line += 1) {
    if (lines.when[line]! >= 0) continue;
    const costs = lines.cost[line]!;
    const at = totals[line]! - lines.low[line]!;
    const low = Math.max(0, at - 1);
    const high = Math.min(costs.length - 1, at + 1);
    if (high === low) continue;
    const saved = Math.max(-HARD, Math.min(HARD, (costs[low]! - costs[high]!) / (high - low)));
    prices[line]! += latest * (saved - prices[line]!);
  }
}

/** Windows of one round over a long horizon. */
export const windowCount = (days: number): number => Math.ceil((2 * days) / WINDOW);

/** Windows of this length that overlap by half and cover all days, from a random one on. */
function windowsOf(days: number, length: number, chance: Random): number[] {
  if (length >= days) return [0];
  const half = length / 2;
  const found: number[] = [];
  for (let from = chance.below(half) - half; from + half < days; from += half)
    found.push(Math.max(0, Math.min(days - length, from)));
  return found;
}
