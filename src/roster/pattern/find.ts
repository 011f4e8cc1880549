/** A cyclic pattern found, or proved impossible. */

import { assert } from '../../base/assert.js';
import type { Budget } from '../../base/budget.js';
import { random } from '../../base/random.js';
import { type Cycle, type CycleProblem, keepsAll } from './cycle.js';
import { type PatternGraph, patternGraph } from './graph.js';
import { integerFlow } from './integer-flow.js';

export type PatternResult =
  | { readonly status: 'found'; readonly cycle: Cycle }
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

/** An Euler walk: every arc exactly as often as `times` says, starting on a Monday (Hierholzer). */
function walk(graph: PatternGraph, times: Int32Array): number[] {
  const left = times.slice();
  const out = Array.from({ length: graph.nodes }, () => [] as number[]);
  left.forEach((count, arc) => {
    if (count > 0) out[graph.from[arc]!]!.push(arc);
  });
  const start = out.findIndex((arcs, node) => arcs.length > 0 && graph.weekday[node] === 0);
  const stack = [start];
  const nodes: number[] = [];
  while (stack.length > 0) {
    const here = stack.at(-1)!;
    const arcs = out[here]!;
    while (arcs.length > 0 && left[arcs.at(-1)!] === 0) arcs.pop();
    if (arcs.length === 0) nodes.push(stack.pop()!);
    else {
      const arc = arcs.at(-1)!;
      left[arc]! -= 1;
      stack.push(graph.to[arc]!);
    }
  }
  return nodes.reverse().slice(0, -1);
}

/**
 * Finds a line that keeps every bound and covers every weekday exactly, or proves that there is none. The same seed gives the
 * same line. `budget.iterations` counts nodes of the branch and bound.
 */
export function findPattern(problem: CycleProblem, seed: number, budget: Budget): PatternResult {
  const overfull = Array.from({ length: 7 }, (_, day) => problem.shifts.reduce((sum, s) => sum + s.need[day]!, 0));
  if (overfull.some((needed) => needed > problem.weeks)) return { status: 'impossible' };
  const graph = patternGraph(problem);
  const result = integerFlow(graph, problem, random(seed), budget);
  if (result.kind !== 'flow') return { status: result.kind === 'none' ? 'impossible' : 'unknown' };
  const cycle = walk(graph, result.times).map((node) => graph.value[node]!);
  assert(keepsAll(cycle, problem), 'a pattern that was found keeps every bound');
  return { status: 'found', cycle };
}
