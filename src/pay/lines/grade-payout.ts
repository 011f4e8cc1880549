/** 考核系数: a grade that pays more or less than the whole personal commission (commission-2017/2). */
import { fen, showYuan } from '../../base/fen.js';
import { compare, ratio, showPercent, subtract, timesRatio } from '../../base/ratio.js';
import { text } from '../../base/text.js';
import { type Appraisal, appraisalOf } from '../appraisal.js';
import { excluded } from '../appraised.js';
import { derive, fact, setting } from '../derive.js';
import { type LineResult, NOTHING, type PayException, type PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';
import { personalCommission } from './personal-commission.js';

const PATH = 'pay.grades';
const WHOLE = ratio(1);

export const gradePayout: PayLine = {
  id: 'grade-payout',
  label: text('by grade', '考核等级调整'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const table = month.pay.grades?.table ?? [];
    // Where every grade pays the whole commission there is nothing to say.
    if (table.every(({ payout }) => compare(payout, WHOLE) === 0)) return null;
    return {
      forPerson: (person, soFar) => {
        const earned = soFar.amountOf(personalCommission.id);
        if (earned === 0) return NOTHING;
        const out = excluded(month, person);
        const cites = { line: gradePayout, handbook: month.handbook };
        if (out !== null) {
          const path = 'pay.appraisal_exclusion';
          const says = text(`${out.en}, paid in full: 0.00`, `${out.zh}，提成全额发放：0.00`);
          return { derivation: derive(cites, { amount: fen(0), path, says }) };
        }
        const appraisal = appraisalOf(month, person);
        if (appraisal?.grade == null) return { derivation: null, exceptions: [noScore(person, earned)] };
        return adjusted(month, appraisal, earned);
      },
    };
  },
};

function adjusted(month: PayMonth, appraisal: Appraisal, earned: number): LineResult {
  const grade = appraisal.grade!;
  const off = subtract(grade.payout, WHOLE);
  if (off.num === 0n) return NOTHING;
  const amount = timesRatio(fen(earned), off);
  const sum = `${showYuan(fen(earned))} x (${showPercent(grade.payout)} - 100%) = ${showYuan(amount)}`;
  return {
    derivation: derive(
      { line: gradePayout, handbook: month.handbook },
      {
        amount,
        path: `${PATH}.table.${appraisal.row}`,
        figureLeftOpen: true,
        says: text(`${grade.name.en}: ${sum}`, `${grade.name.zh}：${sum}`),
        figures: [
          fact(text('score', '得分'), appraisal.says, appraisal.sources),
          setting(
            month.handbook,
            `${PATH}.table.${appraisal.row}.payout`,
            text('paid out', '发放比例'),
            showPercent(grade.payout),
          ),
        ],
        sources: appraisal.sources,
      },
    ),
  };
}

const noScore = ({ id, person }: PersonMonth, earned: number): PayException => ({
  id: `appraisal-missing:${id}`,
  staff: id,
  amount: fen(earned),
  message: text(
    `${id} ${person.name} has no grade, so the commission of ${showYuan(fen(earned))} was paid whole. Add a row for each part of the score to kpi.csv.`,
    `${id} ${person.name} 没有考核等级，提成 ${showYuan(fen(earned))} 按全额发放。请在 kpi.csv 补上各项得分。`,
  ),
  sources: [person.source],
});
