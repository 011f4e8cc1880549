/** 缺卡: an arriving or leaving punch that is not there, past the free times. */
import { fen, showYuan } from '../../base/fen.js';
import { text } from '../../base/text.js';
import { derive, fact, minus, setting } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PersonMonth } from '../month.js';
import { rateNotSet } from '../not-set.js';
import { workedShifts } from '../worked.js';

const PATH = 'pay.attendance.missing_punch';

const missingOf = (person: PersonMonth) => workedShifts(person).filter((shift) => shift.missingPunches > 0);
const countOf = (person: PersonMonth): number =>
  missingOf(person).reduce((sum, shift) => sum + shift.missingPunches, 0);

export const missingPunch: PayLine = {
  id: 'missing-punch',
  label: text('missing punches', '缺卡'),
  kind: 'attendance',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.attendance?.missing_punch;
    if (chapter === undefined) return null;
    const { per_time: perTime, free_times: freeTimes } = chapter;
    const met = month.people.reduce((sum, person) => sum + countOf(person), 0);
    const touched = text(`${met} missing punches`, `${met} 次缺卡`);
    return {
      issues: perTime !== null || met === 0 ? [] : [rateNotSet(month.handbook, `${PATH}.per_time`, touched)],
      forPerson: (person) => {
        const count = countOf(person);
        if (count === 0) return NOTHING;
        const charged = Math.max(0, count - freeTimes);
        const amount = minus(fen(charged * (perTime ?? 0)));
        const sum = freeTimes === 0 ? `${count}` : `(${count} - ${Math.min(freeTimes, count)})`;
        const says =
          perTime === null
            ? text(`${count} missing, rate not set: 0.00`, `${count} 次，未设标准：0.00`)
            : text(
                `-${sum} x ${showYuan(perTime)} = ${showYuan(amount)}`,
                `-${sum} x ${showYuan(perTime)} = ${showYuan(amount)}`,
              );
        const sources = missingOf(person).flatMap((shift) => shift.sources);
        const days = missingOf(person).map((shift) => shift.day);
        const figures = [
          fact(text('missing punches', '缺卡'), `${count} (${days.join(', ')})`, sources),
          ...(perTime === null
            ? []
            : [setting(month.handbook, `${PATH}.per_time`, text('a time', '每次'), showYuan(perTime))]),
          ...(freeTimes === 0
            ? []
            : [setting(month.handbook, `${PATH}.free_times`, text('free', '免扣次数'), String(freeTimes))]),
        ];
        return {
          derivation: derive(
            { line: missingPunch, handbook: month.handbook },
            { amount, path: PATH, figureLeftOpen: true, says, figures, sources },
          ),
        };
      },
    };
  },
};
