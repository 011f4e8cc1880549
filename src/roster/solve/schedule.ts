/**
 * The order of the phases. Construction is done when this begins:
 *
 *   shake (a little), parts (a little) -> root: column generation over everything, the bound -> dives, parts and questions of the
 *   branch and bound by turns, until the budget is spent or cost = bound.
 *
 * Horizons over 100 days, or over 1200 rows of the program, skip the root: it would not finish. The longest are shaken for most of
 * the time, the largest of them by all threads together. A second thread (`isHelper`) skips the root too, shakes longer and works on parts; the
 * two share the best roster, the bound and the prices.
 */
import { random } from '../../base/random.js';
import { anneal, type RowPool, rowPool } from './anneal.js';
import { grow, plant, type Tree } from './branch.js';
import { dive } from './dive.js';
import { type Generated, generate } from './generate.js';
import { addRow, breaksHard, freeColumns, type Master, makeMaster, steepen, steepest } from './master.js';
import { HARD } from './model.js';
import { improveParts } from './parts.js';
import type { Strong } from './pricing.js';
import { overwrite, type Prepared, rowAlone } from './roster.js';
import { mixtureOf, roundAndMend } from './round.js';
import { isBroken, isDone, meet, type Search } from './search.js';
import { untilShare } from './stop.js';

/** Rows of the root's program, and days, up to which the root is tried. */
const ROOT_ROWS = 1200;
const ROOT_DAYS = 100;
/** Rows up to so many days are shaken by a number of searches for each agent, longer ones by a share of the budget. */
export const SHORT = 35;
/** Share of the budget that longer ones are shaken for where the first thread goes straight to the root, beside a helper. */
const STRAIGHT_SHARE = 0.03;
/** Shares of the budget for a dive. */
const SHORT_DIVE = 0.35;
const LONG_DIVE = 0.5;
/** ... on short horizons beside a helper, while the gap is wide: of what is left, the rest being for rounding and mending what it has fixed. */
const DIVE_BESIDE = 0.93;
const LONG_SHARE = 0.35;
const LONGEST_SHARE = 0.6;
/** ... where the threads shake one roster together: so many cells are never shaken enough by one. */
const SHARED_SHARE = 0.9;
const MANY_CELLS = 9_000;
/** Share of the budget for mending one roster rounded from the root. */
const MEND_SHARE = 0.15;
/** Searches of a row for each agent in the first shaking. */
const FIRST_SEARCHES = 30;
/** Searches of a row for each agent in the first parts. */
const FIRST_PARTS = 60;
/** Effort of the root's last rounds, which make the bound; rounds of it, and of each step of a dive. */
const STRONG: Strong = { work: 8_000_000 };
const ROOT_ROUNDS = 400;
const DIVE_ROUNDS = 30;
/** Fixings too dear that a dive takes back, on short horizons. */
const RETRIES = 10;
/** Shares of the budget that the root may take the first time, and each time it goes on. */
const FIRST_SHARE = 0.3;
const NEXT_SHARE = 0.1;
/** ... the first time beside a helper, who looks for rosters meanwhile. */
const BESIDE_ROOT = 0.7;
/** The first time it is interrupted for a dive when its bound misses so much of the program's optimum at most. */
const ROOT_NEARLY = 0.04;
/** A long horizon's root is of use for rounding only once it is nearly done. */
const LONG_ROOT = 0.5;
/** Dives; before each but the first, parts for about as many row searches as the root took, and at least so many. */
const DIVES = 100;
const LEAST_TURN = 300;
/** A wide gap, and in shares of the cost. */
const WIDE = 30;
const WIDE_SHARE = 0.03;
/** The root counts as done when its bound misses so much of the gap at most. */
const NEARLY = 0.1;
/** Turns of the branch and bound for one of the parts. */
const BRANCH_TURNS = 4;

/** Whether the whole roster is small enough for a root, and has so many days at most. */
export const hasRoot = ({ model, lines }: Prepared, days = ROOT_DAYS): boolean =>
  model.rows.length + lines.count <= ROOT_ROWS && model.days <= days;

export function schedule(search: Search, isHelper: boolean): void {
  const { prepared, stop } = search;
  const { model } = prepared;
  const pool = rowPool(model.rows.length);
  const isSmall = model.days <= SHORT;
  const isRooted = hasRoot(prepared);
  const until = isSmall ? stop.iterations() + FIRST_SEARCHES * model.rows.length : Number.POSITIVE_INFINITY;
  const isLongest = model.days > ROOT_DAYS;
  const isShared = search.exchange !== null && isLongest && model.rows.length * model.days >= MANY_CELLS;
  // A helper works on parts from now on: straight to the root.
  const isStraight = search.exchange !== null && !isHelper && isRooted;
  let part = FIRST_SHARE / 3;
  if (isStraight && !isSmall) part = STRAIGHT_SHARE;
  else if (isShared) part = SHARED_SHARE;
  else if (isLongest) part = LONGEST_SHARE;
  else if (isHelper && !isSmall) part = LONG_SHARE;
  // Of what is left: building the first roster of a long horizon takes its time.
  const share = stop.share() + part * (1 - stop.share());
  const prices = isSmall ? null : search.centre;
  anneal(search, { until, share, pool, prices, isShared });
  meet(search, 'shake');
  if (!isStraight && !isLongest) improveParts(search, stop.iterations() + FIRST_PARTS * model.rows.length, FIRST_SHARE);
  if (!isHelper && isRooted) rootAndDives(search, pool);
  improveParts(search, Number.POSITIVE_INFINITY);
}

function rootAndDives(search: Search, pool: RowPool): void {
  const { prepared, roster, chance, stop } = search;
  const { model } = prepared;
  const whole = { agents: model.rows.map((_, agent) => agent), from: 0, to: model.days };
  let master = makeMaster(prepared, roster, whole);
  addPool(search, master, pool);
  let turn = LEAST_TURN;
  let tree: Tree | null = null;
  let rootBreaks = false;
  for (let attempt = 0; attempt < DIVES && !isDone(search); attempt += 1) {
    if (attempt > 0) {
      // A helper works on parts all the time.
      if (search.exchange === null) improveParts(search, stop.iterations() + turn);
      freeColumns(master);
      const breaksCheaply = isBroken(search) || (search.bound < HARD && rootBreaks);
      if (breaksCheaply && master.limit === steepest(prepared)) steepen(prepared);
      if (master.limit < steepest(prepared)) {
        master = remade(search, master);
        tree = null;
      }
    }
    const begun = stop.iterations();
    const isLong = model.days > SHORT;
    const root = goOn(
      search,
      master,
      attempt > 0 ? NEXT_SHARE : isLong ? LONG_ROOT : search.exchange !== null ? BESIDE_ROOT : FIRST_SHARE,
      attempt === 0 ? ROOT_NEARLY : 0,
    );
    rootBreaks = breaksHard(master);
    // Only the proof is left: more time for it.
    if (!isDone(search) && search.cost <= Math.ceil(root.relaxed)) goOn(search, master, NEXT_SHARE);
    turn = Math.max(LEAST_TURN, Math.min(turn * 2, stop.iterations() - begun));
    if (isDone(search)) break;
    if (isLong && attempt % 2 === 0) {
      roundAndMend(search, mixtureOf(master), attempt, stop.share() + MEND_SHARE);
      continue;
    }
    const back = master.lp.keep();
    const alone = isLong ? LONG_DIVE : SHORT_DIVE;
    const share = !isLong && search.exchange !== null && isWide(search) ? DIVE_BESIDE * (1 - stop.share()) : alone;
    const limited = untilShare(stop, stop.share() + share);
    const found = dive(prepared, roster, master, limited, {
      cutoff: search.cost,
      rounds: DIVE_ROUNDS,
      chance: random(chance.below(2 ** 30)),
      bound: search.bound,
      retries: isLong ? 0 : RETRIES,
    });
    if (found !== null) overwrite(roster, found);
    meet(search, 'dive');
    // Where a dive had no time to end, what it has fixed is rounded with the rest.
    const mixture = mixtureOf(master);
    freeColumns(master);
    back();
    if (found === null && isWide(search)) roundAndMend(search, mixture, attempt, stop.share() + MEND_SHARE);
    const missing = root.relaxed - root.bound;
    const isNear = root.outcome === 'converged' || missing <= NEARLY * (search.cost - root.bound);
    if (tree === null && isNear) tree = plant(root.bound);
    if (tree !== null) grow(search, master, tree, stop.iterations() + (isWide(search) ? 1 : BRANCH_TURNS) * turn, stop);
  }
}

/** The program with all its rows, anew. */
function remade({ prepared, roster }: Search, { part, columns, centre }: Master): Master {
  const master = makeMaster(prepared, roster, part);
  master.centre = centre;
  for (const { place, row, cost } of columns)
    if (!master.known[place]!.has(row.join())) addRow(prepared, master, place, row, cost);
  return master;
}

/** Whether roster and bound are so far apart that better rosters matter more than questions. */
const isWide = ({ cost, bound }: Search): boolean => cost - bound > Math.max(WIDE, WIDE_SHARE * cost);

/** Goes on with the root's column generation, for a share of the budget at most, until the bound is nearly what it can be. */
function goOn(search: Search, master: Master, share: number, near = 0): Generated {
  const { prepared, roster, stop, exchange } = search;
  const limited = untilShare(stop, stop.share() + share);
  const root = generate(prepared, roster, master, limited, {
    strong: STRONG,
    cutoff: search.cost,
    rounds: ROOT_ROUNDS,
    floor: search.bound,
    near,
  });
  const better = Math.ceil(root.bound) > search.bound;
  search.bound = Math.max(search.bound, Math.ceil(root.bound));
  if (master.centre !== null) {
    search.centre = master.centre.slice();
    exchange?.sharePrices(search.centre);
  }
  if (better) search.report('bound', search);
  meet(search, 'bound');
  return root;
}

/** Gives the program the rows that the shaking met. */
function addPool({ prepared }: Search, master: Master, pool: RowPool): void {
  pool.rows.forEach((rows, agent) => {
    for (const row of rows) {
      if (!master.known[agent]!.has(row.join())) addRow(prepared, master, agent, row, rowAlone(prepared, agent, row));
    }
  });
}
