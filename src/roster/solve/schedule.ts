/**
 * The order of the phases. Construction is done when this begins:
 *
 *   shake (a little) -> root: column generation over everything, the bound -> dives and parts by turns, until the
 *   budget is spent or cost = bound.
 *
 * Long horizons skip the root: its program would not finish. A second thread (`isHelper`) skips it too and works on
 * parts from the beginning; the two share the best roster, the bound and the prices.
 */
import { random } from '../../base/random.js';
import { dive } from './dive.js';
import { generate } from './generate.js';
import { addRow, freeColumns, type Master, makeMaster } from './master.js';
import { improveParts } from './parts.js';
import { overwrite, rowAlone } from './roster.js';
import { isDone, meet, type Search } from './search.js';
import { type RowPool, rowPool, shake } from './shake.js';

/** Rows of the root's program, and days, up to which the root is tried. */
const ROOT_ROWS = 1200;
const ROOT_DAYS = 60;
/** Searches of a row for each agent in the first shaking. */
const FIRST_SEARCHES = 30;
/** Effort of the root's last rounds, which make the bound; rounds of it, and of each step of a dive. */
const EXACT = { width: 24, work: 8_000_000 };
const ROOT_ROUNDS = 400;
const AGAIN_ROUNDS = 40;
const DIVE_ROUNDS = 30;
/** Dives; each is followed by parts for as many row searches as the root took, and at least so many. */
const DIVES = 12;
const LEAST_TURN = 300;

export function schedule(search: Search, isHelper: boolean): void {
  const { prepared, roster, chance, stop } = search;
  const { model, lines } = prepared;
  const pool = rowPool(model.rows.length);
  const shaken = stop.iterations() + FIRST_SEARCHES * model.rows.length;
  overwrite(roster, shake(prepared, roster, chance, stop, shaken, search.bound, undefined, pool));
  meet(search, 'shake');
  if (!isHelper && model.rows.length + lines.count <= ROOT_ROWS && model.days <= ROOT_DAYS) rootAndDives(search, pool);
  improveParts(search, Number.POSITIVE_INFINITY);
}

function rootAndDives(search: Search, pool: RowPool): void {
  const { prepared, roster, chance, stop, exchange } = search;
  const { model } = prepared;
  const begun = stop.iterations();
  const whole = { agents: model.rows.map((_, agent) => agent), from: 0, to: model.days };
  const master = makeMaster(prepared, roster, whole);
  addPool(search, master, pool);
  const root = generate(prepared, roster, master, EXACT, search.cost, ROOT_ROUNDS, stop);
  search.bound = Math.max(search.bound, Math.ceil(root.bound));
  if (master.centre !== null) {
    search.centre = master.centre.slice();
    exchange?.sharePrices(search.centre);
  }
  search.report('bound', search);
  meet(search, 'bound');
  const turn = Math.max(LEAST_TURN, stop.iterations() - begun);
  for (let attempt = 0; attempt < DIVES && !isDone(search); attempt += 1) {
    if (attempt > 0) {
      improveParts(search, stop.iterations() + turn);
      freeColumns(master);
      generate(prepared, roster, master, null, search.cost, AGAIN_ROUNDS, stop);
    }
    if (isDone(search)) break;
    const found = dive(prepared, roster, master, search.cost, DIVE_ROUNDS, random(chance.below(2 ** 30)), stop);
    if (found !== null) overwrite(roster, found);
    meet(search, 'dive');
  }
}

/** Gives the program the rows that the shaking met. */
function addPool({ prepared }: Search, master: Master, pool: RowPool): void {
  pool.rows.forEach((rows, agent) => {
    for (const row of rows) {
      if (!master.known[agent]!.has(row.join())) addRow(prepared, master, agent, row, rowAlone(prepared, agent, row));
    }
  });
}
