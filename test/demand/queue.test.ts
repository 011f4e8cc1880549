import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/base/random.js';
import { erlangB, erlangC, type Load, serviceOf } from '../../src/demand/queue.js';
import { agentsNeeded } from '../../src/demand/staffing.js';

/** One queue, event by event: exponential arrivals, handling and patience, first come first served. */
function simulate(load: Load, servers: number, within: number, contacts: number): { level: number; abandoned: number } {
  const chance = random(4);
  const exponential = (mean: number): number => -mean * Math.log(1 - chance.next());
  const freeAt = new Float64Array(servers);
  let now = 0;
  let inTime = 0;
  let abandoned = 0;
  for (let contact = 0; contact < contacts; contact += 1) {
    now += exponential(1 / load.arrivals);
    let first = 0;
    for (let server = 1; server < servers; server += 1) if (freeAt[server]! < freeAt[first]!) first = server;
    const wait = Math.max(0, freeAt[first]! - now);
    if (load.patience !== null && exponential(load.patience) < wait) {
      abandoned += 1;
      continue;
    }
    freeAt[first] = now + wait + exponential(load.handling);
    if (wait <= within) inTime += 1;
  }
  return { level: inTime / contacts, abandoned: abandoned / contacts };
}

describe('waiting', () => {
  // Published Erlang B tables: 5 erlangs on 10 lines 1.84 %, 10 on 15 3.65 %, 1 on 5 0.31 %.
  it.each([
    [5, 10, 0.0184],
    [10, 15, 0.0365],
    [1, 5, 0.0031],
  ])('Erlang B of %f erlangs on %i lines', (load, servers, blocked) => {
    expect(erlangB(load, servers)).toBeCloseTo(blocked, 4);
  });

  // 200 calls an hour of 3 minutes = 10 erlangs; 14 agents: 17.4 % wait, 88.8 % answered within 20 s.
  it('Erlang C of the textbook call centre', () => {
    expect(erlangC(10, 14)).toBeCloseTo(0.1741, 4);
    const load = { arrivals: 200 / 3600, handling: 180, patience: null };
    expect(serviceOf(load, 14, 20).level).toBeCloseTo(0.8884, 4);
    expect(serviceOf(load, 14, 20).occupancy).toBeCloseTo(10 / 14, 10);
  });

  it.each([
    { servers: 12, patience: null },
    { servers: 10, patience: 120 },
    { servers: 7, patience: 60 },
    { servers: 13, patience: 600 },
  ])('agrees with a simulation ($servers servers, patience $patience)', ({ servers, patience }) => {
    const load = { arrivals: 200 / 3600, handling: 180, patience };
    const said = serviceOf(load, servers, 20);
    const seen = simulate(load, servers, 20, 200_000);
    expect(Math.abs(said.level - seen.level)).toBeLessThan(0.02);
    expect(Math.abs(said.abandoned - seen.abandoned)).toBeLessThan(0.01);
  });

  it('Erlang A with endless patience is Erlang C', () => {
    const load = { arrivals: 200 / 3600, handling: 180, patience: 1e9 };
    expect(serviceOf(load, 14, 20).level).toBeCloseTo(0.8884, 4);
  });
});

describe('agents needed', () => {
  const work = { contacts: 100, minutes: 30, handling: 180, chatsAtOnce: 1, patience: null, shrinkage: 0 };
  const target = { level: 0.8, within: 20 };

  // 10 erlangs: 13 agents give 79.6 % in 20 s, 14 give 88.8 %.
  it('finds the fewest', () => {
    expect(agentsNeeded(work, target)?.present).toBe(14);
    expect(agentsNeeded({ ...work, contacts: 0 }, target)?.agents).toBe(0);
  });

  // 14 at the desk, 30 % away: 14 / 0.7 = 20 exactly.
  it('adds shrinkage', () => {
    expect(agentsNeeded({ ...work, shrinkage: 0.3 }, target)?.agents).toBe(20);
  });

  // Three chats at once: 14 places fit on 5 agents.
  it('counts chats at once', () => {
    expect(agentsNeeded({ ...work, chatsAtOnce: 3 }, target)?.present).toBe(5);
  });

  it('says so where nobody can keep the target', () => {
    expect(agentsNeeded({ ...work, patience: 1, contacts: 5_000_000 }, { level: 1, within: 0 })).toBeNull();
  });

  it('one agent fewer breaks the target, more contacts never need fewer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 30, max: 600 }),
        fc.option(fc.constant(90)),
        (contacts, handling, patience) => {
          const here = { ...work, contacts, handling, patience };
          const found = agentsNeeded(here, target)!;
          const load = { arrivals: contacts / 1800, handling, patience };
          if (found.present > 1) expect(serviceOf(load, found.present - 1, 20).level).toBeLessThan(0.8);
          expect(found.service.level).toBeGreaterThanOrEqual(0.8);
          expect(agentsNeeded({ ...here, contacts: contacts + 10 }, target)!.present).toBeGreaterThanOrEqual(
            found.present,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
