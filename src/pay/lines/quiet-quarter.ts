/** 季度无投诉奖: after-sales agents about whom nobody complained in the quarter (after-sales/5). Paid with its last month. */
import { showYuan } from '../../base/fen.js';
import { text } from '../../base/text.js';
import { addMonths, firstDay, type Month } from '../../calendar/day.js';
import { termsOn } from '../../people/person.js';
import { derive, fact, setting } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';
import { rateNotSet } from '../not-set.js';

const PATH = 'pay.quiet_quarter';

/** Employed from the quarter's first day to its last in one of the posts (an empty list: all), nobody complained. */
function isQuiet(month: PayMonth, person: PersonMonth, first: string, posts: readonly string[]): boolean {
  const { hired, left } = person.person;
  if ((hired !== null && hired > first) || (left !== null && left < month.last)) return false;
  const post = termsOn(person.person, month.last).post ?? '';
  if (posts.length > 0 && !posts.some((one) => post.includes(one))) return false;
  return !person.events.some((event) => event.kind === 'complaint' && event.day >= first);
}

export const quietQuarter: PayLine = {
  id: 'quiet-quarter',
  label: text('quarter without complaints', '季度无投诉奖'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.quiet_quarter;
    if (chapter === undefined || Number(month.month.slice(5)) % 3 !== 0) return null;
    const months: readonly Month[] = [addMonths(month.month, -2), addMonths(month.month, -1)];
    const first = firstDay(months[0]!);
    // Of a month that was never computed nobody knows whether there were complaints.
    const read = months.flatMap((one) => month.earlier.find((before) => before.month === one) ?? []);
    const quiet = month.people.filter((person) => isQuiet(month, person, first, chapter.posts));
    if (read.length < months.length || quiet.length === 0) return null;
    if (chapter.amount === null) {
      const touched = text(`${quiet.length} quarters without complaints`, `${quiet.length} 人季度无投诉`);
      return { forPerson: () => NOTHING, issues: [rateNotSet(month.handbook, `${PATH}.amount`, touched)] };
    }
    const { amount } = chapter;
    const shown = showYuan(amount);
    return {
      forPerson: (person) => {
        if (!quiet.includes(person)) return NOTHING;
        const span = `${first}..${month.last}`;
        return {
          derivation: derive(
            { line: quietQuarter, handbook: month.handbook },
            {
              amount,
              // The amount is the user's own; the clause names who is rewarded.
              path: `${PATH}.posts`,
              says: text(`no complaint in ${span}: ${shown}`, `${span} 无投诉：${shown}`),
              figures: [
                fact(
                  text('months read', '已读月份'),
                  [...months, month.month].join(', '),
                  read.map(({ source }) => source),
                ),
                setting(month.handbook, `${PATH}.amount`, text('a quarter', '每季度'), shown),
              ],
            },
          ),
        };
      },
    };
  },
};
