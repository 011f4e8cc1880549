/**
 * Whole rows of some agents opened again, everybody else's kept: parts over all days of a long horizon, whose programs begin with the rows that
 * the root and its dives have found. Parts over windows leave everybody's hours and weekends where they stand; these move them.
 */
import { shuffled } from '../../base/random.js';
import { addRow, type Master, type RowColumn } from './master.js';
import { solvePart } from './part.js';
import { pricedColumn } from './pricing.js';
import { overwrite } from './roster.js';
import { isDone, meet, type Search } from './search.js';

/** This part of everybody is opened first, and so many at least. */
const FIRST = 0.3;
const LEAST = 2;
/** How their number changes where nothing can be gained, and where it took too long (this share of the budget). */
const HOPELESS = 1.1;
const SLOW = 0.8;
const SLOW_SHARE = 0.1;
/** Known rows of each that the program begins with, at most: those that cost least under the prices of the bound. */
const ROWS = 250;
const PLAN = { rounds: 40, diveRounds: 20, retries: 2 };

/** How many are opened, from one visit to the next. */
export interface Opening {
  count: number;
}

export const opening = (agents: number): Opening => ({ count: Math.max(LEAST, FIRST * agents) });

/**
 * Opens rows, dives, and opens others, until this share of the budget is gone.
 * @param root of everybody and all days
 */
export function reopen(search: Search, root: Master, opened: Opening, share: number): void {
  const { prepared, roster, chance, stop } = search;
  const everybody = root.part.agents;
  const cheapest = cheapestRows(search, root);
  while (!isDone(search) && stop.share() < share) {
    const begun = stop.share();
    const agents = shuffled(everybody, chance).slice(0, Math.round(opened.count));
    const { outcome, found } = solvePart(
      search,
      { agents, from: 0, to: prepared.model.days },
      {
        ...PLAN,
        begin: (master) =>
          agents.forEach((agent, place) => {
            for (const { row, cost } of cheapest[agent]!)
              if (!master.known[place]!.has(row.join())) addRow(prepared, master, place, row, cost);
          }),
      },
    );
    if (found !== null) overwrite(roster, found);
    meet(search, 'dive');
    if (outcome === 'cut') opened.count *= HOPELESS;
    else if (stop.share() - begun > SLOW_SHARE) opened.count *= SLOW;
    opened.count = Math.max(LEAST, Math.min(everybody.length, opened.count));
  }
}

/** By agent. */
function cheapestRows({ prepared, centre }: Search, root: Master): RowColumn[][] {
  const priced = root.columns.map((column) => ({ column, price: pricedColumn(prepared, root, column, centre) }));
  priced.sort((a, b) => a.price - b.price || a.column.number - b.column.number);
  const found: RowColumn[][] = root.part.agents.map(() => []);
  for (const { column } of priced) if (found[column.place]!.length < ROWS) found[column.place]!.push(column);
  return found;
}
