import { describe, expect, it } from 'vitest';
import { amountOf, compute, leaveOn, lineOf, person, punches, roster, shift } from '../department.js';

const HANDBOOK = 'extends: [three-shift]';
const staff = [person('1001')];
const cells = { 8: { kind: 'leave', leave: '事假' }, 9: { kind: 'leave', leave: '事假' } } as const;
const off = (kind: string) => ({
  staff,
  roster: roster(staff, cells),
  attendance: punches([shift('1001', 1)], [leaveOn('1001', 8, kind), leaveOn('1001', 9, kind)]),
});
const sick = (rate: string) => `${HANDBOOK}\npay: { minimum_wage: 2000, post_salary: { sick_rate: ${rate} } }`;

describe('leave', () => {
  it('obeys: two days of unpaid leave cost two days of 5,000.00 / 27', () => {
    // 370.370
    for (const kind of ['事假', 'unpaid']) {
      const line = lineOf(compute(HANDBOOK, off(kind)), 'leave')!;
      expect([line.amount, line.says.en]).toEqual([-37_037, '-(2 x 5,000.00 / 27) = -370.37']);
    }
  });

  it('sick pay of 60 %: the other 40 % of 185.185 go', () => {
    // the floor, 2,000 / 21.75 x 80% = 73.56, lies below 111.11; 2 x 74.074 = 148.148
    expect(amountOf(compute(sick('60%'), off('病假')), 'leave')).toBe(-14_815);
  });

  it('sick pay of 30 % would be 55.56 a day: 80 % of the minimum wage stays (309号文 59)', () => {
    // 2 x (185.185 - 73.563) = 223.243
    const line = lineOf(compute(sick('30%'), off('病假')), 'leave')!;
    expect([line.amount, line.says.en]).toEqual([-22_324, '-(2 x (5,000.00 / 27 - 2,000.00 x 80% / 21.75)) = -223.24']);
  });

  it('on leave all month: the whole salary, no more', () => {
    const all = Object.fromEntries(
      Array.from({ length: 31 }, (_, at) => [at + 1, { kind: 'leave', leave: '事假' } as const]),
    );
    const leave = Array.from({ length: 31 }, (_, at) => leaveOn('1001', at + 1, '事假'));
    const result = compute(HANDBOOK, { staff, roster: roster(staff, all), attendance: punches([], leave) });
    expect([amountOf(result, 'leave'), result.totals.net]).toEqual([-500_000, 0]);
  });

  it('breaks: paid leave costs nothing; a kind nobody defined is shown', () => {
    expect(lineOf(compute(HANDBOOK, off('年假')), 'leave')).toBe(null);
    const result = compute(HANDBOOK, off('世界杯'));
    expect(lineOf(result, 'leave')).toBe(null);
    expect(result.exceptions.map(({ id }) => id)).toEqual(['leave-kind:世界杯']);
  });

  it('breaks: without a rate the line is 0, said once', () => {
    const result = compute(`${HANDBOOK}\npay: { attendance: { unpaid_leave: { per_day: null } } }`, off('事假'));
    expect(amountOf(result, 'leave')).toBe(0);
    expect(result.issues.filter((issue) => issue.code === 'pay-rate-not-set')).toHaveLength(1);
  });
});
