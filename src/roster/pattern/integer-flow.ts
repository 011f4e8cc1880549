/**
 * Whole-numbered circulations through a pattern graph that cover every weekday exactly: how often each arc is walked.
 * Branch and bound over the tableau, depth first. A circulation in several pieces is no walk; it is branched on too
 * (leave the piece at least once, or never enter it, or never leave it), so `none` is a proof.
 */
import type { Budget } from '../../base/budget.js';
import type { Random } from '../../base/random.js';
import type { CycleProblem } from './cycle.js';
import { DAY_OFF } from './cycle.js';
import type { PatternGraph } from './graph.js';
import { type SparseRow, tableau } from './tableau.js';

export type FlowResult =
  | { readonly kind: 'flow'; readonly times: Int32Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Nodes before the first restart. */
const FIRST_PATIENCE = 40;

/** What further branching on pieces fixes: arcs of which at least one is walked, arcs never walked. */
interface Branch {
  readonly leave: readonly (readonly number[])[];
  readonly closed: readonly number[];
}

/** Weekday cover and conservation of flow. */
function flowRows(graph: PatternGraph, problem: CycleProblem): SparseRow[] {
  const conserve = Array.from({ length: graph.nodes }, () => ({
    columns: [] as number[],
    coefficients: [] as number[],
  }));
  const cover = Array.from({ length: 7 * (problem.shifts.length + 1) }, () => [] as number[]);
  graph.from.forEach((from, arc) => {
    const to = graph.to[arc]!;
    conserve[from]!.columns.push(arc);
    conserve[from]!.coefficients.push(1);
    conserve[to]!.columns.push(arc);
    conserve[to]!.coefficients.push(-1);
    const value = graph.value[from]!;
    cover[(value === DAY_OFF ? problem.shifts.length : value) * 7 + graph.weekday[from]!]!.push(arc);
  });
  const needs = problem.shifts.flatMap((shift) => shift.need);
  const off = Array.from({ length: 7 }, (_, day) =>
    problem.shifts.reduce((left, shift) => left - shift.need[day]!, problem.weeks),
  );
  return [
    ...conserve.map((row) => ({ ...row, rhs: 0 })),
    ...cover.map((columns, index) => ({
      columns,
      coefficients: columns.map(() => 1),
      rhs: [...needs, ...off][index]!,
    })),
  ];
}

/** The pieces of a circulation: for each node its piece, -1 where nobody walks. */
function pieces(graph: PatternGraph, times: Int32Array): { of: Int32Array; count: number } {
  const parent = Int32Array.from({ length: graph.nodes }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  graph.from.forEach((from, arc) => {
    if (times[arc]! > 0) parent[root(from)] = root(graph.to[arc]!);
  });
  const numbers = new Map<number, number>();
  const of = new Int32Array(graph.nodes).fill(-1);
  graph.from.forEach((from, arc) => {
    if (times[arc] === 0) return;
    const top = root(from);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    of[from] = numbers.get(top)!;
  });
  return { of, count: numbers.size };
}

/** One circulation under a branch, in however many pieces. */
function circulation(
  graph: PatternGraph,
  problem: CycleProblem,
  branch: Branch,
  chance: Random,
  stop: () => boolean,
): FlowResult {
  const arcs = graph.from.length;
  const extra = branch.leave.length;
  // Random costs: no ties (the method neither stalls nor prefers a kind of line), another line for another seed.
  const cost = Float64Array.from({ length: arcs + extra }, (_, arc) => (arc < arcs ? 1 + chance.next() : 0));
  const high = new Float64Array(arcs + extra).fill(problem.weeks);
  for (const arc of branch.closed) high[arc] = 0;
  // `leave`: sum of arcs - surplus = 1
  const rows = [
    ...flowRows(graph, problem),
    ...branch.leave.map((columns, index) => ({
      columns: [...columns, arcs + index],
      coefficients: [...columns.map(() => 1), -1],
      rhs: 1,
    })),
  ];
  for (let index = 0; index < extra; index += 1) high[arcs + index] = 7 * problem.weeks;
  const lp = tableau(cost, high, rows);
  let certain = true;

  const explore = (): Int32Array | null => {
    if (stop()) {
      certain = false;
      return null;
    }
    const status = lp.solve();
    if (status === 'stalled') certain = false;
    if (status !== 'optimal') return null;
    const x = lp.values();
    let split = -1;
    let distance = 1e-6;
    for (let arc = 0; arc < arcs; arc += 1) {
      const off = Math.abs(x[arc]! - Math.round(x[arc]!));
      if (off > distance) {
        distance = off;
        split = arc;
      }
    }
    if (split < 0) return Int32Array.from(x.subarray(0, arcs), Math.round);
    const back = lp.save();
    const below = Math.floor(x[split]!);
    const upFirst = x[split]! - below >= 0.5;
    for (const up of [upFirst, !upFirst]) {
      if (up) lp.low[split] = below + 1;
      else lp.high[split] = below;
      const found = explore();
      if (found) return found;
      back();
      if (!certain && stop()) return null;
    }
    return null;
  };

  const times = explore();
  if (times) return { kind: 'flow', times };
  return { kind: certain ? 'none' : 'unknown' };
}

/**
 * Depth first is lucky or very unlucky: after a few nodes it begins anew with other random costs, with twice the patience.
 */
function withRestarts(
  graph: PatternGraph,
  problem: CycleProblem,
  branch: Branch,
  chance: Random,
  stop: () => boolean,
): FlowResult {
  for (let patience = FIRST_PATIENCE; ; patience *= 2) {
    let nodes = 0;
    let stopped = false;
    const tired = (): boolean => {
      nodes += 1;
      if (stop()) stopped = true;
      return stopped || nodes > patience;
    };
    const result = circulation(graph, problem, branch, chance, tired);
    if (result.kind !== 'unknown' || stopped) return result;
    // Not tired and still no answer: a stalled program; other costs may go round it, but not for ever.
    if (nodes <= patience && patience > 2 ** 16) return result;
  }
}

/** A circulation in one piece, a proof that there is none, or neither within the budget. */
export function integerFlow(graph: PatternGraph, problem: CycleProblem, chance: Random, budget: Budget): FlowResult {
  let nodes = 0;
  const stop = (): boolean => {
    nodes += 1;
    return (
      budget.cancelled() ||
      (budget.iterations !== null && nodes > budget.iterations) ||
      (budget.time !== null && budget.elapsed() > budget.time)
    );
  };
  const open: Branch[] = [{ leave: [], closed: [] }];
  let certain = true;
  while (open.length > 0) {
    const branch = open.pop()!;
    const result = withRestarts(graph, problem, branch, chance, stop);
    if (result.kind === 'unknown') certain = false;
    if (result.kind !== 'flow') continue;
    const { of, count } = pieces(graph, result.times);
    if (count === 1) return result;
    const piece = smallestPiece(of, count);
    const inside = (node: number): boolean => of[node] === piece;
    const arcsWhere = (test: (from: boolean, to: boolean) => boolean): number[] =>
      [...graph.from.keys()].filter((arc) => test(inside(graph.from[arc]!), inside(graph.to[arc]!)));
    open.push(
      { ...branch, closed: [...branch.closed, ...arcsWhere((from, to) => !(from && to))] },
      { ...branch, closed: [...branch.closed, ...arcsWhere((from, to) => from || to)] },
      { ...branch, leave: [...branch.leave, arcsWhere((from, to) => from && !to)] },
    );
  }
  return { kind: certain ? 'none' : 'unknown' };
}

function smallestPiece(of: Int32Array, count: number): number {
  const sizes = new Int32Array(count);
  for (const piece of of) if (piece >= 0) sizes[piece]! += 1;
  return sizes.indexOf(Math.min(...sizes));
}
