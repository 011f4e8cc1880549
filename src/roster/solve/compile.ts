/** From the problem to the solver's numbers, and from its answer back to a roster: once each way. */
import type { Problem } from '../problem.js';
import { ABSENT, type Cell, onShift, REST, type Roster } from '../roster.js';
import { linesOf } from './compile/lines.js';
import { rowOf } from './compile/row.js';
import { sheetOf, valueFor } from './compile/sheet.js';
import { type Answer, type Model, type Pattern, UNKNOWN } from './model.js';

/**
 * Every measure of docs/rules.md as costs. Hard rules within a row are forbidden (the search never tries them), except
 * for the agents in `priced`, who have no row that keeps them all: there each costs what the judge counts. Everything
 * that several agents decide is priced. A roster with two shifts on a day has no answer here.
 */
export function compile(problem: Problem, priced: ReadonlySet<number>): Model {
  const sheet = sheetOf(problem);
  const shared = new Map<string, Pattern>();
  const rows = problem.agents.map((_, index) =>
    rowOf({ sheet, index, hard: priced.has(index) ? 'priced' : 'forbidden' }, shared),
  );
  return { days: sheet.days, before: sheet.before, values: sheet.values, rows, lines: linesOf(sheet) };
}

/** The roster an answer stands for: no shift means leave, absence or rest, as the problem has it. */
export function toRoster(answer: Answer, problem: Problem): Roster {
  const days = problem.days.length;
  const rows = problem.agents.map(({ id, person, active, leave }, agent) => ({
    staff: id,
    name: person.name,
    cells: problem.days.map((_, day): Cell => {
      const value = answer[agent * days + day]!;
      if (value > 0) return onShift(problem.shifts[value - 1]!.code);
      const kind = leave[day];
      if (kind !== null && kind !== undefined) return { kind: 'leave', leave: kind };
      return active[day] ? REST : ABSENT;
    }),
  }));
  const pins = problem.pins.map(({ staff, day, by }) => ({ staff, day, by }));
  return { month: problem.month, revision: 0, rows, pins, accepted: [] };
}

/** The answer nearest to a roster: a second shift on a day, and codes the handbook does not know, are dropped. */
export function toAnswer(roster: Roster, problem: Problem): Answer {
  const sheet = sheetOf(problem);
  const rows = new Map(roster.rows.map(({ staff, cells }) => [staff, cells]));
  const values = problem.agents.flatMap(({ id }) =>
    problem.days.map((_, day) => {
      const cell = rows.get(id)?.[day];
      const value = cell?.kind === 'shift' ? valueFor(sheet, cell.shifts[0]!) : 0;
      return value === UNKNOWN ? 0 : value;
    }),
  );
  return Uint8Array.from(values);
}
