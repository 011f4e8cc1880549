/**
 * Pricing: the best row of an agent under prices on the lines, quickly or near proof, and what rows cost under prices.
 */
import { isJudged, lineCost } from './lines.js';
import { addRow, type Master, type RowColumn, type Worth } from './master.js';
import { FORBIDDEN } from './model.js';
import { type Prepared, type Roster, rowAlone } from './roster.js';
import { meetRow } from './row-meet.js';
import type { RowFound, RowScratch, RowTask } from './row-task.js';
import { searchRow } from './rowsearch.js';
import { nudge, tuneSlopes } from './slopes.js';

/** How the last rounds, which make the bound, are done. */
export interface Strong {
  /** Table entries a row's search may use in the end. */
  readonly work: number;
}

/** How a row is looked for: quickly, with its slopes tuned first (mostly the best row, seldom the proof), or near proof. */
export type Effort = 'quick' | 'tuned' | Strong;

/** Efforts for one row: labels a day, part of the work, rounds of tuning the slopes before. First with little, then with more. */
const NARROW = { width: 24, part: 0.05, rounds: 0 } as const;
const WIDE = { width: 200, part: 0.05, rounds: 2 } as const;
/** What is left where a row cannot be searched exactly from both ends. */
const LAST_LADDER = [
  { width: 24, part: 1, rounds: 6 },
  { width: 200, part: 1, rounds: 0 },
  { width: 1500, part: 1, rounds: 0 },
] as const;
/** By how much all rows together may miss proof at the end: less than the rounding up of a bound usually forgives. */
const UNSETTLED = 0.2;

interface Rung {
  readonly width: number;
  readonly part: number;
  readonly rounds: number;
}

/** An effort pays that proves so many of its rows; whether it does still is tried so seldom. Older experience counts so much. */
const PAYS = 0.3;
const SELDOM = 10;
const OLDER = 0.95;

/** With tuned slopes. */
const WELL = { width: 24, work: 400_000, rounds: 6 };
/** Rows are priced quickly as long as that finds any; then with tuned slopes, and only then with the whole effort. */
const QUICK = { width: 12, work: 100_000 };
/** ... but by day of the window squared at least so much: long rows have more totals on more days. */
const QUICK_WORK = 340;
/** A row must help by more than this to become a column. */
export const EPSILON = 1e-5;

interface RowsFound extends RowFound {
  readonly rows: readonly Uint8Array[];
}

export interface Pricer {
  /**
   * What is asked from now on.
   * @param uppers by place; with the whole effort: rows that cost as much are of no use. null: the best row and its cost are wanted
   */
  readonly under: (prices: Float64Array, effort: Effort, uppers: Float64Array | null) => void;
  /** The best row of an agent that is not fixed, its cost under the prices and a bound for it; behind it others that were met. */
  readonly ask: (place: number) => RowsFound;
  /** Adds the rows last found that help under these duals; gives how many. */
  readonly take: (place: number, duals: Float64Array) => number;
}

export function pricer(prepared: Prepared, roster: Roster, master: Master): Pricer {
  const { model, shapes, scratch, alike } = prepared;
  const { part, fixed } = master;
  const cost = new Float64Array(model.days * model.values);
  const row = new Uint8Array(model.days);
  const span = part.to - part.from;
  const quick = { width: QUICK.width, work: Math.max(QUICK.work, QUICK_WORK * span * span), upper: FORBIDDEN };
  /** In a window the days around it matter too. */
  const isWhole = span === model.days;
  const answers = new Map<number, RowsFound>();
  let foundRows: readonly Uint8Array[] = [];
  let prices: Float64Array = new Float64Array();
  let effort: Effort = 'quick';
  let uppers: Float64Array | null = null;

  const upperOf = (place: number, like: number): number => {
    if (uppers === null || like < 0) return uppers?.[place] ?? FORBIDDEN;
    let upper = -FORBIDDEN;
    part.agents.forEach((agent, other) => {
      if (alike[agent] === like && fixed[other] === null) upper = Math.max(upper, uppers![other]!);
    });
    return upper;
  };
  const search = (place: number, upper: number): RowFound => {
    const agent = part.agents[place]!;
    pricedCells(prepared, agent, prices, part, cost);
    const task = {
      shape: shapes[agent]!,
      cost,
      values: model.values,
      from: part.from,
      to: part.to,
      current: roster.rows[agent]!,
      slopes: master.slopes[place]!,
      guide: 0,
    };
    if (typeof effort === 'object') {
      const hard = { ...task, width: 0, work: effort.work, upper: upper - EPSILON };
      return exactly(hard, scratch, row, UNSETTLED / part.agents.length, master.wide);
    }
    if (effort === 'tuned') {
      const tuned = { ...task, ...quick, width: WELL.width, work: Math.max(WELL.work, quick.work) };
      const least = tuneSlopes(tuned, scratch, WELL.rounds, 1, row);
      const found = searchRow(tuned, scratch, row);
      return { cost: found.cost, bound: Math.min(found.cost, Math.max(found.bound, least)) };
    }
    const found = searchRow({ ...task, ...quick }, scratch, row);
    if (found.cost < FORBIDDEN) nudge({ ...task, ...quick }, scratch, master.tunings[place]!);
    return found;
  };
  return {
    under(...asked) {
      [prices, effort, uppers] = asked;
      answers.clear();
    },
    ask(place) {
      const like = isWhole ? alike[part.agents[place]!]! : -1;
      let answer = answers.get(like);
      if (answer === undefined) {
        const { cost, bound } = search(place, upperOf(place, like));
        answer = { cost, bound, rows: [row, ...scratch.others] };
        if (like >= 0) answers.set(like, { ...answer, rows: answer.rows.map((made) => made.slice()) });
      }
      foundRows = answer.rows;
      return answer;
    },
    take(place, duals) {
      let added = 0;
      for (const made of foundRows) {
        if (master.known[place]!.has(made.subarray(part.from, part.to).join())) continue;
        const alone = rowAlone(prepared, part.agents[place]!, made);
        if (reducedCost(prepared, master, place, made, alone, duals) > -EPSILON) continue;
        addRow(prepared, master, place, made, alone);
        added += 1;
      }
      return added;
    },
  };
}

/**
 * The best row below `upper`, or (near) proof that there is none: quickly, else with tuned slopes, else from both ends, else - for rows that can't be
 * met so, and only where none is found yet - with more and more labels. Each step looks only for better rows than the last's.
 */
function exactly(task: RowTask, scratch: RowScratch, row: Uint8Array, near: number, wide: Worth): RowFound {
  let cost = FORBIDDEN;
  let bound = -FORBIDDEN;
  const best = task.current.slice();
  let others: Uint8Array[] = [];
  const isProved = (): boolean => bound >= Math.min(task.upper, cost) - near;
  const limited = (): RowTask => (cost < FORBIDDEN ? { ...task, upper: cost - EPSILON } : task);
  const note = (found: RowFound): void => {
    bound = Math.max(bound, found.bound);
    if (!(found.cost < cost)) return;
    cost = found.cost;
    best.set(row);
    others = [...scratch.others];
  };
  const climb = (rungs: readonly Rung[]): void => {
    for (const { width, part, rounds } of rungs) {
      const rung = { ...limited(), work: task.work * part };
      if (rounds > 0) tuneSlopes(rung, scratch, rounds, 1, row);
      note(searchRow({ ...rung, width }, scratch, row));
      if (isProved()) return;
    }
  };
  climb([NARROW]);
  const isWide = !isProved() && pays(wide);
  if (isWide) {
    climb([WIDE]);
    learn(wide, isProved());
  }
  if (!isProved()) {
    const met = meetRow(limited(), scratch, row);
    if (met === null && !isWide) climb([WIDE]);
    if (met !== null) note(met);
    else if (cost === FORBIDDEN) climb(LAST_LADDER);
  }
  row.set(best);
  scratch.others.length = 0;
  scratch.others.push(...others);
  return { cost, bound: Math.min(bound, cost) };
}

/** Whether the effort is to be made; where it hardly proves anything it would be made in vain before the rows are met from both ends. */
function pays(of: Worth): boolean {
  if (of.made < 4 || of.proved >= PAYS * of.made || of.leftOut >= SELDOM) return true;
  of.leftOut += 1;
  return false;
}

function learn(of: Worth, isProved: boolean): void {
  of.made = OLDER * of.made + 1;
  of.proved = OLDER * of.proved + (isProved ? 1 : 0);
  of.leftOut = 0;
}

/** Cost of the rows and lines that the part does not touch; lines left out of the program count as free. */
export function costOutside({ lines, model }: Prepared, roster: Roster, master: Master): number {
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

export type Priced = Pick<RowColumn, 'place' | 'row' | 'cost'>;

export const pricedColumn = (prepared: Prepared, master: Master, column: Priced, prices: Float64Array): number =>
  column.cost - rowPrice(prepared, master, column.place, column.row, (line) => prices[line]!);

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
