/**
 * Column generation: solve the master, ask every agent (those who are alike once) for the best row under its prices, add it, again - until no row
 * helps. Each round gives a Lagrangian bound; the best of them is the part's bound. Prices are smoothed towards those
 * of the best bound, which saves many rounds.
 */

import { linesBound } from './lagrange.js';
import { isManned, type Master } from './master.js';
import { FORBIDDEN } from './model.js';
import { costOutside, type Effort, EPSILON, pricedColumn, pricer, type Strong } from './pricing.js';
import type { Prepared, Roster } from './roster.js';
import type { Stop } from './stop.js';

export interface Generated {
  /** converged: no row helps any more. cut: the bound reached `cutoff`. */
  readonly outcome: 'converged' | 'cut' | 'stopped';
  /** No way to fill the part costs less in all (lines and agents outside included). */
  readonly bound: number;
  /** The master's own optimum in the same terms. */
  readonly relaxed: number;
}

/** Weight of the best prices so far in the ones asked for: as long as rows are found quickly, and when they are proved. */
const SMOOTHING = 0.85;
const STRONG_SMOOTHING = 0.7;
/** How much dearer what is missing counts on the program's optimum than on the way to the cutoff. */
const TOWARDS = 1.5;
/** In this first part of the budget all is waited for. */
const EARLY = 0.3;

/**
 * @param floor where the master's optimum is no more than this, nobody is asked: nothing costs less, or in a dive, nothing was found that does
 * @param near enough is known when the bound misses this part of the program's optimum, and little of the way to `cutoff`
 */
export function generate(
  prepared: Prepared,
  roster: Roster,
  master: Master,
  strong: Strong | null,
  cutoff: number,
  rounds: number,
  stop: Stop,
  floor = -FORBIDDEN,
  near = 0,
): Generated {
  const { lines } = prepared;
  const { lp, part, rowOf } = master;
  const outside = costOutside(prepared, roster, master);
  const prices = new Float64Array(lines.count);
  const centre = master.centre ?? new Float64Array(lines.count);
  const isFirst = master.centre === null;
  master.centre = centre;
  const { under, ask, take } = pricer(prepared, roster, master);
  let best = -FORBIDDEN;
  let relaxed = FORBIDDEN;
  const efforts: readonly Effort[] = strong === null ? ['quick'] : ['quick', 'tuned', strong];
  const top = efforts.length - 1;
  let level = 0;
  let isPoor = false;
  for (let round = 0; round < rounds; round += 1) {
    const isSolved = lp.run(20_000, stop.isSpent);
    if (!isSolved && stop.isSpent()) return { outcome: 'stopped', bound: best, relaxed };
    const duals = lp.duals();
    relaxed = lp.objective() + outside;
    if (isSolved && relaxed <= floor + EPSILON && isManned(master))
      return { outcome: 'converged', bound: Math.max(best, floor), relaxed };
    let added = 0;
    let smoothing = round === 0 && isFirst ? 0 : isPoor ? STRONG_SMOOTHING : SMOOTHING;
    for (let attempt = 0; attempt < 2 && added === 0; attempt += 1) {
      for (const line of master.lines) {
        // The first round asks without prices: a poor bound, but a sane one to smooth towards.
        if (round > 0 || !isFirst) prices[line] = smoothing * centre[line]! + (1 - smoothing) * duals[rowOf[line]!]!;
      }
      let bound = outside + linesBound(lines, master.lines, prices);
      let size = Math.abs(outside);
      for (const line of master.lines) {
        bound -= prices[line]! * master.totals[line]!;
        size += Math.abs(prices[line]!) * (Math.abs(master.totals[line]!) + part.agents.length);
      }
      // Between the program's prices and the best ones any row may be the best.
      under(prices, efforts[level]!, smoothing > 0 ? null : duals);
      for (let place = 0; place < part.agents.length; place += 1) {
        if (master.fixed[place]! >= 0) {
          bound += pricedColumn(prepared, master, place, prices);
          continue;
        }
        const found = ask(place);
        bound += found.bound;
        if (stop.spend(1)) return { outcome: 'stopped', bound: best, relaxed };
        if (found.cost < FORBIDDEN) added += take(place, duals);
      }
      // An agent without any row.
      if (bound === FORBIDDEN) return { outcome: 'cut', bound, relaxed };
      // A margin for rounding: sums of some thousand products, and of what they may add up to.
      bound -= 1e-6 + 1e-10 * Math.abs(bound) + 1e-13 * size;
      if (bound > best) {
        best = bound;
        centre.set(prices);
      }
      if (smoothing === 0) break;
      smoothing = 0;
    }
    if (Math.ceil(best) >= cutoff) return { outcome: 'cut', bound: best, relaxed };
    if (Math.ceil(best) >= relaxed - EPSILON || (added === 0 && level === top && !(round === 0 && isFirst))) {
      return { outcome: 'converged', bound: best, relaxed };
    }
    if (stop.share() > EARLY && relaxed - best <= near * Math.min(relaxed, TOWARDS * (cutoff - best)))
      return { outcome: 'stopped', bound: best, relaxed };
    // Where one effort finds little the next takes over, until it finds a good deal again.
    const isFirstRound = round === 0 && isFirst;
    const isFew = added < part.agents.length / 4 && !isFirstRound;
    if (isFew) level = Math.min(top, level + 1);
    else if (added >= part.agents.length || isFirstRound) level = 0;
    isPoor = strong === null ? isFew || (isPoor && added < part.agents.length) : level === top;
  }
  return { outcome: 'stopped', bound: best, relaxed };
}
