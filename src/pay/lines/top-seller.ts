/** 业绩第一名: a bonus for the month's highest sales that rises with the months in a row. */
import { showYuan } from '../../base/fen.js';
import { text } from '../../base/text.js';
import { addMonths } from '../../calendar/day.js';
import { derive, fact, setting } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';

const PATH = 'pay.top_seller';

/** Months in a row up to the month before; a month without its file ends the streak. */
function streakBefore(month: PayMonth, person: PersonMonth) {
  const last = month.earlierOf(person.id)[0];
  return last !== undefined && last.month.month === addMonths(month.month, -1)
    ? { months: last.slip.topSeller, sources: [last.month.source] }
    : { months: 0, sources: [] };
}

export const topSeller: PayLine = {
  id: 'top-seller',
  label: text('top seller', '业绩第一名'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.top_seller;
    if (chapter === undefined) return null;
    const best = month.people.reduce((most, person) => Math.max(most, person.sold), 0);
    const first = month.people.filter((person) => person.sold === best);
    const nobody = best === 0 || (first.length > 1 && chapter.ties === 'nobody');
    return {
      forPerson: (person) => {
        if (nobody || person.sold !== best) return NOTHING;
        const before = streakBefore(month, person);
        const months = before.months + 1;
        const step = Math.min(months, chapter.streak.length) - 1;
        const amount = chapter.streak[step]!;
        const shown = showYuan(amount);
        const tie = first.length > 1 ? String(first.length) : null;
        return {
          topSeller: months,
          derivation: derive(
            { line: topSeller, handbook: month.handbook },
            {
              amount,
              path: `${PATH}.streak.${step}`,
              says:
                months === 1
                  ? text(`first of the month: ${shown}`, `当月第一名：${shown}`)
                  : text(`first for ${months} months in a row: ${shown}`, `连续 ${months} 个月第一名：${shown}`),
              figures: [
                fact(text('sales', '销售额'), showYuan(person.sold), []),
                fact(text('months in a row before', '此前连续月数'), String(before.months), before.sources),
                ...(tie === null
                  ? []
                  : [setting(month.handbook, `${PATH}.ties`, text('tie, each is paid', '并列，均发放'), tie)]),
              ],
            },
          ),
        };
      },
    };
  },
};
