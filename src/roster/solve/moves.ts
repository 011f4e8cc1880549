/**
 * Small changes of a roster, tried out: some days of one row, or of two. What a change costs is counted over what it touches
 * only - the days until the row's automaton is back in its old state, the counters and the lines that move - which takes about a microsecond.
 */
import { addCell, isJudged, lineCost } from './lines.js';
import { FORBIDDEN } from './model.js';
import type { Prepared, Roster } from './roster.js';
import { totalsOf } from './row-task.js';

/** Most rows that one change touches. */
export const ROWS = 2;

export interface Moves {
  /** The rows as they are, by agent. */
  readonly rows: readonly Uint8Array[];
  /** The new values by day, for each row of a change: whoever tries one writes them first. */
  readonly wanted: readonly Uint8Array[];
  /**
   * By how much the roster costs more with the wanted values on days from..to-1 of these agents' rows; FORBIDDEN where a rule of a row forbids them.
   * @param agents different ones, `ROWS` at most
   */
  readonly dearer: (agents: readonly number[], from: number, to: number) => number;
  /** Makes the change that was tried last; it must not be forbidden. */
  readonly make: () => void;
}

/** One row of a change. */
interface Changed {
  /** Value of the days from..to-1. */
  readonly wanted: Uint8Array;
  /** State behind each day, as far as it differs: in front of days from + 1..until. */
  readonly states: Int32Array;
  /** By counter: units more. */
  readonly units: Int32Array;
  until: number;
}

/** @param roster all rows placed and legal; stays as it is */
export function movesOf({ model, shapes, lines }: Prepared, roster: Roster): Moves {
  const { days, values } = model;
  const rows = roster.rows.map((row) => row.slice());
  const totals = roster.totals.slice();
  const states = rows.map((row, agent) => {
    const { layers, classes, classOf } = shapes[agent]!.automaton;
    const found = new Int32Array(days + 1);
    for (let day = 0; day < days; day += 1)
      found[day + 1] = layers[day]!.next[found[day]! * classes + classOf[row[day]!]!]!;
    return found;
  });
  const units = rows.map((row, agent) => {
    const found = new Int32Array(shapes[agent]!.counters.length);
    totalsOf(shapes[agent]!, values, row, found);
    return found;
  });
  const most = Math.max(0, ...units.map((of) => of.length));
  const changes = Array.from({ length: ROWS }, (): Changed => {
    const [wanted, behind] = [new Uint8Array(days), new Int32Array(days + 1)];
    return { wanted, states: behind, units: new Int32Array(most), until: 0 };
  });
  /** Lines that the change touches, and what it adds to each. */
  const touched = new Int32Array(lines.count);
  const isTouched = new Uint8Array(lines.count);
  const moved = new Int32Array(lines.count);
  let count = 0;
  let last: { agents: readonly number[]; from: number; to: number } = { agents: [], from: 0, to: 0 };

  const rowDearer = (change: Changed, agent: number, from: number, to: number): number => {
    const { automaton, own, counters, adds, hitCost } = shapes[agent]!;
    const { layers, classes, classOf } = automaton;
    const row = rows[agent]!;
    const before = states[agent]!;
    const { wanted, states: after, units: more } = change;
    more.fill(0, 0, counters.length);
    let state = before[from]!;
    let sum = 0;
    let day = from;
    for (; day < days && (day < to || state !== before[day]); day += 1) {
      const { next, cost, hits } = layers[day]!;
      const old = row[day]!;
      const value = day < to ? wanted[day]! : old;
      const is = state * classes + classOf[value]!;
      const was = before[day]! * classes + classOf[old]!;
      state = next[is]!;
      if (state < 0) return FORBIDDEN;
      after[day + 1] = state;
      sum += cost[is]! - cost[was]!;
      const [hit, wasHit] = [hits[is]!, hits[was]!];
      if (hit !== wasHit) {
        sum += hitCost[hit]! - hitCost[wasHit]!;
        for (let index = 0; index < counters.length; index += 1) {
          const { group } = counters[index]!;
          if (group >= 0) more[index]! += ((hit >> group) & 1) - ((wasHit >> group) & 1);
        }
      }
      if (value === old) continue;
      const cell = day * values + value;
      const oldCell = day * values + old;
      sum += own[cell]! - own[oldCell]!;
      if (sum === FORBIDDEN) return FORBIDDEN;
      for (let add = adds.start[cell]!; add < adds.start[cell + 1]!; add += 1)
        more[adds.counter[add]!]! += adds.units[add]!;
      for (let add = adds.start[oldCell]!; add < adds.start[oldCell + 1]!; add += 1)
        more[adds.counter[add]!]! -= adds.units[add]!;
    }
    change.until = day;
    for (let index = 0; index < counters.length; index += 1) {
      if (more[index] === 0) continue;
      const { cost } = counters[index]!;
      const now = units[agent]![index]!;
      const then = now + more[index]!;
      if (then >= cost.length || cost[then] === FORBIDDEN) return FORBIDDEN;
      sum += cost[then]! - cost[now]!;
    }
    return sum;
  };
  const touch = (agent: number, cell: number, sign: number): void => {
    const { start, line } = lines.touches[agent]!;
    for (let place = start[cell]!; place < start[cell + 1]!; place += 1) {
      const index = line[place]!;
      if (isTouched[index] === 1) continue;
      isTouched[index] = 1;
      touched[count] = index;
      count += 1;
    }
    addCell(lines, agent, cell, sign, moved);
  };
  const linesDearer = (): number => {
    let sum = 0;
    for (let place = 0; place < count; place += 1) {
      const line = touched[place]!;
      const total = totals[line]!;
      const when = lines.when[line]!;
      if (when < 0 && moved[line] === 0) continue;
      sum += lineCost(lines, line, total + moved[line]!, when < 0 || totals[when]! + moved[when]! > 0);
      sum -= lineCost(lines, line, total, isJudged(lines, line, totals));
    }
    return sum;
  };
  const forget = (): void => {
    for (let place = 0; place < count; place += 1) {
      moved[touched[place]!] = 0;
      isTouched[touched[place]!] = 0;
    }
    count = 0;
  };
  return {
    rows,
    wanted: changes.map(({ wanted }) => wanted),
    dearer(agents, from, to) {
      forget();
      last = { agents, from, to };
      let sum = 0;
      for (let place = 0; place < agents.length; place += 1) {
        sum += rowDearer(changes[place]!, agents[place]!, from, to);
        if (sum === FORBIDDEN) return FORBIDDEN;
      }
      for (let place = 0; place < agents.length; place += 1) {
        const agent = agents[place]!;
        const row = rows[agent]!;
        const { wanted } = changes[place]!;
        for (let day = from; day < to; day += 1) {
          if (wanted[day] === row[day]) continue;
          touch(agent, day * values + wanted[day]!, 1);
          touch(agent, day * values + row[day]!, -1);
        }
      }
      return sum + linesDearer();
    },
    make() {
      const { agents, from, to } = last;
      agents.forEach((agent, place) => {
        const { wanted, states: after, until, units: more } = changes[place]!;
        for (let day = from; day < to; day += 1) rows[agent]![day] = wanted[day]!;
        for (let day = from; day < until; day += 1) states[agent]![day + 1] = after[day + 1]!;
        for (let index = 0; index < units[agent]!.length; index += 1) units[agent]![index]! += more[index]!;
      });
      for (let place = 0; place < count; place += 1) totals[touched[place]!]! += moved[touched[place]!]!;
      last = { agents: [], from: 0, to: 0 };
      forget();
    },
  };
}
