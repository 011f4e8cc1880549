/** 夜班津贴: so much for each late shift worked, or for each shift that ends after a given time. */

import type { ShiftFact } from '../../attendance/facts.js';
import { fen, showYuan } from '../../base/fen.js';
import { same, text } from '../../base/text.js';
import { parseClock } from '../../calendar/clock.js';
import { derive, fact, setting } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PayMonth } from '../month.js';
import { workedShifts } from '../worked.js';

const PATH = 'pay.attendance.night_allowance';

function isNight(month: PayMonth, shift: ShiftFact, from: number | null): boolean {
  const rostered = month.handbook.values.shifts[shift.shift];
  if (rostered === undefined) return false;
  if (from === null) return rostered.kind === 'late' || rostered.kind === 'split';
  return rostered.parts.some((part) => part.to > from);
}

export const nightAllowance: PayLine = {
  id: 'night-allowance',
  label: text('night allowance', '夜班津贴'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.attendance?.night_allowance;
    const perShift = chapter?.per_shift ?? null;
    if (chapter === undefined || perShift === null) return null;
    const from = chapter.from === undefined ? null : parseClock(chapter.from);
    return {
      forPerson: (person) => {
        const nights = workedShifts(person).filter((shift) => isNight(month, shift, from));
        if (nights.length === 0) return NOTHING;
        const amount = fen(nights.length * perShift);
        const sources = nights.flatMap((shift) => shift.sources);
        return {
          derivation: derive(
            { line: nightAllowance, handbook: month.handbook },
            {
              amount,
              path: PATH,
              says: same(`${nights.length} x ${showYuan(perShift)} = ${showYuan(amount)}`),
              figures: [
                fact(text('late shifts worked', '晚班次数'), String(nights.length), sources),
                setting(month.handbook, `${PATH}.per_shift`, text('a shift', '每班'), showYuan(perShift)),
              ],
              sources,
            },
          ),
        };
      },
    };
  },
};
