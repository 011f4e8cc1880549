/** 社会保险和住房公积金个人部分: shares of a base between its legal ends. Off unless the handbook has the chapter. */
import { type Fen, fen, showYuan } from '../../base/fen.js';
import { showPercent, timesRatio } from '../../base/ratio.js';
import { same, text } from '../../base/text.js';
import { termsOn } from '../../people/person.js';
import { derive, fact, minus, setting, total } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';

const PATH = 'pay.social_insurance';

export const socialInsurance: PayLine = {
  id: 'social-insurance',
  label: text('social insurance and housing fund', '社保公积金'),
  kind: 'deduction',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.social_insurance;
    if (chapter === undefined) return null;
    const cites = { line: socialInsurance, handbook: month.handbook };
    return {
      forPerson: (person, soFar) => {
        const last = person.employed.at(-1);
        if (last === undefined) return NOTHING;
        const asked = chapter.base === 'wage' ? soFar.wage : (termsOn(person.person, last).postSalary ?? fen(0));
        const base = within(asked, chapter.least, chapter.most);
        if (base <= 0) return NOTHING;
        const parts = Object.entries(chapter.shares).map(([key, { name, rate }]) => {
          const amount = minus(timesRatio(base, rate));
          return derive(cites, {
            amount,
            path: `${PATH}.shares.${key}`,
            label: name,
            says: same(`-(${showYuan(base)} x ${showPercent(rate)}) = ${showYuan(amount)}`),
            figures: [
              fact(text('base before its ends', '未经上下限的基数'), showYuan(asked), []),
              setting(month.handbook, `${PATH}.shares.${key}`, text('share', '比例'), showPercent(rate)),
            ],
          });
        });
        return { derivation: total(cites, PATH, parts) };
      },
    };
  },
};

const within = (base: Fen, least: Fen | null, most: Fen | null): Fen =>
  fen(Math.min(most ?? Number.MAX_SAFE_INTEGER, Math.max(least ?? base, base)));
