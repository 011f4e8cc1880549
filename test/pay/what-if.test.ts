import { describe, expect, it } from 'vitest';
import { monthOfPay } from '../../src/pay/month.js';
import { whatIf } from '../../src/pay/what-if.js';
import { inForce } from '../handbook/trees.js';
import { DECEMBER, earlier, id, kpi, person, sales, yuan } from './department.js';

const supposed = (yaml: string, sold: string, more: object = {}) => {
  const month = monthOfPay({
    month: DECEMBER,
    handbook: inForce(yaml),
    staff: [person('1001')],
    roster: null,
    attendance: null,
    sales: sales(['1001', '12345']),
    events: [],
    kpis: [],
    earlier: [],
    arrears: [],
    exceptions: [],
    ...more,
  });
  return whatIf(month, month.people[0]!, yuan(sold));
};

describe('what if', () => {
  it('25,001.00 stands in the hollow past the edge: 4 % of all, won back at 25,625.00', () => {
    const found = supposed('extends: [three-shift, commission-2017]', '25001')!;
    // 25,001 x 4% = 1,000.04; 25,002 x 4% = 1,000.08
    expect([found.pays, found.nextYuan, found.edge]).toEqual([100_004, 4, null]);
    expect(found.says.map(({ en }) => en)).toEqual([
      'Sales of 25,001.00 would earn 25,001.00 x 4% = 1,000.04.',
      'So far: (12,345.00 - 10,000.00) x 4.5% + 300.00 = 405.53.',
      'The next yuan of sales is worth 0.04.',
      'Less than the 1,025.00 that 25,000.00 earn; won back at 25,625.00.',
    ]);
  });

  it('at the edge the next yuan takes away', () => {
    const found = supposed('extends: [three-shift, commission-2017]', '25000')!;
    // 5,000 x 5.5% + 750 = 1,025.00; one yuan more 1,000.04, one fen more 25,000.01 x 4% = 1,000.0004
    expect([found.pays, found.nextYuan, found.edge, found.pastEdge]).toEqual([102_500, -2_496, 2_500_000, 100_000]);
    expect(found.says[2]?.zh).toBe('再多一元销售，提成减少 24.96。');
  });

  it('goes on from the year where the table does', () => {
    const book = 'extends: [three-shift, commission-2017]\npay: { commission: { cumulate: year } }';
    const sold = [{ shop: '', platform: 'taobao' as const, amount: yuan('9000') }];
    const found = supposed(book, '2000', { earlier: [earlier('2026-11', { staff: id('1001'), sales: sold })] })!;
    // 11,000: 1,000 x 4.5% + 300 = 345.00, less 9,000 x 3% = 270.00; the tier ends 9,000.00 from here.
    expect([found.pays, found.edge]).toEqual([7_500, 1_100_000]);
  });

  it('by a KPI: the rate of the step, no edge; without the value nothing can be said', () => {
    const book = 'extends: [three-shift, conversion-bonus]';
    const found = supposed(book, '25001', { kpis: [kpi('1001', 'conversion', '70.5%')] })!;
    expect([found.pays, found.edge]).toEqual([37_502, null]);
    expect(supposed(book, '25001')).toBeNull();
  });
});
