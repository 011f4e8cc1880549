import { describe, expect, it } from 'vitest';
import { amountOf, compute, earlier, id, kpi, lineOf, person, sales } from '../department.js';

const HANDBOOK = 'extends: [punch-clock, conversion-bonus]';
const staff = ['1001', '1002', '1003'].map((number) => person(number));
const kpis = staff.map((one) => kpi(one.id, 'conversion', '50%'));

describe('top-seller', () => {
  it.each([
    // 50, 100, 200 and 200 for every later month
    [0, 5_000],
    [1, 10_000],
    [2, 20_000],
    [7, 20_000],
  ])('obeys: after %i months as first, conversion-bonus/2 gives %i fen', (months, amount) => {
    const before = earlier('2026-11', { staff: id('1002'), topSeller: months });
    const sold = sales(['1001', '100'], ['1002', '100.01']);
    const result = compute(HANDBOOK, { staff, kpis, sales: sold, earlier: [before] });
    expect(staff.map((one) => amountOf(result, 'top-seller', one.id))).toEqual([null, amount, null]);
    expect(result.payslips[1]!.handsOn.topSeller).toBe(months + 1);
  });

  it('a tie is paid to each, and named as assumed', () => {
    const result = compute(HANDBOOK, { staff, kpis, sales: sales(['1001', '100'], ['1003', '100']) });
    expect(staff.map((one) => amountOf(result, 'top-seller', one.id))).toEqual([5_000, null, 5_000]);
    expect(lineOf(result, 'top-seller')!.figures.at(-1)).toMatchObject({ value: '2', assumed: true });
  });

  it('breaks: a month between ends the streak, and without sales nobody is first', () => {
    const october = earlier('2026-10', { staff: id('1001'), topSeller: 2 });
    const sold = sales(['1001', '100']);
    expect(amountOf(compute(HANDBOOK, { staff, kpis, sales: sold, earlier: [october] }), 'top-seller')).toBe(5_000);
    expect(amountOf(compute(HANDBOOK, { staff, kpis, sales: sales([null, '5']) }), 'top-seller')).toBe(null);
  });
});
