/**
 * Large neighbourhoods: a part of the roster (some agents, a window) is solved anew by column generation and a dive.
 * Parts whose bound promises nothing are dropped at once. The size of the parts follows the work they take.
 */
import type { Random } from '../../base/random.js';
import { steepen } from './master.js';
import { neighbourhood, windowLengths } from './neighbourhood.js';
import { solvePart } from './part.js';
import { overwrite } from './roster.js';
import { isBroken, isDone, meet, type Search } from './search.js';
import { shake } from './shake.js';

const PLAN = { rounds: 60, diveRounds: 20 };
/** Row searches after which a part counts as too large or as too small. */
const MANY = 600;
const FEW = 150;
/** Cells of the first parts; parts between two short shakings, and row searches of one. */
const FIRST_CELLS = 120;
const PARTS = 8;
const SHAKING = 200;
/** What is left of a length's worth at each of its turns, and how much more of it than of the worst is tried at most. */
const FADE = 0.85;
const FAVOUR = 12;
/** Parts in a row without gain, while hard rules are broken, after which violations become dearer. */
const STEEP = 50;

/** What parts have shown so far, by length of the window: how many agents go together, and what it was worth lately. */
export interface PartsSeen {
  readonly lengths: readonly number[];
  readonly sizes: number[];
  readonly worth: Float64Array;
  /** Parts in a row without gain. */
  idle: number;
}

export function nothingSeen({ prepared: { model } }: Search): PartsSeen {
  const lengths = windowLengths(model.days);
  const sizes = lengths.map((length) => Math.max(2, Math.min(model.rows.length, Math.floor(FIRST_CELLS / length))));
  return { lengths, sizes, worth: new Float64Array(lengths.length), idle: 0 };
}

/** When parts end, besides where the bound is met; what is left out does not end them. */
interface PartsLimits {
  /** Row searches done, and the share of the budget that is gone. */
  readonly until?: number;
  readonly share?: number;
  /** Parts in a row that have gained nothing. */
  readonly patience?: number;
  /** Whether there is something better to do. */
  readonly isOver?: () => boolean;
}

/**
 * Improves the roster.
 * @param seen for whoever goes on later
 */
export function improveParts(
  search: Search,
  {
    until = Number.POSITIVE_INFINITY,
    share = 1,
    patience = Number.POSITIVE_INFINITY,
    isOver = () => false,
  }: PartsLimits,
  seen = nothingSeen(search),
): void {
  const { prepared, roster, chance, stop } = search;
  const { lengths, sizes, worth } = seen;
  const everybody = prepared.model.rows.length;
  const goesOn = (): boolean => !isDone(search) && stop.iterations() < until && stop.share() <= share && !isOver();
  for (let round = 1; goesOn(); round += 1) {
    const which = choose(worth, chance);
    const part = neighbourhood(prepared, roster, sizes[which]!, lengths[which]!, chance);
    const before = stop.iterations();
    const cost = search.cost;
    const { master, found } = solvePart(search, part, PLAN);
    for (const line of master.lines) search.centre[line] = master.centre![line]!;
    if (found !== null) overwrite(roster, found);
    const spent = stop.iterations() - before;
    if (spent > MANY) sizes[which] = Math.max(2, Math.floor(sizes[which]! * 0.9));
    else if (spent < FEW) sizes[which] = Math.min(everybody, Math.ceil(sizes[which]! * 1.15));
    if (round % PARTS === 0) {
      overwrite(roster, shake(prepared, roster, chance, stop, stop.iterations() + SHAKING, search.bound));
    }
    meet(search, 'improve');
    const gain = cost - search.cost;
    // Work grows with the searches and the days of each.
    worth[which] = FADE * worth[which]! + gain / Math.max(1, spent * lengths[which]!);
    seen.idle = gain > 0 ? 0 : seen.idle + 1;
    if (seen.idle >= patience) break;
    if (seen.idle % STEEP === STEEP - 1 && isBroken(search)) steepen(prepared);
  }
}

/** A place, the more likely the more it was worth. */
function choose(worth: Float64Array, chance: Random): number {
  const most = worth.reduce((high, one) => Math.max(high, one), 0);
  if (most === 0) return chance.below(worth.length);
  const weights = worth.map((one) => 1 + (FAVOUR * one) / most);
  let at = chance.next() * weights.reduce((sum, one) => sum + one, 0);
  let place = 0;
  while (place + 1 < weights.length && at >= weights[place]!) {
    at -= weights[place]!;
    place += 1;
  }
  return place;
}
