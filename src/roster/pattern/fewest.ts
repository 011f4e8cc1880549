/** The pattern as a roster, and how few of its cells can change while what must hold is kept. */
import { type Generated, type GenerateOptions, generate } from '../generate.js';
import { cellOf, sameCell, settled } from '../life/changes.js';
import { hardOnly } from '../life/hard-only.js';
import type { Problem } from '../problem.js';
import type { CellChange, Roster } from '../roster.js';

/** Only what must hold counts, and each cell that leaves the pattern (`keepTo`) one point; the bound proves. */
export function fewestChanges(problem: Problem, options: GenerateOptions): Generated {
  const { values } = problem.handbook;
  const handbook = { ...problem.handbook, values: { ...values, rules: hardOnly(values.rules) } };
  return generate({ ...problem, handbook }, { ...options, start: options.start ?? onPattern(problem) });
}

/** The pattern as a roster, to begin with; who does not walk it rests. */
export function onPattern(problem: Problem): Roster {
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

/** Cells that the pattern gives and nothing else takes (leave, pins). */
export function freeCells({ keepTo, agents, days, pins }: Problem): Problem['keepTo'] {
  const at = new Map(days.map(({ day }, index) => [day, index]));
  const pinned = new Set(pins.map(({ staff, day }) => `${staff} ${day}`));
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  return keepTo.filter(({ staff, day }) => {
    const [agent, index] = [byId.get(staff), at.get(day)];
    if (agent === undefined || index === undefined || pinned.has(`${staff} ${day}`)) return false;
    return agent.active[index] === true && agent.leave[index] === null;
  });
}

export const changedCells = (roster: Roster, free: Problem['keepTo']): CellChange[] =>
  free.flatMap(({ staff, day, cell }): CellChange[] => {
    const is = cellOf(roster, staff, day);
    return sameCell(cell, is) ? [] : [{ staff, day, was: cell, is }];
  });
