/**
 * Looks for better rosters, without a bound: in a month of few values small moves and parts by turns, else parts. How long parts have
 * follows from whether small moves gain anything.
 */
import { metropolis } from './metropolis.js';
import type { Model } from './model.js';
import { improveParts, nothingSeen } from './parts.js';
import { isDone, meet, type Search } from './search.js';

/** Row searches that the first turn of small moves counts as; each further one twice as many. */
const FIRST = 1000;
/** The parts' turn: so many times as long as that of small moves, and again with each of these that gained nothing. */
const PARTS = 0.25;
const VAIN = 4;

/** Rows up to so many days are a month's. */
export const SHORT = 35;
/** Where a cell has more values than these, drawn ones seldom fit. */
const FEW_VALUES = 8;

/** Whether small moves are worth trying. */
export const takesMoves = ({ days, values }: Model): boolean => days <= SHORT && values <= FEW_VALUES;

/** Improves the roster until so many row searches are done, this share of the budget is gone or the bound is met. */
export function improve(search: Search, until: number, share = 1): void {
  const { stop, prepared } = search;
  if (!takesMoves(prepared.model)) {
    improveParts(search, until, share);
    return;
  }
  const isOver = (): boolean => isDone(search) || stop.iterations() >= until || stop.share() >= share;
  const seen = nothingSeen(search);
  let wait = PARTS;
  for (let turn = FIRST; !isOver(); turn *= 2) {
    const begun = stop.share();
    const isBetter = metropolis(search, Math.min(turn, (until - stop.iterations()) / 2), share);
    meet(search, 'improve');
    wait = isBetter ? PARTS : VAIN * wait;
    const now = stop.share();
    if (!isOver())
      improveParts(search, until, Math.min(share, now + wait * (now - begun)), Number.POSITIVE_INFINITY, seen);
  }
}
