/**
 * Rosters from the root's mixture of rows: every agent gets one of the rows that the program mixes, picked by its share, and
 * parts mend the cover. Rows of the program spread hours and weekends over a long horizon as the whole needs it, which no
 * window can do; the cover of single days is what windows are good at. A dive does better on short horizons, where it ends.
 */
import type { Random } from '../../base/random.js';
import type { Master, RowColumn } from './master.js';
import { improveParts } from './parts.js';
import { copyRoster, overwrite, type Prepared, putIn, type Roster, rosterCost, takeOut } from './roster.js';
import { meet, type Search } from './search.js';

/** Of later rosters every other one keeps the best roster's row with this chance. */
const KEEP = 0.6;
/** Parts without gain after which mending gives up. */
const PATIENCE = 40;

/** Rounds, mends, and takes the outcome over where it is better. `attempt` 0 takes the largest shares. */
export function roundAndMend(search: Search, master: Master, attempt: number, share: number): void {
  const { prepared, roster, chance } = search;
  const rounded = roundOff(prepared, roster, master, chance, attempt);
  const cost = rosterCost(prepared, rounded);
  const mending: Search = { ...search, roster: rounded, cost, exchange: null, report: () => {} };
  improveParts(mending, Number.POSITIVE_INFINITY, share, PATIENCE);
  if (mending.cost < search.cost) overwrite(roster, rounded);
  meet(search, 'dive');
}

function roundOff(
  prepared: Prepared,
  roster: Roster,
  { columns, lp, part }: Master,
  chance: Random,
  attempt: number,
): Roster {
  const made = copyRoster(roster);
  const values = lp.values();
  const mixed: RowColumn[][] = part.agents.map(() => []);
  for (const column of columns) if (values[column.number]! > 1e-6) mixed[column.place]!.push(column);
  part.agents.forEach((agent, place) => {
    if (attempt > 0 && attempt % 2 === 0 && chance.next() < KEEP) return;
    const column = pick(mixed[place]!, values, attempt === 0 ? null : chance);
    if (column === null) return;
    takeOut(prepared, made, agent);
    putIn(prepared, made, agent, column.row, column.cost);
  });
  return made;
}

/** The column with the largest share, or one by chance, by its share. */
function pick(mixed: readonly RowColumn[], values: Float64Array, chance: Random | null): RowColumn | null {
  let best: RowColumn | null = null;
  let most = 0;
  let sum = 0;
  for (const column of mixed) {
    const share = values[column.number]!;
    sum += share;
    const isPicked = chance === null ? share > most : chance.next() * sum < share;
    most = Math.max(most, share);
    if (isPicked) best = column;
  }
  return best;
}
