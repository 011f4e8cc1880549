/**
 * What of a model lies in the kernel's memory, laid down by `packed.ts`: every field is a word (a number: two), in this order there too. Arrays are those of
 * `Layer`, `RowCounter`, `RowShape` and `PackedLines`; pairs are of two words.
 */

import { addToWord, wordAt } from './memory';

@unmanaged
export class Layer {
  next: usize;
  cost: usize;
  hits: usize;
  states: i32;
  /** The different hits (bytes), so many. */
  mask: usize;
  masks: i32;
}

@unmanaged
export class Counter {
  group: i32;
  /** Units that `cost` and `hull` know. */
  length: i32;
  cost: usize;
  hull: usize;
  most: usize;
  worse: usize;
  straightTo: usize;
  least: i32;
  step: i32;
}

/** The row that a search has met last as the current one: states in front of each day and behind the last, and units by counter. */
@unmanaged
export class Walk {
  /** 0: there is none. */
  isKnown: i32;
  row: usize;
  states: usize;
  units: usize;
}

@unmanaged
export class Shape {
  constant: f64;
  days: i32;
  /** States behind the last day. */
  ends: i32;
  /** Masks of hits that there can be. */
  masks: i32;
  /** Cost of each cell. */
  own: usize;
  /** By counter (bytes): how lately it did bind, see `search.ts`. */
  heat: usize;
  walk: Walk;
  classes: i32;
  classOf: usize;
  /** A `Layer` for each day. */
  layers: usize;
  hitCost: usize;
  counters: i32;
  counter: usize;
  /** Pairs of counter and units: those of cell c are `addStart[c]..addStart[c + 1]-1`. */
  addStart: usize;
  adds: usize;
}

/** A row among others. */
@unmanaged
export class Agent {
  shape: Shape;
  /** Pairs of line and amount, by cell like `adds`. */
  touchStart: usize;
  touches: usize;
}

@unmanaged
export class Line {
  when: i32;
  low: i32;
  cost: usize;
}

@unmanaged
export class Model {
  agents: i32;
  days: i32;
  values: i32;
  /** An `Agent` for each. */
  agent: usize;
  line: usize;
}

export function layerOf(shape: Shape, day: i32): Layer {
  return changetype<Layer>(shape.layers + <usize>day * offsetof<Layer>());
}

export function counterOf(shape: Shape, index: i32): Counter {
  return changetype<Counter>(shape.counter + <usize>index * offsetof<Counter>());
}

export function agentOf(model: Model, agent: i32): Agent {
  return changetype<Agent>(model.agent + <usize>agent * offsetof<Agent>());
}

export function lineOf(model: Model, line: i32): Line {
  return changetype<Line>(model.line + <usize>line * offsetof<Line>());
}

/** Adds (`sign` 1) what a cell adds to the counters' units, or takes it away (-1). */
export function addCell(shape: Shape, cell: i32, sign: i32, units: usize): void {
  const end = wordAt(shape.addStart, cell + 1);
  for (let add = wordAt(shape.addStart, cell); add < end; add += 1)
    addToWord(units, wordAt(shape.adds, 2 * add), sign * wordAt(shape.adds, 2 * add + 1));
}

/** Adds a mask of hits to the counters' units, or takes it away. */
export function addHits(shape: Shape, mask: i32, sign: i32, units: usize): void {
  if (mask === 0) return;
  for (let index = 0; index < shape.counters; index += 1) {
    const group = counterOf(shape, index).group;
    if (group >= 0) addToWord(units, index, sign * ((mask >> group) & 1));
  }
}

/** Number of an arc in a layer. */
export function arcOf(shape: Shape, state: i32, value: i32): i32 {
  return state * shape.classes + load<u8>(shape.classOf + value);
}
