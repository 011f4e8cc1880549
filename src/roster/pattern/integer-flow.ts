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
const FIRST_PATIENCE = 12;

/** What further branching on pieces fixes: arcs of which at least one is walked, arcs never walked. */
interface Branch {
  readonly leave: readonly (readonly number[])[];
  readonly closed: readonly number[];
}

/** A column that is no arc: agents or days off beyond the least. */
interface Slack {
  readonly high: number;
  readonly cost: number;
}

/** Price of one agent outside what is wanted, of the arcs' prices, against the random part of an arc's cost. */
const PRICE = 8;

/** Weekday cover and conservation of flow. */
function flowRows(
  graph: PatternGraph,
  problem: CycleProblem,
  headPrice: number,
): { readonly rows: SparseRow[]; readonly slacks: Slack[] } {
  const { shifts, weeks } = problem;
  const arcs = graph.from.length;
  const slacks: Slack[] = [];
  const slack = (high: number, cost: number): number => arcs + slacks.push({ high, cost }) - 1;
  const conserve = Array.from({ length: graph.nodes }, () => ({
    columns: [] as number[],
    coefficients: [] as number[],
  }));
  const cover = Array.from({ length: 7 * (shifts.length + 1) }, () => [] as number[]);
  graph.from.forEach((from, arc) => {
    const to = graph.to[arc]!;
    conserve[from]!.columns.push(arc);
    conserve[from]!.coefficients.push(1);
    conserve[to]!.columns.push(arc);
    conserve[to]!.coefficients.push(-1);
    for (const [day, value] of graph.days[arc]!.entries())
      cover[(value === DAY_OFF ? shifts.length : value) * 7 + ((graph.weekday[from]! + day) % 7)]!.push(arc);
  });
  const ones = (columns: readonly number[], rhs: number): SparseRow => ({
    columns,
    coefficients: columns.map(() => 1),
    rhs,
  });
  /** The sum of `columns` is `need`; beyond it `spare` more are free, the rest costs. */
  const banded = (columns: readonly number[], need: number, spare: number, least: number, most: number): SparseRow => {
    const less = [
      ...(spare > 0 ? [slack(spare, 0)] : []),
      ...(most > need + spare ? [slack(most - need - spare, headPrice)] : []),
    ];
    const more = need > least ? [slack(need - least, headPrice)] : [];
    return {
      columns: [...columns, ...less, ...more],
      coefficients: [...columns.map(() => 1), ...less.map(() => -1), ...more.map(() => 1)],
      rhs: need,
    };
  };
  const covered = shifts.flatMap((shift, index) =>
    shift.need.map((need, weekday) => {
      const { least, most, spare } = shift.limits?.[weekday] ?? { least: need, most: need, spare: 0 };
      return banded(cover[index * 7 + weekday]!, need, spare, least, most);
    }),
  );
  const offOn = (weekday: number): number[] => cover[shifts.length * 7 + weekday]!;
  const isExact = shifts.every(({ limits }) => limits === undefined);
  const off = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    isExact
      ? ones(
          offOn(weekday),
          shifts.reduce((left, shift) => left - shift.need[weekday]!, weeks),
        )
      : ones([...shifts.flatMap((_, index) => cover[index * 7 + weekday]!), ...offOn(weekday)], weeks),
  );
  const { rest } = problem;
  const rested =
    rest === undefined
      ? []
      : [banded([0, 1, 2, 3, 4, 5, 6].flatMap(offOn), rest.least, rest.most - rest.least, rest.least, rest.most)];
  return { rows: [...conserve.map((row) => ({ ...row, rhs: 0 })), ...covered, ...off, ...rested], slacks };
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

/**
 * The arc to branch on, -1 where all are whole: the one furthest from a whole number; of stretches, of which there are many
 * alike, the one nearest to the next whole number, because only walking one more often decides anything.
 */
function splitOn(x: Float64Array, arcs: number, isStretches: boolean): number {
  let split = -1;
  let best = 0;
  for (let arc = 0; arc < arcs; arc += 1) {
    const part = x[arc]! - Math.floor(x[arc]!);
    if (part <= 1e-6 || part >= 1 - 1e-6) continue;
    const value = isStretches ? part : Math.min(part, 1 - part);
    if (value > best) {
      best = value;
      split = arc;
    }
  }
  return split;
}

/** One circulation under a branch, in however many pieces. */
function circulation(
  graph: PatternGraph,
  problem: CycleProblem,
  headPrice: number,
  branch: Branch,
  chance: Random,
  stop: () => boolean,
): FlowResult {
  const arcs = graph.from.length;
  const extra = branch.leave.length;
  const flow = flowRows(graph, problem, PRICE * headPrice);
  const surplus = arcs + flow.slacks.length;
  // Random costs: no ties (the method neither stalls nor prefers a kind of line), another line for another seed.
  const cost = Float64Array.from({ length: surplus + extra }, (_, arc) =>
    arc < arcs
      ? graph.days[arc]!.length + chance.next() + PRICE * graph.price[arc]!
      : (flow.slacks[arc - arcs]?.cost ?? 0),
  );
  const high = new Float64Array(surplus + extra).fill(problem.weeks);
  for (const [index, one] of flow.slacks.entries()) high[arcs + index] = one.high;
  for (const arc of branch.closed) high[arc] = 0;
  // `leave`: sum of arcs - surplus = 1
  const rows = [
    ...flow.rows,
    ...branch.leave.map((columns, index) => ({
      columns: [...columns, surplus + index],
      coefficients: [...columns.map(() => 1), -1],
      rhs: 1,
    })),
  ];
  for (let index = 0; index < extra; index += 1) high[surplus + index] = 7 * problem.weeks;
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
    const split = splitOn(x, arcs, graph.isStretches === true);
    if (split < 0) return Int32Array.from(x.subarray(0, arcs), Math.round);
    const back = lp.save();
    const below = Math.floor(x[split]!);
    const upFirst = graph.isStretches === true || x[split]! - below >= 0.5;
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
  headPrice: number,
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
    const result = circulation(graph, problem, headPrice, branch, chance, tired);
    if (result.kind !== 'unknown' || stopped) return result;
    // Not tired and still no answer: a stalled program; other costs may go round it, but not for ever.
    if (nodes <= patience && patience > 2 ** 16) return result;
  }
}

/**
 * A circulation in one piece, a cheap one by the graph's prices and `headPrice` for an agent outside what is wanted; a proof
 * that there is none, or neither within the budget.
 */
export function integerFlow(
  graph: PatternGraph,
  problem: CycleProblem,
  headPrice: number,
  chance: Random,
  budget: Budget,
): FlowResult {
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
    const result = withRestarts(graph, problem, headPrice, branch, chance, stop);
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
