/**
 * A month that keeps to a cyclic pattern wherever it can: leave, holidays and promotion days are repaired with as few
 * changed cells as may be. Two searches, as in replan: how few cells can change at all while what must hold is kept (its bound
 * proves it), then the best roster in which every changed cell has to be worth its price.
 */
import { check, type Judgement } from '../check.js';
import { type Generated, type GenerateOptions, generate } from '../generate.js';
import { cellOf, sameCell, settled } from '../life/changes.js';
import { hardOnly } from '../life/hard-only.js';
import type { Problem } from '../problem.js';
import type { CellChange, Roster } from '../roster.js';

interface KeepOptions extends GenerateOptions {
  /** Points a changed cell must be worth. */
  readonly price: number;
  /** Milliseconds after which the count of changes is taken as it is, once nothing hard is broken; null: half of the time. */
  readonly enough: number | null;
}

export interface PatternKept {
  readonly found: Generated;
  /** By the month's own rules, the pattern left out: what `check` says of the roster later. */
  readonly judgement: Judgement;
  /** Cells that the pattern gives and nothing else takes (leave, pins). */
  readonly cells: number;
  readonly changed: readonly CellChange[];
  /** No roster that keeps what must hold changes fewer; null: not proved. */
  readonly atLeast: number | null;
}

/** @param problem with the pattern's cells in `keepTo` */
export function keepPattern(problem: Problem, { price, enough, ...options }: KeepOptions): PatternKept {
  const { budget } = options;
  const { rules } = problem.handbook.values;
  const under = (changed: typeof rules): Problem => ({
    ...problem,
    handbook: { ...problem.handbook, values: { ...problem.handbook.values, rules: changed } },
  });
  let isGood = false;
  const fewest = generate(under(hardOnly(rules)), {
    ...options,
    start: options.start ?? onPattern(problem),
    budget: {
      ...budget,
      time: budget.time === null ? null : budget.time / 2,
      cancelled: () => budget.cancelled() || (enough !== null && isGood && budget.elapsed() >= enough),
    },
    onProgress: ({ best }) => {
      isGood = best?.hard === 0;
    },
  });
  const found = generate(under({ ...rules, stability: { level: 'soft', weight: price } }), {
    ...options,
    start: fewest.roster ?? onPattern(problem),
  });
  const roster = found.roster ?? fewest.roster ?? onPattern(problem);
  const free = freeCells(problem);
  return {
    found,
    judgement: check(roster, { ...problem, keepTo: [] }),
    cells: free.length,
    changed: free.flatMap(({ staff, day, cell }): CellChange[] => {
      const is = cellOf(roster, staff, day);
      return sameCell(cell, is) ? [] : [{ staff, day, was: cell, is }];
    }),
    atLeast: fewest.score.hard === 0 && fewest.bound.hard === 0 ? fewest.bound.soft : null,
  };
}

/** The pattern as a roster, to begin with. */
function onPattern(problem: Problem): Roster {
  const cells = new Map(problem.keepTo.map(({ staff, day, cell }) => [`${staff} ${day}`, cell]));
  const rows = problem.agents.map(({ id, person }) => ({
    ...{ staff: id, name: person.name },
    cells: problem.days.map(({ day }) => cells.get(`${id} ${day}`) ?? ({ kind: 'rest' } as const)),
  }));
  const roster: Roster = { month: problem.month, revision: 0, rows, pins: [], accepted: [] };
  const made = settled(roster, problem);
  // Who is on leave does not work, whatever the line says.
  return {
    ...made,
    rows: made.rows.map((row, agent) => ({
      ...row,
      cells: row.cells.map((cell, day) => {
        const { leave, active } = problem.agents[agent]!;
        const kind = leave[day];
        if (kind !== null && kind !== undefined) return { kind: 'leave', leave: kind } as const;
        return active[day] ? cell : ({ kind: 'absent' } as const);
      }),
    })),
  };
}

function freeCells({ keepTo, agents, days, pins }: Problem): Problem['keepTo'] {
  const at = new Map(days.map(({ day }, index) => [day, index]));
  const pinned = new Set(pins.map(({ staff, day }) => `${staff} ${day}`));
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  return keepTo.filter(({ staff, day }) => {
    const [agent, index] = [byId.get(staff), at.get(day)];
    if (agent === undefined || index === undefined || pinned.has(`${staff} ${day}`)) return false;
    return agent.active[index] === true && agent.leave[index] === null;
  });
}
