import { describe, expect, it } from 'vitest';
import { amountOf, compute, earlier, id, kpi, lineOf, placed, sales, yuan } from '../department.js';

const TABLE = 'extends: [three-shift, commission-2017]';
const KPI = 'extends: [punch-clock, conversion-bonus]';

describe('refunds of earlier months’ orders', () => {
  const late = (amount: string, ...more: [string, string][]) => {
    const all = sales(['1001', amount], ...more);
    const [first, ...rest] = all.placements;
    return { ...all, ...placed([{ ...first!, order: { ...first!.order, late: true as const } }, ...rest]) };
  };

  it('are taken off the sales, shown by themselves, and are no order', () => {
    const line = lineOf(
      compute('extends: [three-shift, commission-2017]', { sales: late('-500', ['1001', '8000']) }),
      'personal-commission',
    )!;
    // (8,000.00 - 500.00) x 3%
    expect([line.amount, line.says.en]).toEqual([22_500, '7,500.00 x 3% = 225.00']);
    expect(line.figures.slice(0, 2).map(({ name, value }) => [name.en, value])).toEqual([
      ['sales (1 orders)', '7,500.00'],
      ["of them refunds of earlier months' orders", '-500.00'],
    ]);
  });

  it('beyond the sales: the table takes nothing back, and the clerk is told how much', () => {
    const result = compute('extends: [three-shift, commission-2017]', { sales: late('-500', ['1001', '200']) });
    expect(lineOf(result, 'personal-commission')?.amount).toBe(0);
    expect(result.exceptions.map(({ id, amount }) => [id, amount])).toEqual([['sales-below-zero:1001', -30_000]]);
  });
});

describe('personal-commission', () => {
  it('obeys: the table of commission-2017/3', () => {
    // (12,345.00 - 10,000.00) x 4.5% = 105.525, + 300 = 405.525, half away from zero: 405.53
    const result = compute(TABLE, { sales: sales(['1001', '12000.00'], ['1001', '345.00']) });
    const line = lineOf(result, 'personal-commission')!;
    expect(line.amount).toBe(40_553);
    expect(line.says.en).toBe('(12,345.00 - 10,000.00) x 4.5% + 300.00 = 405.53');
    expect(line.clause).toBe('commission-2017/3');
    expect(line.assumed).toBe(true); // the lower rows are ours
    expect(line.sources).toEqual([{ file: 'orders.csv', rows: [2, 3] }]);
  });

  it.each([
    // 10,000 x 3%
    ['10000.00', '300.00'],
    // 0.01 x 4.5% + 300 = 300.00045
    ['10000.01', '300.00'],
    // 10,000 x 4.5% + 300
    ['20000.00', '750.00'],
    // 5,000 x 5.5% + 750: 25,000 itself takes the lower row
    ['25000.00', '1025.00'],
    // 25,001 x 4% of all: pay falls
    ['25001.00', '1000.04'],
    // 25,625 x 4%: won back
    ['25625.00', '1025.00'],
    ['0.01', '0.00'],
  ])('sales of %s earn %s', (sold, earned) => {
    expect(amountOf(compute(TABLE, { sales: sales(['1001', sold]) }), 'personal-commission')).toBe(yuan(earned));
  });

  it('the rows that survive in the document are not assumed', () => {
    const line = lineOf(compute(TABLE, { sales: sales(['1001', '21000']) }), 'personal-commission')!;
    // 1,000 x 5.5% + 750
    expect([line.amount, line.assumed]).toEqual([80_500, false]);
  });

  it('breaks: without sales the line is 0, without a chapter it is not there', () => {
    expect(amountOf(compute(TABLE), 'personal-commission')).toBe(0);
    expect(amountOf(compute('extends: [three-shift]', { sales: sales(['1001', '9000']) }), 'personal-commission')).toBe(
      null,
    );
  });

  it.each([
    // exactly 70 % takes 1 %
    ['70%', '100.00'],
    ['70.0%', '100.00'],
    ['70.1%', '150.00'],
    ['0.715', '150.00'],
    ['12%', '100.00'],
  ])('conversion-bonus/1: a conversion of %s pays %s on 10,000.00', (value, earned) => {
    const result = compute(KPI, { sales: sales(['1001', '10000']), kpis: [kpi('1001', 'conversion', value)] });
    expect(amountOf(result, 'personal-commission')).toBe(yuan(earned));
    expect(result.exceptions).toEqual([]);
  });

  it('that exactly 70 % is in the lower step is our assumption, the rates are not', () => {
    const assumed = (value: string) => {
      const result = compute(KPI, { sales: sales(['1001', '10000']), kpis: [kpi('1001', 'conversion', value)] });
      const { clause, assumed } = lineOf(result, 'personal-commission')!;
      return [clause, assumed];
    };
    expect([assumed('70%'), assumed('69.9%')]).toEqual([
      ['conversion-bonus/1', true],
      ['conversion-bonus/1', false],
    ]);
  });

  it('breaks: a missing KPI, and one that is no share, pay nothing and are shown with the sales', () => {
    for (const kpis of [[], [kpi('1001', 'conversion', '71.5')]]) {
      const result = compute(KPI, { sales: sales(['1001', '10000']), kpis });
      expect(amountOf(result, 'personal-commission')).toBe(0);
      expect(result.exceptions.map(({ id: name, amount }) => [name, amount])).toEqual([
        ['kpi-missing:1001:conversion', 1_000_000],
      ]);
    }
  });

  it('the conversion rate comes from its two counts: 336 / 480 is exactly 70 %, 337 / 480 more', () => {
    for (const [bought, earned] of [
      ['336', 10_000],
      ['337', 15_000],
    ] as const) {
      const kpis = [kpi('1001', '成交客户数', bought), kpi('1001', '服务客户数', '480')];
      const result = compute('extends: [two-shift, conversion-bonus]', { sales: sales(['1001', '10000']), kpis });
      expect(amountOf(result, 'personal-commission')).toBe(earned);
    }
  });

  it('cumulated over the year: only what the month adds is paid', () => {
    const handbook = `${TABLE}\npay: { commission: { cumulate: year } }`;
    const before = earlier('2026-11', {
      staff: id('1001'),
      sales: [{ shop: '', platform: 'taobao', amount: yuan('9000') }],
    });
    const lastYear = earlier('2025-12', {
      staff: id('1001'),
      sales: [{ shop: '', platform: 'taobao', amount: yuan('7') }],
    });
    const result = compute(handbook, { sales: sales(['1001', '2000']), earlier: [lastYear, before] });
    // 11,000: 1,000 x 4.5% + 300 = 345; already paid 9,000 x 3% = 270
    expect(lineOf(result, 'personal-commission')).toMatchObject({
      amount: 7_500,
      says: { en: '(11,000.00 - 10,000.00) x 4.5% + 300.00 - (9,000.00 x 3%) = 75.00' },
    });
  });

  it('one table a shop: each shop starts again', () => {
    const handbook = `${TABLE}\npay: { commission: { per: shop } }`;
    const result = compute(handbook, { sales: sales(['1001', '12000', 'A'], ['1001', '8000', 'B']) });
    // A: 2,000 x 4.5% + 300 = 390; B: 8,000 x 3% = 240
    const line = lineOf(result, 'personal-commission')!;
    expect(line.parts.map((part) => part.amount)).toEqual([39_000, 24_000]);
    expect(line.amount).toBe(63_000);
  });
});
