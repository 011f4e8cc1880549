/**
 * Punches matched to stretches of rostered work by window, not by calendar day. A stretch's window reaches from four hours
 * before its start to six hours after its end, and never past the middle of the gap to its neighbours. In its window the
 * first punch is the arriving one and the last the leaving one; those between are ignored (breaks, double strokes). Each
 * punch belongs to one window at most, so none is used twice.
 */
import type { Punch } from './facts.js';
import { moment } from './moment.js';
import type { Stretch } from './stretches.js';

/** Minutes. */
const EARLIEST = 240;
const LATEST = 360;
/** Strokes as near as this to one end of a stretch (at most a quarter of it) are all of that end. */
const NEAR = 60;

/** A stretch with its punches; null: missing. */
export interface Matched {
  readonly stretch: Stretch;
  readonly arrived: Punch | null;
  readonly left: Punch | null;
}

export interface Matching {
  /** In the order of the stretches. */
  readonly matched: readonly Matched[];
  /** Punches in nobody's window, in order of time. */
  readonly strays: readonly Punch[];
}

/** Both lists are one person's and in order of time. */
export function matchPunches(stretches: readonly Stretch[], punches: readonly Punch[]): Matching {
  const strays: Punch[] = [];
  let next = 0;
  const matched = stretches.map((stretch, at): Matched => {
    const [before, after] = [stretches[at - 1], stretches[at + 1]];
    const opens = Math.max(stretch.from - EARLIEST, before === undefined ? -Infinity : middle(before, stretch));
    const closes = Math.min(stretch.to + LATEST, after === undefined ? Infinity : middle(stretch, after));
    while (next < punches.length && moment(punches[next]!) < opens) strays.push(punches[next++]!);
    const inside: Punch[] = [];
    while (next < punches.length && moment(punches[next]!) < closes) inside.push(punches[next++]!);
    return { stretch, ...ends(stretch, inside) };
  });
  strays.push(...punches.slice(next));
  return { matched, strays };
}

const middle = (earlier: Stretch, later: Stretch): number => Math.ceil((earlier.to + later.from) / 2);

function ends(stretch: Stretch, inside: readonly Punch[]): Pick<Matched, 'arrived' | 'left'> {
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return { arrived: null, left: null };
  const near = Math.min(NEAR, Math.floor((stretch.to - stretch.from) / 4));
  if (moment(first) > stretch.to - near) return { arrived: null, left: last };
  if (moment(last) < stretch.from + near) return { arrived: first, left: null };
  if (first !== last) return { arrived: first, left: last };
  const nearerToStart = moment(first) - stretch.from <= stretch.to - moment(first);
  return nearerToStart ? { arrived: first, left: null } : { arrived: null, left: last };
}
