import { describe, expect, it } from 'vitest';
import { InternalError } from '../../src/base/assert.js';
import { fen } from '../../src/base/fen.js';
import type { Day } from '../../src/calendar/day.js';
import { addsUp } from '../../src/pay/adds-up.js';
import { earlierMonth } from '../../src/pay/earlier.js';
import { monthOfPay } from '../../src/pay/month.js';
import { fundGrid, payDocument, slipJson } from '../../src/pay/pay-file.js';
import type { SalesResult } from '../../src/sales/order.js';
import { inForce } from '../handbook/trees.js';
import {
  compute,
  DECEMBER,
  day,
  earlier,
  event,
  id,
  lineOf,
  person,
  placed,
  punches,
  roster,
  sales,
  shift,
  yuan,
} from './department.js';

const HANDBOOK = 'extends: [three-shift, commission-2017, after-sales]';

describe('computePay', () => {
  it('commission-2017/6: post salary + commission + pool + seniority - losses', () => {
    const handbook = `${HANDBOOK}\npay: { seniority: { per_year: 50 } }`;
    const result = compute(handbook, {
      sales: sales(['1001', '25000'], [null, '40000']),
      events: [event('1001', 3, 'loss', '发错地址', '86.50')],
    });
    // 5,000.00 + 1,025.00 + 400.00 + 6 x 50.00 - 86.50 = 6,638.50
    expect(result.payslips[0]).toMatchObject({ gross: 672_500, deductions: -8_650, net: 663_850 });
    expect(result.totals).toEqual({ gross: 672_500, deductions: -8_650, net: 663_850 });
    expect(result.payslips[0]!.lines.map((line) => line.line)).toEqual([
      'post-salary',
      'personal-commission',
      'public-pool',
      'seniority',
      'losses',
    ]);
  });

  it('who left earlier has a slip for late sales, who is not there yet has none', () => {
    const gone = person('1001', '5000', { left: '2026-11-30' as Day });
    const coming = person('1002', '5000', { hired: '2027-01-01' as Day });
    expect(compute(HANDBOOK, { staff: [gone, coming] }).payslips).toEqual([]);
    const result = compute(HANDBOOK, { staff: [gone, coming], sales: sales(['1001', '1000']) });
    // 1,000 x 3%; no salary, no share of the pool
    expect(result.payslips.map((slip) => [slip.id, slip.net])).toEqual([['1001', 3_000]]);
  });

  it('shows what cannot be placed, each with its amount and its row', () => {
    const base = sales(['1001', '100'], [null, '7.77']);
    const [first, second] = base.placements;
    const lost: SalesResult = {
      ...base,
      ...placed([first!, { ...second!, outcome: 'unplaced', reason: { en: 'two marks', zh: '两个标记' } }]),
      total: { ...base.total, pool: fen(0), unplaced: yuan('7.77') },
    };
    const stray = { staff: id('1001'), day: day(5), minute: 541, source: { file: 'punches.csv', row: 9 } };
    const result = compute(HANDBOOK, {
      sales: lost,
      attendance: { ...punches([]), strays: [stray, { ...stray, minute: 1083 }] },
      events: [
        event('9999', 3, 'addition', '谁', '5'),
        event('1001', 3, 'goodwill', '补损', '15.01'),
        event('1001', 4, 'goodwill', '补损', '15.00'),
        event('1001', 5, 'goodwill', '礼物', '99', { approvedBy: '店长' }),
      ],
    });
    expect(result.exceptions.map((one) => [one.id.replace(/:events.*/, ''), one.amount])).toEqual([
      ['unplaced:orders.csv#3', 777],
      ['punch-without-shift:1001:2026-12-05', null],
      ['event-of-nobody', 500],
      ['goodwill-unapproved', 1_501],
    ]);
    expect(result.exceptions[1]!.message.en).toContain('(09:01, 18:03)');
    // Approved or not, every goodwill event leaves its trace.
    expect(result.notices.map(({ kind, says }) => [kind, says.en])).toEqual(
      [
        ['2026-12-03', '补损', '15.01'],
        ['2026-12-04', '补损', '15.00'],
        ['2026-12-05', '礼物', '99.00'],
      ].map(([on, what, sum]) => ['goodwill', `${on} goodwill "${what}" of ${sum}: the shop bears it, no pay changes`]),
    );
  });

  it('sales of a stranger are shown, and the sums still hold', () => {
    const result = compute(HANDBOOK, { sales: sales(['8888', '50'], ['1001', '1']) });
    expect(result.exceptions.map((one) => [one.id, one.amount])).toEqual([['sales-of-nobody:8888', 5_000]]);
  });

  it('conversion-bonus/3: disciplinary measures are notices, never money', () => {
    const result = compute('extends: [work-six, conversion-bonus]', {
      events: [event('1001', 17, 'discipline', '警告')],
    });
    expect(result.notices).toMatchObject([{ staff: '1001', kind: 'discipline', clause: 'conversion-bonus/3' }]);
    expect(result.notices[0]!.says.en).toBe('2026-12-17 warning');
    expect(result.totals.net).toBe(500_000);
  });

  it('an amount on a measure, and somebody who is not on the roster, are shown', () => {
    const staff = [person('1001'), person('1002')];
    const events = [event('1001', 17, 'discipline', '赔偿', '45')];
    const result = compute('extends: [work-six, conversion-bonus]', { staff, roster: roster([staff[0]!]), events });
    expect(result.exceptions.map((one) => [one.id.split(':')[0], one.staff, one.amount])).toEqual([
      ['discipline-amount', '1001', 4_500],
      ['not-on-roster', '1002', null],
    ]);
    expect(lineOf(result, 'post-salary', '1002')!.amount).toBe(500_000);
  });

  it('legal checks warn with their article and change nothing', () => {
    const handbook = `${HANDBOOK}\npay: { minimum_wage: 2000, post_salary: { probation_rate: 70% } }`;
    const codes = (amount: string) =>
      compute(handbook, {
        events: [event('1001', 2, 'deduction', 'x', amount), event('1001', 3, 'offence', 'unrelated')],
      })
        .issues.filter((issue) => issue.severity === 'warning')
        .map((issue) => issue.code);
    expect(codes('3500')).toEqual(['pay-without-orders', 'net-below-minimum-wage', 'probation-below-legal-rate']);
    expect(codes('5500')).toContain('net-negative');
  });

  it('says which facts are missing', () => {
    const result = compute(HANDBOOK, { roster: null, attendance: null });
    expect(result.issues.map((issue) => issue.code)).toEqual(
      expect.arrayContaining(['pay-without-roster', 'pay-without-orders']),
    );
  });

  it('the same facts give the same result', () => {
    const given = {
      staff: [person('1001'), person('1002')],
      sales: sales(['1001', '5000'], [null, '33.33']),
      attendance: punches([shift('1001', 1, { lateMinutes: 3 })]),
    };
    expect(compute(HANDBOOK, given)).toEqual(compute(HANDBOOK, given));
  });
});

describe('addsUp', () => {
  const staff = [person('1001')];
  const sold = sales(['1001', '100'], [null, '50']);
  const good = compute(HANDBOOK, { staff, sales: sold });
  const month = monthOfPay({
    month: DECEMBER,
    handbook: inForce(HANDBOOK),
    staff,
    roster: roster(staff),
    attendance: null,
    sales: sold,
    events: [],
    kpis: [],
    earlier: [],
    arrears: [],
    exceptions: [],
  });
  const slip = good.payslips[0]!;

  it('obeys: a result that adds up', () => {
    expect(() => addsUp(good, sold, month)).not.toThrow();
  });

  it.each([
    ['a line', { ...good, payslips: [{ ...slip, lines: slip.lines.slice(1) }] }, sold],
    ['a total', { ...good, totals: { ...good.totals, net: fen(1) } }, sold],
    [
      'the pool',
      { ...good, payslips: [{ ...slip, lines: slip.lines.filter((line) => line.line !== 'public-pool') }] },
      sold,
    ],
    ['the export', good, { ...sold, total: { ...sold.total, waiting: fen(1) } }],
    ['the agents', good, { ...sold, total: { ...sold.total, agents: fen(9_999), excluded: fen(1) } }],
  ])('breaks: %s off by a fen is our bug', (_, result, of) => {
    expect(() => addsUp(result, of, month)).toThrow(InternalError);
  });
});

describe('pay.json', () => {
  const events = [event('1001', 3, 'loss', '发错货', '1500'), event('1001', 4, 'offence', 'unrelated')];
  const result = compute('extends: [two-shift, commission-2017]', {
    staff: [person('1001'), person('1002')],
    sales: sales(['1001', '12345', '旗舰店'], ['1002', '7']),
    events,
  });

  it('has the contract’s keys, money as decimal strings, sources as file#row', () => {
    const document = JSON.parse(JSON.stringify(payDocument(result, 'en')));
    expect(document).toMatchObject({ month: '2026-12', status: 'problems', totals: { deductions: '-1091.10' } });
    const line = document.payslips[0].lines.find((one: { line: string }) => one.line === 'personal-commission');
    expect(line).toMatchObject({
      amount: '405.53',
      clause: 'commission-2017/3',
      label: 'personal commission',
      says: '(12,345.00 - 10,000.00) x 4.5% + 300.00 = 405.53',
      sources: ['orders.csv#2'],
    });
    expect(document.reconciliation).toMatchObject({ export: '12352.00', agents: '12352.00', difference: '0.00' });
  });

  it('is read back as an earlier month', () => {
    const { value, issues } = earlierMonth(JSON.parse(JSON.stringify(payDocument(result, 'zh'))), { file: 'pay.json' });
    expect(issues).toEqual([]);
    expect(value!.slips[0]).toMatchObject({
      staff: '1001',
      net: result.payslips[0]!.net,
      // 20% x (5,000.00 + 405.53 of commission) = 1,081.106, a cap is rounded down: 1,081.10; 1,500 - 1,081.10
      // fines 10.00 + losses 1,081.10 = 1,091.10
      carried: 41_890,
      sales: [{ shop: '旗舰店', platform: 'taobao', amount: 1_234_500 }],
    });
  });

  it.each([
    [null],
    [{}],
    [{ month: '2026-13', payslips: [] }],
    [{ month: '2026-11', payslips: [{ id: '1', gross: '1', deductions: '0', net: '1' }] }],
    [{ month: '2026-11', payslips: [{ id: '1', gross: 1, deductions: '0', net: '1', hands_on: {} }] }],
  ])('refuses what is no month of pay: %j', (document) => {
    const { value, issues } = earlierMonth(document, { file: 'pay.json' });
    expect([value, issues.map((issue) => issue.code)]).toEqual([null, ['earlier-pay-unreadable']]);
  });

  it('one person’s slip holds nobody else’s data', () => {
    expect(JSON.stringify(slipJson(result.payslips[0]!, 'zh'))).not.toMatch(/1002|员工1002/);
  });

  it('the fund is a balanced grid', () => {
    expect(fundGrid(result.fund!, 'en').rows).toEqual([
      ['1001', 'fines', '10.00'],
      ['', 'total', '10.00'],
    ]);
  });

  it('a carried loss goes on from month to month until it is paid off', () => {
    let before = earlier('2026-11', { staff: id('1001'), carried: yuan('2500') });
    const taken: (number | undefined)[] = [];
    for (let months = 0; months < 4; months += 1) {
      const next = compute('extends: [three-shift]', { earlier: [before] });
      taken.push(lineOf(next, 'losses')?.amount);
      before = earlier('2026-11', { staff: id('1001'), carried: next.payslips[0]!.handsOn.carried });
    }
    // 20 % of 5,000.00 a month
    expect(taken).toEqual([-100_000, -100_000, -50_000, undefined]);
  });
});
