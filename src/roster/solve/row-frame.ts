/** The days outside a row search's window: where they lead, what they cost, what they count. */
import { FORBIDDEN } from './model.js';
import type { RowScratch, RowTask } from './row-task.js';

export interface Frame {
  startState: number;
  /** Automaton and cell costs of the days outside that do not depend on the window. */
  fixedCost: number;
  /** By counter: units of the days in front. */
  before: Int32Array;
  /** By state behind the window: cost of the automaton over the days that follow. */
  endCost: Float64Array;
  /** By counter: units of the days behind, by state at `[counter * states + state]`. */
  endUnits: Int32Array;
  endStates: number;
  /** By state behind the window: where its walk stands; by walk still alone: its state. */
  at: Int32Array;
  alone: Int32Array;
  /** By state behind the window: groups counted, by group number at `[state * 8 + group]`. */
  groups: Int32Array;
  common: Int32Array;
}

export const emptyFrame = (): Frame => ({
  startState: 0,
  fixedCost: 0,
  before: new Int32Array(64),
  endCost: new Float64Array(64),
  endUnits: new Int32Array(1024),
  endStates: 1,
  at: new Int32Array(64),
  alone: new Int32Array(64),
  groups: new Int32Array(512),
  common: new Int32Array(64),
});

/** Groups a pattern can have: hits are masks of so many bits. */
const GROUPS = 8;

/** null: the days outside break a rule whatever the window holds. The frame lives in the scratch until the next call. */
export function frameOf(task: RowTask, scratch: RowScratch): Frame | null {
  const { shape, from, to, values, current, cost } = task;
  const { automaton, counters, adds } = shape;
  const { classes, classOf, layers } = automaton;
  const { frame } = scratch;
  const count = counters.length;
  if (frame.before.length < count) {
    frame.before = new Int32Array(2 * count);
    frame.common = new Int32Array(2 * count);
  }
  const { before, common } = frame;
  before.fill(0, 0, count);
  let fixedCost = shape.constant;
  let state = 0;
  for (let day = 0; day < from; day += 1) {
    const cell = day * values + current[day]!;
    const layer = layers[day]!;
    const arc = state * classes + classOf[current[day]!]!;
    const hits = layer.hits[arc]!;
    fixedCost += layer.cost[arc]! + shape.hitCost[hits]! + cost[cell]!;
    for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
      before[adds.counter[add]!]! += adds.units[add]!;
    if (hits !== 0) {
      for (let index = 0; index < count; index += 1) {
        const { group } = counters[index]!;
        if (group >= 0) before[index]! += (hits >> group) & 1;
      }
    }
    state = layer.next[arc]!;
    if (state < 0) return null;
  }
  frame.startState = state;
  common.fill(0, 0, count);
  for (let day = to; day < layers.length; day += 1) {
    const cell = day * values + current[day]!;
    fixedCost += cost[cell]!;
    for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
      common[adds.counter[add]!]! += adds.units[add]!;
  }
  if (!(fixedCost < FORBIDDEN)) return null;
  frame.fixedCost = fixedCost;
  walkBehind(task, frame, state);
  const { endStates, endUnits, groups } = frame;
  for (let index = 0; index < count; index += 1) {
    const { group } = counters[index]!;
    for (let start = 0; start < endStates; start += 1)
      endUnits[index * endStates + start] = common[index]! + (group < 0 ? 0 : groups[start * GROUPS + group]!);
  }
  return frame;
}

/**
 * Follows the days behind the window from every state. Walks that meet the row's own path go on with it, so that
 * only few of them are walked to the end.
 */
function walkBehind({ shape, from, to, current }: RowTask, frame: Frame, startState: number): void {
  const { automaton, counters } = shape;
  const { classes, classOf, layers } = automaton;
  const endStates = to < layers.length ? layers[to]!.states : automaton.ends;
  if (frame.endCost.length <= endStates || frame.endUnits.length < counters.length * endStates) {
    frame.endCost = new Float64Array(2 * endStates + 2);
    frame.at = new Int32Array(2 * endStates + 2);
    frame.alone = new Int32Array(2 * endStates + 2);
    frame.groups = new Int32Array((2 * endStates + 2) * GROUPS);
    frame.endUnits = new Int32Array(2 * endStates * Math.max(1, counters.length));
  }
  frame.endStates = endStates;
  const { endCost, at, alone, groups } = frame;
  endCost.fill(0, 0, endStates);
  if (to === layers.length) {
    groups.fill(0, 0, endStates * GROUPS);
    return;
  }
  // The row's own path is one more walk, the last.
  groups.fill(0, 0, (endStates + 1) * GROUPS);
  let own = startState;
  for (let day = from; day < to && own >= 0; day += 1)
    own = layers[day]!.next[own * classes + classOf[current[day]!]!]!;
  endCost[endStates] = 0;
  let walks = endStates;
  for (let start = 0; start < endStates; start += 1) {
    at[start] = start;
    alone[start] = start;
  }
  const joined: number[] = [];
  for (let day = to; day < layers.length; day += 1) {
    const { next, hits, cost } = layers[day]!;
    const column = classOf[current[day]!]!;
    let kept = 0;
    for (let walk = 0; walk < walks; walk += 1) {
      const start = alone[walk]!;
      if (own >= 0 && at[start] === own) {
        // From here on as the row itself: only the difference so far is its own.
        endCost[start]! -= endCost[endStates]!;
        for (let group = 0; group < GROUPS; group += 1)
          groups[start * GROUPS + group]! -= groups[endStates * GROUPS + group]!;
        joined.push(start);
        continue;
      }
      const arc = at[start]! * classes + column;
      const mask = hits[arc]!;
      endCost[start]! += cost[arc]! + shape.hitCost[mask]!;
      if (mask !== 0) note(groups, start, mask);
      at[start] = next[arc]!;
      if (next[arc]! < 0) {
        endCost[start] = FORBIDDEN;
        continue;
      }
      alone[kept] = start;
      kept += 1;
    }
    walks = kept;
    if (own < 0) {
      if (walks === 0) break;
      continue;
    }
    const arc = own * classes + column;
    const mask = hits[arc]!;
    endCost[endStates]! += cost[arc]! + shape.hitCost[mask]!;
    if (mask !== 0) note(groups, endStates, mask);
    own = next[arc]!;
    if (own < 0) {
      // The row itself breaks a rule here, and all that joined it do.
      for (const start of joined) endCost[start] = FORBIDDEN;
      joined.length = 0;
    }
  }
  for (const start of joined) {
    endCost[start]! += endCost[endStates]!;
    for (let group = 0; group < GROUPS; group += 1)
      groups[start * GROUPS + group]! += groups[endStates * GROUPS + group]!;
  }
}

function note(groups: Int32Array, walk: number, mask: number): void {
  for (let group = 0; group < GROUPS; group += 1) groups[walk * GROUPS + group]! += (mask >> group) & 1;
}
