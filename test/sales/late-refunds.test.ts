/** A refund made in a later month than its order's: a negative sale of its own month, or the order's month anew. */
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { computeSales } from '../../src/sales/compute-sales.js';
import { readSummary, summaryDocument } from '../../src/sales/summary.js';
import { handbook, PEOPLE, person, report2026, table } from './department.js';
import { HEADINGS } from './exports/headings.js';

const REFUNDS = HEADINGS['TB-REFUND-2026'];
const A = '2650000000000000011';
const B = '2650000000000000012';

const refund = (order: string, id: string, amount: string, doneOn: string, remark: string): string[] => {
  const cells: Record<string, string> = {
    订单编号: order,
    退款编号: id,
    买家退款金额: amount,
    退款状态: '退款成功',
    退款完结时间: `${doneOn} 08:00:00`,
    订单付款时间: '2026-11-20 10:00:00',
    商家备注: remark,
  };
  return REFUNDS.split(',').map((heading) => cells[heading] ?? '');
};

/** Two orders of November: A of 100.00 by 1001, B of 60.00 by nobody. */
const NOVEMBER = report2026('november.csv', [
  { number: A, net: '100.00', remark: '1001', paidAt: '2026-11-20 10:00:00' },
  { number: B, net: '60.00', paidAt: '2026-11-20 10:00:00' },
]);
const DECEMBER = report2026('december.csv', [{ number: '2650000000000000099', net: '500.00', remark: '1001' }]);
/** Of A 20.00 go back in November and 30.00 in December, of B 10.00 in December. */
const BACK = table('refunds.csv', [
  REFUNDS.split(','),
  refund(A, '1', '20.00', '2026-11-25', '1001'),
  refund(A, '2', '30.00', '2026-12-08', '1001'),
  refund(B, '3', '10.00', '2026-12-09', ''),
]);

const compute = (
  month: string,
  tables: Parameters<typeof computeSales>[0],
  late_refund: 'month-of-refund' | 'original-month',
  more: Parameters<typeof handbook>[0] = {},
) => computeSales(tables, { handbook: handbook({ late_refund, ...more }), people: PEOPLE, month: month as Month });

const figures = (result: ReturnType<typeof computeSales>) => {
  const { agents, pool, excluded, refunded, difference } = result.value!.total;
  return { agents, pool, excluded, refunded, difference };
};

describe('refunds after the month', () => {
  it('month-of-refund: November keeps its sales, December has less', () => {
    const november = compute('2026-11', [NOVEMBER, BACK], 'month-of-refund');
    // A 100.00 - 20.00, B 60.00; 30.00 + 10.00 belong to December: excluded -40.00, refunded 20.00 + 40.00
    expect(figures(november)).toEqual({ agents: 8000, pool: 6000, excluded: -4000, refunded: 6000, difference: 0 });
    // December's folder need not hold November's orders: the refund report has the mark
    const december = compute('2026-12', [DECEMBER, BACK], 'month-of-refund');
    // 500.00 - 30.00; the pool -10.00; 20.00 of November without its order change nothing
    expect(figures(december)).toEqual({ agents: 47000, pool: -1000, excluded: 0, refunded: 4000, difference: 0 });
    expect(december.value!.agents).toEqual([{ staff: '1001', orders: 1, amount: 47000 }]);
    expect(december.issues.map(({ code }) => code)).toEqual(['refunds-without-order']);
    const late = [...december.value!.placements].find(({ order }) => order.late === true)!;
    expect([late.order.number, late.reason.en, late.order.source]).toEqual([
      `${A}+2`,
      "refund of an earlier month's order: marked 1001",
      { file: 'refunds.csv', row: 3 },
    ]);
  });

  it('says the same where December’s folder holds November’s orders too', () => {
    const both = compute('2026-12', [NOVEMBER, DECEMBER, BACK], 'month-of-refund');
    // A 80.00 and B 60.00 are November's
    expect(figures(both)).toEqual({ agents: 47000, pool: -1000, excluded: 14000, refunded: 6000, difference: 0 });
  });

  it('original-month: November itself changes, December does not', () => {
    // A 100.00 - 50.00, B 60.00 - 10.00
    expect(figures(compute('2026-11', [NOVEMBER, BACK], 'original-month'))).toEqual({
      agents: 5000,
      pool: 5000,
      excluded: 0,
      refunded: 6000,
      difference: 0,
    });
    const december = compute('2026-12', [DECEMBER, BACK], 'original-month');
    expect(figures(december)).toEqual({ agents: 50000, pool: 0, excluded: 0, refunded: 0, difference: 0 });
  });

  it('a stated refund that holds the late one is not taken twice', () => {
    // The export of the 10th of December states 50.00 of A as refunded: 20.00 of November, 30.00 of December
    const stated = report2026('november.csv', [
      { number: A, net: '50.00', refunded: '50.00', remark: '1001', paidAt: '2026-11-20 10:00:00' },
    ]);
    expect(figures(compute('2026-11', [stated, BACK], 'month-of-refund')).agents).toBe(8000);
  });

  it('who has left is not charged: the clerk decides; an excluded word excludes the refund too', () => {
    const people = [person('1001', '王婷', { left: '2026-11-30' as never })];
    const input = { handbook: handbook({ late_refund: 'month-of-refund' }), people, month: '2026-12' as Month };
    expect(computeSales([DECEMBER, BACK], input).value!.total).toMatchObject({
      agents: 0,
      unplaced: 47000,
      pool: -1000,
    });
    const brushed = table('refunds.csv', [REFUNDS.split(','), refund(A, '2', '30.00', '2026-12-08', '刷单 1001')]);
    const excluded = compute('2026-12', [DECEMBER, brushed], 'month-of-refund', { excluded_tags: ['刷单'] });
    expect(figures(excluded)).toMatchObject({ agents: 50000, excluded: -3000, refunded: 3000 });
  });

  it('by the day of finishing: an order finished in the month of its refund is simply net', () => {
    const headings = `${HEADINGS['TB-ORDER-2018']}`.split(',');
    const cells: Record<string, string> = {
      订单编号: A,
      买家实际支付金额: '100.00',
      退款金额: '0.00',
      订单状态: '交易成功',
      订单付款时间: '2026-11-20 10:00:00',
      确认收货时间: '2026-12-02 10:00:00',
      订单备注: '1001',
    };
    const report = table('old.csv', [headings, headings.map((heading) => cells[heading] ?? '')]);
    const back = table('refunds.csv', [REFUNDS.split(','), refund(A, '2', '30.00', '2026-12-08', '1001')]);
    const december = compute('2026-12', [report, back], 'month-of-refund', { month_by: 'finished' });
    expect(figures(december)).toMatchObject({ agents: 7000, refunded: 3000 });
  });

  it('stands in a summary, which adds up when it is read back', () => {
    const { value } = compute('2026-12', [DECEMBER, BACK], 'month-of-refund');
    const head = { month: '2026-12' as Month, rules: 'r', read: [], keys: { file: 'k', sha256: 's' } };
    const document = JSON.parse(JSON.stringify(summaryDocument(value!, head)));
    const read = readSummary(document, { file: 's.json' });
    expect(read.issues).toEqual([]);
    expect(read.value!.sales.total).toEqual(value!.total);
    expect(read.value!.sales.agents).toEqual(value!.agents);
  });
});
