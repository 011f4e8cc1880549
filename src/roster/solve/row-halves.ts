/**
 * Which totals occur in the first and in the second half of a horizon, day by day, for the search from both ends
 * (`row-meet.ts`). That depends on the shape alone and is kept; rows that count alike share it.
 */
import type { Automaton } from './automaton.js';
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
  /** By counter: the most units of the second half. */
  readonly most: Int32Array;
  readonly steps: readonly Step[];
}

/** Totals of all days, and table entries (times states), up to which a row is searched this way. */
const TOTALS = 60_000;
const ENTRIES = 1_500_000;
const known = new WeakMap<RowShape['adds'], Map<string, Halves | null>>();

const masksOf = new WeakMap<Automaton, string>();

/** The totals of both halves; null: too many. */
export function halvesOf({ shape, values }: RowTask): Halves | null {
  const { automaton, counters, adds } = shape;
  let byKey = known.get(adds);
  if (byKey === undefined) {
    byKey = new Map();
    known.set(adds, byKey);
  }
  let masks = masksOf.get(automaton);
  if (masks === undefined) {
    masks = automaton.layers.map((layer) => layer.masks.slice().sort().join('.')).join(' ');
    masksOf.set(automaton, masks);
  }
  const key = `${counters.map(({ cost, group }) => `${group}:${cost.length}`).join()} ${masks}`;
  let halves = byKey.get(key);
  if (halves === undefined) {
    halves = makeHalves(shape, values);
    byKey.set(key, halves);
  }
  if (halves === null) return null;
  const { levels, meeting } = halves;
  const entries = levels.reduce(
    (sum, { count }, day) => sum + count * (automaton.layers[day]?.states ?? 1),
    meeting.count * (automaton.layers[halves.middle]?.states ?? 1),
  );
  return entries > ENTRIES ? null : halves;
}

function makeHalves(shape: RowShape, values: number): Halves | null {
  const { layers } = shape.automaton;
  const days = layers.length;
  const middle = Math.ceil(days / 2);
  const edge: Level = { count: 1, units: new Int32Array(shape.counters.length) };
  const levels: Level[] = [];
  const steps: Step[] = [];
  let totals = 0;
  const walk = (day: number, level: Level): Level | null => {
    const { step, grown } = grow(shape, values, day, level);
    steps[day] = step;
    totals += grown.count;
    return totals > TOTALS ? null : grown;
  };
  levels[0] = edge;
  for (let day = 0; day < middle; day += 1) {
    const grown = walk(day, levels[day]!);
    if (grown === null) return null;
    levels[day + 1] = grown;
  }
  let level: Level = edge;
  levels[days] = edge;
  for (let day = days - 1; day >= middle; day -= 1) {
    const grown = walk(day, level);
    if (grown === null) return null;
    level = grown;
    if (day > middle) levels[day] = grown;
  }
  const kinds = shape.counters.length;
  const most = new Int32Array(kinds);
  level.units.forEach((units, at) => {
    most[at % kinds] = Math.max(most[at % kinds]!, units);
  });
  return { middle, levels, meeting: level, most, steps };
}

/** The totals behind one more day. */
function grow(shape: RowShape, values: number, day: number, level: Level): { step: Step; grown: Level } {
  const { counters, automaton, adds } = shape;
  const kinds = counters.length;
  const masks = 1 << automaton.counted.length;
  const moves: Int32Array[] = [];
  const moveByKey = new Map<string, number>();
  const moveOf = new Int16Array(values * masks).fill(-1);
  for (let value = 0; value < values; value += 1) {
    const cell = day * values + value;
    for (const mask of automaton.layers[day]!.masks) {
      const units = Int32Array.from(counters, ({ group }) => (group < 0 ? 0 : (mask >> group) & 1));
      for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
        units[adds.counter[add]!]! += adds.units[add]!;
      const key = units.join();
      let move = moveByKey.get(key);
      if (move === undefined) {
        move = moves.length;
        moveByKey.set(key, move);
        moves.push(units);
      }
      moveOf[value * masks + mask] = move;
    }
  }
  // Totals as one number, each counter a digit.
  const base = Float64Array.from(counters, () => 1);
  for (let kind = 1; kind < kinds; kind += 1) base[kind] = base[kind - 1]! * (counters[kind - 1]!.cost.length + 1);
  const numbers = new Map<number, number>();
  const found: number[] = [];
  const links: number[] = [];
  const sum = new Int32Array(kinds);
  for (let total = 0; total < level.count; total += 1) {
    moves.forEach((units, move) => {
      let key = 0;
      for (let kind = 0; kind < kinds; kind += 1) {
        sum[kind] = level.units[total * kinds + kind]! + units[kind]!;
        if (sum[kind]! >= counters[kind]!.cost.length) return;
        key += sum[kind]! * base[kind]!;
      }
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
        for (let kind = 0; kind < kinds; kind += 1) found.push(sum[kind]!);
      }
      links.push(move, number, total);
    });
  }
  const before = moves.map(() => new Int32Array(numbers.size).fill(-1));
  for (let link = 0; link < links.length; link += 3) before[links[link]!]![links[link + 1]!] = links[link + 2]!;
  return { step: { moveOf, before }, grown: { count: numbers.size, units: Int32Array.from(found) } };
}
