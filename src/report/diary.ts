/**
 * One person's shifts as appointments for their telephone. The id of an appointment belongs to person, day and part of the
 * shift, not to the shift: when the roster changes, the calendar changes the appointment instead of adding one, and a
 * shift that is gone is called off.
 */
import { type Lang, type Text, text } from '../base/text.js';
import { dayNumber } from '../calendar/day.js';
import type { Problem } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';

export interface Appointment {
  readonly id: string;
  /** Minutes since 1970-01-01 00:00 on the local clock. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly about: string;
  /** Called off: it may have been there in an earlier revision. */
  readonly cancelled: boolean;
}

export interface Diary {
  readonly name: string;
  /** Rises with every revision of the roster. */
  readonly sequence: number;
  readonly appointments: readonly Appointment[];
}

const DAY = 1440;
/** Parts a day may have; appointments of missing ones are called off after the first revision. */
const PARTS = 2;

const showPart = (part: number, parts: number): Text =>
  parts === 1 ? text('', '') : text(` (part ${part + 1} of ${parts})`, `（第 ${part + 1}/${parts} 段）`);

/** The diary of one agent; null where the roster does not name them. */
export function diaryOf(roster: Roster, problem: Problem, staff: string, lang: Lang): Diary | null {
  const row = roster.rows.find((one) => one.staff === staff);
  if (row === undefined) return null;
  const department = problem.handbook.values.department.name[lang];
  const shifts = new Map(problem.shifts.map((shift) => [shift.code, shift]));
  const appointments = problem.days.flatMap(({ day }, index): Appointment[] => {
    const cell = row.cells[index];
    const worked = cell?.kind === 'shift' ? shifts.get(cell.shifts[0] ?? '') : undefined;
    const midnight = dayNumber(day) * DAY;
    return Array.from({ length: Math.max(PARTS, worked?.parts.length ?? 0) }, (_, part): Appointment[] => {
      const id = `${day}-${part + 1}-${staff}@rosterpay`;
      const span = worked?.parts[part];
      if (worked !== undefined && span !== undefined) {
        const title = `${worked.name[lang]}${showPart(part, worked.parts.length)[lang]}`;
        return [{ id, from: midnight + span.from, to: midnight + span.to, title, about: department, cancelled: false }];
      }
      if (roster.revision === 1) return [];
      const title = text('no shift', '无班')[lang];
      return [{ id, from: midnight, to: midnight + 30, title, about: department, cancelled: true }];
    }).flat();
  });
  return {
    name: text(`${row.name} ${roster.month}`, `${row.name} ${roster.month} 班表`)[lang],
    sequence: roster.revision,
    appointments,
  };
}
