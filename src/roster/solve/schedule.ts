/**
 * The order of the phases. Construction is done when this begins:
 *
 *   small moves, shake (a little), small moves and parts (a little) -> root: column generation over everything, the bound -> dives, moves and parts, and questions
 *   of the branch and bound by turns (in large teams also whole rows opened again, over 35 days that and rounding), until the budget is spent or cost = bound.
 *
 * Horizons over 100 days, or over 1200 rows of the program, skip the root: it would not finish. They go through spans instead, the long ones
 * straight behind the shaking, which all threads do together in the largest. A second thread (`isHelper`) skips the root too: in a month of few values
 * it goes on by small moves, from what the first thread sketches too, and parts at once, else it shakes longer and works on parts, or over 35 days and where the program is large on spans; the two
 * share the best roster, the bound and the prices.
 */
import { random } from '../../base/random.js';
import { anneal, type RowPool, rowPool, windowCount } from './anneal.js';
import { grow, plant, type Tree } from './branch.js';
import { searchInCouples } from './couples.js';
import { dive } from './dive.js';
import { type Generated, generate } from './generate.js';
import { improve, SHORT, takesMoves } from './improve.js';
import { addRow, breaksHard, freeColumns, type Master, makeMaster, steepen, steepest } from './master.js';
import { metropolis } from './metropolis.js';
import { FORBIDDEN, HARD } from './model.js';
import type { Strong } from './pricing.js';
import { opening, reopen } from './reopen.js';
import { overwrite, type Prepared, rowAlone } from './roster.js';
import { mixtureOf, roundAndMend, sketch } from './round.js';
import { isBroken, isDone, meet, type Search } from './search.js';
import { improveSpans } from './spans.js';
import { untilShare } from './stop.js';

/** Rows of the root's program, and days, up to which the root is tried. */
const ROOT_ROWS = 1200;
const ROOT_DAYS = 100;
/** In a month a helper goes through spans where the root's program has so many rows: it takes long, and a dive from it longer. */
const SPAN_ROWS = 250;
/** Share of the budget that longer ones are shaken for where the first thread goes straight to the root, beside a helper. */
const STRAIGHT_SHARE = 0.03;
/** Shares of the budget for shaking: a helper's on longer horizons, the longest. */
const LONG_SHARE = 0.1;
const LONGEST_SHARE = 0.6;
/** ... where the threads shake one roster together: so many cells are never shaken enough by one. */
const SHARED_SHARE = 0.9;
/** ... over half a year and more, where noise that falls slowly gains more than spans for longer. */
const YEAR_SHARE = 0.8;
const HALF_YEAR = 200;
/** Up to half a year so many rounds over all rows and windows are enough. */
const SWEEPS = 150;
const MANY_CELLS = 9_000;
/** Share of the budget for mending one roster rounded from the root. */
const MEND_SHARE = 0.15;
/** ... and for opening whole rows of long horizons again. */
const REOPEN_SHARE = 0.3;
/** In months of few values small moves begin: row searches that they count as. */
const OPENING = 50;
/** Searches of a row for each agent in the first shaking; beside a helper who makes small moves no more than so many in all. */
const FIRST_SEARCHES = 30;
const STRAIGHT_SEARCHES = 200;
/** Searches of a row for each agent in the first parts. */
const FIRST_PARTS = 60;
/** Effort of the root's last rounds, which make the bound; rounds of it, and of each step of a dive. */
const STRONG: Strong = { work: 8_000_000 };
const ROOT_ROUNDS = 400;
const DIVE_ROUNDS = 30;

/** What a dive may take. */
interface DivePlan {
  /** Share of the budget. */
  readonly share: number;
  /** ... beside a helper, while the gap is wide: of what is left, the rest being for rounding and mending what it has fixed. */
  readonly beside: number;
  /** Fixings too dear that it takes back. */
  readonly retries: number;
}

/** Dives of a month, of one of few values while the gap is wide, of longer horizons, and of those of which a step takes seconds (swept programs). */
const MONTH: DivePlan = { share: 0.35, beside: 0.93, retries: 10 };
const MONTH_WIDE: DivePlan = { ...MONTH, retries: 3 };
const LONG: DivePlan = { share: 0.5, beside: 0.5, retries: 0 };
const LONG_SWEPT: DivePlan = { share: 0.5, beside: 0.8, retries: 3 };

/** The turns behind the root, again and again. */
type Turn = 'round' | 'dive' | 'ask' | 'reopen';
const MONTH_TURNS: readonly Turn[] = ['dive', 'ask'];
const TEAM_TURNS: readonly Turn[] = ['dive', 'reopen', 'ask'];
const LONG_TURNS: readonly Turn[] = ['round', 'dive', 'ask', 'reopen'];
/** In months of few values rows are opened again where there are so many: of fewer, questions soon decide. */
const TEAM = 16;
/** ... while the gap is more than this share of the cost. */
const REOPEN_GAP = 0.01;
/** Shares of the budget that the root may take the first time, and each time it goes on. */
const FIRST_SHARE = 0.3;
const NEXT_SHARE = 0.1;
/** ... the first time beside a helper, who looks for rosters meanwhile. */
const BESIDE_ROOT = 0.7;
/** The first time it is interrupted for a dive when its bound misses so much of the program's optimum at most. */
const ROOT_NEARLY = 0.04;
/** A long horizon's root is of use for rounding only once it is nearly done. */
const LONG_ROOT = 0.5;
/** Turns; before most of them, parts for about as many row searches as the root took, and at least so many. */
const TURNS = 200;
const LEAST_TURN = 300;
/** A wide gap, and in shares of the cost. */
const WIDE = 30;
const WIDE_SHARE = 0.03;
/** ... and one that questions may close sooner than better rosters. */
const CLOSE_SHARE = 0.003;
/** The root counts as done when its bound misses so much of the gap at most. */
const NEARLY = 0.1;
/** Row searches for questions where they matter more than better rosters, for one of the others. */
const BRANCH_TURNS = 4;

/** Whether the whole roster is small enough for a root, and has so many days at most. */
export const hasRoot = (prepared: Prepared, days = ROOT_DAYS): boolean =>
  rowsOf(prepared) <= ROOT_ROWS && prepared.model.days <= days;

/** Whether threads make and shake one roster together: one of the largest. */
export const isTogether = ({ model }: Prepared): boolean =>
  model.days > ROOT_DAYS && model.rows.length * model.days >= MANY_CELLS;

/** Rows of the program of the whole roster. */
const rowsOf = ({ model, lines }: Prepared): number => model.rows.length + lines.count;

export function schedule(search: Search, isHelper: boolean): void {
  const { prepared, stop } = search;
  const { model } = prepared;
  if (isHelper && takesMoves(model)) {
    improve(search, Number.POSITIVE_INFINITY);
    return;
  }
  const pool = rowPool(model.rows.length);
  const isSmall = model.days <= SHORT;
  const isRooted = hasRoot(prepared);
  const isLongest = model.days > ROOT_DAYS;
  const isShared = search.exchange !== null && isTogether(prepared);
  // A helper works on parts or spans meanwhile: straight to the root.
  const isStraight = search.exchange !== null && !isHelper && isRooted;
  if (takesMoves(model)) metropolis(search, OPENING);
  let searches = Number.POSITIVE_INFINITY;
  if (isSmall) {
    searches = FIRST_SEARCHES * model.rows.length;
    if (isStraight && takesMoves(model)) searches = Math.min(searches, STRAIGHT_SEARCHES);
  } else if (isLongest && model.days <= HALF_YEAR)
    searches = SWEEPS * (isShared ? search.mine : model.rows).length * windowCount(model.days);
  const until = stop.iterations() + searches;
  let part = FIRST_SHARE / 3;
  if (isStraight && !isSmall) part = STRAIGHT_SHARE;
  else if (isShared) part = model.days > HALF_YEAR ? YEAR_SHARE : SHARED_SHARE;
  else if (isLongest) part = LONGEST_SHARE;
  else if (isHelper && !isSmall) part = LONG_SHARE;
  // Of what is left: building the first roster of a long horizon takes its time.
  const share = stop.share() + part * (1 - stop.share());
  const prices = isSmall ? null : search.centre;
  anneal(search, { until, share, pool, prices, isShared });
  meet(search, 'shake');
  if (!isStraight && !isLongest) improve(search, stop.iterations() + FIRST_PARTS * model.rows.length, FIRST_SHARE);
  if (!isHelper && isRooted) rootAndDives(search, pool);
  if (!isRooted || (isHelper && (!isSmall || rowsOf(prepared) >= SPAN_ROWS))) improveSpans(search, 1);
  improve(search, Number.POSITIVE_INFINITY);
}

/** @param agents the search over everybody alone: root, dives and questions take couples for one row */
function rootAndDives(agents: Search, pool: RowPool): void {
  const { whole: search, follow, tell } = searchInCouples(agents);
  const { prepared, roster, chance, stop } = search;
  const { model } = prepared;
  const moves = takesMoves(agents.prepared.model);
  const whole = { agents: model.rows.map((_, agent) => agent), from: 0, to: model.days };
  let master = makeMaster(prepared, roster, whole);
  // The shaking has met no rows of couples.
  if (search === agents) addPool(search, master, pool);
  let turn = LEAST_TURN;
  let tree: Tree | null = null;
  let rootBreaks = false;
  const isLong = model.days > SHORT;
  const opened = opening(model.rows.length);
  // For small moves to finish.
  const each = moves ? (): void => sketch(search, master) : undefined;
  const isFew = moves && model.rows.length < TEAM;
  const turns = isLong ? LONG_TURNS : moves && !isFew ? TEAM_TURNS : MONTH_TURNS;
  for (let attempt = 0; attempt < TURNS && !isDone(search); attempt += 1) {
    const kind = turns[attempt % turns.length]!;
    const pass = Math.floor(attempt / turns.length);
    if (kind === 'ask') {
      if (tree === null) continue;
      const matter = isFew || !(isWide(search) || (isLong && !isClose(search)));
      grow(search, master, tree, stop.iterations() + (matter ? BRANCH_TURNS : 1) * turn, stop, each);
      if (moves) turn *= 2;
      continue;
    }
    if (attempt > 0) {
      // A helper does that all the time.
      if (search.exchange === null) {
        tell();
        improve(agents, stop.iterations() + turn);
        follow();
      }
      freeColumns(master);
      const breaksCheaply = isBroken(search) || (search.bound < HARD && rootBreaks);
      if (breaksCheaply && master.limit === steepest(prepared)) steepen(prepared);
      if (master.limit < steepest(prepared)) {
        master = remade(search, master);
        tree = null;
      }
    }
    if (kind === 'reopen') {
      if (isClose(search, moves ? REOPEN_GAP : CLOSE_SHARE)) continue;
      const patience = moves ? BRANCH_TURNS * turn : Number.POSITIVE_INFINITY;
      reopen(search, master, opened, stop.share() + REOPEN_SHARE, patience);
      continue;
    }
    const begun = stop.iterations();
    const root = goOn(
      search,
      master,
      attempt > 0 ? NEXT_SHARE : isLong ? LONG_ROOT : search.exchange !== null ? BESIDE_ROOT : FIRST_SHARE,
      attempt === 0 || (isLong && isWide(search)) ? ROOT_NEARLY : 0,
      each,
    );
    if (moves) sketch(search, master, true);
    rootBreaks = breaksHard(master);
    // Only the proof is left: more time for it.
    if (!isDone(search) && search.cost <= Math.ceil(root.relaxed)) goOn(search, master, NEXT_SHARE, 0, each);
    if (!moves || attempt === 0) turn = Math.max(LEAST_TURN, Math.min(turn * 2, stop.iterations() - begun));
    if (isDone(search)) break;
    if (kind === 'round') {
      roundAndMend(search, mixtureOf(master), pass, stop.share() + MEND_SHARE);
      continue;
    }
    const back = master.lp.keep();
    const monthly = moves && isWide(search) ? MONTH_WIDE : MONTH;
    const plan = !isLong ? monthly : master.isSwept ? LONG_SWEPT : LONG;
    const share = search.exchange !== null && isWide(search) ? plan.beside * (1 - stop.share()) : plan.share;
    const limited = untilShare(stop, stop.share() + share);
    const found = dive(prepared, roster, master, limited, {
      cutoff: search.cost,
      rounds: DIVE_ROUNDS,
      chance: random(chance.below(2 ** 30)),
      bound: search.bound,
      retries: plan.retries,
      each,
    });
    if (found !== null) overwrite(roster, found);
    else if (moves) sketch(search, master, true);
    meet(search, 'dive');
    // Where a dive had no time to end, what it has fixed is rounded with the rest.
    const mixture = mixtureOf(master);
    freeColumns(master);
    back();
    if (found === null && !moves && (isWide(search) || (isLong && limited.isSpent())))
      roundAndMend(search, mixture, isLong ? 0 : pass, stop.share() + MEND_SHARE);
    const missing = root.relaxed - root.bound;
    const isNear = root.outcome === 'converged' || missing <= NEARLY * (search.cost - root.bound);
    if (tree === null && isNear) tree = plant(root.bound);
  }
  tell();
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

const isClose = ({ cost, bound }: Search, share = CLOSE_SHARE): boolean => cost - bound <= share * cost;

/** Goes on with the root's column generation, for a share of the budget at most, until the bound is nearly what it can be. */
function goOn(search: Search, master: Master, share: number, near: number, each: (() => void) | undefined): Generated {
  const { prepared, roster, stop, exchange } = search;
  const limited = untilShare(stop, stop.share() + share);
  const root = generate(prepared, roster, master, limited, {
    strong: STRONG,
    cutoff: () => Math.min(search.cost, exchange?.cost() ?? FORBIDDEN),
    rounds: ROOT_ROUNDS,
    floor: search.bound,
    near,
    each,
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
