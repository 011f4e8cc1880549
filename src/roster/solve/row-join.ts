/**
 * Beginnings and ends of a row that were searched from both ends (`row-meet.ts`), put together: for each state of the middle the cheapest
 * pair of totals. There may be thousands on either side, so whole buckets of them are compared first.
 */
import { FORBIDDEN } from './model.js';
import { type Buckets, bucketed, KEYS } from './row-buckets.js';
import type { Halves, Level } from './row-halves.js';
import { memory, NUMBER, putNumbers, putRecord, putWords, take, WORD } from './row-memory.js';
import type { RowTask } from './row-task.js';
import type { RowCounter } from './shape.js';

/** Units that a half adds at most to a key, but the first of them, which allows few totals and may have more. */
const SECOND_MOST = 48;

/** Bytes of the kernel's `Pair`, and numbers in front of the words of its `Join`. */
const PAIR = 24;
const NUMBERS = 4;

/** A state of the middle, the totals of the beginning and of the end, and what they cost together. */
export interface Pair {
  readonly state: number;
  readonly front: number;
  readonly back: number;
  readonly cost: number;
}

/** The counter with the fewest totals allowed, then those with the most of which there are not too many; -1: none is left. */
function keysOf({ shape: { counters } }: RowTask, { most }: Halves): number[] {
  const allowed = counters.map(({ cost }) => cost.reduce((sum, price) => sum + (price < FORBIDDEN ? 1 : 0), 0));
  const key = allowed.reduce((least, count, kind) => (least < 0 || count < allowed[least]! ? kind : least), -1);
  const others = counters
    .map((_, kind) => kind)
    .filter((kind) => kind !== key && most[kind]! <= SECOND_MOST)
    .sort((a, b) => most[b]! - most[a]! || a - b);
  return Array.from({ length: KEYS }, (_, place) => [key, ...others][place] ?? -1);
}

/** Lays down a `Side` of the kernel. */
function putSide(level: Level, costs: number, { first, members, from, units }: Buckets): number {
  const buckets = first.length - 1;
  return putRecord([
    level.count,
    putWords(level.units, level.units.length),
    costs,
    buckets,
    putWords(first, first.length),
    putWords(members, members.length),
    putWords(from, from.length),
    from.length - 1,
    putWords(units, units.length),
    take(NUMBER * level.count),
    take(NUMBER * level.count),
    take(NUMBER * buckets),
  ]);
}

/** A key's costs for so many units; what is not allowed is FORBIDDEN, and what is no key costs nothing. */
function padded(counter: RowCounter | undefined, most: number): Float64Array {
  const cost = new Float64Array(most + 1);
  if (counter === undefined) return cost;
  cost.fill(FORBIDDEN);
  cost.set(counter.cost.subarray(0, most + 1));
  return cost;
}

/**
 * The cheapest beginning and end of each middle state that go together below `upper`, the best first. Both sides lie in buckets
 * by a few counters, whose costs are then exact; the slopes of the others tell of a whole pair of buckets, and then of each
 * beginning, that nothing in it can be good.
 * @param begins address of the costs of beginnings, at `[state * totals + total]`; `ends` likewise
 */
export function join(
  task: RowTask,
  shapeAt: number,
  halves: Halves,
  states: number,
  begins: number,
  ends: number,
): Pair[] {
  const { counters } = task.shape;
  const kinds = counters.length;
  const keys = keysOf(task, halves);
  const least = (costs: Float64Array): number => costs.reduce((low, price) => Math.min(low, price), FORBIDDEN);
  const others = [...counters.keys()].filter((kind) => !keys.includes(kind));
  // What the other counters cost at least above their slopes.
  const rest = others.reduce((sum, kind) => {
    const slope = task.slopes[kind]!;
    return sum + least(counters[kind]!.cost.map((price, units) => price - slope * units));
  }, 0);
  const [begin, end] = [halves.levels[halves.middle]!, halves.meeting];
  const [beginnings, endings] = [bucketed(begin, kinds, keys), bucketed(end, kinds, keys)];
  const costs = keys.map((key, place) => padded(counters[key], beginnings.most[place]! + endings.most[place]!));
  const leastOthers = least(costs[1]!) + least(costs[2]!);
  const pairsAt = take(PAIR * states);
  const words = [
    shapeAt,
    putSide(begin, begins, beginnings),
    putSide(end, ends, endings),
    ...costs.map((cost) => putNumbers(cost, cost.length)),
    states,
    others.length,
    putRecord(others),
    putNumbers(task.slopes, kinds),
    pairsAt,
  ];
  const at = take(NUMBER * NUMBERS + WORD * words.length);
  memory.numbers.set([task.upper, rest, leastOthers, least(costs[0]!) + leastOthers], at / NUMBER);
  memory.words.set(words, at / WORD + 2 * NUMBERS);
  const found = memory.kernel.join(at);
  const pairs = Array.from({ length: found }, (_, place): Pair => {
    const here = pairsAt + PAIR * place;
    const [state, front, back] = memory.words.subarray(here / WORD + 2) as unknown as [number, number, number];
    return { state, front, back, cost: memory.numbers[here / NUMBER]! };
  });
  return pairs.sort((a, b) => a.cost - b.cost || a.state - b.state);
}
