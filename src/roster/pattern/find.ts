/** A cyclic pattern found, or proved impossible. */

import { assert } from '../../base/assert.js';
import type { Budget } from '../../base/budget.js';
import { random } from '../../base/random.js';
import { type Cycle, type CycleProblem, type CycleShift, keepsAll } from './cycle.js';
import { type PatternGraph, patternGraph } from './graph.js';
import { type FlowResult, integerFlow } from './integer-flow.js';
import { stretchGraph } from './stretches.js';
import type { Wishes } from './wishes.js';

export type PatternResult =
  | { readonly status: 'found'; readonly cycle: Cycle }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

/** An Euler walk: every arc exactly as often as `times` says (Hierholzer), as days from a Monday on. */
function walk(graph: PatternGraph, times: Int32Array): number[] {
  const left = times.slice();
  const out = Array.from({ length: graph.nodes }, () => [] as number[]);
  left.forEach((count, arc) => {
    if (count > 0) out[graph.from[arc]!]!.push(arc);
  });
  const start = out.findIndex((arcs) => arcs.length > 0);
  const stack = [{ node: start, by: -1 }];
  const arcs: number[] = [];
  while (stack.length > 0) {
    const { node, by } = stack.at(-1)!;
    const ahead = out[node]!;
    while (ahead.length > 0 && left[ahead.at(-1)!] === 0) ahead.pop();
    const arc = ahead.at(-1);
    if (arc === undefined) {
      if (by >= 0) arcs.push(by);
      stack.pop();
    } else {
      left[arc]! -= 1;
      stack.push({ node: graph.to[arc]!, by: arc });
    }
  }
  const days = arcs.reverse().flatMap((arc) => graph.days[arc]!);
  const monday = (7 - graph.weekday[start]!) % 7;
  return [...days.slice(monday), ...days.slice(0, monday)];
}

/** Arcs beyond which a program of whole stretches takes too long to be the first thing tried. */
const MANY_ARCS = 4000;

/** Whether a line that heeds these wishes may take long: then one without comes first. */
export const isLarge = (problem: CycleProblem, wishes: Wishes): boolean =>
  (stretchGraph(problem, wishes)?.from.length ?? 0) > MANY_ARCS;

/**
 * Finds a line that keeps every bound and covers every weekday exactly, or proves that there is none. The same seed gives the
 * same line. With wishes a cheap line, not always the cheapest. `budget.iterations` counts nodes of the branch and bound.
 */
export function findPattern(
  problem: CycleProblem,
  seed: number,
  budget: Budget,
  wishes: Wishes | null = null,
): PatternResult {
  const leastOn = ({ need, limits }: CycleShift, day: number): number => limits?.[day]?.least ?? need[day]!;
  const overfull = Array.from({ length: 7 }, (_, day) => problem.shifts.reduce((sum, s) => sum + leastOn(s, day), 0));
  if (overfull.some((needed) => needed > problem.weeks)) return { status: 'impossible' };
  const found = (graph: PatternGraph): FlowResult =>
    integerFlow(graph, problem, wishes?.head ?? 0, random(seed), budget);
  // Whole stretches first where there are wishes: a small program, but only of simple stretches, so not for proofs.
  const simple = wishes === null ? null : stretchGraph(problem, wishes);
  const first = simple === null ? null : found(simple);
  if (first?.kind === 'unknown') return { status: 'unknown' };
  const isFound = simple !== null && first?.kind === 'flow';
  const graph = isFound ? simple : patternGraph(problem);
  const result = isFound ? first : found(graph);
  if (result.kind !== 'flow') return { status: result.kind === 'none' ? 'impossible' : 'unknown' };
  const cycle = walk(graph, result.times);
  assert(keepsAll(cycle, problem), 'a pattern that was found keeps every bound');
  return { status: 'found', cycle };
}
