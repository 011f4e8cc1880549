/**
 * A pattern as a layered automaton: one layer of states for each day, one arc for each class of values. What the order
 * of days costs or forbids stands on the arcs; what only counts (groups) is reported as a bit mask, for the row's
 * counters. Values that no rule of the pattern tells apart form a class, and states with the same future are one, so
 * that 32 kinds of shift and six rules still give a few dozen states a day.
 *
 * Layers are shared: days that look alike (ordinary weeks) reuse the same arrays, within a pattern and between rows.
 */
import { costOfRun, FORBIDDEN, type Membership, type Model, type Pattern, type Row, UNKNOWN } from './model.js';

export interface Layer {
  readonly states: number;
  /** State of the next layer at `[state * classes + class]`; -1: forbidden. */
  readonly next: Int32Array<ArrayBuffer>;
  readonly cost: Float64Array;
  /** Bit g: this arc is the first of its group for which `pattern.groups[g]` counts the group. */
  readonly hits: Uint8Array;
  /** The different hits of the layer's arcs. */
  readonly masks: Uint8Array;
}

export interface Automaton {
  readonly classes: number;
  /** Class of a value; value 0 is alone in class 0. */
  readonly classOf: Uint8Array;
  /** One for each day of the horizon; the row begins in state 0 of the first. */
  readonly layers: readonly Layer[];
  /** States behind the last day. */
  readonly ends: number;
  /** Groups counted in the history already, by group counter. */
  readonly counted: Int32Array;
  /** What the history costs whatever follows. */
  readonly startCost: number;
}

type Dimensions = Pick<Model, 'days' | 'before' | 'values'>;

/** The state of a row behind a day, all rules together. Encoded as numbers in a fixed order (see `stateWords`). */
interface State {
  previous: number;
  /** By run: length so far (0: not in a run), and 1 while the run is too short to end here. */
  length: number[];
  tooShort: number[];
  /** By single: 1 where today is a lone day with the right neighbour in front. */
  armed: number[];
  /** Last worked value (0: none known), and whether an open day has passed since. */
  last: number;
  open: number;
  /** By group counter: 1 where the group that goes on tomorrow is counted already. */
  counted: number[];
}

interface Step {
  readonly state: State;
  readonly cost: number;
  readonly hits: number;
}

/** Builds the automaton of a row. `share` keeps layers for other rows with the same pattern. */
export function buildAutomaton(model: Dimensions, row: Row, share: LayerShare): Automaton {
  const { pattern } = row;
  const known = share.of(pattern, model);
  let state = emptyState(pattern);
  let startCost = 0;
  const counted = new Int32Array(pattern.groups.length);
  for (let at = 0; at < model.before; at += 1) {
    const value = row.history[at]!;
    const step = advance(model, pattern, state, at, value);
    if (step === null) throw new Error('a history cannot be forbidden');
    startCost += step.cost;
    for (let group = 0; group < counted.length; group += 1) counted[group]! += (step.hits >> group) & 1;
    state = step.state;
  }
  const layers: Layer[] = [];
  let from = [state];
  const raw: RawLayer[] = [];
  for (let day = 0; day < model.days; day += 1) {
    const layer = known.expand(from, model.before + day);
    raw.push(layer);
    from = layer.targets;
  }
  let merged: Int32Array = new Int32Array(from.length);
  const ends = 1;
  for (let day = model.days - 1; day >= 0; day -= 1) {
    const small = known.minimise(raw[day]!, merged);
    layers[day] = small.layer;
    merged = small.merged;
  }
  return { classes: known.classes, classOf: known.classOf, layers, ends, counted, startCost };
}

function emptyState(pattern: Pattern): State {
  return {
    previous: UNKNOWN,
    length: pattern.runs.map(() => 0),
    tooShort: pattern.runs.map(() => 0),
    armed: pattern.singles.map(() => 0),
    last: 0,
    open: 0,
    counted: pattern.groups.map(() => 0),
  };
}

/** One day further; null where a rule forbids it. `value` may be UNKNOWN in the history. */
function advance(model: Dimensions, pattern: Pattern, state: State, at: number, value: number): Step | null {
  const { values, before } = model;
  const judged = at >= before;
  const { previous } = state;
  let cost = 0;
  const table = pattern.pairs[at];
  if (judged && table && previous !== UNKNOWN && value !== UNKNOWN) cost += table[previous * values + value]!;
  const spilt = previous !== UNKNOWN && pattern.spill !== null && pattern.spill[(at - 1) * values + previous] === 1;
  const belongs = (member: Membership): boolean => {
    if (value === UNKNOWN) return false;
    const kind = member[at * values + value]!;
    return kind < 2 ? kind === 1 : spilt === (kind === 3);
  };
  const after = emptyState(pattern);
  after.previous = value;
  for (let index = 0; index < pattern.runs.length; index += 1) {
    const run = pattern.runs[index]!;
    const length = state.length[index]!;
    if (!belongs(run.member)) {
      if (state.tooShort[index] === 1) return null;
      continue;
    }
    if (judged) cost += costOfRun(run, length + 1) - (at === before ? 0 : costOfRun(run, length));
    if (!(cost < FORBIDDEN)) return null;
    const tooShort =
      length === 0 ? at > before && run.least > 1 : state.tooShort[index] === 1 && length + 1 < run.least;
    const cap = tooShort ? model.days : Math.max(1, run.cost.length - 1);
    after.length[index] = judged ? Math.min(length + 1, cap) : length + 1;
    after.tooShort[index] = tooShort ? 1 : 0;
  }
  for (let index = 0; index < pattern.singles.length; index += 1) {
    const single = pattern.singles[index]!;
    const has = (set: Uint8Array, of: number): boolean => of !== UNKNOWN && set[of] === 1;
    if (state.armed[index] === 1 && has(single.beside, value)) cost += single.cost[at - 1]!;
    after.armed[index] = has(single.lone, value) && has(single.beside, previous) ? 1 : 0;
  }
  if (pattern.change !== null) {
    const { change } = pattern;
    const open = state.open === 1 || change.open[at] === 1;
    after.last = state.last;
    after.open = open && state.last !== 0 ? 1 : 0;
    if (value !== 0 && value !== UNKNOWN) {
      const pair = state.last * values + value;
      if (judged && state.last !== 0) cost += change.cost[pair]! + (open ? 0 : change.closed[pair]!);
      after.last = value;
      after.open = 0;
    }
  }
  let hits = 0;
  for (let index = 0; index < pattern.groups.length; index += 1) {
    const group = pattern.groups[index]!;
    const number = group.of[at]!;
    if (number < 0) continue;
    let counted = state.counted[index]!;
    if (counted === 0 && belongs(group.member)) {
      counted = 1;
      hits |= 1 << index;
    }
    after.counted[index] = group.of[at + 1] === number ? counted : 0;
  }
  return cost < FORBIDDEN ? { state: after, cost, hits } : null;
}

interface RawLayer {
  readonly arcs: Layer;
  readonly targets: State[];
  readonly targetsKey: string;
}

interface KnownPattern {
  readonly classes: number;
  readonly classOf: Uint8Array;
  readonly expand: (from: State[], at: number) => RawLayer;
  readonly minimise: (
    raw: RawLayer,
    mergedTargets: Int32Array,
  ) => { readonly layer: Layer; readonly merged: Int32Array };
}

/** Remembers layers by pattern object. One for a whole solver. */
export interface LayerShare {
  readonly of: (pattern: Pattern, model: Dimensions) => KnownPattern;
}

export function layerShare(): LayerShare {
  const patterns = new Map<Pattern, KnownPattern>();
  return {
    of(pattern, model) {
      let known = patterns.get(pattern);
      if (known === undefined) {
        known = knownPattern(pattern, model);
        patterns.set(pattern, known);
      }
      return known;
    },
  };
}

function knownPattern(pattern: Pattern, model: Dimensions): KnownPattern {
  const classOf = valueClasses(pattern, model);
  const classes = Math.max(...classOf) + 1;
  const standFor = Array.from({ length: classes }, (_, wanted) => classOf.indexOf(wanted));
  const dayKeys = Array.from({ length: model.before + model.days }, (_, at) => dayKey(pattern, model, at));
  const expanded = new Map<string, RawLayer>();
  const keys = new WeakMap<State[], string>();
  const minimised = new Map<RawLayer, Map<Int32Array, { layer: Layer; merged: Int32Array }>>();
  return {
    classes,
    classOf,
    expand(from, at) {
      const fromKey = keys.get(from) ?? from.map(stateWords).join(';');
      const key = `${dayKeys[at]}#${fromKey}`;
      let layer = expanded.get(key);
      if (layer === undefined) {
        layer = expandLayer(model, pattern, from, at, standFor);
        expanded.set(key, layer);
        keys.set(layer.targets, layer.targetsKey);
      }
      return layer;
    },
    minimise(raw, mergedTargets) {
      let byTargets = minimised.get(raw);
      if (byTargets === undefined) {
        byTargets = new Map();
        minimised.set(raw, byTargets);
      }
      // Equal content counts as the same map: so a periodic horizon comes to a standstill and shares its layers.
      for (const [targets, small] of byTargets) if (sameNumbers(targets, mergedTargets)) return small;
      const small = minimiseLayer(raw, mergedTargets, classes);
      byTargets.set(mergedTargets, small);
      return small;
    },
  };
}

const sameNumbers = (a: Int32Array, b: Int32Array): boolean =>
  a === b || (a.length === b.length && a.every((number, index) => number === b[index]));

const stateWords = (state: State): string =>
  `${state.previous},${state.length},${state.tooShort},${state.armed},${state.last},${state.open},${state.counted}`;

function expandLayer(model: Dimensions, pattern: Pattern, from: State[], at: number, standFor: number[]): RawLayer {
  const classes = standFor.length;
  const next = new Int32Array(from.length * classes).fill(-1);
  const cost = new Float64Array(from.length * classes);
  const hits = new Uint8Array(from.length * classes);
  const index = new Map<string, number>();
  const targets: State[] = [];
  from.forEach((state, row) => {
    standFor.forEach((value, column) => {
      const step = advance(model, pattern, state, at, value);
      if (step === null) return;
      const words = stateWords(step.state);
      let target = index.get(words);
      if (target === undefined) {
        target = targets.length;
        index.set(words, target);
        targets.push(step.state);
      }
      next[row * classes + column] = target;
      cost[row * classes + column] = step.cost;
      hits[row * classes + column] = step.hits;
    });
  });
  return {
    arcs: { states: from.length, next, cost, hits, masks: hits },
    targets,
    targetsKey: [...index.keys()].join(';'),
  };
}

/** Merges states whose arcs are the same once their targets are merged. State 0 stays state 0. */
function minimiseLayer(
  raw: RawLayer,
  mergedTargets: Int32Array,
  classes: number,
): { layer: Layer; merged: Int32Array } {
  const { arcs } = raw;
  const merged = new Int32Array(arcs.states);
  const index = new Map<string, number>();
  const kept: number[] = [];
  for (let state = 0; state < arcs.states; state += 1) {
    let words = '';
    for (let arc = state * classes; arc < (state + 1) * classes; arc += 1) {
      words += arcs.next[arc]! < 0 ? '-,' : `${mergedTargets[arcs.next[arc]!]!}:${arcs.cost[arc]!}:${arcs.hits[arc]!},`;
    }
    let target = index.get(words);
    if (target === undefined) {
      target = kept.length;
      index.set(words, target);
      kept.push(state);
    }
    merged[state] = target;
  }
  const next = new Int32Array(kept.length * classes);
  const cost = new Float64Array(kept.length * classes);
  const hits = new Uint8Array(kept.length * classes);
  kept.forEach((state, row) => {
    for (let column = 0; column < classes; column += 1) {
      const old = arcs.next[state * classes + column]!;
      next[row * classes + column] = old < 0 ? -1 : mergedTargets[old]!;
      cost[row * classes + column] = arcs.cost[state * classes + column]!;
      hits[row * classes + column] = arcs.hits[state * classes + column]!;
    }
  });
  const masks = Uint8Array.from(new Set(hits));
  return { layer: { states: kept.length, next, cost, hits, masks }, merged };
}

/** Values that the pattern never tells apart share a class. */
function valueClasses(pattern: Pattern, model: Dimensions): Uint8Array {
  const classOf = new Uint8Array(model.values);
  const index = new Map<string, number>();
  for (let value = 0; value < model.values; value += 1) {
    const words = valueWords(pattern, model, value);
    let found = value === 0 ? undefined : index.get(words);
    if (found === undefined) {
      found = value === 0 ? 0 : index.size + 1;
      if (value > 0) index.set(words, found);
    }
    classOf[value] = found;
  }
  return classOf;
}

function valueWords(pattern: Pattern, model: Dimensions, value: number): string {
  const { values } = model;
  const line = (table: ArrayLike<number>, offset: number, step: number): string => {
    let words = '';
    for (let index = offset; index < table.length; index += step) words += `${table[index]},`;
    return words;
  };
  const square = (table: Float64Array): string =>
    line(table, value, values) + line(table.subarray(value * values, (value + 1) * values), 0, 1);
  const seen = new Map<Float64Array, string>();
  const words: string[] = [];
  for (const table of pattern.pairs) {
    if (table === null || seen.has(table)) continue;
    seen.set(table, '');
    words.push(square(table));
  }
  for (const run of pattern.runs) words.push(line(run.member, value, values));
  for (const group of pattern.groups) words.push(line(group.member, value, values));
  for (const single of pattern.singles) words.push(`${single.lone[value]}${single.beside[value]}`);
  // Equal shifts cost differently from unequal ones, so a change rule tells all shifts apart.
  if (pattern.change !== null) words.push(`${value}`);
  if (pattern.spill !== null) words.push(line(pattern.spill, value, values));
  return words.join('|');
}

/** What a day's arcs depend on. */
function dayKey(pattern: Pattern, model: Dimensions, at: number): string {
  const { values } = model;
  const slice = (table: ArrayLike<number>, index: number): string => {
    let words = '';
    for (let value = 0; value < values; value += 1) words += table[index * values + value];
    return words;
  };
  const table = pattern.pairs[at];
  const words = [
    at === model.before ? 'first' : '',
    table ? `${pattern.pairs.indexOf(table)}` : '',
    ...pattern.runs.map((run) => slice(run.member, at)),
    ...pattern.singles.map((single) => `${at > 0 ? single.cost[at - 1] : 0}`),
    pattern.change === null ? '' : `${pattern.change.open[at]}`,
    pattern.spill === null || at === 0 ? '' : slice(pattern.spill, at - 1),
  ];
  for (const group of pattern.groups) {
    const inside = group.of[at]! >= 0;
    words.push(inside ? `${slice(group.member, at)}${group.of[at + 1] === group.of[at]}` : '-');
  }
  return words.join('|');
}
