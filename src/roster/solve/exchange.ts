/**
 * What searches that run side by side tell each other: the best answer, the best bound, the prices of the lines, and
 * whether to stop. One block of shared memory; a lock guards it, held for a copy's time.
 */
import { type Answer, FORBIDDEN, type Model } from './model.js';

export interface Exchange {
  /** Cost of the shared answer; Infinity: none yet. */
  readonly cost: () => number;
  readonly bound: () => number;
  /** Shares an answer where it is better than the shared one. */
  readonly offer: (cost: number, answer: Answer) => void;
  /** Copies the shared answer, and gives its cost. */
  readonly take: (into: Answer) => number;
  /** Says how these agents' rows stand in the roster that the threads shake together. */
  readonly tell: (agents: readonly number[], roster: Told) => void;
  /** Copies an agent's row as last told, and gives what it costs alone; FORBIDDEN: nobody told it yet. */
  readonly hear: (agent: number, into: Uint8Array) => number;
  /** Suggests a roster to finish; the last one suggested is forgotten. */
  readonly suggest: (sketch: Answer) => void;
  readonly isSuggested: () => boolean;
  /** Copies what was suggested; false: nothing since it was last asked. */
  readonly suggested: (into: Answer) => boolean;
  /** A number that no thread was given yet: 0, 1, 2, ... */
  readonly claim: () => number;
  /** Enters a window of days; false: another thread is on some of its days. The last one entered is left. */
  readonly enter: (thread: number, from: number, to: number) => boolean;
  readonly leave: (thread: number) => void;
  readonly raiseBound: (bound: number) => void;
  /** Shares prices by line; `prices` gives the last ones shared, null: none. */
  readonly sharePrices: (prices: Float64Array) => void;
  readonly prices: () => Float64Array | null;
  readonly stop: () => void;
  /** Waits so many milliseconds, or until the searches are stopped. */
  readonly rest: (milliseconds: number) => void;
  readonly isStopped: () => boolean;
  /** Milliseconds since the search began, as the thread with the clock wrote them. */
  readonly elapsed: () => number;
  readonly setElapsed: (milliseconds: number) => void;
}

/** Rows and what each costs alone, by agent. */
export interface Told {
  readonly rows: readonly Uint8Array[];
  readonly rowCost: Float64Array;
}

const LOCK = 0;
const STOPPED = 1;
const PRICED = 2;
const CLAIMED = 3;
const SUGGESTED = 4;
/** From here on the first and the last day of each thread's window. An even place: numbers follow. */
const WINDOWS = 6;
export const MOST_THREADS = 64;
const FLAGS = WINDOWS + 2 * MOST_THREADS;
const COST = 0;
const BOUND = 1;
const ELAPSED = 2;
const NUMBERS = 3;

export type ExchangeSize = { readonly agents: number; readonly days: number; readonly lines: number };

export const sizeOf = ({ rows, days, lines }: Model): ExchangeSize => ({
  agents: rows.length,
  days,
  lines: lines.length,
});

/** Shared memory for an answer and told rows of this size, and prices of so many lines; `exchangeOver` gives it meaning. */
export function exchangeMemory({ agents, days, lines }: ExchangeSize): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(FLAGS * 4 + (NUMBERS + agents + lines) * 8 + 3 * agents * days);
  new Float64Array(memory, FLAGS * 4, NUMBERS + agents).fill(FORBIDDEN).set([FORBIDDEN, 0, 0]);
  return memory;
}

export function exchangeOver(memory: SharedArrayBuffer, { agents, days, lines }: ExchangeSize): Exchange {
  const cells = agents * days;
  const flags = new Int32Array(memory, 0, FLAGS);
  const numbers = new Float64Array(memory, FLAGS * 4, NUMBERS);
  const toldCost = new Float64Array(memory, FLAGS * 4 + NUMBERS * 8, agents);
  const priced = new Float64Array(memory, FLAGS * 4 + (NUMBERS + agents) * 8, lines);
  const bytes = FLAGS * 4 + (NUMBERS + agents + lines) * 8;
  const shared = new Uint8Array(memory, bytes, cells);
  const told = new Uint8Array(memory, bytes + cells, cells);
  const sketched = new Uint8Array(memory, bytes + 2 * cells, cells);
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
    tell(those, { rows, rowCost }) {
      locked(() => {
        for (const agent of those) {
          told.set(rows[agent]!, agent * days);
          toldCost[agent] = rowCost[agent]!;
        }
      });
    },
    hear: (agent, into) =>
      locked(() => {
        if (toldCost[agent]! < FORBIDDEN) into.set(told.subarray(agent * days, (agent + 1) * days));
        return toldCost[agent]!;
      }),
    suggest(sketch) {
      locked(() => {
        sketched.set(sketch);
        flags[SUGGESTED] = 1;
      });
    },
    isSuggested: () => Atomics.load(flags, SUGGESTED) === 1,
    suggested: (into) =>
      locked(() => {
        if (flags[SUGGESTED] === 0) return false;
        into.set(sketched);
        flags[SUGGESTED] = 0;
        return true;
      }),
    claim: () => Atomics.add(flags, CLAIMED, 1),
    enter: (thread, from, to) =>
      locked(() => {
        for (let other = 0; other < MOST_THREADS; other += 1) {
          const at = WINDOWS + 2 * other;
          if (other !== thread && flags[at]! < to && from < flags[at + 1]!) return false;
        }
        flags[WINDOWS + 2 * thread] = from;
        flags[WINDOWS + 2 * thread + 1] = to;
        return true;
      }),
    leave: (thread) => locked(() => void flags.fill(0, WINDOWS + 2 * thread, WINDOWS + 2 * thread + 2)),
    raiseBound(bound) {
      locked(() => {
        numbers[BOUND] = Math.max(numbers[BOUND]!, bound);
      });
    },
    sharePrices(prices) {
      locked(() => {
        priced.set(prices);
        Atomics.store(flags, PRICED, 1);
      });
    },
    prices: () => (Atomics.load(flags, PRICED) === 0 ? null : locked(() => priced.slice())),
    stop() {
      Atomics.store(flags, STOPPED, 1);
      Atomics.notify(flags, STOPPED);
    },
    rest: (milliseconds) => void Atomics.wait(flags, STOPPED, 0, milliseconds),
    isStopped: () => Atomics.load(flags, STOPPED) === 1,
    elapsed: () => numbers[ELAPSED]!,
    setElapsed: (milliseconds) => {
      numbers[ELAPSED] = milliseconds;
    },
  };
}
