/**
 * The roster under work: every agent's row, the lines' totals and the cost of it all, kept up to date as rows are taken
 * out and put back. Costs are exact (whole numbers well below 2^53).
 */
import { alikeOf } from './alike.js';
import { layerShare } from './automaton.js';
import { addCell, allLinesCost, marginalCost, type PackedLines, packLines } from './lines.js';
import { type Answer, FORBIDDEN, HARD, type Model } from './model.js';
import { costAt, type RowScratch, rowScratch, totalsOf } from './row-task.js';
import { type RowShape, shapeRow } from './shape.js';

/** A model prepared for the search; never changes. */
export interface Prepared {
  readonly model: Model;
  readonly shapes: readonly RowShape[];
  readonly lines: PackedLines;
  readonly scratch: RowScratch;
  /** By agent: the first who is like them, -1: nobody is (`alike.ts`). */
  readonly alike: Int32Array;
}

export function prepare(model: Model): Prepared {
  const share = layerShare();
  const shapes = model.rows.map((_, agent) => shapeRow(model, agent, share));
  const lines = packLines(model);
  return { model, shapes, lines, scratch: rowScratch(), alike: alikeOf(model, lines) };
}

export interface Roster {
  readonly rows: Uint8Array[];
  /** By agent: 0 = the row is taken out. */
  readonly placed: Uint8Array;
  /** Cost of each row alone. */
  readonly rowCost: Float64Array;
  readonly totals: Int32Array;
}

export function emptyRoster({ model, lines }: Prepared): Roster {
  return {
    rows: model.rows.map(() => new Uint8Array(model.days)),
    placed: new Uint8Array(model.rows.length),
    rowCost: new Float64Array(model.rows.length),
    totals: lines.base.slice(),
  };
}

/** What one row costs by itself; FORBIDDEN where a rule of the row forbids it. */
export function rowAlone({ model, shapes, scratch }: Prepared, agent: number, row: Uint8Array): number {
  const shape = shapes[agent]!;
  const { automaton, own, constant, counters, hitCost } = shape;
  const { layers, classes, classOf } = automaton;
  if (!totalsOf(shape, model.values, row, scratch.totals)) return FORBIDDEN;
  let cost = constant;
  let state = 0;
  for (let day = 0; day < model.days; day += 1) {
    const layer = layers[day]!;
    const arc = state * classes + classOf[row[day]!]!;
    cost += layer.cost[arc]! + own[day * model.values + row[day]!]! + hitCost[layer.hits[arc]!]!;
    state = layer.next[arc]!;
  }
  for (let index = 0; index < counters.length; index += 1) cost += costAt(counters[index]!, scratch.totals[index]!);
  return cost;
}

/** Takes the agent's cells of the days from..to-1 out of the lines, the others stay; `putDaysIn` puts the row's cells in. */
export function takeDaysOut(prepared: Prepared, roster: Roster, agent: number, from: number, to: number): void {
  countDays(prepared, roster, agent, from, to, -1);
}

/** Puts a row in whose days from..to-1 are out and whose other days are as before; its own cost must be finite. */
export function putDaysIn(
  prepared: Prepared,
  roster: Roster,
  agent: number,
  row: Uint8Array,
  cost: number,
  from: number,
  to: number,
): void {
  roster.rows[agent]!.set(row);
  roster.rowCost[agent] = cost;
  countDays(prepared, roster, agent, from, to, 1);
}

/** Replaces a row by another one of this cost alone; only the days on which they differ are counted again. */
export function putChangeIn(prepared: Prepared, roster: Roster, agent: number, row: Uint8Array, cost: number): void {
  const old = roster.rows[agent]!;
  let from = 0;
  let to = row.length;
  while (from < to && row[from] === old[from]) from += 1;
  while (to > from && row[to - 1] === old[to - 1]) to -= 1;
  takeDaysOut(prepared, roster, agent, from, to);
  putDaysIn(prepared, roster, agent, row, cost, from, to);
}

/** Takes the agent's row out of the lines (it stays in `rows`, to be put back or replaced). */
export function takeOut(prepared: Prepared, roster: Roster, agent: number): void {
  count(prepared, roster, agent, -1);
  roster.placed[agent] = 0;
}

/** Puts a row in; its own cost must be finite. */
export function putIn(prepared: Prepared, roster: Roster, agent: number, row: Uint8Array, cost: number): void {
  roster.rows[agent]!.set(row);
  roster.rowCost[agent] = cost;
  count(prepared, roster, agent, 1);
  roster.placed[agent] = 1;
}

function count(prepared: Prepared, roster: Roster, agent: number, sign: number): void {
  countDays(prepared, roster, agent, 0, prepared.model.days, sign);
}

function countDays(
  { model, lines }: Prepared,
  roster: Roster,
  agent: number,
  from: number,
  to: number,
  sign: number,
): void {
  const row = roster.rows[agent]!;
  for (let day = from; day < to; day += 1) addCell(lines, agent, day * model.values + row[day]!, sign, roster.totals);
}

/** The whole cost: the placed rows and all lines. */
export function rosterCost({ lines }: Prepared, roster: Roster): number {
  let sum = allLinesCost(lines, roster.totals);
  for (let agent = 0; agent < roster.rows.length; agent += 1) {
    if (roster.placed[agent] === 1) sum += roster.rowCost[agent]!;
  }
  return sum;
}

/**
 * Sets the cost of the cells of days from..to-1, which are taken out of an agent's row: its own and what the lines would charge more. Exact where no two
 * cells of a row touch the same line.
 */
export function cellCosts(
  prepared: Prepared,
  roster: Roster,
  agent: number,
  into: Float64Array,
  from: number,
  to: number,
): void {
  const { own } = prepared.shapes[agent]!;
  const { values } = prepared.model;
  for (let cell = from * values; cell < to * values; cell += 1) {
    into[cell] = own[cell]!;
    if (own[cell]! < FORBIDDEN) into[cell]! += marginalCost(prepared.lines, agent, cell, roster.totals);
  }
}

export function toAnswer({ model }: Prepared, roster: Roster): Answer {
  const answer = new Uint8Array(model.rows.length * model.days);
  roster.rows.forEach((row, agent) => {
    answer.set(row, agent * model.days);
  });
  return answer;
}

export function copyRoster(roster: Roster): Roster {
  return {
    rows: roster.rows.map((row) => row.slice()),
    placed: roster.placed.slice(),
    rowCost: roster.rowCost.slice(),
    totals: roster.totals.slice(),
  };
}

/** Makes `into` equal to `from`. */
export function overwrite(into: Roster, from: Roster): void {
  from.rows.forEach((row, agent) => {
    into.rows[agent]!.set(row);
  });
  into.placed.set(from.placed);
  into.rowCost.set(from.rowCost);
  into.totals.set(from.totals);
}

const scales = new WeakMap<Prepared, number>();

/** A cost that a single cell typically makes in the lines, hard violations left out. */
export function noiseScale(prepared: Prepared): number {
  let scale = scales.get(prepared);
  if (scale === undefined) {
    scale = typicalStep(prepared);
    scales.set(prepared, scale);
  }
  return scale;
}

function typicalStep({ lines, shapes }: Prepared): number {
  let sum = 0;
  let steps = 0;
  const note = (step: number): void => {
    const size = Math.abs(step);
    if (size === 0 || size >= HARD) return;
    sum += size;
    steps += 1;
  };
  for (const cost of lines.cost)
    for (let index = 1; index < cost.length; index += 1) note(cost[index]! - cost[index - 1]!);
  if (steps === 0) for (const shape of shapes) shape.own.forEach(note);
  return steps === 0 ? 1 : sum / steps;
}
