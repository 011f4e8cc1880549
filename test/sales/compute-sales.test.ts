import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeSales } from '../../src/sales/compute-sales.js';
import type { SalesResult } from '../../src/sales/order.js';
import { DECEMBER, HEADINGS_2026, handbook, PEOPLE, report2026, SALES, sold, table } from './department.js';

const compute = (tables: Parameters<typeof computeSales>[0], sales: Parameters<typeof handbook>[0] = {}) =>
  computeSales(tables, { handbook: handbook(sales), people: PEOPLE, month: DECEMBER });

const value = (result: ReturnType<typeof computeSales>): SalesResult => {
  expect(result.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  return result.value!;
};

describe('computeSales', () => {
  it('places every order and reconciles to the fen', () => {
    const result = compute(
      [
        report2026('a.csv', [
          { net: '100.10', remark: '已核对 1001' }, // 王婷 100.10
          { net: '50.00', refunded: '30.00', remark: '1002' }, // 陈慧兰 50.00, refunded 30.00
          { net: '20.05' }, // pool
          { net: '9.00', remark: '1001 1002' }, // two agents: unplaced
          { net: '8.00', remark: '1999' }, // nobody's number: unplaced
          { net: '0.00', refunded: '66.00', status: '交易关闭', remark: '1001' }, // refunded
          { net: '7.00', status: '等待买家付款', paidAt: '' }, // waiting
          { net: '6.00', remark: '刷单 1001' }, // excluded
          { net: '5.00', paidAt: '2026-11-30 23:59:59', remark: '1001' }, // November's: excluded
          { net: '4.00', status: '平台新词' }, // unknown status: unplaced
        ]),
      ],
      { excluded_tags: ['刷单'] },
    );
    const { total, counts, agents, otherMonths, files } = value(result);
    // export = 100.10+80.00+20.05+9.00+8.00+66.00+7.00+6.00+5.00+4.00 = 305.15
    expect(total).toEqual({
      export: 30515,
      agents: 15010,
      pool: 2005,
      unplaced: 2100,
      waiting: 700,
      excluded: 1100,
      refunded: 9600,
      difference: 0,
    });
    expect(counts).toEqual({ agent: 2, pool: 1, unplaced: 3, waiting: 1, excluded: 2, refunded: 1 });
    expect(agents).toEqual([
      { staff: '1001', orders: 1, amount: 10010 },
      { staff: '1002', orders: 1, amount: 5000 },
    ]);
    expect(otherMonths).toEqual([{ month: '2026-11', orders: 1, amount: 500 }]);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ file: 'a.csv', adapter: 'taobao-orders', generation: '2026', orders: 10, total });
    expect(result.issues.map((issue) => issue.code)).toEqual(['order-status-unknown']);
  });

  it('counts an order of two files once, in the later one, and says what changed', () => {
    const result = compute([
      report2026('1.csv', [{ net: '100.00', remark: '1001' }, { net: '10.00' }]),
      report2026('2.csv', [{ net: '60.00', refunded: '40.00', remark: '1001' }]),
    ]);
    const { total, files } = value(result);
    expect(total).toMatchObject({ export: 11000, agents: 6000, pool: 1000, refunded: 4000, difference: 0 });
    expect(
      files.map((file) => [file.orders, file.superseded.orders, file.superseded.amount, file.total.export]),
    ).toEqual([
      [1, 1, 10000, 1000],
      [1, 0, 0, 10000],
    ]);
    expect(result.issues).toHaveLength(1);
    expect(result.issues[0]!.message.en).toBe(
      'orders of 1.csv that stand here again and are counted here: 1; changed: 1 (2650000000000000001 refunded 0.00 -> 40.00).',
    );
  });

  it('keeps apart the same number in two shops, and joins it where a file has no shop', () => {
    const [one, two] = [{ shop: '甲店' }, { shop: '乙店' }];
    expect(value(compute([report2026('1.csv', [one]), report2026('2.csv', [two])])).total.export).toBe(20000);
    expect(value(compute([report2026('1.csv', [one]), report2026('2.csv', [{ shop: '' }])])).total.export).toBe(10000);
  });

  it('leaves marks of people unplaced who were not employed on that day', () => {
    const people = [{ ...PEOPLE[0]!, left: '2026-12-04' as never }];
    const result = computeSales([report2026('a.csv', [{ remark: '1001' }])], {
      handbook: handbook(),
      people,
      month: DECEMBER,
    });
    expect([...value(result).placements][0]).toMatchObject({ outcome: 'unplaced', net: 10000, shares: [] });
  });

  it.each([
    ['unplaced', []],
    ['first', [['1002', 10001]]],
    ['last', [['1001', 10001]]],
    // 100.01 / 2: the odd fen goes to the first
    [
      'split',
      [
        ['1001', 5000],
        ['1002', 5001],
      ],
    ],
  ] as const)('gives an order with two marks by several: %s', (several, shares) => {
    const { agents } = value(
      compute([report2026('a.csv', [{ net: '100.01', remark: '1002 改地址 1001' }])], { several }),
    );
    expect(agents.map(({ staff, amount }) => [staff, amount])).toEqual(shares);
  });

  describe('flags', () => {
    const red = (mode: 'required' | 'if-present' | 'ignored') => ({
      flag: { ...SALES.flag, counts: 'red' as const, mode, waits: ['blue' as const] },
    });
    /** 备注标签 as the last column. */
    const tagged = (...orders: readonly (readonly [string, string])[]) =>
      table('a.csv', [
        [...HEADINGS_2026, '备注标签'],
        ...orders.map(([remark, tag], at) => [...sold({ number: `100000000000000000${at + 1}`, remark }), tag]),
      ]);

    it('required: a mark without the red flag is nobody’s, a blue one waits', () => {
      const { total, files } = value(compute([tagged(['1001', '红色'], ['1001', ''], ['', '蓝色'])], red('required')));
      expect(total).toMatchObject({ agents: 10000, pool: 10000, waiting: 10000 });
      expect(files[0]!.flags).toBe('needed');
    });

    it('required, but the file has none: marked orders are unplaced, with a warning', () => {
      const result = compute([report2026('a.csv', [{ remark: '1001' }, {}])], red('required'));
      expect(value(result).total).toMatchObject({ agents: 0, unplaced: 10000, pool: 10000 });
      expect(result.issues.map((issue) => issue.code)).toEqual(['flag-column-missing']);
    });

    it('if-present: an unused tag column is no flag column', () => {
      const { total, files } = value(compute([tagged(['1001', ''])], red('if-present')));
      expect(total.agents).toBe(10000);
      expect(files[0]!.flags).toBe('not-needed');
    });

    it('ignored: even a blue flag counts', () => {
      expect(value(compute([tagged(['1001', '蓝色'])], red('ignored'))).total.agents).toBe(10000);
    });
  });

  it('refuses month_by finished where the file does not say when', () => {
    const result = compute([report2026('a.csv', [{}])], { month_by: 'finished' });
    expect(result.value).toBeNull();
    expect(result.issues.map((issue) => issue.code)).toEqual(['orders-without-finish']);
  });

  it('month_by finished: the day of finishing decides, what is not finished waits', () => {
    const headings = [
      '订单编号',
      '订单状态',
      '买家实际支付金额',
      '退款金额',
      '订单付款时间',
      '确认收货时间',
      '订单备注',
    ];
    const row = (number: string, paid: string, finishedAt: string) => [
      ...[number, '交易成功', paid, '0.00', '2026-11-28 10:00:00', finishedAt, '1001'],
    ];
    const { total, otherMonths } = value(
      compute(
        [
          table('a.csv', [
            headings,
            row('1', '10.00', '2026-12-03 00:00:00'),
            row('2', '20.00', '2026-11-30 00:00:00'),
            row('3', '40.00', ''),
          ]),
        ],
        { month_by: 'finished' },
      ),
    );
    expect(total).toMatchObject({ export: 7000, agents: 1000, excluded: 2000, waiting: 4000 });
    expect(otherMonths).toEqual([{ month: '2026-11', orders: 1, amount: 2000 }]);
  });

  const orders = fc.array(
    fc.record({
      net: fc.integer({ min: 0, max: 99_999 }).map((amount) => (amount / 100).toFixed(2)),
      refunded: fc.integer({ min: 0, max: 9999 }).map((amount) => (amount / 100).toFixed(2)),
      remark: fc.constantFrom('', '1001', '退邮费 1002', '1001 1003', '1999', '婷/8.28', '芳/8.28'),
      status: fc.constantFrom('交易成功', '交易关闭', '等待买家付款', '买家已付款,等待卖家发货', '?'),
      paidAt: fc.constantFrom('2026-12-01 00:00:00', '2026-12-31 23:59:59', '2027-01-01 00:00:00'),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const numbered = (list: readonly object[]) => list.map((order, at) => ({ number: String(1000 + at), ...order }));

  it('neither row order nor the split into files changes a total', () => {
    fc.assert(
      fc.property(orders, fc.nat(), (list, cut) => {
        const all = numbered(list);
        const at = cut % (all.length + 1);
        const whole = value(compute([report2026('a.csv', all)]));
        const parts = value(
          compute([report2026('2.csv', all.slice(at).reverse()), report2026('1.csv', all.slice(0, at))]),
        );
        expect(parts.total).toEqual(whole.total);
        expect(parts.agents).toEqual(whole.agents);
        expect(whole.total.difference).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('an order and its full refund come to nothing', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 99_999 }), (list, amount) => {
        const [before, yuan] = [numbered(list), (amount / 100).toFixed(2)];
        const gone = { number: '9', net: '0.00', refunded: yuan, status: '交易关闭', remark: '1001' };
        const [without, withIt] = [before, [...before, gone]].map((all) => value(compute([report2026('a.csv', all)])));
        expect(withIt!.agents).toEqual(without!.agents);
        expect(withIt!.total.refunded - without!.total.refunded).toBe(amount);
        expect(withIt!.total.pool).toBe(without!.total.pool);
      }),
      { numRuns: 30 },
    );
  });
});
