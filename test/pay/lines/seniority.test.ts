import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/calendar/day.js';
import { fullYears } from '../../../src/pay/lines/seniority.js';
import { amountOf, compute, lineOf, person } from '../department.js';

const HANDBOOK = 'extends: [three-shift, commission-2017]';

describe('seniority', () => {
  it('obeys: 2020-03-01 to 2026-12-31 are six full years, at most three count', () => {
    const handbook = (most: string) => `${HANDBOOK}\npay: { seniority: { per_year: 50, most_years: ${most} } }`;
    // 6 x 50.00; 3 x 50.00
    expect(amountOf(compute(handbook('null')), 'seniority')).toBe(30_000);
    const line = lineOf(compute(handbook('3')), 'seniority')!;
    // The department sets the figure, the document asks for the pay.
    expect(
      compute(`${HANDBOOK}\npay: { seniority: { per_year: 50, most_years: null, counts: full-years } }`),
    ).toSatisfy((result: ReturnType<typeof compute>) => lineOf(result, 'seniority')!.clause === 'commission-2017/6');
    expect([line.amount, line.says.en, line.figures[0]!.value]).toEqual([15_000, '3 x 50.00 = 150.00', '6']);
  });

  it('service may be counted from another day than the hiring', () => {
    const staff = [person('1001', '5000', { seniorityFrom: '2025-12-31' as Day })];
    expect(amountOf(compute(`${HANDBOOK}\npay: { seniority: { per_year: 50 } }`, { staff }), 'seniority')).toBe(5_000);
  });

  it.each([
    ['2020-12-31', '2026-12-31', 6],
    ['2021-01-01', '2026-12-31', 5],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2027-01-01', '2026-12-31', 0],
  ])('from %s to %s: %i', (from, to, years) => {
    expect(fullYears(from as Day, to as Day)).toBe(years);
  });

  it('breaks: an amount that is not set pays nothing and is said once', () => {
    const result = compute(HANDBOOK, { staff: [person('1001'), person('1002')] });
    expect(amountOf(result, 'seniority')).toBe(null);
    expect(result.issues.filter((issue) => issue.code === 'pay-rate-not-set').map((one) => one.source?.path)).toEqual([
      'pay.seniority.per_year',
    ]);
  });
});
