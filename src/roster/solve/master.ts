/**
 * The master problem of a part of the roster: some agents, a window of days, everything else as it is. One row of the
 * linear program for each agent (exactly one of its columns) and one for each line the part can touch; a column is a
 * whole row of an agent. A line's penalty becomes short slack columns along its lower hull.
 *
 * Slopes are cut off at `steepest`, well above all soft ones: hard violations then cost less than they do, which keeps
 * the prices tame and every bound valid.
 */
import { addCell } from './lines.js';
import { FORBIDDEN, HARD } from './model.js';
import type { Prepared, Roster } from './roster.js';
import { lowerHull } from './shape.js';
import { type Simplex, simplex } from './simplex.js';
import { type Tuning, tuning } from './slopes.js';
import { isSlow } from './sweep.js';
import type { Column } from './tableau.js';

/** How much steeper than the steepest soft slope of a line a master's slopes may be, and the least such limit. */
const STEEPER = 16;
const STEEPEST_LEAST = 200;
/** By how much the lines' right-hand sides are uneven: enough that steps from basis to basis get somewhere, and little enough to change no share. */
const UNEVEN = 1e-5;

/** By how much it is dearer that an agent has no row at all than the row it has. */
const NOBODY = 2 * HARD;
/** No column is dearer. */
const DEAREST = 2 ** 40;

export interface Part {
  readonly agents: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface RowColumn {
  /** Place of the agent in the part. */
  readonly place: number;
  readonly row: Uint8Array;
  /** The row's own cost. */
  readonly cost: number;
  readonly number: number;
}

/** How often an effort was made of late, has proved something, and was left out since. */
export interface Worth {
  made: number;
  proved: number;
  leftOut: number;
}

export interface Master {
  readonly part: Part;
  readonly lp: Simplex;
  /** Row of the program by line, -1 where the part does not touch it (or the line is left out). */
  readonly rowOf: Int32Array;
  readonly lines: readonly number[];
  /** Lines that the part cannot move. */
  readonly apart: readonly number[];
  /** Lines' totals without the part's cells. */
  readonly totals: Int32Array;
  readonly columns: RowColumn[];
  /** The slopes' limit, and the columns that stand for broken hard rules. */
  readonly limit: number;
  readonly steep: number[];
  /** By place: the column of an agent whose rows are all left out. */
  readonly nobody: number[];
  /** Rows of an agent that are in the program already. */
  readonly known: Set<string>[];
  /** By place: slopes of the agent's loose counters, tuned as pricing goes on. */
  readonly slopes: Float64Array[];
  /** By place: the steps of that tuning. */
  readonly tunings: Tuning[];
  /** What came of the wider search where rows were to be proved. */
  readonly wide: Worth;
  /** Everybody is asked several times between two solutions: these take long. */
  readonly isSwept: boolean;
  /** By line: prices around which the next ones are looked for; null: none are known yet. */
  centre: Float64Array | null;
  /** By place: the column that is fixed. */
  readonly fixed: (RowColumn | null)[];
}

/** Sets up the program with the roster's own rows as its first columns and its first basis. */
export function makeMaster(prepared: Prepared, roster: Roster, part: Part): Master {
  const { model, lines, shapes } = prepared;
  const { values } = model;
  const totals = roster.totals.slice();
  for (const agent of part.agents) {
    for (let day = part.from; day < part.to; day += 1) {
      addCell(lines, agent, day * values + roster.rows[agent]![day]!, -1, totals);
    }
  }
  const rowOf = new Int32Array(lines.count).fill(-1);
  const touched: number[] = [];
  const movable = touchedLines(prepared, part);
  for (const line of movable) {
    if (lines.when[line]! >= 0 && unitOf(prepared, lines.when[line]!) === null) continue;
    if (lines.when[line]! >= 0 && lines.idle[line] === null) continue;
    rowOf[line] = part.agents.length + touched.length;
    touched.push(line);
  }
  const size = part.agents.length + touched.length;
  const exact = new Float64Array(size).fill(1);
  const rhs = exact.slice();
  touched.forEach((line, index) => {
    const wanted = slackOf(prepared, line).pivot - totals[line]!;
    exact[rowOf[line]!] = wanted;
    rhs[rowOf[line]!] = wanted + (0.2 + ((index * 7919) % 1009) / 1009) * UNEVEN;
  });
  const lp = simplex(rhs, exact);
  // Those who are alike share what is learnt of one of them.
  const heads = part.agents.map((agent, place) =>
    prepared.alike[agent]! < 0
      ? place
      : part.agents.findIndex((other) => prepared.alike[other] === prepared.alike[agent]),
  );
  const slopes = part.agents.map((agent) => new Float64Array(shapes[agent]!.counters.length));
  const tunings = part.agents.map((agent) => tuning(shapes[agent]!.counters.length, 1));
  const master: Master = {
    part,
    lp,
    rowOf,
    lines: touched,
    apart: linesApart(lines.count, movable),
    totals,
    columns: [],
    limit: steepest(prepared),
    steep: [],
    nobody: [],
    known: part.agents.map(() => new Set()),
    slopes: heads.map((head, place) => (head < place ? slopes[head]! : slopes[place]!)),
    tunings: heads.map((head, place) => (head < place ? tunings[head]! : tunings[place]!)),
    wide: { made: 0, proved: 0, leftOut: 0 },
    isSwept: isSlow(size),
    centre: null,
    fixed: part.agents.map(() => null),
  };
  part.agents.forEach((agent, place) => {
    const cost = Math.min(roster.rowCost[agent]!, DEAREST) + NOBODY;
    master.nobody.push(lp.add({ cost, upper: FORBIDDEN, rows: Int32Array.of(place), values: Float64Array.of(1) }));
    const number = addRow(prepared, master, place, roster.rows[agent]!, roster.rowCost[agent]!);
    lp.start(place, number);
  });
  addSlacks(prepared, master, roster, rhs);
  return master;
}

/** Adds an agent's row as a column; gives its number in the program. */
export function addRow(prepared: Prepared, master: Master, place: number, row: Uint8Array, cost: number): number {
  const { lines, model } = prepared;
  const { part, lp, rowOf } = master;
  const touches = lines.touches[part.agents[place]!]!;
  const sums = new Map<number, number>();
  for (let day = part.from; day < part.to; day += 1) {
    const cell = day * model.values + row[day]!;
    for (let touch = touches.start[cell]!; touch < touches.start[cell + 1]!; touch += 1) {
      const at = rowOf[touches.line[touch]!]!;
      const amount = touches.amount[touch]!;
      if (at >= 0 && amount !== 0) sums.set(at, (sums.get(at) ?? 0) + amount);
    }
  }
  const entries = [...sums].filter(([, amount]) => amount !== 0);
  const number = lp.add({
    cost: Math.min(cost, DEAREST),
    upper: FORBIDDEN,
    rows: Int32Array.from([place, ...entries.map(([at]) => at)]),
    values: Float64Array.from([1, ...entries.map(([, amount]) => amount)]),
  });
  master.columns.push({ place, row: row.slice(), cost, number });
  master.known[place]!.add(row.subarray(part.from, part.to).join());
  return number;
}

/** Lines that some cell of the part moves. */
function touchedLines({ model, lines }: Prepared, { agents, from, to }: Part): number[] {
  const seen = new Uint8Array(lines.count);
  const done = new Set<unknown>();
  for (const agent of agents) {
    const touches = lines.touches[agent]!;
    if (done.has(touches)) continue;
    done.add(touches);
    const last = touches.start[to * model.values]!;
    for (let touch = touches.start[from * model.values]!; touch < last; touch += 1) {
      if (touches.amount[touch] !== 0) seen[touches.line[touch]!] = 1;
    }
  }
  // A condition's line goes with the lines that wait for it.
  const found: number[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    if (seen[line] === 1 || lines.waiting[line]!.some((waiting) => seen[waiting] === 1)) found.push(line);
    else if (lines.when[line]! >= 0 && seen[lines.when[line]!] === 1) found.push(line);
  }
  return found;
}

function linesApart(count: number, movable: readonly number[]): number[] {
  const moves = new Uint8Array(count);
  for (const line of movable) moves[line] = 1;
  return Array.from({ length: count }, (_, line) => line).filter((line) => moves[line] === 0);
}

interface Slack {
  /** The least total at which the hull is least; the slacks measure from here. */
  readonly pivot: number;
  /** Steps below the pivot, from it outwards, and above it: slope and length. */
  readonly under: readonly Step[];
  readonly over: readonly Step[];
}

interface Step {
  readonly slope: number;
  readonly length: number;
}

const limits = new WeakMap<Prepared['lines'], number>();

/** The limit of slopes for this model. */
export function steepest(prepared: Prepared): number {
  let limit = limits.get(prepared.lines);
  if (limit === undefined) {
    limit = STEEPEST_LEAST;
    for (const cost of prepared.lines.cost) {
      for (let index = 1; index < cost.length; index += 1) {
        const slope = Math.abs(cost[index]! - cost[index - 1]!);
        if (slope < HARD) limit = Math.max(limit, STEEPER * slope);
      }
    }
    limits.set(prepared.lines, limit);
  }
  return limit;
}

/** The limit goes up by this factor, so often that it is far beyond what any row can save. */
const STEEPEN = 16;
const STEEPEST = 2 ** 24;
/** A violation's share that is one. */
const BROKEN = 0.01;

/**
 * Raises the limit, for masters made from now on: where soft costs add up to more than a violation costs here, a program would
 * rather break a hard rule than pay them. false: it is high enough.
 */
export function steepen(prepared: Prepared): boolean {
  const limit = steepest(prepared) * STEEPEN;
  if (limit > STEEPEST) return false;
  limits.set(prepared.lines, limit);
  slacks.delete(prepared.lines);
  return true;
}

const slacks = new WeakMap<Prepared['lines'], Map<number, Slack>>();

/** A line's penalty as steps along its hull, remembered. */
function slackOf(prepared: Prepared, line: number): Slack {
  let known = slacks.get(prepared.lines);
  if (known === undefined) {
    known = new Map();
    slacks.set(prepared.lines, known);
  }
  let slack = known.get(line);
  if (slack === undefined) {
    slack = stepsOf(prepared, line);
    known.set(line, slack);
  }
  return slack;
}

function stepsOf(prepared: Prepared, line: number): Slack {
  const { lines } = prepared;
  const limit = steepest(prepared);
  const hull = lowerHull(lines.cost[line]!);
  const low = lines.low[line]!;
  const bottom = hull.reduce((least, height) => Math.min(least, height), FORBIDDEN);
  const start = hull.findIndex((height) => height <= bottom + 1e-9);
  const slopes = (from: number, direction: 1 | -1): Step[] => {
    const steps: Step[] = [];
    for (let at = from; hull[at + direction] !== undefined; at += direction) {
      const slope = Math.min(limit, Math.max(0, hull[at + direction]! - hull[at]!));
      const last = steps.at(-1);
      // The unit between 0 and 1 stays a step of its own: conditions hang on it.
      const own = low + Math.min(at, at + direction) === 0 && lines.waiting[line]!.length > 0;
      if (last !== undefined && !own && Math.abs(last.slope - slope) < 1e-9 && last.length > 0) {
        steps[steps.length - 1] = { slope, length: last.length + 1 };
      } else steps.push({ slope, length: 1 });
    }
    // The outermost step has no end: rounding must not make the program infeasible.
    const last = steps.pop();
    steps.push(last === undefined ? { slope: limit, length: FORBIDDEN } : last);
    if (steps.at(-1)!.length < FORBIDDEN)
      steps.push({ slope: Math.max(limit, steps.at(-1)!.slope), length: FORBIDDEN });
    return steps;
  };
  return { pivot: low + start, under: slopes(start, -1), over: slopes(start, 1) };
}

/** Place of the step between totals 0 and 1 among a line's steps below its pivot; null: conditions cannot hang on it. */
function unitOf(prepared: Prepared, line: number): number | null {
  const { pivot, under } = slackOf(prepared, line);
  if (prepared.lines.low[line]! < 0 || pivot < 1) return null;
  let below = pivot;
  for (let step = 0; step < under.length; step += 1) {
    below -= under[step]!.length;
    if (below === 0 && under[step]!.length === 1) return step;
    if (below <= 0) return null;
  }
  return null;
}

function addSlacks(prepared: Prepared, master: Master, roster: Roster, rhs: Float64Array): void {
  const { lines } = prepared;
  const { lp, rowOf, totals } = master;
  const waitingRows = (line: number): [number, number][] =>
    lines.waiting[line]!.filter((waiting) => rowOf[waiting]! >= 0)
      .map((waiting): [number, number] => [rowOf[waiting]!, slackOf(prepared, waiting).pivot - lines.idle[waiting]!])
      .filter(([, amount]) => amount > 0);
  const waived = new Float64Array(rhs.length);
  const ordered = [...master.lines].sort((a, b) => lines.when[a]! - lines.when[b]!);
  for (const line of ordered) {
    const at = rowOf[line]!;
    const { under, over } = slackOf(prepared, line);
    const unit = lines.waiting[line]!.length > 0 ? unitOf(prepared, line) : null;
    const unitRows = unit === null ? [] : waitingRows(line);
    // What the roster's rows leave for the slacks.
    let left = rhs[at]! - (roster.totals[line]! - totals[line]!) - waived[at]!;
    const add = (step: Step, sign: 1 | -1, extra: [number, number][]): void => {
      const size = sign === 1 ? left : -left;
      const fill = size <= 0 ? 0 : Math.min(size, step.length);
      const full = size >= step.length;
      const rows: Column = {
        cost: step.slope,
        upper: step.length,
        rows: Int32Array.from([at, ...extra.map(([row]) => row)]),
        values: Float64Array.from([sign, ...extra.map(([, amount]) => amount)]),
      };
      const number = lp.add(rows, full);
      if (step.slope >= steepest(prepared)) master.steep.push(number);
      for (const [row, amount] of extra) waived[row]! += amount * fill;
      if (fill > 0 && !full) {
        lp.start(at, number);
        isBasic = true;
      } else if (!isBasic && size <= 0 && fallback < 0) fallback = number;
      left -= sign * fill;
    };
    let isBasic = false;
    let fallback = -1;
    for (let step = 0; step < under.length; step += 1) add(under[step]!, 1, step === unit ? unitRows : []);
    for (const step of over) add(step, -1, []);
    if (!isBasic) lp.start(at, fallback);
  }
}

/** Whether every agent has a row. */
export function isManned({ lp, nobody }: Master): boolean {
  const values = lp.values();
  return nobody.every((column) => values[column]! < UNEVEN);
}

/** Whether the program would rather break a hard rule than pay what keeping it costs. */
export function breaksHard({ lp, steep }: Master): boolean {
  const values = lp.values();
  return steep.some((column) => values[column]! > BROKEN);
}

/** Fixes an agent to one of its columns: all its others are left out. */
export function fixColumn(master: Master, column: RowColumn): void {
  master.fixed[column.place] = column;
  leaveOut(master, (other) => other.place === column.place && other !== column);
}

export function leaveOut({ lp, columns }: Master, isOut: (column: RowColumn) => boolean): void {
  for (const column of columns) if (isOut(column)) lp.close(column.number);
}

/** Takes all fixing and leaving out back. */
export function freeColumns({ lp, fixed }: Master): void {
  fixed.fill(null);
  lp.openAll();
}
