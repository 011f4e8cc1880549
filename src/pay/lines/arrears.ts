/** 补发补扣: what facts that came after the close of a month change in it, paid or taken back in this one. */
import { showYuan } from '../../base/fen.js';
import { text } from '../../base/text.js';
import { derive, fact, total } from '../derive.js';
import type { Arrears } from '../life/arrears.js';
import { NOTHING, type PayLine } from '../line.js';

/** No clause gives arrears: they are the closed month's own line, put right. */
const PATH = 'pay.payday';

/** Losses found late go the way of all losses, through this month's cap; a loss taken in error is given back here. */
export const isLateLoss = (one: Arrears): boolean => one.line === 'losses' && one.amount < 0;

export const arrears: PayLine = {
  id: 'arrears',
  label: text('arrears of closed months', '已关账月份补发补扣'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    if (month.arrears.length === 0) return null;
    const cites = { line: arrears, handbook: month.handbook };
    return {
      forPerson: ({ id }) => {
        const own = month.arrears.filter((one) => one.staff === id);
        if (own.length === 0) return NOTHING;
        const parts = own
          .filter((one) => !isLateLoss(one))
          .map((one) => {
            const settled = one.settled === 0 ? '' : ` - (${showYuan(one.settled)})`;
            const sum = `${showYuan(one.today)} - (${showYuan(one.frozen)})${settled} = ${showYuan(one.amount)}`;
            const [en, zh] = [
              one.reasons.map((reason) => reason.en).join('; '),
              one.reasons.map((reason) => reason.zh).join('；'),
            ];
            const part = derive(cites, {
              amount: one.amount,
              path: PATH,
              label: text(`${one.month} ${one.label.en}`, `${one.month} ${one.label.zh}`),
              says: text(en === '' ? sum : `${sum}: ${en}`, zh === '' ? sum : `${sum}：${zh}`),
              figures: [
                fact(text(`paid in closed ${one.month}`, `${one.month} 已关账金额`), showYuan(one.frozen), [
                  { file: `${one.month}/pay.json` },
                ]),
                fact(text('with the facts of today', '按现有资料'), showYuan(one.today), []),
              ],
            });
            return { ...part, clause: null, assumed: false };
          });
        const whole = total(cites, PATH, parts);
        return {
          derivation: whole === null ? null : { ...whole, clause: null, assumed: false },
          settled: own.map(({ month: of, line, amount }) => ({ month: of, line, amount })),
        };
      },
    };
  },
};
