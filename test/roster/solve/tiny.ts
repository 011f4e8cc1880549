/** Random tiny models with every kind of rule, and the exhaustive answers to compare with. */
import { expect } from 'vitest';
import { type Random, random } from '../../../src/base/random.js';
import { construct } from '../../../src/roster/solve/construct.js';
import { evaluate } from '../../../src/roster/solve/evaluate.js';
import {
  type Answer,
  type Counter,
  FORBIDDEN,
  type Group,
  type Line,
  level,
  type Model,
  type Pattern,
  type Penalty,
  penalty,
  type Row,
  type Run,
  type Single,
  UNKNOWN,
} from '../../../src/roster/solve/model.js';
import {
  emptyRoster,
  type Prepared,
  prepare,
  type Roster,
  rosterCost,
  toAnswer,
} from '../../../src/roster/solve/roster.js';
import type { Search } from '../../../src/roster/solve/search.js';
import { stopper } from '../../../src/roster/solve/stop.js';

export interface TinySizes {
  readonly agents: number;
  readonly days: number;
  readonly values: number;
  readonly before: number;
}

/** A random model. Everything may occur: forbidden cells, broken convexity in counters, conditions between lines. */
export function tinyModel(seed: number, sizes: TinySizes): Model {
  const chance = random(seed);
  const { days, before, values, agents } = sizes;
  const shared = tinyPattern(chance, sizes);
  const rows = Array.from({ length: agents }, (): Row => {
    const pattern = chance.next() < 0.5 ? shared : tinyPattern(chance, sizes);
    return {
      cell: Float64Array.from({ length: days * values }, () => (chance.next() < 0.1 ? FORBIDDEN : some(chance, 4))),
      history: Uint8Array.from({ length: before }, () => (chance.next() < 0.3 ? UNKNOWN : chance.below(values))),
      pattern,
      counters: Array.from({ length: chance.below(3) }, () => tinyCounter(chance, sizes)),
    };
  });
  const lines: Line[] = Array.from({ length: 1 + chance.below(days * 2) }, () => tinyLine(chance, sizes));
  if (lines.length > 1 && chance.next() < 0.4) lines.push({ ...tinyLine(chance, sizes), when: 0 });
  return { days, before, values, rows, lines };
}

/** The same with so many (else all) like the first agent, and lines that are for all. */
export const withAlike = (model: Model, count = model.rows.length): Model => ({
  ...model,
  rows: model.rows.map((row, agent) => (agent < count ? model.rows[0]! : row)),
  lines: model.lines.map((line) => ({ ...line, parts: line.parts.map((part) => ({ ...part, agents: null })) })),
});

/** The least cost of all answers; FORBIDDEN: none is allowed. */
export function leastCost(model: Model): number {
  let least = FORBIDDEN;
  forEachAnswer(model, (answer) => {
    least = Math.min(least, evaluate(model, answer).cost);
  });
  return least;
}

/** A search by itself from a roster, with a budget of so many row searches. */
export const searchOf = (prepared: Prepared, roster: Roster, seed: number, iterations: number): Search => ({
  prepared,
  roster,
  chance: random(seed),
  stop: stopper({ elapsed: () => 0, time: null, iterations, cancelled: () => false }),
  bound: 0,
  cost: rosterCost(prepared, roster),
  centre: new Float64Array(prepared.lines.count),
  exchange: null,
  sketch: null,
  thread: 0,
  mine: prepared.model.rows.map((_, agent) => agent),
  others: [],
  report: () => {},
});

/** What is true of a search's roster whatever has improved it: legal, valued right, no dearer than before and no cheaper than can be. */
export function expectImproved(search: Search, before: number, least: number, says: string): void {
  const { prepared, roster } = search;
  const { cost, broken } = evaluate(prepared.model, toAnswer(prepared, roster));
  expect(broken, says).toEqual([]);
  expect(cost, says).toBe(search.cost);
  expect(cost, says).toBeLessThanOrEqual(before);
  expect(cost, says).toBeGreaterThanOrEqual(least);
}

/**
 * Improves what construction leaves of 300 tiny models, and expects of each what is true of any search.
 * @returns how many there were, how many rosters got better and how many became the best there is
 */
export function improveTiny(run: (search: Search) => void): { tried: number; gained: number; met: number } {
  const seen = { tried: 0, gained: 0, met: 0 };
  for (let seed = 0; seed < 300; seed += 1) {
    const model = tinyModel(seed, { agents: 3, days: 4, values: 2, before: 2 });
    const prepared = prepare(model);
    const roster = begun(prepared, seed);
    if (roster === null) continue;
    const optimum = leastCost(model);
    const search = searchOf(prepared, roster, seed, 200);
    const before = search.cost;
    run(search);
    seen.tried += 1;
    expectImproved(search, before, optimum, `seed ${seed}`);
    if (search.cost < before) seen.gained += 1;
    if (search.cost === optimum) seen.met += 1;
  }
  return seen;
}

/** A roster as construction leaves it; null: there is none. */
export function begun(prepared: Prepared, seed: number): Roster | null {
  const roster = emptyRoster(prepared);
  const stop = stopper({ elapsed: () => 0, time: null, iterations: 1000, cancelled: () => false });
  return construct(prepared, roster, null, random(seed), stop) === null ? roster : null;
}

/** Visits every answer there is. */
export function forEachAnswer(model: Model, visit: (answer: Answer) => void): void {
  const answer = new Uint8Array(model.rows.length * model.days);
  const descend = (cell: number): void => {
    if (cell === answer.length) {
      visit(answer);
      return;
    }
    for (let value = 0; value < model.values; value += 1) {
      answer[cell] = value;
      descend(cell + 1);
    }
  };
  descend(0);
}

const some = (chance: Random, most: number): number => (chance.next() < 0.5 ? 0 : chance.below(most + 1));
const priced = (chance: Random): number => (chance.next() < 0.1 ? level(1, 0) : some(chance, 5));
const sometimesForbidden = (chance: Random): number => (chance.next() < 0.2 ? FORBIDDEN : priced(chance));
const bits = (chance: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => chance.below(2));

function tinyPattern(chance: Random, sizes: TinySizes): Pattern {
  const { days, before, values } = sizes;
  const long = before + days;
  const has = (): boolean => chance.next() < 0.4;
  const table = Float64Array.from({ length: values * values }, () => sometimesForbidden(chance));
  const spill = has() ? bits(chance, long * values) : null;
  const member = (): Uint8Array =>
    Uint8Array.from({ length: long * values }, () => chance.below(spill === null ? 2 : 4));
  const run = (): Run => {
    const cost = new Float64Array(1 + chance.below(4));
    for (let length = 1; length < cost.length; length += 1)
      cost[length] = cost[length - 1]! + sometimesForbidden(chance);
    return { member: member(), cost, least: 1 + chance.below(3) };
  };
  const single = (): Single => ({
    lone: bits(chance, values),
    beside: bits(chance, values),
    cost: Float64Array.from({ length: long }, (_, at) => (at < before ? 0 : some(chance, 5))),
  });
  const group = (): Group => {
    const length = 1 + chance.below(3);
    const shift = chance.below(3);
    return {
      of: Int16Array.from({ length: long }, (_, at) => {
        const number = Math.floor((at + shift) / length);
        return at < before - length || number % 3 === 2 ? -1 : number;
      }),
      member: member(),
      penalty: tinyPenalty(chance, long),
    };
  };
  return {
    pairs: Array.from({ length: long }, () => (has() ? table : null)),
    runs: has() ? [run()] : has() ? [run(), run()] : [],
    singles: has() ? [single()] : [],
    change: has()
      ? {
          cost: Float64Array.from({ length: values * values }, () => sometimesForbidden(chance)),
          closed: Float64Array.from({ length: values * values }, () => some(chance, 3)),
          open: bits(chance, long),
        }
      : null,
    groups: has() ? [group()] : has() ? [group(), group()] : [],
    spill,
  };
}

/** Zero in a band, dearer outside, sometimes in steps (not convex) or forbidden from somewhere on. */
function tinyPenalty(chance: Random, most: number): Penalty {
  const low = chance.below(3);
  const high = low + chance.below(3);
  const under = priced(chance);
  const over = priced(chance);
  const step = 1 + chance.below(2);
  const wall = chance.next() < 0.3 ? high + 1 : most + 1;
  return penalty(0, most, (total) => {
    if (total >= wall) return FORBIDDEN;
    const off = Math.ceil(Math.max(low - total, total - high, 0) / step);
    return off * (total < low ? under : over);
  });
}

function tinyCounter(chance: Random, sizes: TinySizes): Counter {
  const unit = 1 + chance.below(2);
  const add = Int32Array.from({ length: sizes.days * sizes.values }, () => unit * chance.below(3));
  return { add, penalty: tinyPenalty(chance, sizes.days * 4) };
}

function tinyLine(chance: Random, sizes: TinySizes): Line {
  const cells = Array.from({ length: sizes.days * sizes.values }, (_, cell) => cell).filter(() => chance.next() < 0.2);
  const some = Array.from({ length: sizes.agents }, (_, agent) => agent).filter(() => chance.next() < 0.6);
  const parts = [{ agents: chance.next() < 0.5 ? null : some, cells, coefficient: 1 }];
  if (chance.next() < 0.2) parts.push({ agents: some, cells: cells.slice(0, 2), coefficient: -1 });
  const low = chance.below(3);
  const under = chance.next() < 0.3 ? level(1, 0) : some_(chance);
  const over = some_(chance);
  const reach = sizes.agents * sizes.days + 1;
  const cost = (total: number): number => (total < low ? (low - total) * under : Math.max(0, total - low - 1) * over);
  return { parts, base: chance.below(2), penalty: penalty(-reach, reach + 1, cost), when: -1 };
}

const some_ = (chance: Random): number => chance.below(6);
