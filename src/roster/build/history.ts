/** The previous roster's cells, as far as they can be understood. */
import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { daysOf } from '../../calendar/day.js';
import type { Person, StaffId } from '../../people/person.js';
import type { Shift } from '../problem.js';
import { type Cell, onShift, type Roster } from '../roster.js';

interface History {
  /** One for each day of the previous month, oldest first; null: unknown. None without a previous roster. */
  readonly cells: (staff: StaffId) => readonly (Cell | null)[];
  readonly issues: readonly Issue[];
}

export function readHistory(previous: Roster | null, people: readonly Person[], shifts: readonly Shift[]): History {
  if (previous === null) return { cells: () => [], issues: [] };
  const byCode = new Map(shifts.map((shift) => [shift.code, shift]));
  const days = daysOf(previous.month);
  const rows = new Map(previous.rows.map((row) => [row.staff, row]));
  const known = new Map<StaffId, readonly (Cell | null)[]>();
  const strangers = new Map<string, { readonly where: string; readonly days: number }>();
  for (const { id, name } of people) {
    const cells = days.map((day, index): Cell | null => {
      const cell = rows.get(id)?.cells[index] ?? null;
      if (cell?.kind !== 'shift') return cell;
      const understood = cell.shifts.flatMap((code) => byCode.get(code) ?? []);
      const unknown = cell.shifts.find((code) => !byCode.has(code));
      if (unknown !== undefined) {
        const { where, days: seen } = strangers.get(unknown) ?? { where: `${id} ${name}, ${day}`, days: 0 };
        strangers.set(unknown, { where, days: seen + 1 });
      }
      // Two shifts on one day cannot be mended any more; the one that ends last is what the next day depends on.
      const last = understood.sort((a, b) => b.span.to - a.span.to)[0];
      return last === undefined ? null : onShift(last.code);
    });
    known.set(id, cells);
  }
  const issues = [...strangers].map(([code, { where, days: seen }]) =>
    unknownCode(where, seen - 1, code, [...byCode.keys()]),
  );
  return { cells: (staff) => known.get(staff) ?? days.map(() => null), issues };
}

/** One issue a code: an old handbook's would otherwise come up on every day of the month. */
function unknownCode(where: string, more: number, code: string, codes: readonly string[]): Issue {
  const others = more === 0 ? text('', '') : text(` (and ${more} more)`, `（另有 ${more} 天）`);
  return warning(
    'history-code-unknown',
    null,
    text(
      `${where}${others.en}: the previous roster says ${code}, which is no shift of the handbook; the day counts as unknown.`,
      `${where}${others.zh}：上月排班表写的是 ${code}，手册中没有这个班次；这一天视为未知。`,
    ),
    text(`The handbook's shifts are ${codes.join(' ')}.`, `手册中的班次：${codes.join(' ')}。`),
  );
}
