/**
 * One person's shifts as appointments for their telephone. The id of an appointment belongs to person, day and part of the
 * shift, not to the shift: when the roster changes, the calendar changes the appointment instead of adding one, and a
 * shift that is gone is called off.
 */
import { type Lang, type Text, text } from '../base/text.js';
import { dayNumber } from '../calendar/day.js';
import type { DutyEntry } from '../roster/duty/read-duty.js';
import type { Problem } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';
import { KIND_WORDS } from './duty-csv.js';

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
  /** Rises with every revision of the roster, and once more when its duty list is there. */
  readonly sequence: number;
  readonly appointments: readonly Appointment[];
}

const DAY = 1440;
/** Parts a day may have; appointments of missing ones are called off after the first revision. */
const PARTS = 2;

const showPart = (part: number, parts: number): Text =>
  parts === 1 ? text('', '') : text(` (part ${part + 1} of ${parts})`, `（第 ${part + 1}/${parts} 段）`);

/** What is added to the day's last appointment: who is on duty stays on, who cleans is told. */
function withDuty(title: string, to: number, duties: readonly DutyEntry[], lang: Lang): { title: string; to: number } {
  const words = duties.map(({ kind }) => KIND_WORDS[kind][lang]).join(text(', ', '、')[lang]);
  const until = Math.max(to, ...duties.flatMap((duty) => duty.until ?? []));
  return words === '' ? { title, to } : { title: text(`${title} + ${words}`, `${title}（${words}）`)[lang], to: until };
}

/** The diary of one agent; null where the roster does not name them. `list`: the month's duty list, empty where there is none. */
export function diaryOf(
  roster: Roster,
  problem: Problem,
  staff: string,
  lang: Lang,
  list: readonly DutyEntry[] = [],
): Diary | null {
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
        const name = `${worked.name[lang]}${showPart(part, worked.parts.length)[lang]}`;
        const isLast = part === worked.parts.length - 1;
        const duties = isLast ? list.filter((duty) => duty.staff === staff && duty.day === day) : [];
        const { title, to } = withDuty(name, span.to, duties, lang);
        return [{ id, from: midnight + span.from, to: midnight + to, title, about: department, cancelled: false }];
      }
      if (roster.revision === 1) return [];
      const title = text('no shift', '无班')[lang];
      return [{ id, from: midnight, to: midnight + 30, title, about: department, cancelled: true }];
    }).flat();
  });
  return {
    name: text(`${row.name} ${roster.month}`, `${row.name} ${roster.month} 班表`)[lang],
    sequence: 2 * roster.revision + (list.length === 0 ? 0 : 1),
    appointments,
  };
}
