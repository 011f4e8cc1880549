/** How evenly the month's burdens lie, and how evenly they could: docs/rules.md, fair band. */
import type { Band, Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import { viewOf } from '../view.js';
import { type Tally, tallyIn } from './tally.js';

export type Burden = 'late' | 'weekends' | 'holidays' | 'hours';

export interface Fairness {
  readonly burden: Burden;
  /** People compared. */
  readonly people: number;
  /** Least and most of one person, in shifts or days (hours: minutes). */
  readonly least: number;
  readonly most: number;
  /** Sum over all people of what lies outside their fair band, in the same unit. */
  readonly off: number;
  /** No way to share as many among the same people lies less outside; null: not known (hours come in whole shifts). */
  readonly offAtLeast: number | null;
}

interface Share {
  readonly value: number;
  readonly fair: Band;
}

/** Burdens that nobody bears, or that are compared for nobody, are left out. */
export function fairnessOf(roster: Roster, problem: Problem): Fairness[] {
  const view = viewOf(roster, problem);
  const tallies = problem.agents.map((_, agent) => tallyIn(view, problem, agent));
  const shares = (value: (tally: Tally) => number, fair: (tally: Tally) => Band | null): Share[] =>
    tallies.flatMap((tally) => {
      const band = fair(tally);
      return band === null || tally.expectedDays === 0 ? [] : [{ value: value(tally), fair: band }];
    });
  const hours = shares(
    ({ minutes }) => minutes,
    ({ fairMinutes }) => ({ lo: fairMinutes, hi: fairMinutes }),
  );
  return [
    { ...summed('hours', hours), offAtLeast: null },
    summed(
      'late',
      shares(
        ({ late }) => late,
        ({ fairLate }) => fairLate,
      ),
    ),
    summed(
      'weekends',
      shares(
        ({ weekends }) => weekends,
        ({ fairWeekends }) => fairWeekends,
      ),
    ),
    summed(
      'holidays',
      shares(
        ({ holidays }) => holidays,
        ({ fairHolidays }) => fairHolidays,
      ),
    ),
  ].filter(({ people, most }) => people > 0 && most > 0);
}

function summed(burden: Burden, shares: readonly Share[]): Fairness {
  const values = shares.map(({ value }) => value);
  const sum = (of: (share: Share) => number): number => shares.reduce((total, share) => total + of(share), 0);
  const total = sum(({ value }) => value);
  return {
    burden,
    people: shares.length,
    least: Math.min(...values),
    most: Math.max(...values),
    off: sum(({ value, fair }) => Math.max(0, fair.lo - value, value - fair.hi)),
    // All bands together hold so many at least and at most; what is left of the total must lie outside somewhere.
    offAtLeast: Math.max(0, sum(({ fair }) => fair.lo) - total, total - sum(({ fair }) => fair.hi)),
  };
}
