/**
 * Which undecided cell to ask about: the one whose two halves move the program's optimum most. That is tried out on the
 * columns at hand (no new ones are looked for), until enough is known about a cell: then what it moved before, for
 * each part of a choice taken away or added, is believed.
 */
import { leaveOut, type Master, type RowColumn } from './master.js';
import { FORBIDDEN } from './model.js';
import type { Prepared } from './roster.js';
import type { Stop } from './stop.js';

export interface Undecided {
  readonly place: number;
  /** `day * values + value` */
  readonly cell: number;
  /** How much of it is chosen. */
  readonly share: number;
}

/** What trials of a cell moved, for each whole choice: forbidding it, demanding it. */
interface Moved {
  readonly without: number;
  readonly within: number;
  readonly trials: number;
}

/** By `place * cells + cell`. */
export type Experience = Map<number, Moved>;

/** Trials after which a cell's experience is believed. */
const RELIABLE = 3;
/** Cells tried at most, trials in a row without a better one that end the search, and dual steps for a half (and primal ones behind them). */
const TRIED = 24;
const VAIN = 8;
const PIVOTS = 20;
/** Shares nearer to 0 or 1 are whole: the program's right-hand side is a little uneven (`master.ts`). */
const WHOLE = 2e-3;

interface Open extends Undecided {
  readonly key: number;
}

/**
 * @param cutoff what the program's optimum must reach for a half to be closed
 * @returns null: the program has chosen one row for everybody
 */
export function undecided(
  prepared: Prepared,
  master: Master,
  experience: Experience,
  cutoff: number,
  stop: Stop,
): Undecided | null {
  const { lp } = master;
  const { values } = prepared.model;
  const open = openCells(prepared, master);
  if (open.length < 2) return open[0] ?? null;
  const now = lp.objective();
  // How far beyond the cutoff a half lies does not matter.
  const cap = Math.max(1, cutoff - now);
  const usual = average(experience);
  const worthOf = ({ share }: Open, { without, within }: Pick<Moved, 'without' | 'within'>): number =>
    Math.max(1e-3, Math.min(cap, without * share)) * Math.max(1e-3, Math.min(cap, within * (1 - share)));
  const expected = open.map((cell) => ({ cell, worth: worthOf(cell, experience.get(cell.key) ?? usual) }));
  expected.sort((a, b) => b.worth - a.worth || a.cell.key - b.cell.key);
  const restore = lp.keep();
  const rise = (isOut: (column: RowColumn) => boolean): number => {
    leaveOut(master, isOut);
    lp.run(PIVOTS, stop.isSpent);
    const risen = Math.max(0, Math.min(cap, lp.objective() - now));
    restore();
    return risen;
  };
  let best: Undecided = expected[0]!.cell;
  let most = -1;
  let vain = 0;
  let tried = 0;
  for (const { cell, worth } of expected) {
    if (vain >= VAIN || tried >= TRIED || stop.isSpent()) break;
    const known = experience.get(cell.key);
    let found = worth;
    if (known === undefined || known.trials < RELIABLE) {
      tried += 1;
      const has = ({ row }: RowColumn): boolean => row[Math.floor(cell.cell / values)] === cell.cell % values;
      const without = rise((column) => column.place === cell.place && has(column)) / cell.share;
      const within = rise((column) => column.place === cell.place && !has(column)) / (1 - cell.share);
      experience.set(cell.key, mixed(known, without, within));
      found = worthOf(cell, { without, within });
    }
    if (found > most) {
      most = found;
      best = cell;
      vain = 0;
    } else vain += 1;
  }
  return best;
}

/** Cells that the program has chosen in part, those nearest to half first. */
function openCells({ model, shapes }: Prepared, { lp, columns, part }: Master): Open[] {
  const { days, values } = model;
  const shares = lp.values();
  const chosen = part.agents.map(() => new Float64Array(days * values));
  for (const { place, row, number } of columns) {
    const share = shares[number]!;
    if (share < WHOLE) continue;
    for (let day = 0; day < days; day += 1) chosen[place]![day * values + row[day]!]! += share;
  }
  const open: Open[] = [];
  chosen.forEach((cells, place) => {
    cells.forEach((share, cell) => {
      if (Math.min(share, 1 - share) > WHOLE && shapes[part.agents[place]!]!.own[cell]! < FORBIDDEN)
        open.push({ place, cell, share, key: place * cells.length + cell });
    });
  });
  return open;
}

function mixed(known: Moved | undefined, without: number, within: number): Moved {
  if (known === undefined) return { without, within, trials: 1 };
  const trials = known.trials + 1;
  const mean = (old: number, made: number): number => old + (made - old) / trials;
  return { without: mean(known.without, without), within: mean(known.within, within), trials };
}

function average(experience: Experience): Moved {
  let [without, within] = [0, 0];
  for (const moved of experience.values()) {
    without += moved.without;
    within += moved.within;
  }
  const count = Math.max(1, experience.size);
  return { without: Math.max(1, without / count), within: Math.max(1, within / count), trials: 0 };
}
