/**
 * Spans: everybody over some days, the others kept. The program of such a span is solved and dived from like a root's, pass after pass over all
 * days, and the spans grow: in a year four weeks bring the cover of single days in order, twelve move hours and weekends from one month to another,
 * which no part with a few people can do.
 *
 * Threads begin their passes at different places and put together what they have found.
 */
import { FORBIDDEN } from './model.js';
import { solvePart } from './part.js';
import { improveParts } from './parts.js';
import { copyRoster, overwrite, putIn, type Roster, rosterCost, rowAlone, takeOut, toAnswer } from './roster.js';
import { isBroken, isDone, meet, type Search } from './search.js';
import { type Stop, untilShare } from './stop.js';

const WEEK = 7;
/** The first spans are the longest, of a week or more but half the days, whose program has so many rows at most; no span's has more than `MOST_ROWS`. */
const FIRST_ROWS = 250;
const MOST_ROWS = 1200;
/**
 * By how much spans grow from pass to pass, and shrink where one does not end within its share of the budget, which is this at first and grows
 * where a whole pass has gained nothing: what is shorter is exhausted then.
 */
const LONGER = 1.5;
const SHORTER = 0.75;
const FIRST_SHARE = 0.1;
const PLAN = { rounds: 100, diveRounds: 30, retries: 3 };

/** Improves the roster until this share of the budget is gone. */
export function improveSpans(search: Search, share: number): void {
  const { prepared, stop, chance } = search;
  const { days, rows } = prepared.model;
  const linesADay = Math.max(1, prepared.lines.count) / days;
  const daysOf = (programRows: number): number => Math.floor((programRows - rows.length) / linesADay);
  const first = Math.min(Math.ceil(days / 2), Math.max(WEEK, daysOf(FIRST_ROWS)));
  const longest = Math.min(days, Math.max(first, daysOf(MOST_ROWS)));
  let length = first;
  let spanShare = FIRST_SHARE;
  const goesOn = (): boolean => !isDone(search) && stop.share() < share;
  while (goesOn()) {
    // Violations become dearer there, as long as they stay.
    if (isBroken(search)) improveParts(search, { share: Math.min(share, stop.share() + FIRST_SHARE) });
    let isSlow = false;
    let isBetter = false;
    for (const from of startsOf(days, length, chance.below(WEEK), search.thread)) {
      if (!goesOn() || isSlow) break;
      const limited = untilShare(stop, Math.min(share, stop.share() + spanShare));
      if (improveSpan(search, from, from + length, limited)) isBetter = true;
      isSlow = limited.isSpent();
    }
    if (!isSlow && !isBetter) spanShare *= LONGER;
    if (isSlow) length = Math.max(1, Math.floor(length * SHORTER));
    // Behind the longest the first ones come again.
    else length = length === longest ? first : Math.min(longest, Math.round(length * LONGER));
  }
}

/** First days of spans that overlap by half and cover all days; every other thread begins in the middle. */
export function startsOf(days: number, length: number, shift: number, thread: number): number[] {
  const step = Math.max(1, Math.floor(length / 2));
  const starts = new Set<number>();
  for (let from = shift - WEEK; from + step < days; from += step)
    starts.add(Math.max(0, Math.min(days - length, from)));
  const all = [...starts];
  const first = Math.floor((thread % 2) * (all.length / 2));
  return [...all.slice(first), ...all.slice(0, first)];
}

/** Whether a better roster was found. */
function improveSpan(search: Search, from: number, to: number, limited: Stop): boolean {
  const part = { agents: search.prepared.model.rows.map((_, agent) => agent), from, to };
  const { found } = solvePart(search, part, { ...PLAN, stop: limited });
  if (found !== null) overwrite(search.roster, joined(search, found, from, to));
  meet(search, 'improve');
  return found !== null;
}

/** What was found on days from..to-1, in what another thread has found on the others since; the found roster where there is no such. */
export function joined(
  { prepared, cost, exchange }: Pick<Search, 'prepared' | 'cost' | 'exchange'>,
  found: Roster,
  from: number,
  to: number,
): Roster {
  if (exchange === null || exchange.cost() >= cost) return found;
  const { days, rows } = prepared.model;
  const answer = toAnswer(prepared, found);
  const theirs = answer.slice();
  const best = Math.min(exchange.take(theirs), rosterCost(prepared, found));
  const made = copyRoster(found);
  rows.forEach((_, agent) => {
    const row = theirs.slice(agent * days, (agent + 1) * days);
    const mixed = row.slice();
    mixed.set(answer.subarray(agent * days + from, agent * days + to), from);
    const mixedCost = rowAlone(prepared, agent, mixed);
    takeOut(prepared, made, agent);
    if (mixedCost < FORBIDDEN) putIn(prepared, made, agent, mixed, mixedCost);
    else putIn(prepared, made, agent, row, rowAlone(prepared, agent, row));
  });
  return rosterCost(prepared, made) < best ? made : found;
}
