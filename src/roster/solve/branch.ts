/**
 * Branch and bound over the root's program: where its best mixture of rows is no roster, a cell that is undecided
 * (an agent, a day, a value: partly chosen) is forbidden in one half of the question and demanded in the other. Each
 * half is the same program with fewer rows allowed, so columns and basis live on; its bound comes from column
 * generation as the root's does. No roster is better than the least bound of the halves still open.
 *
 * The open half with the least bound (rounded up: costs are whole) goes first, the deepest among equals: where the
 * bound is tight that is a dive, where it is not it raises the bound.
 */
import { type Experience, undecided } from './branching.js';
import { generate } from './generate.js';
import { freeColumns, leaveOut, type Master } from './master.js';
import { FORBIDDEN } from './model.js';
import type { Strong } from './pricing.js';
import { type Prepared, putIn, rosterCost, takeOut } from './roster.js';
import { isDone, meet, type Search } from './search.js';
import type { Stop } from './stop.js';

/** Cells that an agent may not have. */
export interface Ban {
  readonly place: number;
  readonly cells: readonly number[];
}

interface Open {
  readonly bans: readonly Ban[];
  readonly bound: number;
  readonly centre: Float64Array | null;
  /** Brings back the basis of the question above; null: as it is. */
  readonly back: (() => void) | null;
}

/** Questions still open; kept between two visits. */
export interface Tree {
  readonly open: Open[];
  readonly experience: Experience;
}

export const plant = (bound: number): Tree => ({
  open: [{ bans: [], bound, centre: null, back: null }],
  experience: new Map(),
});

/** Effort of a half's last pricing, and rounds of column generation for it. */
const STRONG: Strong = { work: 1_000_000 };
const ROUNDS = 60;

/** Answers open questions until none is left (the roster is optimal), so many row searches are done or the budget is spent. */
export function grow(search: Search, master: Master, tree: Tree, until: number, stop: Stop): void {
  const { prepared, roster } = search;
  while (!isDone(search) && stop.iterations() < until && !stop.isSpent()) {
    const node = next(tree, search.cost);
    if (node === null) {
      search.bound = search.cost;
      break;
    }
    node.back?.();
    const limited = allowed(prepared, master, node.bans);
    if (node.centre !== null) master.centre = node.centre.slice();
    const { outcome, bound: found } = generate(limited, roster, master, STRONG, search.cost, ROUNDS, stop);
    const bound = Math.max(node.bound, found);
    const isCut = outcome === 'cut' || Math.ceil(bound) >= search.cost;
    if (stop.isSpent() && !isCut) tree.open.push(node);
    else if (!isCut) split(search, limited, master, tree, node.bans, bound);
    const least = tree.open.reduce((low, { bound: other }) => Math.min(low, other), FORBIDDEN);
    search.bound = Math.max(search.bound, Math.min(search.cost, Math.ceil(least)));
    meet(search, 'branch');
  }
  freeColumns(master);
}

/** Takes the next question; those that no longer matter are dropped. null: none is left. */
function next({ open }: Tree, cost: number): Open | null {
  let best = -1;
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const here = Math.ceil(open[index]!.bound);
    if (here >= cost) {
      open.splice(index, 1);
      if (best > index) best -= 1;
      continue;
    }
    const least = best < 0 ? FORBIDDEN : Math.ceil(open[best]!.bound);
    if (here < least || (here === least && open[index]!.bans.length > open[best]!.bans.length)) best = index;
  }
  return best < 0 ? null : open.splice(best, 1)[0]!;
}

/** The rows that keep the bans: in the program, and for those that are looked for. */
function allowed(prepared: Prepared, master: Master, bans: readonly Ban[]): Prepared {
  freeColumns(master);
  const { values } = prepared.model;
  const shapes = prepared.shapes.slice();
  const banned = new Map<number, Set<number>>();
  for (const { place, cells } of bans) {
    const known = banned.get(place) ?? new Set<number>();
    banned.set(place, known);
    for (const cell of cells) known.add(cell);
  }
  for (const [place, cells] of banned) {
    const agent = master.part.agents[place]!;
    const own = shapes[agent]!.own.slice();
    for (const cell of cells) own[cell] = FORBIDDEN;
    shapes[agent] = { ...shapes[agent]!, own };
  }
  leaveOut(prepared, master, ({ place, row }) => {
    const cells = banned.get(place);
    return cells !== undefined && row.some((value, day) => cells.has(day * values + value));
  });
  return { ...prepared, shapes };
}

/** Puts the two halves of a question into the tree; where the program's answer is a roster, takes it. */
function split(
  search: Search,
  limited: Prepared,
  master: Master,
  tree: Tree,
  bans: readonly Ban[],
  bound: number,
): void {
  const { prepared, stop } = search;
  const { values } = prepared.model;
  const centre = master.centre?.slice() ?? null;
  const back = master.lp.keep(true);
  const cell = undecided(limited, master, tree.experience, search.cost, stop);
  if (cell === null) {
    takeRoster(search, master);
    // Prices that could not be proved leave the half open: smaller questions may.
    const free = Math.ceil(bound) < search.cost ? firstFree(limited, master) : null;
    if (free !== null) halves(free);
    return;
  }
  halves(cell);

  function halves({ place, cell: at }: { place: number; cell: number }): void {
    const day = Math.floor(at / values);
    const { own } = limited.shapes[master.part.agents[place]!]!;
    const others: number[] = [];
    for (let other = day * values; other < (day + 1) * values; other += 1)
      if (other !== at && own[other]! < FORBIDDEN) others.push(other);
    tree.open.push({ bans: [...bans, { place, cells: [at] }], bound, centre, back });
    tree.open.push({ bans: [...bans, { place, cells: others }], bound, centre, back });
  }
}

/** The first cell on a day that leaves an agent a choice; the value is the one the program has chosen. */
function firstFree({ model, shapes }: Prepared, master: Master): { place: number; cell: number } | null {
  const { values, days } = model;
  const chosen = wholeRows(master);
  for (let place = 0; place < master.part.agents.length; place += 1) {
    const { own } = shapes[master.part.agents[place]!]!;
    for (let day = 0; day < days; day += 1) {
      const choices = own.subarray(day * values, (day + 1) * values).filter((cost) => cost < FORBIDDEN).length;
      if (choices > 1) return { place, cell: day * values + chosen[place]!.row[day]! };
    }
  }
  return null;
}

/** By place: the column that the program chooses, where it chooses one. */
function wholeRows({ lp, columns, part }: Master): (Master['columns'][number] | undefined)[] {
  const shares = lp.values();
  const most = new Float64Array(part.agents.length);
  const best: (Master['columns'][number] | undefined)[] = part.agents.map(() => undefined);
  for (const column of columns) {
    if (shares[column.number]! <= most[column.place]!) continue;
    most[column.place] = shares[column.number]!;
    best[column.place] = column;
  }
  return best;
}

/** Takes the rows that the program has chosen, where they cost less than the roster. */
function takeRoster(search: Search, master: Master): void {
  const { prepared, roster, cost } = search;
  const before = roster.rows.map((row) => row.slice());
  const costs = roster.rowCost.slice();
  const put = (rows: readonly (Uint8Array | undefined)[], prices: ArrayLike<number>): void => {
    rows.forEach((row, agent) => {
      if (row === undefined) return;
      takeOut(prepared, roster, agent);
      putIn(prepared, roster, agent, row, prices[agent]!);
    });
  };
  const chosen = wholeRows(master);
  put(
    chosen.map((column) => column?.row),
    chosen.map((column) => column?.cost ?? 0),
  );
  if (rosterCost(prepared, roster) < cost) meet(search, 'branch');
  else put(before, costs);
}
