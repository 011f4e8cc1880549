/** A search under way: the roster, what is known about the optimum, and the searches beside it. */
import type { Random } from '../../base/random.js';
import type { Exchange } from './exchange.js';
import { type Answer, HARD } from './model.js';
import { type Prepared, putIn, type Roster, rosterCost, rowAlone, takeOut, toAnswer } from './roster.js';
import type { Stop } from './stop.js';

export type Phase = 'construct' | 'shake' | 'bound' | 'dive' | 'branch' | 'improve';

export interface Search {
  readonly prepared: Prepared;
  readonly roster: Roster;
  readonly chance: Random;
  readonly stop: Stop;
  /** No answer costs less. */
  bound: number;
  /** Cost of the roster as last seen by `meet`. */
  cost: number;
  /** By line: prices at which the bound was best; where parts of the roster begin to look. */
  centre: Float64Array;
  readonly report: (phase: Phase, search: Search) => void;
  readonly exchange: Exchange | null;
  /** Suggested by a search that is alone to itself, see `suggest`. */
  sketch: Answer | null;
  /** Number of this thread, the first is 0. */
  readonly thread: number;
  /** The agents whose rows are this thread's where all shake one roster together. */
  readonly mine: readonly number[];
  readonly others: readonly number[];
}

/** Values the roster anew, tells the others, and takes over what they found; reports what is better. */
export function meet(search: Search, phase: Phase): void {
  const { prepared, roster, exchange } = search;
  const before = search.cost;
  search.cost = rosterCost(prepared, roster);
  if (exchange !== null) {
    exchange.raiseBound(search.bound);
    search.bound = exchange.bound();
    search.centre = exchange.prices() ?? search.centre;
    if (search.cost < exchange.cost()) exchange.offer(search.cost, toAnswer(prepared, roster));
    else if (exchange.cost() < search.cost) adopt(search);
    if (search.cost <= search.bound) exchange.stop();
  }
  if (search.cost < before) search.report(phase, search);
}

/** Suggests a roster that is near a good one, but not good itself: for whoever makes small moves, another thread or this one later. */
export function suggest(search: Search, sketch: Answer): void {
  if (search.exchange !== null) search.exchange.suggest(sketch);
  else search.sketch = sketch;
}

export const isSuggested = ({ exchange, sketch }: Search): boolean => exchange?.isSuggested() ?? sketch !== null;

/** What was suggested since the last time; null: nothing. */
export function suggested(search: Search): Answer | null {
  const { sketch, exchange, prepared } = search;
  search.sketch = null;
  if (exchange === null) return sketch;
  const into = new Uint8Array(prepared.model.rows.length * prepared.model.days);
  return exchange.suggested(into) ? into : null;
}

/** Proved, or out of budget. */
export const isDone = (search: Search): boolean => search.cost <= search.bound || search.stop.isSpent();

/** The roster breaks hard rules, and nothing says that it must. */
export const isBroken = ({ cost, bound }: Search): boolean => cost >= HARD && bound < HARD;

function adopt(search: Search): void {
  const { prepared, roster, exchange } = search;
  const { model } = prepared;
  const answer = toAnswer(prepared, roster);
  exchange!.take(answer);
  putRows(
    search,
    roster.rows.map((_, agent) => answer.subarray(agent * model.days, (agent + 1) * model.days)),
  );
}

/** Replaces all rows. */
export function putRows(search: Search, rows: readonly Uint8Array[]): void {
  const { prepared, roster } = search;
  rows.forEach((row, agent) => {
    if (roster.placed[agent] === 1) takeOut(prepared, roster, agent);
    putIn(prepared, roster, agent, row, rowAlone(prepared, agent, row));
  });
  search.cost = rosterCost(prepared, roster);
}
