/**
 * Branch and bound over the root's program: where its best mixture of rows is no roster, a cell that is undecided
 * (an agent, a day, a value: partly chosen) is forbidden in one half of the question and demanded in the other. Each
 * half is the same program with fewer rows allowed, so columns and basis live on; its bound comes from column
 * generation as the root's does. No roster is better than the least bound of the halves still open.
 *
 * The open half with the least bound (rounded up: costs are whole) goes first, the deepest among equals: where the
 * bound is tight that is a dive, where it is not it raises the bound.
 */
import { type Experience, type Undecided, undecided } from './branching.js';
import { generate } from './generate.js';
import { freeColumns, leaveOut, type Master } from './master.js';
import { FORBIDDEN } from './model.js';
import type { Strong } from './pricing.js';
import { type Prepared, putIn, rosterCost, rowAlone, takeOut } from './roster.js';
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

/**
 * Answers open questions until none is left (the roster is optimal), so many row searches are done or the budget is spent.
 * @param each called behind each of the program's optima
 */
export function grow(
  search: Search,
  master: Master,
  tree: Tree,
  until: number,
  stop: Stop,
  each: (() => void) | undefined = undefined,
): void {
  const { prepared, roster } = search;
  while (!isDone(search) && stop.iterations() < until && !stop.isSpent()) {
    const node = next(tree, search.cost);
    if (node === null) {
      search.bound = search.cost;
      break;
    }
    // The program's own steps for the two halves take as long as a search for everybody; without a clock they must end too.
    stop.spend(master.part.agents.length);
    node.back?.();
    const limited = allowed(prepared, master, node.bans);
    if (node.centre !== null) master.centre = node.centre.slice();
    const { outcome, bound: found } = generate(limited, roster, master, stop, {
      strong: STRONG,
      cutoff: () => search.cost,
      rounds: ROUNDS,
      floor: Math.ceil(node.bound),
      each,
    });
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
  const alike = prepared.alike.slice();
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
    alike[agent] = -1;
  }
  leaveOut(master, ({ place, row }) => {
    const cells = banned.get(place);
    return cells !== undefined && row.some((value, day) => cells.has(day * values + value));
  });
  return { ...prepared, shapes, alike };
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
    const rows = wholeRows(master);
    takeRows(search, rows);
    if (Math.ceil(bound) >= search.cost) return;
    // Prices that could not be proved leave the half open: smaller questions may.
    const free = firstFree(limited, master, rows);
    if (free !== null) halves({ ...free, share: 1 });
    else takeRows(search, lastRows(limited, master));
    return;
  }
  halves(cell);

  function halves({ place, cell: at, share }: Undecided): void {
    const day = Math.floor(at / values);
    const { own } = limited.shapes[master.part.agents[place]!]!;
    const others: number[] = [];
    for (let other = day * values; other < (day + 1) * values; other += 1)
      if (other !== at && own[other]! < FORBIDDEN) others.push(other);
    const without: Open = { bans: [...bans, { place, cells: [at] }], bound, centre, back };
    const within: Open = { bans: [...bans, { place, cells: others }], bound, centre, back };
    // The likelier half goes first.
    tree.open.push(...(share < 0.5 ? [within, without] : [without, within]));
  }
}

/** Values of a day that an agent may have. */
function choices({ model, shapes }: Prepared, agent: number, day: number): number[] {
  const { own } = shapes[agent]!;
  const found: number[] = [];
  for (let value = 0; value < model.values; value += 1)
    if (own[day * model.values + value]! < FORBIDDEN) found.push(value);
  return found;
}

/** The first cell on a day that leaves an agent a choice; the value is the one the program has chosen, where it may be. */
function firstFree(
  limited: Prepared,
  { part }: Master,
  rows: readonly (Uint8Array | undefined)[],
): { place: number; cell: number } | null {
  const { values, days } = limited.model;
  for (let place = 0; place < part.agents.length; place += 1) {
    for (let day = 0; day < days; day += 1) {
      const open = choices(limited, part.agents[place]!, day);
      const value = rows[place]?.[day] ?? -1;
      if (open.length > 1) return { place, cell: day * values + (open.includes(value) ? value : open[0]!) };
    }
  }
  return null;
}

/** By place: the row of an agent who has no choice on any day. */
const lastRows = (limited: Prepared, { part }: Master): Uint8Array[] =>
  part.agents.map((agent) =>
    Uint8Array.from({ length: limited.model.days }, (_, day) => choices(limited, agent, day)[0] ?? 0),
  );

/** By place: the row that the program chooses, where it chooses one. */
function wholeRows({ lp, columns, part }: Master): (Uint8Array | undefined)[] {
  const shares = lp.values();
  const most = new Float64Array(part.agents.length);
  const best: (Uint8Array | undefined)[] = part.agents.map(() => undefined);
  for (const { number, place, row } of columns) {
    if (shares[number]! <= most[place]!) continue;
    most[place] = shares[number]!;
    best[place] = row;
  }
  return best;
}

/** Takes rows, by agent, where the roster costs less with them. */
function takeRows(search: Search, rows: readonly (Uint8Array | undefined)[]): void {
  const { prepared, roster, cost } = search;
  const before = roster.rows.map((row) => row.slice());
  const put = (made: readonly (Uint8Array | undefined)[]): void => {
    made.forEach((row, agent) => {
      if (row === undefined) return;
      takeOut(prepared, roster, agent);
      putIn(prepared, roster, agent, row, rowAlone(prepared, agent, row));
    });
  };
  if (rows.some((row, agent) => row !== undefined && rowAlone(prepared, agent, row) === FORBIDDEN)) return;
  put(rows);
  if (rosterCost(prepared, roster) < cost) meet(search, 'branch');
  else put(before);
}
