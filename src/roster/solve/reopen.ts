/**
 * Whole rows of some agents opened again, everybody else's kept: parts over all days of a long horizon, or of a large team's month, whose programs begin with the rows that
 * the root and its dives have found. Parts over windows leave everybody's hours and weekends where they stand; these move them.
 */
import { addRow, type Master, type RowColumn } from './master.js';
import { solvePart } from './part.js';
import { type Priced, pricedColumn } from './pricing.js';
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
/** ... of the rate at which agents are chosen: so much of the mean is everybody's. */
const EVEN = 0.3;
const PLAN = { rounds: 40, diveRounds: 20, retries: 2 };

/** How many are opened, from one visit to the next. */
export interface Opening {
  count: number;
}

export const opening = (agents: number): Opening => ({ count: Math.max(LEAST, FIRST * agents) });

/**
 * Opens rows, dives, and opens others, until this share of the budget is gone or so many row searches have gained nothing.
 * @param root of everybody and all days
 */
export function reopen(
  search: Search,
  root: Master,
  opened: Opening,
  share: number,
  patience = Number.POSITIVE_INFINITY,
): void {
  const { prepared, roster, stop } = search;
  const everybody = root.part.agents;
  const cheapest = cheapestRows(search, root);
  let gained = stop.iterations();
  while (!isDone(search) && stop.share() < share && stop.iterations() - gained < patience) {
    const begun = stop.share();
    const { cost } = search;
    const agents = chosen(search, root, cheapest, Math.round(opened.count));
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
    if (search.cost < cost) gained = stop.iterations();
    if (outcome === 'cut') opened.count *= HOPELESS;
    else if (stop.share() - begun > SLOW_SHARE) opened.count *= SLOW;
    opened.count = Math.max(LEAST, Math.min(everybody.length, opened.count));
  }
}

/**
 * So many agents, the likelier the more their rows cost above their cheapest ones, all under the prices of the bound: what a roster costs above the
 * bound is that, and what the lines cost above theirs. It is often a few rows that cost much.
 */
function chosen(search: Search, root: Master, cheapest: readonly RowColumn[][], count: number): number[] {
  const { prepared, roster, chance, centre } = search;
  const above = root.part.agents.map((agent, place) => {
    const standing: Priced = { place, row: roster.rows[agent]!, cost: roster.rowCost[agent]! };
    const [least = standing]: readonly Priced[] = cheapest[place]!;
    return Math.max(0, pricedColumn(prepared, root, standing, centre) - pricedColumn(prepared, root, least, centre));
  });
  const mean = above.reduce((sum, one) => sum + one, 0) / above.length;
  // Who comes first where everybody arrives by chance at such a rate.
  const arrival = above.map((one) => -Math.log(1 - chance.next()) / (one + EVEN * mean + 1e-9));
  const order = [...root.part.agents.keys()].sort((a, b) => arrival[a]! - arrival[b]!);
  return order.slice(0, count).map((place) => root.part.agents[place]!);
}

/** By place. */
function cheapestRows({ prepared, centre }: Search, root: Master): RowColumn[][] {
  const priced = root.columns.map((column) => ({ column, price: pricedColumn(prepared, root, column, centre) }));
  priced.sort((a, b) => a.price - b.price || a.column.number - b.column.number);
  const found: RowColumn[][] = root.part.agents.map(() => []);
  for (const { column } of priced) if (found[column.place]!.length < ROWS) found[column.place]!.push(column);
  return found;
}
