/**
 * Column generation: solve the master, ask every agent (those who are alike once) for the best row under its prices, add it, again - until no row
 * helps. Each round gives a Lagrangian bound; the best of them is the part's bound. Prices are smoothed towards those
 * of the best bound, which saves many rounds.
 */

import { type Asked, asker } from './ask.js';
import { isManned, type Master } from './master.js';
import { FORBIDDEN } from './model.js';
import { type Effort, EPSILON, type Strong } from './pricing.js';
import type { Prepared, Roster } from './roster.js';
import type { Stop } from './stop.js';
import { ascend, sweepsFor } from './sweep.js';

export interface Generated {
  /** converged: no row helps any more. cut: the bound reached `cutoff`. */
  readonly outcome: 'converged' | 'cut' | 'stopped';
  /** No way to fill the part costs less in all (lines and agents outside included). */
  readonly bound: number;
  /** The master's own optimum in the same terms. */
  readonly relaxed: number;
  /** The bound at the master's centre. */
  readonly known: number;
}

/** Weight of the best prices so far in the ones asked for: as long as rows are found quickly, and when they are proved. */
const SMOOTHING = 0.85;
const STRONG_SMOOTHING = 0.7;
/** How much dearer what is missing counts on the program's optimum than on the way to the cutoff. */
const TOWARDS = 1.5;
/** In this first part of the budget all is waited for. */
const EARLY = 0.3;

export interface Generating {
  /** The last rows' effort, which proves the bound; null: quick searches only. */
  readonly strong: Strong | null;
  /** Once the bound reaches this, nothing more is wanted; it may fall meanwhile. */
  readonly cutoff: () => number;
  readonly rounds: number;
  /** Where the master's optimum is no more than this, nobody is asked: nothing costs less, or in a dive, nothing was found that does. */
  readonly floor?: number;
  /** Enough is known when the bound misses this part of the program's optimum, and little of the way to `cutoff`. */
  readonly near?: number;
  /** The bound at the master's centre, under what is fixed and left out; of use where the program is swept. */
  readonly known?: number;
  /** Called behind each of the master's optima. */
  readonly each?: (() => void) | undefined;
}

/** Adds columns to the master until no row helps any more, or see `Generating`. */
export function generate(
  prepared: Prepared,
  roster: Roster,
  master: Master,
  stop: Stop,
  { strong, cutoff, rounds, floor = -FORBIDDEN, near = 0, known = -FORBIDDEN, each }: Generating,
): Generated {
  const { lines, model } = prepared;
  const { lp, part, rowOf } = master;
  const prices = new Float64Array(lines.count);
  const isFirst = master.centre === null;
  const centre = master.centre ?? new Float64Array(lines.count);
  master.centre = centre;
  const { outside, ask, totals } = asker(prepared, roster, master, stop);
  let best = master.isSwept ? known : -FORBIDDEN;
  let relaxed = FORBIDDEN;
  const efforts: readonly Effort[] = strong === null ? ['quick'] : ['quick', 'tuned', strong];
  const top = efforts.length - 1;
  let level = 0;
  let isPoor = false;
  let added = 1;
  const ended = (outcome: Generated['outcome'], bound = best): Generated => ({ outcome, bound, relaxed, known: best });
  const learn = (bound: number): void => {
    if (!(bound > best)) return;
    best = bound;
    centre.set(prices);
  };
  for (let round = 0; round < rounds; round += 1) {
    const steps = lp.steps();
    const isSolved = lp.run(20_000, stop.isSpent);
    if (!isSolved && stop.isSpent()) return ended('stopped');
    const duals = lp.duals();
    relaxed = lp.objective() + outside;
    each?.();
    if (isSolved && relaxed <= floor + EPSILON && isManned(master)) return ended('converged', Math.max(best, floor));
    const isFirstRound = round === 0 && isFirst;
    let sweeps = master.isSwept && efforts[level] !== strong ? sweepsFor(master, model.values, lp.steps() - steps) : 0;
    // Prices that keep to the best ones ask for the same rows again and again, but for the sweeps around them.
    if (sweeps === 0 && best === known) best = -FORBIDDEN;
    let asked: Asked | null = null;
    // The first round asks without prices: a poor bound, but a sane one to smooth towards. Where the effort before has found nothing, it is the
    // program's own prices that are likely to prove its optimum.
    const smoothings = isFirstRound ? [1] : [isPoor ? STRONG_SMOOTHING : SMOOTHING, 0];
    for (const smoothing of level === top && added === 0 ? [0] : smoothings) {
      for (const line of master.lines)
        prices[line] = smoothing * centre[line]! + (1 - smoothing) * duals[rowOf[line]!]!;
      // Between the program's prices and the best ones any row may be the best.
      asked = ask(prices, efforts[level]!, duals, smoothing > 0 ? null : duals);
      if (asked === null) return ended('stopped');
      if (asked.bound === FORBIDDEN) return ended('cut', FORBIDDEN);
      learn(asked.bound);
      if (asked.added > 0) break;
    }
    const isFew = asked!.added < part.agents.length / 4 && !isFirstRound;
    added = asked!.added;
    if (added > 0 && sweeps > 0) {
      prices.set(centre);
      for (; sweeps > 0; sweeps -= 1) {
        // They take about as long as the program's steps, which nobody counts either.
        asked = ask(prices, 'quick', duals, null, false);
        if (asked === null) return ended('stopped');
        learn(asked.bound);
        added += asked.added;
        ascend(lines, master.lines, totals, relaxed - asked.bound, prices);
      }
    }
    if (Math.ceil(best) >= cutoff()) return ended('cut');
    if (Math.ceil(best) >= relaxed - EPSILON || (added === 0 && level === top && !isFirstRound))
      return ended('converged');
    if (stop.share() > EARLY && relaxed - best <= near * Math.min(relaxed, TOWARDS * (cutoff() - best)))
      return ended('stopped');
    // Where one effort finds little the next takes over, until it finds a good deal again.
    if (isFew) level = Math.min(top, level + 1);
    else if (added >= part.agents.length || isFirstRound) level = 0;
    isPoor = strong === null ? isFew || (isPoor && added < part.agents.length) : level === top;
  }
  return ended('stopped');
}
