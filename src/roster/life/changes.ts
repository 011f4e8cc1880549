/** Cells of a roster exchanged, compared, and put as the facts have them. */
import { type Day, daysOf } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import { codeOf } from '../file/codes.js';
import type { Problem } from '../problem.js';
import { ABSENT, type Cell, type CellChange, REST, type Roster, type RosterRow } from '../roster.js';

export interface NewCell {
  readonly staff: StaffId;
  readonly day: Day;
  readonly is: Cell;
}

/** The cell of a person on a day; absent where the roster does not name them. */
export function cellOf(roster: Roster, staff: StaffId, day: Day): Cell {
  const row = roster.rows.find((each) => each.staff === staff);
  return row?.cells[Number(day.slice(8)) - 1] ?? ABSENT;
}

/** The roster with other cells; people it does not name are left out. */
export function withCells(roster: Roster, cells: readonly NewCell[]): Roster {
  const byStaff = new Map<StaffId, Map<number, Cell>>();
  for (const { staff, day, is } of cells) {
    const own = byStaff.get(staff) ?? new Map<number, Cell>();
    byStaff.set(staff, own.set(Number(day.slice(8)) - 1, is));
  }
  const rows = roster.rows.map((row): RosterRow => {
    const own = byStaff.get(row.staff);
    return own === undefined ? row : { ...row, cells: row.cells.map((cell, day) => own.get(day) ?? cell) };
  });
  return { ...roster, rows };
}

/**
 * The roster as the facts have it: a row for everybody employed in the month, in the staff list's order; a day without a
 * shift is leave, outside employment or rest, whatever the sheet says.
 */
export function settled(roster: Roster, problem: Problem): Roster {
  const rows = new Map(roster.rows.map((row) => [row.staff, row.cells]));
  return {
    ...roster,
    rows: problem.agents.map(({ id, person, active, leave }): RosterRow => {
      const cells = problem.days.map((_, day): Cell => {
        const there = rows.get(id)?.[day];
        if (there?.kind === 'shift') return there;
        const kind = leave[day];
        if (kind !== null && kind !== undefined) return { kind: 'leave', leave: kind };
        return active[day] ? REST : ABSENT;
      });
      return { staff: id, name: person.name, cells };
    }),
  };
}

/** Days that a roster shows as leave although nothing approves it. */
export function leaveWithoutFact(roster: Roster, problem: Problem): { staff: StaffId; name: string; day: Day }[] {
  const agents = new Map(problem.agents.map((agent) => [agent.id, agent]));
  return roster.rows.flatMap(({ staff, name, cells }) =>
    cells.flatMap((cell, at) => {
      const agent = agents.get(staff);
      const isUnknown = cell.kind === 'leave' && agent?.active[at] === true && agent.leave[at] === null;
      return isUnknown ? [{ staff, name, day: problem.days[at]!.day }] : [];
    }),
  );
}

export const sameCell = (a: Cell, b: Cell): boolean =>
  a.kind === 'shift' && b.kind === 'shift'
    ? a.shifts.length === b.shifts.length && a.shifts.every((code) => b.shifts.includes(code))
    : codeOf(a) === codeOf(b);

/** Every cell that differs, by person in the order of `after` and then by day. Both are of one month. */
export function differences(before: Roster, after: Roster): CellChange[] {
  const days = daysOf(after.month);
  const people = new Set([...after.rows, ...before.rows].map(({ staff }) => staff));
  return [...people].flatMap((staff) =>
    days.flatMap((day): CellChange[] => {
      const [was, is] = [cellOf(before, staff, day), cellOf(after, staff, day)];
      return sameCell(was, is) ? [] : [{ staff, day, was, is }];
    }),
  );
}
