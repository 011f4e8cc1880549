/** A first roster: one agent after another gets the row that helps the rows before it most. */
import { type Random, random, shuffled } from '../../base/random.js';
import type { Exchange } from './exchange.js';
import { type Answer, FORBIDDEN } from './model.js';
import { type Response, type ResponseRoom, respond, responseRoom } from './respond.js';
import { noiseScale, type Prepared, putIn, type Roster, rowAlone } from './roster.js';
import type { Stop } from './stop.js';

/** An agent for whom no legal row was found; `proved`: there is none. */
export interface Missing {
  readonly agent: number;
  readonly proved: boolean;
}

/** Rows longer than this many days are first looked for in corridors along the even pace, narrow ones first. */
const LONG = 56;
const CORRIDORS = [4, 8, 14];
const CORRIDOR_WORK = 8_000_000;

/** Beginnings times ends that a first row is met from: a second's work. */
const MOST_PAIRS = 1e8;

/** How a first row is looked for, one rung after the other; where it can be met from both ends that decides whether there is any. */
const RUNGS: readonly (Pick<Response, 'width' | 'work' | 'tune' | 'plain' | 'met'> & { readonly shaken?: boolean })[] =
  [
    { width: 8, work: 300_000, tune: 0 },
    { width: 16, work: 300_000, tune: 20 },
    { width: 16, work: 300_000, tune: 30, plain: true },
    { width: 16, work: 300_000, tune: 0, plain: true, met: MOST_PAIRS },
    { width: 32, work: 300_000, tune: 20, plain: true, shaken: true },
    { width: 32, work: 300_000, tune: 20, plain: true, shaken: true },
    { width: 32, work: 300_000, tune: 20, plain: true, shaken: true },
    { width: 64, work: 1_000_000, tune: 60, plain: true, shaken: true },
    { width: 64, work: 10_000_000, tune: 40, plain: true },
    { width: 64, work: 10_000_000, tune: 40, plain: true, shaken: true },
    { width: 500, work: 30_000_000, tune: 60, plain: true },
  ];

/**
 * Fills an empty roster. Rows of `start` are taken as they are where they are legal.
 * @param exchange with threads that fill one roster together: each makes the rows that no other has begun; null: alone
 */
export function construct(
  prepared: Prepared,
  roster: Roster,
  start: Answer | null,
  chance: Random,
  stop: Stop,
  exchange: Exchange | null = null,
): Missing | null {
  const { model } = prepared;
  const room = responseRoom(prepared);
  const left: number[] = [];
  for (let agent = 0; agent < model.rows.length; agent += 1) {
    const row = start?.subarray(agent * model.days, (agent + 1) * model.days);
    const cost = row === undefined ? FORBIDDEN : rowAlone(prepared, agent, row);
    if (row !== undefined && cost < FORBIDDEN) putIn(prepared, roster, agent, row, cost);
    else left.push(agent);
  }
  const make = (agent: number): Missing | null => firstRow(prepared, roster, agent, chance, stop, room);
  if (exchange !== null) return together(prepared, roster, left, exchange, make);
  for (const agent of shuffled(left, chance)) {
    const missing = make(agent);
    if (missing !== null) return missing;
  }
  return null;
}

/** Makes the rows that no other thread has begun, beside those that others have made meanwhile. */
function together(
  prepared: Prepared,
  roster: Roster,
  left: readonly number[],
  exchange: Exchange,
  make: (agent: number) => Missing | null,
): Missing | null {
  // The same order on all threads.
  const order = shuffled(left, random(left.length));
  const heard = new Uint8Array(prepared.model.days);
  const hear = (): void => {
    for (const agent of order) {
      const cost = roster.placed[agent] === 0 ? exchange.hear(agent, heard) : FORBIDDEN;
      if (cost < FORBIDDEN) putIn(prepared, roster, agent, heard, cost);
    }
  };
  for (let next = exchange.claim(); next < order.length; next = exchange.claim()) {
    hear();
    const agent = order[next]!;
    const missing = make(agent);
    if (missing !== null) return missing;
    exchange.tell([agent], roster);
  }
  hear();
  // What others are at still, or have not found.
  for (const agent of order) {
    const missing = roster.placed[agent] === 0 ? make(agent) : null;
    if (missing !== null) return missing;
  }
  return null;
}

/** Any good row, with more and more room until the search was exact. */
function firstRow(
  prepared: Prepared,
  roster: Roster,
  agent: number,
  chance: Random,
  stop: Stop,
  room: ResponseRoom,
): Missing | null {
  const guide = noiseScale(prepared);
  const { days } = prepared.model;
  if (days > LONG) {
    for (const corridor of CORRIDORS) {
      const how = { from: 0, to: days, noise: 0, width: 8, work: CORRIDOR_WORK, corridor };
      if (respond(prepared, roster, agent, how, chance, room) === 'done') return null;
      if (stop.spend(1)) break;
    }
  }
  for (const { shaken = false, ...rung } of RUNGS) {
    const how = { from: 0, to: days, noise: shaken ? guide : 0, guide, ...rung };
    const outcome = respond(prepared, roster, agent, how, chance, room);
    if (outcome === 'done') return null;
    if (outcome === 'impossible') return { agent, proved: true };
    if (stop.spend(1)) break;
  }
  return { agent, proved: false };
}
