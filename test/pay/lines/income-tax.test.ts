import { describe, expect, it } from 'vitest';
import type { Month } from '../../../src/calendar/day.js';
import type { EarlierMonth, EarlierSlip } from '../../../src/pay/input.js';
import type { TaxTerms } from '../../../src/people/tax.js';
import { amountOf, compute, earlier, id, lineOf, person, yuan } from '../department.js';

/** 15 % of 30,000.00 = 4,500.00 insurance. */
const BOOK = `extends: [three-shift]
pay:
  social_insurance: { base: wage, least: null, most: null, shares: { all: { name: 五险一金, rate: 15% } } }
  income_tax: { deduction: 5000 }`;
const staff = [person('1001', '30000')];
const terms = (opening: Partial<TaxTerms['opening']> = {}): TaxTerms => ({
  staff: id('1001'),
  special: yuan('2000'),
  opening: { months: 0, income: yuan('0'), deducted: yuan('0'), withheld: yuan('0'), ...opening },
  source: { file: 'tax.csv', row: 2 },
});
const month = (number: number) => `2026-0${number}` as Month;
const taxed = (number: number, past: readonly EarlierMonth[], tax = terms()) =>
  compute(BOOK, { month: month(number), staff, roster: null, tax: [tax], earlier: past });

describe('income-tax', () => {
  it('obeys: the test vector, January 555.00, February 625.00, March 1,850.00', () => {
    const past: EarlierMonth[] = [];
    const withheld = [1, 2, 3].map((number) => {
      const result = taxed(number, past);
      const { tax } = result.payslips[0]!.handsOn as EarlierSlip;
      past.push(earlier(month(number), { staff: id('1001'), tax }));
      return amountOf(result, 'income-tax');
    });
    // 18,500 x 3%; 37,000 x 10% - 2,520 - 555; 55,500 x 10% - 2,520 - 1,180
    expect(withheld).toEqual([-55_500, -62_500, -185_000]);
  });

  it('obeys: opening balances stand for the months before', () => {
    const opening = { months: 2, income: yuan('60000'), deducted: yuan('13000'), withheld: yuan('1180') };
    const line = lineOf(taxed(3, [], terms(opening)), 'income-tax')!;
    expect([line.amount, line.says.en]).toEqual([-185_000, '-(55,500.00 x 10% - 2,520.00 - 1,180.00) = -1,850.00']);
  });

  it('breaks: more withheld than due is not paid back; last year does not count; no chapter, no line', () => {
    const much = lineOf(taxed(3, [], terms({ months: 2, withheld: yuan('9999') })), 'income-tax')!;
    expect([much.amount, much.says.zh.endsWith('，年内不退：0.00')]).toEqual([0, true]);
    const tax = { months: 12, income: yuan('360000'), deducted: yuan('78000'), withheld: yuan('20000') };
    expect(amountOf(taxed(1, [earlier('2025-12', { staff: id('1001'), tax })]), 'income-tax')).toBe(-55_500);
    expect(amountOf(compute('extends: [three-shift]'), 'income-tax')).toBeNull();
  });
});
