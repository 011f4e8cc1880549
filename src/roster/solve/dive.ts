/**
 * From the master's fractions to a roster: fix the surest rows, generate columns until nothing helps any more, fix the
 * next ones. Letting each step converge is what makes a dive end near the bound.
 */
import type { Random } from '../../base/random.js';
import { generate } from './generate.js';
import { fixColumn, type Master, type RowColumn } from './master.js';
import { FORBIDDEN } from './model.js';
import { copyRoster, type Prepared, putIn, type Roster, rosterCost, takeOut } from './roster.js';
import type { Stop } from './stop.js';

/** Rows this near to 1 are fixed together. */
const SURE = 0.97;
/** Of the open rows at least one in so many is fixed at a time. */
const STEPS = 6;

/** Dives from a converged master; gives a roster that costs less than `cutoff`, or null. */
export function dive(
  prepared: Prepared,
  roster: Roster,
  master: Master,
  cutoff: number,
  rounds: number,
  chance: Random,
  stop: Stop,
): Roster | null {
  const { lp, part, fixed } = master;
  while (fixed.includes(-1)) {
    const best: (RowColumn | undefined)[] = part.agents.map(() => undefined);
    const shares = new Float64Array(part.agents.length);
    const values = lp.values();
    for (const column of master.columns) {
      const share = values[column.number]!;
      if (fixed[column.place]! >= 0 || share <= shares[column.place]!) continue;
      shares[column.place] = share;
      best[column.place] = column;
    }
    // The surest rows, with a little chance so that dives differ; and all that are as good as whole.
    const open = best.filter((column) => column !== undefined);
    if (open.length === 0) return null;
    const rank = best.map((_, place) => shares[place]! + 0.05 * chance.next());
    open.sort((a, b) => rank[b.place]! - rank[a.place]!);
    const least = Math.ceil(open.length / STEPS);
    open.forEach((column, index) => {
      if (index < least || shares[column.place]! > SURE) fixColumn(prepared, master, column);
    });
    const { outcome, relaxed } = generate(prepared, roster, master, null, cutoff, rounds, stop);
    if (outcome === 'cut' || (outcome === 'converged' && relaxed > cutoff - 1 + 1e-3)) return null;
    if (stop.isSpent()) return null;
  }
  return compose(prepared, roster, master, cutoff);
}

function compose(prepared: Prepared, roster: Roster, master: Master, cutoff: number): Roster | null {
  const made = copyRoster(roster);
  const byNumber = new Map(master.columns.map((column) => [column.number, column]));
  master.part.agents.forEach((agent, place) => {
    const column = byNumber.get(master.fixed[place]!)!;
    takeOut(prepared, made, agent);
    putIn(prepared, made, agent, column.row, column.cost);
  });
  const cost = rosterCost(prepared, made);
  return cost < cutoff && cost < FORBIDDEN ? made : null;
}
