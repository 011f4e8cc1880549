/** 值班补贴: so much for each duty after the late shift, by events of kind duty. */
import { type Fen, showYuan } from '../../base/fen.js';
import { same, text } from '../../base/text.js';
import { derive, setting, total } from '../derive.js';
import type { PayLine } from '../line.js';
import { eventsOf } from '../month.js';
import { rateNotSet } from '../not-set.js';

const PATH = 'pay.attendance.duty';

export const duty: PayLine = {
  id: 'duty',
  label: text('duty', '值班补贴'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const all = month.people.flatMap((person) => eventsOf(month, person)).filter(({ kind }) => kind === 'duty');
    if (all.length === 0) return null;
    const rate = month.pay.attendance?.duty.per_time ?? null;
    const waiting = all.filter(({ amount }) => amount === null).length;
    const touched = text(`${waiting} duties`, `${waiting} 次值班`);
    const cites = { line: duty, handbook: month.handbook };
    return {
      issues: rate === null && waiting > 0 ? [rateNotSet(month.handbook, `${PATH}.per_time`, touched)] : [],
      forPerson: (person) => {
        const own = eventsOf(month, person).filter(({ kind }) => kind === 'duty');
        const parts = own.map((event) => {
          const amount = event.amount ?? rate ?? (0 as Fen);
          return derive(cites, {
            amount,
            path: PATH,
            label: event.what === '' ? duty.label : same(event.what),
            says:
              event.amount === null && rate === null
                ? text(`${event.day}, rate not set: 0.00`, `${event.day}，未设标准：0.00`)
                : same(`${event.day}: ${showYuan(amount)}`),
            figures:
              event.amount === null && rate !== null
                ? [setting(month.handbook, `${PATH}.per_time`, text('a time', '每次'), showYuan(rate))]
                : [],
            sources: [event.source],
          });
        });
        return { derivation: total(cites, PATH, parts) };
      },
    };
  },
};
