/**
 * The lines in the form the search wants: for each agent and cell, the lines it touches and by how much. Agents who
 * stand in the same parts share a table. Penalties are made finite everywhere (a WALL for each unit beyond what is
 * allowed), so that a search that begins out of bounds finds its way back; the reference evaluation still knows.
 */
import { FORBIDDEN, HARD, type Line, type Model, type Penalty } from './model.js';

/** Stands for FORBIDDEN in lines: dearer than all the hard violations of a model. */
export const WALL = HARD * 2 ** 12;

/** The lines that cells touch: those of cell c at `start[c]..start[c+1]-1`. */
export interface Touches {
  readonly start: Int32Array;
  readonly line: Int32Array;
  /** What the cell adds; 0 where the cell only matters for the line's condition. */
  readonly amount: Int32Array;
}

export interface PackedLines {
  readonly count: number;
  /** By agent. */
  readonly touches: readonly Touches[];
  readonly base: Int32Array;
  /** By line: the line whose total must be positive, -1 none. */
  readonly when: Int32Array;
  /** By line: finite penalty over `low..low + cost.length - 1`, which is all that can be reached. */
  readonly low: Int32Array;
  readonly cost: readonly Float64Array[];
  /** By line: conditional lines that wait for it. */
  readonly waiting: readonly (readonly number[])[];
  /**
   * By line: while its condition fails, its total is at most this; null: unknown, and relaxations leave the line out.
   */
  readonly idle: readonly (number | null)[];
}

/** A part of a line, and its place among all parts. */
interface Placed {
  readonly line: number;
  readonly part: Line['parts'][number];
  readonly place: number;
}

export function packLines(model: Model): PackedLines {
  const { lines, rows } = model;
  const profiles = new Map<string, Touches>();
  /** Parts in which everybody stands, of which there are thousands, and those of each agent besides. */
  const common: Placed[] = [];
  const partsOf: Placed[][] = rows.map(() => []);
  const low = new Int32Array(lines.length);
  const high = new Int32Array(lines.length);
  let place = 0;
  lines.forEach((line, index) => {
    low[index] = line.base;
    high[index] = line.base;
    for (const part of line.parts) {
      const placed = { line: index, part, place };
      place += 1;
      if (part.agents === null) common.push(placed);
      else for (const agent of part.agents) partsOf[agent]!.push(placed);
      const reach = (part.agents ?? rows).length * part.cells.length * part.coefficient;
      if (reach < 0) low[index]! += reach;
      else high[index]! += reach;
    }
  });
  const touches = partsOf.map((parts) => {
    const key = parts.map(({ place }) => place).join();
    let profile = profiles.get(key);
    if (profile === undefined) {
      profile = touchesOf(
        model,
        [...common, ...parts].sort((a, b) => a.place - b.place),
      );
      profiles.set(key, profile);
    }
    return profile;
  });
  return {
    count: lines.length,
    waiting: waitingFor(lines),
    idle: lines.map((line, index) => (line.when < 0 ? null : idleTotal(model, touches, index))),
    touches,
    base: Int32Array.from(lines, (line) => line.base),
    when: Int32Array.from(lines, (line) => line.when),
    low,
    cost: lines.map((line, index) => finitePenalty(line.penalty, low[index]!, high[index]!)),
  };
}

/** By line: the lines whose condition it is. */
function waitingFor(lines: readonly Line[]): number[][] {
  const waiting: number[][] = lines.map(() => []);
  lines.forEach(({ when }, index) => {
    if (when >= 0) waiting[when]!.push(index);
  });
  return waiting;
}

function touchesOf(model: Model, parts: readonly Placed[]): Touches {
  const cells = model.days * model.values;
  const amounts = Array.from({ length: cells }, () => new Map<number, number>());
  for (const { line, part } of parts) {
    for (const cell of part.cells) amounts[cell]!.set(line, (amounts[cell]!.get(line) ?? 0) + part.coefficient);
  }
  // A cell that moves a condition touches the conditional line too, if only by 0.
  model.lines.forEach((line, index) => {
    if (line.when < 0) return;
    for (const touched of amounts) if (touched.has(line.when) && !touched.has(index)) touched.set(index, 0);
  });
  const start = new Int32Array(cells + 1);
  amounts.forEach((touched, cell) => {
    start[cell + 1] = start[cell]! + touched.size;
  });
  const line = Int32Array.from(amounts.flatMap((touched) => [...touched.keys()]));
  const amount = Int32Array.from(amounts.flatMap((touched) => [...touched.values()]));
  return { start, line, amount };
}

/** The most a conditional line can reach while its condition fails: where each of its cells moves the condition as much. */
function idleTotal(model: Model, touches: readonly Touches[], index: number): number | null {
  const line = model.lines[index]!;
  const other = model.lines[line.when]!;
  const amountOf = ({ start, line: touched, amount }: Touches, cell: number, wanted: number): number => {
    for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1)
      if (touched[touch] === wanted) return amount[touch]!;
    return 0;
  };
  for (const profile of new Set(touches)) {
    for (let cell = 0; cell + 1 < profile.start.length; cell += 1) {
      if (amountOf(profile, cell, index) > Math.max(0, amountOf(profile, cell, line.when))) return null;
    }
  }
  // A condition that can sink below 0 says nothing about a single cell.
  const sinks = other.parts.some((part) => part.coefficient < 0);
  return sinks ? null : line.base - other.base;
}

function finitePenalty(of: Penalty, low: number, high: number): Float64Array {
  const at = (total: number): number => of.cost[total - of.from] ?? FORBIDDEN;
  const allowed: number[] = [];
  for (let total = low; total <= high; total += 1) if (at(total) < FORBIDDEN) allowed.push(total);
  return Float64Array.from({ length: high - low + 1 }, (_, index) => {
    const total = low + index;
    if (at(total) < FORBIDDEN) return at(total);
    const off = allowed.reduce((least, other) => Math.min(least, Math.abs(other - total)), high - low + 1);
    return off * WALL;
  });
}

/** Cost of a line at a total, its condition met or not. */
export function lineCost(lines: PackedLines, line: number, total: number, condition: boolean): number {
  return condition ? lines.cost[line]![total - lines.low[line]!]! : 0;
}

/** Whether a line is judged under these totals. */
export function isJudged(lines: PackedLines, line: number, totals: Int32Array): boolean {
  const when = lines.when[line]!;
  return when < 0 || totals[when]! > 0;
}

/** Sum of all lines' costs. */
export function allLinesCost(lines: PackedLines, totals: Int32Array): number {
  let sum = 0;
  for (let line = 0; line < lines.count; line += 1) {
    sum += lineCost(lines, line, totals[line]!, isJudged(lines, line, totals));
  }
  return sum;
}

/** What the lines charge more if the agent's cell were chosen on top of these totals. */
export function marginalCost(lines: PackedLines, agent: number, cell: number, totals: Int32Array): number {
  const { start, line, amount } = lines.touches[agent]!;
  let sum = 0;
  const last = start[cell + 1]!;
  for (let touch = start[cell]!; touch < last; touch += 1) {
    const index = line[touch]!;
    const total = totals[index]!;
    const when = lines.when[index]!;
    if (when < 0) {
      const costs = lines.cost[index]!;
      const at = total - lines.low[index]!;
      sum += costs[at + amount[touch]!]! - costs[at]!;
      continue;
    }
    let moved = totals[when]!;
    for (let other = start[cell]!; other < last; other += 1) if (line[other] === when) moved += amount[other]!;
    sum += lineCost(lines, index, total + amount[touch]!, moved > 0) - lineCost(lines, index, total, totals[when]! > 0);
  }
  return sum;
}

/** Adds (`sign` 1) or takes away (-1) an agent's cell. */
export function addCell(lines: PackedLines, agent: number, cell: number, sign: number, totals: Int32Array): void {
  const { start, line, amount } = lines.touches[agent]!;
  for (let touch = start[cell]!; touch < start[cell + 1]!; touch += 1) totals[line[touch]!]! += sign * amount[touch]!;
}
