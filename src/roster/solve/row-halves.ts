/**
 * Which totals occur in the first and in the second half of a horizon, day by day, for the search from both ends
 * (`row-meet.ts`). That depends on the shape alone and is kept; rows that count alike share it. The loops are the kernel's (`kernel/halves.ts`).
 */
import type { Automaton, Layer } from './automaton.js';
import { giveUp, memory, NUMBER, putNumbers, putRecord, putWords, take, WORD } from './row-memory.js';
import type { RowTask } from './row-task.js';
import type { RowShape } from './shape.js';

/** Totals that occur in a half behind so many of its days. */
export interface Level {
  readonly count: number;
  /** Units of each counter at `[total * counters + counter]`. */
  readonly units: Int32Array;
}

/** One day of a half: its moves are the different sums of units that a value and the groups it hits can add. */
export interface Step {
  /** Move by `value * masks + mask`, -1: never together. */
  readonly moveOf: Int16Array;
  /** By move: the total before it, by the total behind it (-1: none); "before" is nearer to the horizon's edge. */
  readonly before: readonly Int32Array[];
}

export interface Halves {
  readonly middle: number;
  /** By day 0..days; the middle's is that of the first half. */
  readonly levels: readonly Level[];
  /** The middle's totals of the second half. */
  readonly meeting: Level;
  /** By counter: the most units of either half. */
  readonly most: Int32Array;
  readonly steps: readonly Step[];
}

/** Totals of all days, and table entries (times states), up to which a row is searched this way. */
const TOTALS = 60_000;
const ENTRIES = 1_500_000;

/** One half alone: behind 0, 1, 2, ... of its days, from the horizon's edge inwards. */
interface Half {
  readonly levels: readonly Level[];
  readonly steps: readonly Step[];
}

/** null: too many totals. */
const knownHalves = new WeakMap<RowShape['adds'], Map<string, Half | null>>();
const known = new WeakMap<Half, WeakMap<Half, Halves | null>>();

/** By automaton and by groups that a counter counts: the hits of each day. */
const hitsByDay = new WeakMap<Automaton, Map<number, readonly string[]>>();

/** The groups that a counter counts, as a mask of hits. */
const countedGroups = ({ counters }: RowShape): number =>
  counters.reduce((mask, { group }) => (group < 0 ? mask : mask | (1 << group)), 0);

/** What the arcs of a day can hit of these groups. */
const hitsOf = ({ masks }: Layer, groups: number): number[] =>
  [...new Set(Array.from(masks, (mask) => mask & groups))].sort((a, b) => a - b);

/** A map's value, made where there is none. */
function cached<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The totals of both halves; null: too many. */
export function halvesOf({ shape, values }: RowTask): Halves | null {
  const { automaton, counters, adds } = shape;
  const days = automaton.layers.length;
  const middle = Math.ceil(days / 2);
  const groups = countedGroups(shape);
  const ofAutomaton = cached(hitsByDay, automaton, () => new Map<number, readonly string[]>());
  const hits = cached(ofAutomaton, groups, () => automaton.layers.map((layer) => hitsOf(layer, groups).join('.')));
  const own = `${counters.map(({ cost, group }) => `${group}:${cost.length}`).join()} ${automaton.counted.length}`;
  const byKey = cached(knownHalves, adds, () => new Map<string, Half | null>());
  const halfOf = (order: readonly number[]): Half | null =>
    cached(byKey, `${own} ${order[0]} ${order.map((day) => hits[day]).join(' ')}`, () =>
      makeHalf(shape, values, order),
    );
  const front = halfOf(Array.from({ length: middle }, (_, day) => day));
  const back = front && halfOf(Array.from({ length: days - middle }, (_, day) => days - 1 - day));
  if (front === null || back === null) return null;
  const byBack = cached(known, front, () => new WeakMap<Half, Halves | null>());
  const halves = cached(byBack, back, () => together(front, back, counters.length));
  if (halves === null) return null;
  const { levels, meeting } = halves;
  const entries = levels.reduce(
    (sum, { count }, day) => sum + count * (automaton.layers[day]?.states ?? 1),
    meeting.count * (automaton.layers[middle]?.states ?? 1),
  );
  return entries > ENTRIES ? null : halves;
}

/** @param order the half's days, from the edge inwards */
function makeHalf(shape: RowShape, values: number, order: readonly number[]): Half | null {
  const levels: Level[] = [{ count: 1, units: new Int32Array(shape.counters.length) }];
  const steps: Step[] = [];
  let left = TOTALS;
  for (const day of order) {
    const made = grow(shape, values, day, levels.at(-1)!, left);
    if (made === null) return null;
    steps.push(made.step);
    levels.push(made.grown);
    left -= made.grown.count;
  }
  return { levels, steps };
}

function together(front: Half, back: Half, kinds: number): Halves | null {
  const sum = [front, back].reduce((all, { levels }) => levels.reduce((most, { count }) => most + count, all), 0);
  if (sum > TOTALS) return null;
  const meeting = back.levels.at(-1)!;
  const most = new Int32Array(kinds);
  for (const half of [front.levels.at(-1)!, meeting]) {
    half.units.forEach((units, at) => {
      most[at % kinds] = Math.max(most[at % kinds]!, units);
    });
  }
  return {
    middle: front.steps.length,
    levels: [...front.levels, ...back.levels.slice(0, -1).reverse()],
    meeting,
    most,
    steps: [...front.steps, ...back.steps.toReversed()],
  };
}

/** The totals behind one more day; null: more than `most` of them. */
function grow(
  shape: RowShape,
  values: number,
  day: number,
  level: Level,
  most: number,
): { readonly step: Step; readonly grown: Level } | null {
  const { counters, automaton, adds } = shape;
  const kinds = counters.length;
  const masks = 1 << automaton.counted.length;
  const groups = countedGroups(shape);
  const moves: Int32Array[] = [];
  const moveByKey = new Map<string, number>();
  const moveOf = new Int16Array(values * masks).fill(-1);
  for (let value = 0; value < values; value += 1) {
    const cell = day * values + value;
    for (const hits of hitsOf(automaton.layers[day]!, groups)) {
      const units = Int32Array.from(counters, ({ group }) => (group < 0 ? 0 : (hits >> group) & 1));
      for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
        units[adds.counter[add]!]! += adds.units[add]!;
      const key = units.join();
      let move = moveByKey.get(key);
      if (move === undefined) {
        move = moves.length;
        moveByKey.set(key, move);
        moves.push(units);
      }
      // Rows that share these halves may hit other groups, which count nothing.
      for (let mask = 0; mask < masks; mask += 1) if ((mask & groups) === hits) moveOf[value * masks + mask] = move;
    }
  }
  const { count, units } = level;
  const limits = Int32Array.from(counters, ({ cost }) => cost.length);
  // Totals as one number, each counter a digit.
  const places = new Float64Array(kinds);
  let size = 1;
  for (let kind = 0; kind < kinds; kind += 1) {
    places[kind] = size;
    size *= limits[kind]!;
  }
  if (size > Number.MAX_SAFE_INTEGER) return null;
  giveUp();
  const room = Math.min(most, count * moves.length);
  const slots = 2 ** Math.ceil(Math.log2(2 * room + 1));
  const grown = take(WORD * room * kinds);
  const before = take(WORD * room * moves.length);
  const found = memory.kernel.grow(
    putRecord([
      kinds,
      count,
      putWords(units, count * kinds),
      putWords(limits, kinds),
      moves.length,
      putRecord(moves.flatMap((more) => [...more])),
      putNumbers(places, kinds),
      room,
      grown,
      before,
      slots,
      take(NUMBER * slots),
      take(WORD * slots),
    ]),
  );
  if (found < 0) return null;
  const words = (at: number, length: number): Int32Array => memory.words.slice(at / WORD, at / WORD + length);
  return {
    step: { moveOf, before: moves.map((_, move) => words(before + WORD * move * room, found)) },
    grown: { count: found, units: words(grown, found * kinds) },
  };
}
