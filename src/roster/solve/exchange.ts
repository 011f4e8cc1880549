/**
 * What searches that run side by side tell each other: the best answer, the best bound, the prices of the lines, and
 * whether to stop. One block of shared memory; a lock guards it, held for a copy's time.
 */
import type { Answer } from './model.js';

export interface Exchange {
  /** Cost of the shared answer; Infinity: none yet. */
  readonly cost: () => number;
  readonly bound: () => number;
  /** Shares an answer where it is better than the shared one. */
  readonly offer: (cost: number, answer: Answer) => void;
  /** Copies the shared answer, and gives its cost. */
  readonly take: (into: Answer) => number;
  readonly raiseBound: (bound: number) => void;
  /** Shares prices by line; `prices` gives the last ones shared, null: none. */
  readonly sharePrices: (prices: Float64Array) => void;
  readonly prices: () => Float64Array | null;
  readonly stop: () => void;
  readonly isStopped: () => boolean;
  /** Milliseconds since the search began, as the thread with the clock wrote them. */
  readonly elapsed: () => number;
  readonly setElapsed: (milliseconds: number) => void;
}

const LOCK = 0;
const STOPPED = 1;
const PRICED = 2;
const FLAGS = 4;
const COST = 0;
const BOUND = 1;
const ELAPSED = 2;
const NUMBERS = 3;

/** Shared memory for answers of so many cells and prices of so many lines; `exchangeOver` gives it meaning. */
export function exchangeMemory(cells: number, lines: number): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(FLAGS * 4 + (NUMBERS + lines) * 8 + cells);
  new Float64Array(memory, FLAGS * 4, NUMBERS).set([Number.POSITIVE_INFINITY, 0, 0]);
  return memory;
}

export function exchangeOver(memory: SharedArrayBuffer, lines: number): Exchange {
  const flags = new Int32Array(memory, 0, FLAGS);
  const numbers = new Float64Array(memory, FLAGS * 4, NUMBERS + lines);
  const shared = new Uint8Array(memory, FLAGS * 4 + (NUMBERS + lines) * 8);
  const locked = <T>(act: () => T): T => {
    while (Atomics.compareExchange(flags, LOCK, 0, 1) !== 0) Atomics.wait(flags, LOCK, 1, 1);
    try {
      return act();
    } finally {
      Atomics.store(flags, LOCK, 0);
      Atomics.notify(flags, LOCK, 1);
    }
  };
  return {
    cost: () => numbers[COST]!,
    bound: () => numbers[BOUND]!,
    offer(cost, answer) {
      locked(() => {
        if (cost >= numbers[COST]!) return;
        numbers[COST] = cost;
        shared.set(answer);
      });
    },
    take: (into) =>
      locked(() => {
        into.set(shared);
        return numbers[COST]!;
      }),
    raiseBound(bound) {
      locked(() => {
        numbers[BOUND] = Math.max(numbers[BOUND]!, bound);
      });
    },
    sharePrices(prices) {
      locked(() => {
        numbers.set(prices, NUMBERS);
        Atomics.store(flags, PRICED, 1);
      });
    },
    prices: () => (Atomics.load(flags, PRICED) === 0 ? null : locked(() => numbers.slice(NUMBERS))),
    stop: () => void Atomics.store(flags, STOPPED, 1),
    isStopped: () => Atomics.load(flags, STOPPED) === 1,
    elapsed: () => numbers[ELAPSED]!,
    setElapsed: (milliseconds) => {
      numbers[ELAPSED] = milliseconds;
    },
  };
}
