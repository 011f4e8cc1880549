import { describe, expect, it } from 'vitest';
import type { Arrears } from '../../../src/pay/life/arrears.js';
import { amountOf, compute, event, id, lineOf, yuan } from '../department.js';

const BOOK = 'extends: [three-shift, commission-2017]';

const late = (line: string, frozen: string, today: string, settled = '0.00'): Arrears => ({
  staff: id('1001'),
  name: '员工1001',
  month: '2026-11' as Arrears['month'],
  line,
  label: { en: line, zh: line },
  amount: (yuan(today) - yuan(frozen) - yuan(settled)) as Arrears['amount'],
  frozen: yuan(frozen),
  today: yuan(today),
  settled: yuan(settled),
  reasons: [{ en: 'a refund', zh: '退款' }],
});

describe('arrears', () => {
  it('obeys: 300.00 due, 390.00 paid in the closed month, -30.00 made good since: -60.00', () => {
    const result = compute(BOOK, { arrears: [late('personal-commission', '390.00', '300.00', '-30.00')] });
    const line = lineOf(result, 'arrears');
    expect(line?.amount).toBe(-6000);
    expect(line?.says.en).toBe('300.00 - (390.00) - (-30.00) = -60.00: a refund');
    expect(line?.parts[0]?.label.zh).toBe('2026-11 personal-commission');
    expect(result.payslips[0]?.handsOn.arrears).toEqual([
      { month: '2026-11', line: 'personal-commission', amount: -6000 },
    ]);
  });

  it('obeys: a loss found late goes through the cap: 20 % of 5,000.00 = 1,000.00 of 900.00 + 300.00', () => {
    const result = compute(BOOK, {
      arrears: [late('losses', '0.00', '-300.00')],
      events: [event('1001', 3, 'loss', '发错地址', '900.00')],
    });
    expect(amountOf(result, 'arrears')).toBeNull();
    expect(amountOf(result, 'losses')).toBe(-100_000);
    expect(result.payslips[0]?.handsOn.carried).toBe(20_000);
  });

  it('breaks: arrears of somebody who is not on the staff list change no slip and are told of', () => {
    const result = compute(BOOK, { arrears: [{ ...late('post-salary', '5000', '0'), staff: id('1999') }] });
    expect(result.payslips.map((slip) => slip.id)).toEqual(['1001']);
    expect(result.exceptions.map((one) => one.id)).toEqual(['arrears-of-nobody:2026-11:1999:post-salary']);
  });
});
