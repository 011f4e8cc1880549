/** 全勤: employed all month, every shift on time and to its end with both punches, no leave but fully paid leave. */
import { showYuan } from '../../base/fen.js';
import { same, text } from '../../base/text.js';
import { derive } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';

const PATH = 'pay.attendance.full_attendance';

function isFull(month: PayMonth, person: PersonMonth): boolean {
  const kinds = month.handbook.values.leave.kinds;
  return (
    person.employed.length === month.days.length &&
    person.shifts.length > 0 &&
    person.shifts.every(
      (shift) => !shift.absent && shift.lateMinutes === 0 && shift.earlyMinutes === 0 && shift.missingPunches === 0,
    ) &&
    person.leave.every(({ kind }) =>
      Object.entries(kinds).some(([key, { also, pay }]) => pay === 'full' && (key === kind || also.includes(kind))),
    )
  );
}

export const fullAttendance: PayLine = {
  id: 'full-attendance',
  label: text('full attendance', '全勤奖'),
  kind: 'attendance',
  path: PATH,
  open: (month) => {
    const amount = month.pay.attendance?.full_attendance ?? null;
    if (amount === null) return null;
    return {
      forPerson: (person) =>
        isFull(month, person)
          ? {
              derivation: derive(
                { line: fullAttendance, handbook: month.handbook },
                {
                  amount,
                  path: PATH,
                  says: same(showYuan(amount)),
                  sources: person.shifts.flatMap((shift) => shift.sources),
                },
              ),
            }
          : NOTHING,
    };
  },
};
