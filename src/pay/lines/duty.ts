/** 值班补贴: so much for each duty after the late shift, by the duty list (duty.csv) and by events of kind duty. */
import { type Fen, showYuan } from '../../base/fen.js';
import type { SourceRef } from '../../base/source.js';
import { same, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import { derive, setting, total } from '../derive.js';
import type { PayLine } from '../line.js';
import { eventsOf, type PayMonth, type PersonMonth } from '../month.js';
import { rateNotSet } from '../not-set.js';
import { byText } from '../sold.js';

const PATH = 'pay.attendance.duty';

export const duty: PayLine = {
  id: 'duty',
  label: text('duty', '值班补贴'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const all = month.people.flatMap((person) => dutiesOf(month, person));
    if (all.length === 0) return null;
    const rate = month.pay.attendance?.duty.per_time ?? null;
    const waiting = all.filter(({ amount }) => amount === null).length;
    const touched = text(`${waiting} duties`, `${waiting} 次值班`);
    const cites = { line: duty, handbook: month.handbook };
    return {
      issues: rate === null && waiting > 0 ? [rateNotSet(month.handbook, `${PATH}.per_time`, touched)] : [],
      forPerson: (person) => {
        const parts = dutiesOf(month, person).map(({ day, what, amount, sources }) =>
          derive(cites, {
            amount: amount ?? rate ?? (0 as Fen),
            path: PATH,
            figureLeftOpen: true,
            label: what === '' ? duty.label : same(what),
            says:
              amount === null && rate === null
                ? text(`${day}, rate not set: 0.00`, `${day}，未设标准：0.00`)
                : same(`${day}: ${showYuan(amount ?? rate!)}`),
            figures:
              amount === null && rate !== null
                ? [setting(month.handbook, `${PATH}.per_time`, text('a time', '每次'), showYuan(rate))]
                : [],
            sources,
          }),
        );
        return { derivation: total(cites, PATH, parts) };
      },
    };
  },
};

interface Duty {
  readonly day: Day;
  readonly what: string;
  /** As decided; null: the handbook's rate. */
  readonly amount: Fen | null;
  readonly sources: readonly SourceRef[];
}

/** An event of the day stands for the list's row. Whoever did not come to the shift had no duty, whatever the list says. */
function dutiesOf(month: PayMonth, person: PersonMonth): Duty[] {
  const events = eventsOf(month, person).filter(({ kind }) => kind === 'duty');
  const told = new Set(events.map(({ day }) => day));
  const away = new Set(person.shifts.filter(({ absent }) => absent).map(({ day }) => day));
  const listed = person.duties.filter(({ day }) => !told.has(day) && !away.has(day));
  return [
    ...events.map(({ day, what, amount, source }) => ({ day, what, amount, sources: [source] })),
    ...listed.map(({ day, source }) => ({
      day,
      what: '',
      amount: null,
      sources: source === undefined ? [] : [source],
    })),
  ].sort((a, b) => byText(a.day, b.day));
}
