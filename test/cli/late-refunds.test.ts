/** A refund in December of an order of closed November: less sold in December, or arrears of November, as the handbook says. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder, ran } from './world.js';

const HEADINGS = '订单编号,买家实付金额,退款金额,订单状态,订单付款时间,商家备注,支付单号\n';
const order = (number: string, net: string, day: string): string =>
  `${HEADINGS}${number},${net},0.00,交易成功,${day} 10:00:00,1001,\n`;
const REFUNDS =
  '订单编号,退款编号,买家退款金额,退款状态,退款完结时间,订单付款时间,商家备注\n' +
  '2650000000000000011,1,5000.00,退款成功,2026-12-05 10:00:00,2026-11-03 10:00:00,1001\n';

const FILES = {
  'staff.csv': 'id,name,hired,post_salary\n1001,王婷,2024-01-01,4000\n',
  '2026-11/orders/o.csv': order('2650000000000000011', '20000.00', '2026-11-03'),
  '2026-12/orders/o.csv': order('2650000000000000021', '12000.00', '2026-12-03'),
};

/** December's lines of 1001, after November was closed and the refund file lies in `month`. */
async function december(mode: string, month: string): Promise<Record<string, string>> {
  const handbook = `extends: [commission-2017]\nsales:\n  flag: { mode: ignored }\n  late_refund: ${mode}\n`;
  return inFolder({ ...FILES, 'handbook.yaml': handbook }, async (cwd) => {
    expect((await ran('pay compute --month 2026-11 --quiet', { cwd })).code).toBe(0);
    expect((await ran('pay close --month 2026-11 --by clerk --quiet', { cwd, now: Date.UTC(2026, 11, 1) })).code).toBe(
      0,
    );
    mkdirSync(join(cwd, month, 'orders'), { recursive: true });
    writeFileSync(join(cwd, month, 'orders', 'refunds.csv'), REFUNDS);
    const { out } = await ran('pay compute --month 2026-12 --json', { cwd });
    const lines: { line: string; amount: string }[] = JSON.parse(out).payslips[0].lines;
    return Object.fromEntries(lines.map(({ line, amount }) => [line, amount]));
  });
}

it('month-of-refund: 12,000.00 - 5,000.00 at 3 %, wherever the refund file lies November stays as it was paid', async () => {
  // 7,000.00 x 3 % = 210.00
  const own = await december('month-of-refund', '2026-12');
  expect([own['personal-commission'], own.arrears]).toEqual(['210.00', undefined]);
  // Put into November's folder only, December does not see it: (12,000.00 - 10,000.00) x 4.5 % + 300.00 = 390.00
  const other = await december('month-of-refund', '2026-11');
  expect([other['personal-commission'], other.arrears]).toEqual(['390.00', undefined]);
});

it('original-month: November comes to 525.00 in place of 750.00', async () => {
  // (15,000.00 - 10,000.00) x 4.5 % + 300.00 = 525.00; paid were (20,000.00 - 10,000.00) x 4.5 % + 300.00 = 750.00
  const lines = await december('original-month', '2026-11');
  expect([lines['personal-commission'], lines.arrears]).toEqual(['390.00', '-225.00']);
});
