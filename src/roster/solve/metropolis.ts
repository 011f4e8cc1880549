/**
 * Simulated annealing by small moves, millions of them: days of a row changed, exchanged with another row's, or pushed along. What is dearer is taken
 * with a chance that falls with the temperature. On a month of few values it finds better rosters than rows taken whole,
 * whose best response to everybody else's leaves little room for chance.
 */
import { FORBIDDEN, HARD } from './model.js';
import { type Moves, movesOf } from './moves.js';
import { noiseScale, putIn, rosterCost, rowAlone, takeOut, toAnswer } from './roster.js';
import type { Search } from './search.js';

/** Temperature at the start and at the end, and what a hard violation counts, in costs that a cell typically makes. */
const HOT = 1;
const COLD = 0.05;
const HARD_WEIGHT = 1;
/** Days of a move, each as likely as it is often here; days that are pushed along: two or more, so many different numbers of them. */
const LENGTHS = [1, 1, 1, 2, 2, 3, 4, 5, 7];
const PUSHED = 7;
/** Moves that count as a row search. */
const MOVES = 512;

/** Row searches' worth of moves between two looks at the other threads. */
const LOOK = 64;

/**
 * Anneals for so many row searches, or until this share of the budget is gone; the search's roster becomes the best one met, if that is better.
 * @returns whether it is
 */
export function metropolis(search: Search, searches: number, share = 1): boolean {
  const { prepared, roster, chance, stop, exchange } = search;
  const first = stop.share();
  if (first >= share) return false;
  const moves = movesOf(prepared, roster);
  const scale = noiseScale(prepared);
  const before = rosterCost(prepared, roster);
  let cost = before;
  let least = cost;
  const best = toAnswer(prepared, roster);
  const { days } = prepared.model;
  /** The rows as they are cost least, and are not noted yet. */
  let isNew = false;
  const note = (): void => {
    moves.rows.forEach((row, agent) => void best.set(row, agent * days));
    isNew = false;
  };
  const propose = proposer(search, moves);
  for (let done = 0, gone = 0; gone < 1; ) {
    const temperature = HOT * scale * (COLD / HOT) ** gone;
    for (let move = 0; move < MOVES; move += 1) {
      const dearer = propose();
      if (dearer === FORBIDDEN) continue;
      const hard = Math.round(dearer / HARD);
      const weighed = dearer - hard * HARD + hard * HARD_WEIGHT * scale;
      if (weighed > 0 && chance.next() >= Math.exp(-weighed / temperature)) continue;
      if (isNew && dearer > 0) note();
      moves.make();
      cost += dearer;
      if (cost < least) {
        least = cost;
        isNew = true;
      }
    }
    done += 1;
    gone = Math.max(done / searches, (stop.share() - first) / (share - first));
    if (done % LOOK === 0 && exchange !== null && least < exchange.cost()) {
      if (isNew) note();
      exchange.offer(least, best);
    }
    if (stop.spend(1) || least <= (exchange?.bound() ?? search.bound)) break;
  }
  if (isNew) note();
  if (least >= before) return false;
  roster.rows.forEach((_, agent) => {
    const row = best.subarray(agent * days, (agent + 1) * days);
    takeOut(prepared, roster, agent);
    putIn(prepared, roster, agent, row, rowAlone(prepared, agent, row));
  });
  return true;
}

/** Draws a move and answers what it costs; FORBIDDEN where it may not be or changes nothing. */
function proposer({ prepared, chance }: Search, { rows, wanted, dearer }: Moves): () => number {
  const { days, values } = prepared.model;
  const agents = rows.length;
  const [first, second] = [wanted[0]!, wanted[1]!];
  const alone = [0];
  const both = [0, 0];
  const differs = (made: Uint8Array, row: Uint8Array, from: number, to: number): boolean => {
    for (let day = from; day < to; day += 1) if (made[day] !== row[day]) return true;
    return false;
  };
  const tried = (agent: number, from: number, to: number): number => {
    if (!differs(first, rows[agent]!, from, to)) return FORBIDDEN;
    alone[0] = agent;
    return dearer(alone, from, to);
  };
  /** The value of the day in front, of the day behind, or any. */
  const change = (from: number, to: number): number => {
    const agent = chance.below(agents);
    const row = rows[agent]!;
    const like = chance.below(3);
    const beside = like === 0 ? row[from - 1] : like === 1 ? row[to] : undefined;
    first.fill(beside ?? chance.below(values), from, to);
    return tried(agent, from, to);
  };
  const exchange = (from: number, to: number): number => {
    const agent = chance.below(agents);
    const other = (agent + 1 + chance.below(agents - 1)) % agents;
    for (let day = from; day < to; day += 1) {
      first[day] = rows[other]![day]!;
      second[day] = rows[agent]![day]!;
    }
    if (!differs(first, second, from, to)) return FORBIDDEN;
    both[0] = agent;
    both[1] = other;
    return dearer(both, from, to);
  };
  /** All days of a stretch a day earlier or later, the one that falls out at its other end. */
  const push = (from: number): number => {
    const agent = chance.below(agents);
    const to = Math.min(days, from + 2 + chance.below(PUSHED));
    const count = to - from;
    const by = chance.below(2) === 0 ? 1 : count - 1;
    for (let day = 0; day < count; day += 1) first[from + day] = rows[agent]![from + ((day + by) % count)]!;
    return tried(agent, from, to);
  };
  return () => {
    // Half of the moves are exchanges.
    const way = chance.below(4);
    const from = chance.below(days);
    if (way === 0) return push(from);
    const to = Math.min(days, from + LENGTHS[chance.below(LENGTHS.length)]!);
    return way === 1 || agents === 1 ? change(from, to) : exchange(from, to);
  };
}
