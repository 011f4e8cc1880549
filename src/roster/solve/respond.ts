/**
 * Best response: one agent's best row against everybody else's, whole or in a window of days. With noise on the cell
 * costs it is the construction and the shaking of the search; without, its fine polish.
 */
import type { Random } from '../../base/random.js';
import { FORBIDDEN } from './model.js';
import {
  cellCosts,
  noiseScale,
  type Prepared,
  putDaysIn,
  putIn,
  type Roster,
  rowAlone,
  takeDaysOut,
} from './roster.js';
import { meetRow } from './row-meet.js';
import type { RowFound } from './row-task.js';
import { searchRow } from './rowsearch.js';
import { tuneSlopes } from './slopes.js';
import type { Tolls } from './tolls.js';

export interface Response {
  readonly from: number;
  readonly to: number;
  /** Largest noise added to a cell's cost. */
  readonly noise: number;
  /** Labels a day, and table entries: see `rowsearch.ts`. */
  readonly width: number;
  readonly work: number;
  readonly guide?: number;
  /** How far the row's totals may lead away from the current row's (or the even pace), see `row-task.ts`. */
  readonly corridor?: number;
  /** Rounds of tuning the slopes of loose counters first; costly, for hard rows only. */
  readonly tune?: number;
  /** true: only a legal row is wanted, whatever it costs. */
  readonly plain?: boolean;
  /** Exactly, from both ends, where a row of a whole horizon can be searched so and has so many ways to be put together at most; `missed` where not. */
  readonly met?: number;
  /** Added to the costs of what is scarce. */
  readonly tolls?: Tolls | null;
}

/** Nothing found, nothing proved. */
const UNDECIDED: RowFound = { cost: FORBIDDEN, bound: -FORBIDDEN };

/** Room for one agent's cell costs and row. */
export interface ResponseRoom {
  readonly cost: Float64Array;
  readonly row: Uint8Array;
}

export const responseRoom = ({ model }: Prepared): ResponseRoom => ({
  cost: new Float64Array(model.days * model.values),
  row: new Uint8Array(model.days),
});

/**
 * Replaces the agent's row by the best one in the window. A row that is out is put in. Where no row is found
 * the agent stays as before: `impossible` is proved, `missed` is not.
 */
export function respond(
  prepared: Prepared,
  roster: Roster,
  agent: number,
  how: Response,
  chance: Random,
  room: ResponseRoom,
): 'done' | 'impossible' | 'missed' {
  const { model, shapes, scratch } = prepared;
  const shape = shapes[agent]!;
  const wasIn = roster.placed[agent] === 1;
  if (wasIn) takeDaysOut(prepared, roster, agent, how.from, how.to);
  // A guide looks at the totals in front, which a standing row has not.
  const isStanding = wasIn && how.tune === undefined && how.met === undefined && (how.guide ?? 0) === 0;
  if (!isStanding) room.cost.set(shape.own);
  if (how.plain === true) room.cost.set(shape.own.map((own) => (own < FORBIDDEN ? 0 : FORBIDDEN)));
  else cellCosts(prepared, roster, agent, room.cost, how.from, how.to);
  if (how.noise > 0) {
    for (let cell = how.from * model.values; cell < how.to * model.values; cell += 1)
      room.cost[cell]! += how.noise * chance.next();
  }
  const current = roster.rows[agent]!;
  const { cost, row } = room;
  const { from, to, width, work } = how;
  const task = {
    shape,
    cost,
    values: model.values,
    from,
    to,
    current,
    upper: FORBIDDEN,
    width,
    work,
    slopes: isStanding ? NO_SLOPES : new Float64Array(shape.counters.length),
    isStanding,
    tolls: how.tolls?.[agent] ?? null,
    guide: how.guide ?? 0,
    corridor: how.corridor ?? 0,
    isPaced: !wasIn,
  };
  if (how.tune !== undefined) tuneSlopes(task, scratch, how.tune, noiseScale(prepared), row);
  const found =
    how.met === undefined ? searchRow(task, scratch, row) : (meetRow(task, scratch, row, how.met) ?? UNDECIDED);
  if (found.cost === FORBIDDEN) {
    if (wasIn) putDaysIn(prepared, roster, agent, current, roster.rowCost[agent]!, from, to);
    return found.bound === FORBIDDEN ? 'impossible' : 'missed';
  }
  const alone = isStanding ? roster.rowCost[agent]! + found.dearer! : rowAlone(prepared, agent, row);
  if (wasIn) putDaysIn(prepared, roster, agent, row, alone, from, to);
  else putIn(prepared, roster, agent, row, alone);
  return 'done';
}

const NO_SLOPES = new Float64Array(0);
