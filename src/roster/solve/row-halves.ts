/**
 * Which totals occur in the first and in the second half of a horizon, day by day, for the search from both ends
 * (`row-meet.ts`). That depends on the shape alone and is kept; rows that count alike share it.
 */
import type { Automaton, Layer } from './automaton.js';
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
const known = new WeakMap<RowShape['adds'], Map<string, Halves | null>>();

/** By automaton and by groups that a counter counts: the hits of each day, as words. */
const masksOf = new WeakMap<Automaton, Map<number, string>>();

/** The groups that a counter counts, as a mask of hits. */
const countedGroups = ({ counters }: RowShape): number =>
  counters.reduce((mask, { group }) => (group < 0 ? mask : mask | (1 << group)), 0);

/** What the arcs of a day can hit of these groups. */
const hitsOf = ({ masks }: Layer, groups: number): number[] =>
  [...new Set(Array.from(masks, (mask) => mask & groups))].sort((a, b) => a - b);

/** The totals of both halves; null: too many. */
export function halvesOf({ shape, values }: RowTask): Halves | null {
  const { automaton, counters, adds } = shape;
  let byKey = known.get(adds);
  if (byKey === undefined) {
    byKey = new Map();
    known.set(adds, byKey);
  }
  const groups = countedGroups(shape);
  let words = masksOf.get(automaton);
  if (words === undefined) {
    words = new Map();
    masksOf.set(automaton, words);
  }
  let masks = words.get(groups);
  if (masks === undefined) {
    masks = automaton.layers.map((layer) => hitsOf(layer, groups).join('.')).join(' ');
    words.set(groups, masks);
  }
  const key = `${counters.map(({ cost, group }) => `${group}:${cost.length}`).join()} ${automaton.counted.length} ${masks}`;
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
  let left = TOTALS;
  const walk = (day: number, level: Level): Level | null => {
    const made = grow(shape, values, day, level, left);
    if (made === null) return null;
    steps[day] = made.step;
    left -= made.grown.count;
    return made.grown;
  };
  levels[0] = edge;
  for (let day = 0; day < middle; day += 1) {
    const grown = walk(day, levels[day]!);
    if (grown === null) return null;
    levels[day + 1] = grown;
  }
  let level: Level = edge;
  if (middle < days) levels[days] = edge;
  for (let day = days - 1; day >= middle; day -= 1) {
    const grown = walk(day, level);
    if (grown === null) return null;
    level = grown;
    if (day > middle) levels[day] = grown;
  }
  const kinds = shape.counters.length;
  const most = new Int32Array(kinds);
  for (const half of [levels[middle]!, level]) {
    half.units.forEach((units, at) => {
      most[at % kinds] = Math.max(most[at % kinds]!, units);
    });
  }
  return { middle, levels, meeting: level, most, steps };
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
  // Totals as one number, each counter a digit.
  const base = Float64Array.from(counters, () => 1);
  for (let kind = 1; kind < kinds; kind += 1) base[kind] = base[kind - 1]! * counters[kind - 1]!.cost.length;
  const keyOf = (of: Int32Array, at: number): number => {
    let key = 0;
    for (let kind = 0; kind < kinds; kind += 1) key += of[at + kind]! * base[kind]!;
    return key;
  };
  const size = kinds === 0 ? 1 : base[kinds - 1]! * counters[kinds - 1]!.cost.length;
  if (size > Number.MAX_SAFE_INTEGER) return null;
  const numbers = numberer(size);
  const found = new Int32Array(Math.min(most, count * moves.length) * kinds);
  const reached = moves.map(() => new Int32Array(count).fill(-1));
  for (let move = 0; move < moves.length; move += 1) {
    const more = moves[move]!;
    const moreKey = keyOf(more, 0);
    for (let total = 0; total < count; total += 1) {
      let fits = true;
      for (let kind = 0; kind < kinds; kind += 1)
        if (units[total * kinds + kind]! + more[kind]! >= counters[kind]!.cost.length) fits = false;
      if (!fits) continue;
      const known = numbers.count();
      const number = numbers.of(keyOf(units, total * kinds) + moreKey);
      reached[move]![total] = number;
      if (number < known) continue;
      if (number >= most) {
        numbers.clear();
        return null;
      }
      for (let kind = 0; kind < kinds; kind += 1) {
        found[number * kinds + kind] = units[total * kinds + kind]! + more[kind]!;
      }
    }
  }
  const grown = { count: numbers.count(), units: found.slice(0, numbers.count() * kinds) };
  numbers.clear();
  const before = reached.map((numbered) => {
    const back = new Int32Array(grown.count).fill(-1);
    for (let total = 0; total < count; total += 1) if (numbered[total]! >= 0) back[numbered[total]!] = total;
    return back;
  });
  return { step: { moveOf, before }, grown };
}

/** Numbers keys 0, 1, 2, ... in the order in which they come. */
interface Numberer {
  readonly of: (key: number) => number;
  readonly count: () => number;
  readonly clear: () => void;
}

/** So many keys are looked up in a table, more in a map. */
const TABLE = 4_000_000;
let table = new Int32Array(0);

function numberer(size: number): Numberer {
  if (size > TABLE) {
    const numbers = new Map<number, number>();
    return {
      of(key) {
        const known = numbers.get(key);
        if (known !== undefined) return known;
        numbers.set(key, numbers.size);
        return numbers.size - 1;
      },
      count: () => numbers.size,
      clear: () => numbers.clear(),
    };
  }
  // The table is all -1 between two uses.
  if (table.length < size) table = new Int32Array(size).fill(-1);
  const keys: number[] = [];
  return {
    of(key) {
      const known = table[key]!;
      if (known >= 0) return known;
      table[key] = keys.length;
      keys.push(key);
      return keys.length - 1;
    },
    count: () => keys.length,
    clear: () => {
      for (const key of keys) table[key] = -1;
    },
  };
}
