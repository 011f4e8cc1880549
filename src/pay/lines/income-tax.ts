/**
 * 个人所得税, cumulative withholding (国家税务总局公告2018年第61号 6): the year's taxable income so far at its rate, less the quick
 * deduction, less what was withheld already; below zero nothing. Off unless the handbook has the chapter.
 */
import { type Fen, fen, showYuan } from '../../base/fen.js';
import { ratio, showPercent, timesRatio } from '../../base/ratio.js';
import type { SourceRef } from '../../base/source.js';
import { text } from '../../base/text.js';
import { derive, fact, minus, setting } from '../derive.js';
import type { TaxSoFar } from '../input.js';
import { NOTHING, type PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';
import { socialInsurance } from './social-insurance.js';

const PATH = 'pay.income_tax';
const YUAN = 100;

/** 个人所得税法 3: taxable income of the year up to, rate, quick deduction. Yuan. */
const BRACKETS: readonly (readonly [upTo: number | null, percent: number, quick: number])[] = [
  [36_000, 3, 0],
  [144_000, 10, 2_520],
  [300_000, 20, 16_920],
  [420_000, 25, 31_920],
  [660_000, 30, 52_920],
  [960_000, 35, 85_920],
  [null, 45, 181_920],
];

const NONE: TaxSoFar = { months: 0, income: fen(0), deducted: fen(0), withheld: fen(0) };

/** The year's sums before this month: the latest computed month's, else the opening balances. */
function before(month: PayMonth, person: PersonMonth): { readonly sums: TaxSoFar; readonly sources: SourceRef[] } {
  const year = month.month.slice(0, 4);
  const last = month.earlierOf(person.id).find(({ month: one, slip }) => one.month.startsWith(year) && slip.tax);
  if (last !== undefined) return { sums: last.slip.tax!, sources: [last.month.source] };
  const terms = month.tax.get(person.id);
  return terms === undefined ? { sums: NONE, sources: [] } : { sums: terms.opening, sources: [terms.source] };
}

export const incomeTax: PayLine = {
  id: 'income-tax',
  label: text('income tax', '个人所得税'),
  kind: 'deduction',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.income_tax;
    if (chapter === undefined) return null;
    return {
      forPerson: (person, soFar) => {
        if (person.employed.length === 0 && soFar.wage <= 0) return NOTHING;
        const { sums, sources } = before(month, person);
        const special = month.tax.get(person.id)?.special ?? fen(0);
        const months = sums.months + 1;
        const income = fen(sums.income + soFar.wage);
        const deducted = fen(sums.deducted - soFar.amountOf(socialInsurance.id) + special);
        const basic = fen(months * chapter.deduction);
        const taxable = fen(Math.max(0, income - basic - deducted));
        const [, percent, quick] = BRACKETS.find(([upTo]) => upTo === null || taxable <= upTo * YUAN)!;
        const rate = ratio(percent, 100);
        const due = fen(timesRatio(taxable, rate) - quick * YUAN);
        const now = fen(Math.max(0, due - sums.withheld));
        const amount: Fen = minus(now);
        const tax: TaxSoFar = { months, income, deducted, withheld: fen(sums.withheld + now) };
        const sum = `${showYuan(taxable)} x ${showPercent(rate)} - ${showYuan(fen(quick * YUAN))} - ${showYuan(sums.withheld)}`;
        const says = `-(${sum}) = ${showYuan(minus(fen(due - sums.withheld)))}`;
        return {
          tax,
          derivation: derive(
            { line: incomeTax, handbook: month.handbook },
            {
              amount,
              path: PATH,
              says:
                due < sums.withheld
                  ? text(`${says}, nothing is paid back within the year: 0.00`, `${says}，年内不退：0.00`)
                  : text(says, says),
              figures: [
                fact(text('income of the year', '累计收入'), showYuan(income), sources),
                setting(
                  month.handbook,
                  `${PATH}.deduction`,
                  text(`basic deduction, ${months} months`, `累计减除费用（${months} 个月）`),
                  showYuan(basic),
                ),
                fact(
                  text('insurance and special deductions of the year', '累计专项及附加扣除'),
                  showYuan(deducted),
                  sources,
                ),
                fact(text('taxable income of the year', '累计应纳税所得额'), showYuan(taxable), []),
              ],
            },
          ),
        };
      },
    };
  },
};
