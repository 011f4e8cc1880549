/** The days outside a row search's window: where they lead, what they cost, what they count. */
import { FORBIDDEN } from './model.js';
import { type RowTask, unitsOf } from './row-task.js';

export interface Frame {
  readonly startState: number;
  /** Automaton and cell costs of the days outside that do not depend on the window. */
  readonly fixedCost: number;
  /** By counter: units of the days in front. */
  readonly before: Int32Array;
  /** By state behind the window: cost of the automaton over the days that follow. */
  readonly endCost: Float64Array;
  /** By counter: units of the days behind, by state at `[counter * states + state]`. */
  readonly endUnits: Int32Array;
  readonly endStates: number;
}

/** null: the days outside break a rule whatever the window holds. */
export function frameOf(task: RowTask): Frame | null {
  const { shape, from, to, values, current, cost } = task;
  const { automaton, counters } = shape;
  const { classes, classOf, layers } = automaton;
  const before = new Int32Array(counters.length);
  let fixedCost = shape.constant;
  let state = 0;
  for (let day = 0; day < from; day += 1) {
    const value = current[day]!;
    const arc = state * classes + classOf[value]!;
    const layer = layers[day]!;
    fixedCost += layer.cost[arc]! + shape.hitCost[layer.hits[arc]!]! + cost[day * values + value]!;
    for (let index = 0; index < counters.length; index += 1)
      before[index]! += unitsOf(counters[index]!, day * values + value, layer.hits[arc]!);
    state = layer.next[arc]!;
    if (state < 0) return null;
  }
  const endStates = to < layers.length ? layers[to]!.states : automaton.ends;
  const endCost = new Float64Array(endStates);
  const endUnits = new Int32Array(counters.length * endStates);
  for (let day = to; day < layers.length; day += 1) fixedCost += cost[day * values + current[day]!]!;
  if (!(fixedCost < FORBIDDEN)) return null;
  for (let start = 0; start < endStates; start += 1) {
    let at = start;
    for (let day = to; day < layers.length; day += 1) {
      const layer = layers[day]!;
      const arc = at * classes + classOf[current[day]!]!;
      endCost[start]! += layer.cost[arc]! + shape.hitCost[layer.hits[arc]!]!;
      for (let index = 0; index < counters.length; index += 1) {
        endUnits[index * endStates + start]! += unitsOf(
          counters[index]!,
          day * values + current[day]!,
          layer.hits[arc]!,
        );
      }
      at = layer.next[arc]!;
      if (at < 0) {
        endCost[start] = FORBIDDEN;
        break;
      }
    }
  }
  return { startState: state, fixedCost, before, endCost, endUnits, endStates };
}
