/** From contacts to people: the fewest agents that keep the service level. */
import { type Load, type Service, serviceOf } from './queue.js';

/** What a handbook wants of its service: `80 % in 20 s` is `{level: 0.8, within: 20}`. */
export interface ServiceTarget {
  readonly level: number;
  /** Seconds. */
  readonly within: number;
}

export interface Work {
  /** Contacts in the interval. */
  readonly contacts: number;
  /** Length of the interval, minutes. */
  readonly minutes: number;
  /** Mean time a contact keeps its place busy, seconds. */
  readonly handling: number;
  /** Chats an agent holds at once; telephone: 1. */
  readonly chatsAtOnce: number;
  /** Mean patience, seconds; null: nobody leaves. */
  readonly patience: number | null;
  /** Share of rostered time in which an agent is not at the desk (breaks, meetings). */
  readonly shrinkage: number;
}

export interface Staffing {
  /** Agents at the desk. */
  readonly present: number;
  /** Agents to roster, shrinkage included. */
  readonly agents: number;
  readonly service: Service;
}

const MOST_AGENTS = 10_000;

/** The fewest agents for an interval; none where nobody comes. Null where even 10,000 do not keep the target. */
export function agentsNeeded(work: Work, target: ServiceTarget): Staffing | null {
  const load: Load = {
    arrivals: work.contacts / (work.minutes * 60),
    handling: work.handling,
    patience: work.patience,
  };
  if (work.contacts === 0) return { present: 0, agents: 0, service: { level: 1, abandoned: 0, occupancy: 0 } };
  const keeps = (agents: number): boolean =>
    serviceOf(load, agents * work.chatsAtOnce, target.within).level >= target.level;
  // More agents never serve worse: double until the target is kept, then halve the distance.
  let enough = 1;
  while (!keeps(enough)) {
    enough *= 2;
    if (enough > MOST_AGENTS) return null;
  }
  let short = Math.floor(enough / 2);
  while (enough - short > 1) {
    const middle = Math.floor((enough + short) / 2);
    if (keeps(middle)) enough = middle;
    else short = middle;
  }
  return {
    present: enough,
    agents: Math.ceil(enough / (1 - work.shrinkage) - 1e-9),
    service: serviceOf(load, enough * work.chatsAtOnce, target.within),
  };
}
