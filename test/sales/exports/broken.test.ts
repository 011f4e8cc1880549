/** Every dialect's file, damaged as files are: the result is right, or an error says where. No fen is lost in silence. */
import { describe, expect, it } from 'vitest';
import { hasErrors, type Issue } from '../../../src/base/issue.js';
import type { Month } from '../../../src/calendar/day.js';
import { tablesOf } from '../../../src/io/read-table.js';
import { computeSales } from '../../../src/sales/compute-sales.js';
import type { PlacedSales } from '../../../src/sales/order.js';
import { handbook, PEOPLE } from '../department.js';
import { bytesOf, DIALECTS, type Dialect, OWN_COLUMNS } from './dialects.js';

const input = { handbook: handbook({ generic: OWN_COLUMNS }), people: PEOPLE, month: '2026-11' as Month };
const ORDERS = DIALECTS.filter(({ sums }) => Object.keys(sums).length > 0);
const TEXTS = ORDERS.filter(({ as }) => as === 'gb18030' || as === 'utf8' || as === 'utf8-bom');
const named = (dialects: readonly Dialect[]) => dialects.map((dialect) => [dialect.file, dialect] as const);

interface Result {
  readonly sales: PlacedSales | null;
  readonly issues: readonly Issue[];
}

async function read(bytes: Uint8Array): Promise<Result> {
  const tables = await tablesOf(bytes, 'orders');
  if (tables.value === null) return { sales: null, issues: tables.issues };
  const { value, issues } = computeSales(tables.value, input);
  return { sales: value, issues: [...tables.issues, ...issues] };
}

const codes = ({ issues }: Result): string[] =>
  issues.filter(({ severity }) => severity === 'error').map(({ code, source }) => `${code}:${source?.row ?? ''}`);

const altered = (dialect: Dialect, change: Partial<Dialect>): Promise<Uint8Array> => bytesOf({ ...dialect, ...change });

describe('a damaged export', () => {
  it.each(named(TEXTS))('%s cut off anywhere: an issue, or whole rows only', async (_, dialect) => {
    const whole = await bytesOf(dialect);
    const { sales } = await read(whole);
    const totals = new Set<number>();
    for (let end = whole.length - 1; end > 0; end -= 17) {
      const cut = await read(whole.subarray(0, end));
      expect(cut.issues.filter(({ severity }) => severity === 'error').every(({ source }) => source !== null)).toBe(
        true,
      );
      if (cut.sales === null) continue;
      const { total } = cut.sales;
      expect(total.export).toBeLessThanOrEqual(sales!.total.export);
      totals.add(total.export);
    }
    // Never an order with half an amount: only sums of whole orders come out.
    const amounts = [...new Set(sales!.files[0]!.orders === 0 ? [] : [...sales!.orders()].map(({ paid }) => paid))];
    const possible = new Set([0]);
    for (const { paid } of sales!.orders()) for (const sum of [...possible]) possible.add(sum + paid);
    expect(amounts.length).toBeGreaterThan(1);
    // 聚水潭 adds items up: there half an order is possible, and a row that is cut in two is not.
    if (dialect.adapter !== 'jushuitan') expect([...totals].filter((sum) => !possible.has(sum))).toEqual([]);
  });

  it.each(named(ORDERS))('%s cut off in the middle of a row: an error with a hint', async (_, dialect) => {
    const whole = await altered(dialect, { below: [] });
    // In the middle of the last row: a workbook and a page have their end elsewhere.
    const isText = TEXTS.includes(dialect);
    const end = isText ? Math.floor((whole.lastIndexOf(10, whole.length - 3) + whole.length) / 2) : whole.length / 2;
    const { sales, issues } = await read(whole.subarray(0, Math.floor(end)));
    expect(sales).toBeNull();
    expect(hasErrors(issues)).toBe(true);
    expect(issues.every(({ hint }) => hint !== null)).toBe(true);
  });

  it.each(named(TEXTS))('%s with a broken encoding: an error with the row', async (_, dialect) => {
    const bytes = Uint8Array.from(await bytesOf(dialect));
    const row = bytes.lastIndexOf(10, bytes.length - 3) + 1;
    bytes.set([0xff, 0xff], row);
    const result = await read(bytes);
    expect(result.sales).toBeNull();
    expect(codes(result)[0]).toMatch(/^encoding-(?:broken|unknown):\d+$/);
  });

  it.each(named(ORDERS))('%s with a heading that has changed: an error that names the column', async (_, dialect) => {
    const amount =
      /买家实付金额|买家实际支付金额|结算金额|用户实付金额\(元\)|订单应付金额|实付款|订单实际支付金额|销售金额|应收金额|订单总金额|已付金额|收款/;
    const headings = dialect.headings
      .split(',')
      .map((heading) => (new RegExp(`^(?:${amount.source})$`).test(heading) ? '客户付钱数' : heading))
      .join(',');
    expect(headings).not.toBe(dialect.headings);
    const result = await read(await altered(dialect, { headings, rows: dialect.rows }));
    expect(result.sales).toBeNull();
    expect(codes(result)[0]).toMatch(/^orders-columns-missing:\d$/);
    expect(result.issues[0]!.message.en).toMatch(amount);
  });

  it.each(named(ORDERS))('%s with two heading rows: the second is no order', async (_, dialect) => {
    const again = Object.fromEntries(dialect.headings.split(',').map((heading) => [heading.trim(), heading.trim()]));
    const result = await read(await altered(dialect, { rows: [again, ...dialect.rows] }));
    expect(result.sales).toBeNull();
    const row = 2 + (dialect.above?.length ?? 0);
    expect(new Set(codes(result).map((code) => code.split(':')[1]))).toEqual(new Set([String(row)]));
  });

  it.each(named(ORDERS))('%s without rows: nothing sold, no error', async (_, dialect) => {
    const { sales, issues } = await read(await altered(dialect, { rows: [], below: [] }));
    expect(issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info orders-file-without-rows']);
    expect([sales!.total.export, sales!.files[0]!.orders]).toEqual([0, 0]);
  });

  it('of no bytes: an error', async () => {
    expect(codes(await read(new Uint8Array()))).toEqual(['orders-file-empty:']);
  });
});
