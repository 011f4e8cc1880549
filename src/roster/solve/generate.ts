/**
 * Column generation: solve the master, ask every agent for the best row under its prices, add it, again - until no row
 * helps. Each round gives a Lagrangian bound; the best of them is the part's bound. Prices are smoothed towards those
 * of the best bound, which saves many rounds.
 */

import { linesBound } from './lagrange.js';
import { isJudged, lineCost } from './lines.js';
import { addRow, type Master } from './master.js';
import { FORBIDDEN } from './model.js';
import { type Prepared, type Roster, rowAlone } from './roster.js';
import type { RowFound, RowScratch, RowTask } from './row-task.js';
import { searchRow } from './rowsearch.js';
import { nudge, tuneSlopes } from './slopes.js';
import type { Stop } from './stop.js';

/** How the last rounds, which make the bound, are done. */
export interface Strong {
  /** Table entries a row's search may use in the end. */
  readonly work: number;
  /** How far below the master's optimum the bound may stay. */
  readonly slack: (relaxed: number) => number;
}

export interface Generated {
  /** converged: no row helps any more. cut: the bound reached `cutoff`. */
  readonly outcome: 'converged' | 'cut' | 'stopped';
  /** No way to fill the part costs less in all (lines and agents outside included). */
  readonly bound: number;
  /** The master's own optimum in the same terms. */
  readonly relaxed: number;
}

/** Weight of the best prices so far in the ones asked for. */
const SMOOTHING = 0.85;
const EPSILON = 1e-5;
/** Efforts for one row, tried in turn: labels a day, part of the work, rounds of tuning the slopes before. */
const LADDER = [
  { width: 24, part: 0.05, rounds: 0 },
  { width: 24, part: 0.05, rounds: 6 },
  { width: 200, part: 0.05, rounds: 0 },
  { width: 24, part: 1, rounds: 6 },
  { width: 200, part: 1, rounds: 0 },
  { width: 1500, part: 1, rounds: 0 },
] as const;
/** By how much all rows together may miss proof at the end: less than the rounding up of a bound usually forgives. */
const UNSETTLED = 0.2;
/** Rows are priced quickly as long as that finds any; only then with the whole effort. */
const QUICK = { width: 12, work: 100_000 };
/** ... but by day of the window squared at least so much: long rows have more totals on more days. */
const QUICK_WORK = 340;

export function generate(
  prepared: Prepared,
  roster: Roster,
  master: Master,
  strong: Strong | null,
  cutoff: number,
  rounds: number,
  stop: Stop,
): Generated {
  const { model, lines, shapes, scratch } = prepared;
  const { lp, part, rowOf } = master;
  const outside = costOutside(prepared, roster, master);
  const prices = new Float64Array(lines.count);
  const centre = master.centre ?? new Float64Array(lines.count);
  const isFirst = master.centre === null;
  master.centre = centre;
  const cost = new Float64Array(model.days * model.values);
  const row = new Uint8Array(model.days);
  const span = part.to - part.from;
  const quick = { width: QUICK.width, work: Math.max(QUICK.work, QUICK_WORK * span * span) };
  let best = -FORBIDDEN;
  let relaxed = FORBIDDEN;
  let isStrong = false;
  for (let round = 0; round < rounds; round += 1) {
    if (!lp.run(20_000, stop.isSpent) && stop.isSpent()) return { outcome: 'stopped', bound: best, relaxed };
    const duals = lp.duals();
    relaxed = lp.objective() + outside;
    let added = 0;
    let smoothing = (round === 0 && isFirst) || isStrong ? 0 : SMOOTHING;
    for (let attempt = 0; attempt < 2 && added === 0; attempt += 1) {
      for (const line of master.lines) {
        // The first round asks without prices: a poor bound, but a sane one to smooth towards.
        if (round > 0 || !isFirst) prices[line] = smoothing * centre[line]! + (1 - smoothing) * duals[rowOf[line]!]!;
      }
      let bound = outside + linesBound(lines, master.lines, prices);
      for (const line of master.lines) bound -= prices[line]! * master.totals[line]!;
      for (let place = 0; place < part.agents.length; place += 1) {
        if (master.fixed[place]! >= 0) {
          bound += pricedColumn(prepared, master, place, prices);
          continue;
        }
        const agent = part.agents[place]!;
        const shape = shapes[agent]!;
        pricedCells(prepared, agent, prices, part, cost);
        const slopes = master.slopes[place]!;
        const base = { shape, cost, values: model.values, from: part.from, to: part.to, current: roster.rows[agent]! };
        const task = { ...base, slopes, guide: 0 };
        const found =
          isStrong && strong !== null
            ? exactly(
                { ...task, width: 0, work: strong.work, upper: duals[place]! - EPSILON },
                scratch,
                row,
                UNSETTLED / part.agents.length,
              )
            : searchRow({ ...task, ...quick, upper: FORBIDDEN }, scratch, row);
        bound += found.bound;
        if (!isStrong && found.cost < FORBIDDEN)
          nudge({ ...task, ...quick, upper: FORBIDDEN }, scratch, master.tunings[place]!);
        if (stop.spend(1)) return { outcome: 'stopped', bound: best, relaxed };
        if (found.cost === FORBIDDEN) continue;
        for (const made of [row, ...scratch.others]) {
          if (master.known[place]!.has(made.subarray(part.from, part.to).join())) continue;
          const alone = rowAlone(prepared, agent, made);
          if (reducedCost(prepared, master, place, made, alone, duals) > -EPSILON) continue;
          addRow(prepared, master, place, made, alone);
          added += 1;
        }
      }
      // A margin for rounding: sums of some thousand products.
      bound -= 1e-6 + 1e-10 * Math.abs(bound);
      if (bound > best) {
        best = bound;
        centre.set(prices);
      }
      if (smoothing === 0) break;
      smoothing = 0;
    }
    if (Math.ceil(best) >= cutoff) return { outcome: 'cut', bound: best, relaxed };
    if (
      Math.ceil(best) >= relaxed - EPSILON ||
      (added === 0 && (isStrong || strong === null) && !(round === 0 && isFirst))
    ) {
      return { outcome: 'converged', bound: best, relaxed };
    }
    // Where the quick way finds little, the whole effort takes over until it finds a good deal again.
    isStrong = added < (isStrong ? part.agents.length : part.agents.length / 4) && !(round === 0 && isFirst);
  }
  return { outcome: 'stopped', bound: best, relaxed };
}

/** A row below `upper`, or near proof that there is none: with more and more labels while some had to be dropped. */
function exactly(task: RowTask, scratch: RowScratch, row: Uint8Array, near: number): RowFound {
  let found: RowFound = { cost: FORBIDDEN, bound: -FORBIDDEN };
  const isSettled = (): boolean => found.cost < FORBIDDEN || found.bound >= task.upper - near;
  for (const { width, part, rounds } of LADDER) {
    const rung = { ...task, work: task.work * part };
    if (rounds > 0) tuneSlopes(rung, scratch, rounds, 1, row);
    const again = searchRow({ ...rung, width }, scratch, row);
    found = { cost: again.cost, bound: Math.max(found.bound, again.bound) };
    if (isSettled()) break;
  }
  return found;
}

/** Cost of the rows and lines that the part does not touch; lines left out of the program count as free. */
function costOutside({ lines, model }: Prepared, roster: Roster, master: Master): number {
  const inside = new Set(master.part.agents);
  let sum = 0;
  for (let agent = 0; agent < model.rows.length; agent += 1) if (!inside.has(agent)) sum += roster.rowCost[agent]!;
  for (const line of master.apart) {
    sum += lineCost(lines, line, roster.totals[line]!, isJudged(lines, line, roster.totals));
  }
  return sum;
}

/** Cell costs under prices: the row's own, and the prices of the lines it moves. */
function pricedCells(
  { model, lines, shapes }: Prepared,
  agent: number,
  prices: Float64Array,
  part: Master['part'],
  into: Float64Array,
): void {
  into.set(shapes[agent]!.own);
  const { start, line, amount } = lines.touches[agent]!;
  for (let cell = part.from * model.values; cell < part.to * model.values; cell += 1) {
    if (into[cell] === FORBIDDEN) continue;
    for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1)
      into[cell]! -= prices[line[touch]!]! * amount[touch]!;
  }
}

function pricedColumn(prepared: Prepared, master: Master, place: number, prices: Float64Array): number {
  const column = master.columns.find(({ number }) => number === master.fixed[place])!;
  return column.cost - rowPrice(prepared, master, place, column.row, (line) => prices[line]!);
}

/** Sum over the row's cells in the window of the lines' prices. */
function rowPrice(
  { model, lines }: Prepared,
  { part }: Master,
  place: number,
  row: Uint8Array,
  priceOf: (line: number) => number,
): number {
  const { start, line, amount } = lines.touches[part.agents[place]!]!;
  let sum = 0;
  for (let day = part.from; day < part.to; day += 1) {
    const cell = day * model.values + row[day]!;
    for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1) sum += priceOf(line[touch]!) * amount[touch]!;
  }
  return sum;
}

function reducedCost(
  prepared: Prepared,
  master: Master,
  place: number,
  row: Uint8Array,
  alone: number,
  duals: Float64Array,
): number {
  const { rowOf } = master;
  const sum = rowPrice(prepared, master, place, row, (line) => (rowOf[line]! < 0 ? 0 : duals[rowOf[line]!]!));
  return alone - sum - duals[place]!;
}
