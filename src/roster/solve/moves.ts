/**
 * Small changes of a roster, some days of one row or of two: tried out one by one, or by millions in simulated annealing. The loops are the kernel's
 * (`kernel/moves.ts`); here its memory is laid out.
 */
import { type Arena, arenaIn } from './arena.js';
import { makeKernel } from './kernel.js';
import type { Answer } from './model.js';
import { packModel } from './packed.js';
import type { Prepared, Roster } from './roster.js';
import { totalsOf } from './row-task.js';

/** Most rows that one change touches. */
const ROWS = 2;
const WORD = 4;

export interface Moves {
  /** The rows as they are, by agent. */
  readonly rows: readonly Uint8Array[];
  /** The new values by day, for each row of a change that is tried by hand. */
  readonly wanted: readonly Uint8Array[];
  /**
   * By how much the roster costs more with the wanted values on days from..to-1 of these agents' rows; FORBIDDEN where a rule of a row forbids them.
   * @param agents different ones, one or two
   */
  readonly dearer: (agents: readonly number[], from: number, to: number) => number;
  /** Makes the change that was tried last; it must not be forbidden. */
  readonly make: () => void;
  /**
   * Tries so many random changes; dearer ones are made with a chance that falls with the temperature. A hard violation counts as `hard`.
   * @returns the least cost met
   */
  readonly anneal: (times: number, temperature: number, hard: number) => number;
  /** The cheapest rows met, one behind another: a view. */
  readonly best: () => Answer;
}

/** A thread has one model at a time in the kernel's memory, and one roster: that of the `Moves` made last. */
const kernel = makeKernel();
let packed: { readonly prepared: Prepared; readonly model: number; readonly room: StandingRoom } | null = null;

/** Where the parts of a roster lie: `Standing` and two `Change` of the kernel. */
interface StandingRoom {
  readonly rows: number;
  readonly states: number;
  readonly units: number;
  readonly most: number;
  readonly best: number;
  readonly totals: number;
  readonly standing: number;
  readonly changes: readonly { readonly record: Int32Array; readonly at: number; readonly wanted: number }[];
}

/**
 * @param roster all rows placed and legal; stays as it is
 * @param cost its cost
 * @param seeds two, of 32 bits
 */
export function movesOf(prepared: Prepared, roster: Roster, cost: number, seeds: readonly [number, number]): Moves {
  const { model, lines } = prepared;
  const { days } = model;
  const { model: at, room } = inKernel(prepared);
  const { buffer } = kernel.memory;
  const rows = roster.rows.map((_, agent) => new Uint8Array(buffer, room.rows + agent * days, days));
  rows.forEach((row, agent) => {
    row.set(roster.rows[agent]!);
    setStates(prepared, agent, row, new Int32Array(buffer, room.states + agent * (days + 1) * WORD, days + 1));
    const { counters } = prepared.shapes[agent]!;
    const units = new Int32Array(buffer, room.units + agent * room.most * WORD, counters.length);
    totalsOf(prepared.shapes[agent]!, model.values, row, units);
  });
  new Int32Array(buffer, room.totals, lines.count).set(roster.totals);
  const [one, other] = room.changes.map(({ at }) => at) as [number, number];
  kernel.standAt(at, room.standing, one, other, cost, ...seeds);
  return {
    rows,
    wanted: room.changes.map(({ wanted }) => new Uint8Array(buffer, wanted, days)),
    dearer(agents, from, to) {
      agents.forEach((agent, place) => {
        room.changes[place]!.record[0] = agent;
      });
      return kernel.tryOut(from, to, agents.length);
    },
    make: () => kernel.make(),
    anneal: (times, temperature, hard) => kernel.move(times, temperature, hard),
    best() {
      kernel.note();
      return new Uint8Array(buffer, room.best, model.rows.length * days);
    },
  };
}

function inKernel(prepared: Prepared): NonNullable<typeof packed> {
  if (packed?.prepared !== prepared) {
    const arena = arenaIn(kernel, kernel.base());
    packed = { prepared, model: packModel(arena, prepared), room: standingRoom(arena, prepared) };
  }
  return packed;
}

function standingRoom(arena: Arena, { model, lines, shapes }: Prepared): StandingRoom {
  const agents = model.rows.length;
  const { days } = model;
  const most = Math.max(0, ...shapes.map(({ counters }) => counters.length));
  const rows = arena.room(agents * days);
  const states = arena.room(agents * (days + 1) * WORD);
  const units = arena.room(agents * most * WORD);
  const best = arena.room(agents * days);
  const [totals, moved, isTouched, touched] = [WORD, WORD, 1, WORD].map((size) => arena.room(size * lines.count));
  // Nothing is touched yet, whatever lay there.
  for (const [at, size] of [
    [moved!, WORD],
    [isTouched!, 1],
  ] as const)
    new Uint8Array(arena.kernel.memory.buffer, at, size * lines.count).fill(0);
  const standing = arena.record(rows, states, units, most, best, totals!, moved!, isTouched!, touched!, 0);
  const changes = Array.from({ length: ROWS }, () => {
    const wanted = arena.room(days);
    return { wanted, at: arena.record(0, wanted, arena.room((days + 1) * WORD), 0, arena.room(most * WORD)) };
  });
  return {
    rows,
    states,
    units,
    most,
    best,
    totals: totals!,
    standing,
    changes: changes.map((change) => ({ ...change, record: new Int32Array(arena.kernel.memory.buffer, change.at, 1) })),
  };
}

/** States in front of each day of a row, and behind the last. */
function setStates({ shapes }: Prepared, agent: number, row: Uint8Array, into: Int32Array): void {
  const { layers, classes, classOf } = shapes[agent]!.automaton;
  into[0] = 0;
  row.forEach((value, day) => {
    into[day + 1] = layers[day]!.next[into[day]! * classes + classOf[value]!]!;
  });
}
