/**
 * Looks for better rosters, without a bound: in a month of few values small moves - from the best roster or from one that was suggested - and parts by
 * turns, else parts. How long parts have follows from whether small moves gain anything.
 */
import { metropolis } from './metropolis.js';
import type { Answer, Model } from './model.js';
import { improveParts, nothingSeen } from './parts.js';
import { emptyRoster, overwrite, rosterCost } from './roster.js';
import { isDone, isSuggested, meet, putRows, type Search, suggested } from './search.js';

/** Row searches that the first turn of small moves counts as; each further one twice as many. */
const FIRST = 1000;
/** The parts' turn: so many times as long as that of small moves, and again with each of these that gained nothing. */
const PARTS = 0.25;
const VAIN = 4;
/** Row searches that finishing a roster counts as, and the temperature it begins at: warmer, and what was good in it is lost. */
const FINISH = 1000;
const COOL = 0.1;
/** Whichever way gained last, finishing or moves from the best roster, is given so many times as much as the other. */
const FAVOUR = 3;

/** Rows up to so many days are a month's. */
export const SHORT = 35;
/** Where a cell has more values than these, drawn ones seldom fit. */
const FEW_VALUES = 8;

/** Whether small moves are worth trying. */
export const takesMoves = ({ days, values }: Model): boolean => days <= SHORT && values <= FEW_VALUES;

/** Finishes a suggested roster by small moves that begin cold. Whether it became a better one. */
function finish(search: Search, sketch: Answer, searches: number, share: number): boolean {
  const { prepared, roster } = search;
  const { days } = prepared.model;
  const finished: Search = { ...search, roster: emptyRoster(prepared), report() {} };
  putRows(
    finished,
    roster.rows.map((_, agent) => sketch.subarray(agent * days, (agent + 1) * days)),
  );
  metropolis(finished, searches, share, COOL);
  if (rosterCost(prepared, finished.roster) >= rosterCost(prepared, roster)) return false;
  overwrite(roster, finished.roster);
  return true;
}

/** Improves the roster until so many row searches are done, this share of the budget is gone or the bound is met. */
export function improve(search: Search, until: number, share = 1): void {
  const { stop, prepared } = search;
  if (!takesMoves(prepared.model)) {
    improveParts(search, { until, share });
    return;
  }
  const seen = nothingSeen(search);
  let wait = PARTS;
  let turn = FIRST;
  // Row searches that either way was given, and the one that gained last.
  const given = { finish: 0, move: 0 };
  let favoured: keyof typeof given = 'finish';
  const wantsSketch = (): boolean =>
    isSuggested(search) && given.finish <= given.move * (favoured === 'finish' ? FAVOUR : 1 / FAVOUR);
  while (!isDone(search) && stop.iterations() < until && stop.share() < share) {
    const begun = stop.share();
    const first = stop.iterations();
    const most = (until - first) / 2;
    const sketch = wantsSketch() ? suggested(search) : null;
    const way = sketch === null ? 'move' : 'finish';
    const isBetter =
      sketch === null
        ? metropolis(search, Math.min(turn, most), share)
        : finish(search, sketch, Math.min(FINISH, most), share);
    meet(search, 'improve');
    given[way] += stop.iterations() - first;
    if (way === 'move') turn *= 2;
    if (isBetter) {
      favoured = way;
      wait = PARTS;
    } else if (way === 'move') wait *= VAIN;
    if (!isBetter && wantsSketch()) continue;
    const now = stop.share();
    improveParts(
      search,
      {
        until,
        share: Math.min(share, now + wait * (now - begun)),
        isOver: () => !isBetter && wantsSketch(),
      },
      seen,
    );
  }
}
