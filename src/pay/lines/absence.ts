/** 旷工: absence without leave, by the day. A day with two absent shifts is one day. */
import { text } from '../../base/text.js';
import { type DayOff, daysOff } from '../days-off.js';
import type { PayLine } from '../line.js';
import { grouped, type PersonMonth } from '../month.js';
import { rateNotSet } from '../not-set.js';
import { absentShifts } from '../worked.js';

const PATH = 'pay.attendance.absence';
const NAME = text('days absent without leave', '旷工天数');

/** Absent days: a day on which one of two shifts was worked is none, and a day of leave is charged as leave. */
function absentDays(person: PersonMonth): DayOff[] {
  const there = person.shifts.filter((shift) => !shift.absent);
  const elsewhere = new Set([...there, ...person.leave].map(({ day }) => day));
  return [...grouped(absentShifts(person), (shift) => shift.day)]
    .filter(([day]) => !elsewhere.has(day))
    .map(([day, shifts]) => ({ day, sources: shifts.flatMap((shift) => shift.sources) }));
}

export const absence: PayLine = {
  id: 'absence',
  label: text('absence without leave', '旷工'),
  kind: 'attendance',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.attendance?.absence;
    if (chapter === undefined) return null;
    const met = month.people.reduce((sum, person) => sum + absentDays(person).length, 0);
    const touched = text(`${met} days of absence`, `${met} 天旷工`);
    const path = `${PATH}.per_day`;
    return {
      issues: chapter.per_day !== null || met === 0 ? [] : [rateNotSet(month.handbook, path, touched)],
      forPerson: (person, soFar) => ({
        derivation: daysOff(
          month,
          person,
          { line: absence, path, name: NAME, perDay: chapter.per_day },
          absentDays(person),
          soFar.amountOf('post-salary'),
        ),
      }),
    };
  },
};
