/**
 * From the master's fractions to a roster: fix the surest rows, generate columns until nothing helps any more, fix the
 * next ones. Letting each step converge is what makes a dive end near the bound.
 */
import type { Random } from '../../base/random.js';
import { type Generated, generate } from './generate.js';
import { fixColumn, leaveOut, type Master, type RowColumn } from './master.js';
import { FORBIDDEN, HARD } from './model.js';
import { costOutside } from './pricing.js';
import { copyRoster, type Prepared, putIn, type Roster, rosterCost, takeOut } from './roster.js';
import type { Stop } from './stop.js';

/** Rows this near to 1 are whole. */
const SURE = 0.97;
/**
 * As long as a dive that takes back what is too dear has cost less than a point, only rows as sure as this go together with the surest: two that go together badly
 * cost more rounds than two steps, and a roster at the bound is worth the time.
 */
const LIKELY = 0.5;
/** Of the open rows this part is fixed at a time: at first, at most, at least. */
const FIRST_FRACTION = 0.15;
const MOST_FRACTION = 0.4;
const LEAST_FRACTION = 0.02;
const ROUNDING = 1e-9;
/**
 * A step is cheap as long as the program's optimum is no more than what is proved of every roster, or rises by this share of what is left up to the
 * cutoff; of that no more counts than so many points or such a share of the optimum, whichever is more: a poor roster tells nothing.
 */
const CHEAP = 0.02;
const FAR = 30;
const FAR_SHARE = 0.1;
const ROUNDED = 1e-3;

export interface Diving {
  /** Only a roster that costs less is wanted. */
  readonly cutoff: number;
  /** Rounds of column generation in each step. */
  readonly rounds: number;
  readonly chance: Random;
  /** Nothing costs less: as long as the program's optimum stays there no columns are looked for. */
  readonly bound: number;
  /**
   * Fixings that may be taken back because they are too dear (of several rows in a swept program any number); then one row is fixed at a time, and
   * one that is too dear alone is left out.
   */
  readonly retries?: number;
  /** Called behind each of the program's optima. */
  readonly each?: (() => void) | undefined;
}

/** Dives from a converged master; gives a roster that costs less than `cutoff`, or null. */
export function dive(
  prepared: Prepared,
  roster: Roster,
  master: Master,
  stop: Stop,
  { cutoff, rounds, chance, bound, retries = 0, each }: Diving,
): Roster | null {
  const { part, fixed, lp } = master;
  const least = Math.ceil(bound) + ROUNDED;
  let fraction = FIRST_FRACTION;
  let floor = Math.ceil(bound);
  let before = lp.objective() + costOutside(prepared, roster, master);
  let retriesLeft = retries;
  let known = bound;
  const settle = (upper: number): Generated => {
    const settled = generate(prepared, roster, master, stop, {
      strong: null,
      cutoff: () => upper,
      rounds,
      floor,
      known,
      each,
    });
    known = Math.max(known, settled.known);
    return settled;
  };
  for (;;) {
    const { columns, shares } = chosen(master);
    // Rows that are whole anyway stay free to give way; of the others the surest, with a little chance so that dives differ.
    const open = columns.filter((column) => fixed[column.place] === null && shares[column.place]! < SURE);
    if (columns.length < part.agents.length) return null;
    if (open.length === 0) return compose(prepared, roster, master, columns, cutoff);
    const rank = part.agents.map((_, place) => shares[place]! + 0.05 * chance.next());
    open.sort((a, b) => rank[b.place]! - rank[a.place]!);
    const back = lp.keep();
    const kept = { known, centre: master.centre!.slice() };
    const isCareful = retries > 0 && before < Math.ceil(bound) + 1;
    const surest = open
      .slice(0, Math.ceil(open.length * fraction - ROUNDING))
      .filter(({ place }, index) => index === 0 || !isCareful || shares[place]! >= LIKELY);
    for (const column of surest) fixColumn(master, column);
    // What is dearer than this is taken back: that it is need not be known to the end.
    const left = Math.min(cutoff - before, Math.max(FAR, FAR_SHARE * (before % HARD)));
    // Where steps take long, several rows that are too dear together are always taken back; as long as nothing was lost they may cost nothing at all.
    const isFree = master.isSwept && surest.length > 1;
    const dear = isFree && before <= least ? least : Math.max(least, before + CHEAP * left);
    const mayRetry = isFree || retriesLeft > 0;
    const { outcome, relaxed } = settle(mayRetry ? Math.min(cutoff, Math.ceil(dear) + 1) : cutoff);
    if (stop.isSpent()) return null;
    const isLost = outcome === 'cut' || (outcome === 'converged' && relaxed > cutoff - 1 + ROUNDED);
    // As long as fixing costs nothing, more at a time.
    const isCheap = !isLost && relaxed < dear;
    if (!isCheap && mayRetry) {
      if (!isFree) retriesLeft -= 1;
      back();
      known = kept.known;
      master.centre!.set(kept.centre);
      for (const { place } of surest) fixed[place] = null;
      if (surest.length === 1) leaveOut(master, (column) => column === surest[0]);
      fraction = Math.min(LEAST_FRACTION, 1 / open.length);
      before = settle(cutoff).relaxed;
      if (stop.isSpent()) return null;
      continue;
    }
    if (isLost) return null;
    fraction = isCheap ? Math.min(MOST_FRACTION, 1.5 * fraction) : Math.max(LEAST_FRACTION, fraction / 2);
    before = relaxed;
    // What is fixed makes nothing cheaper, but for rows that were missed.
    if (outcome === 'converged') floor = Math.max(floor, relaxed);
  }
}

/** The column of each agent that the program chooses most, and its share by place; agents without any are left out. */
function chosen({ lp, part, columns }: Master): { columns: RowColumn[]; shares: Float64Array } {
  const shares = new Float64Array(part.agents.length);
  const best = new Map<number, RowColumn>();
  const values = lp.values();
  for (const column of columns) {
    if (values[column.number]! <= shares[column.place]!) continue;
    shares[column.place] = values[column.number]!;
    best.set(column.place, column);
  }
  return { columns: [...best.values()], shares };
}

function compose(
  prepared: Prepared,
  roster: Roster,
  { part }: Master,
  columns: readonly RowColumn[],
  cutoff: number,
): Roster | null {
  const made = copyRoster(roster);
  for (const { place, row, cost } of columns) {
    takeOut(prepared, made, part.agents[place]!);
    putIn(prepared, made, part.agents[place]!, row, cost);
  }
  const cost = rosterCost(prepared, made);
  return cost < cutoff && cost < FORBIDDEN ? made : null;
}
