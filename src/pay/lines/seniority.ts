/** 工龄工资: an amount for each full year of service, up to a number of years. */
import { fen, showYuan } from '../../base/fen.js';
import { same, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import { derive, fact, setting } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import { rateNotSet } from '../not-set.js';

const PATH = 'pay.seniority';

/** Full years from `from` to `to`: the year is full on the day of the same date. */
export function fullYears(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years);
}

export const seniority: PayLine = {
  id: 'seniority',
  label: text('seniority pay', '工龄工资'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.seniority;
    if (chapter === undefined) return null;
    const { per_year: perYear, most_years: most } = chapter;
    if (perYear === null) {
      const touched = text('the years of service', '工龄');
      return { forPerson: () => NOTHING, issues: [rateNotSet(month.handbook, `${PATH}.per_year`, touched)] };
    }
    return {
      forPerson: ({ person, employed }) => {
        const from = person.seniorityFrom ?? person.hired;
        const until = employed.at(-1);
        if (from === null || until === undefined) return NOTHING;
        const served = fullYears(from, until);
        const years = most === null ? served : Math.min(served, most);
        const amount = fen(years * perYear);
        const figures = [
          fact(text(`full years from ${from} to ${until}`, `${from} 至 ${until} 的整年数`), String(served), [
            person.source,
          ]),
          setting(month.handbook, `${PATH}.per_year`, text('a year', '每年'), showYuan(perYear)),
          ...(years < served
            ? [setting(month.handbook, `${PATH}.most_years`, text('years counted at most', '最多计'), String(most))]
            : []),
        ];
        const says = same(`${years} x ${showYuan(perYear)} = ${showYuan(amount)}`);
        return {
          derivation: derive(
            { line: seniority, handbook: month.handbook },
            { amount, path: `${PATH}.counts`, figureLeftOpen: true, says, figures, sources: [person.source] },
          ),
        };
      },
    };
  },
};
