/**
 * A department's year, computed and closed month by month as a clerk does it: a joiner (16 April), a leaver (20 September), a
 * raise (July), a loss carried over (February to April), a refund after the close (April, in May), a streak, a reopened month
 * (June). The totals are worked out by hand below.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder, ran } from '../../cli/world.js';

const HANDBOOK = `extends: [three-shift, commission-2017]
pay:
  minimum_wage: 2000
  seniority: { per_year: 50, most_years: 10, counts: full-years }
  top_seller: { streak: [50, 100, 200], ties: each }
`;
const STAFF = `id,name,hired,left,post_salary,from
1001,王婷,2020-01-01,,5000,
1001,,,,5200,2026-07-01
1002,陈慧兰,2024-01-01,2026-09-20,3000,
1003,李娜,2026-04-16,,3000,
`;
const HEAD = '订单编号,买家实付金额,退款金额,订单状态,订单付款时间,商家备注,支付单号\n';
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
const sold = (month: string, staff: string, amount: string): string =>
  `26500000000${month.replace('-', '')}${staff.slice(2)},${amount},0.00,交易成功,${month}-05 10:00:00,${staff},\n`;

const files: Record<string, string> = { 'handbook.yaml': HANDBOOK, 'staff.csv': STAFF };
for (const month of months) {
  files[`${month}/orders/orders.csv`] = [
    HEAD,
    sold(month, '1001', '10000.00'),
    month <= '2026-09' ? sold(month, '1002', '5000.00') : '',
    month >= '2026-05' ? sold(month, '1003', '4000.00') : '',
  ].join('');
}
files['2026-02/events.csv'] = 'day,id,kind,what,amount\n2026-02-10,1002,loss,发错货,1850.00\n';

interface Month {
  readonly payslips: readonly {
    readonly id: string;
    readonly net: string;
    readonly lines: readonly { readonly line: string; readonly amount: string }[];
  }[];
}

it('twelve months come to what they should', { timeout: 120_000 }, () =>
  inFolder(files, async (cwd) => {
    const pay = async (line: string): Promise<{ code: number; out: string }> =>
      ran(`pay ${line} --lang en --json`, { cwd, now: Date.UTC(2027, 0, 20) });
    const done = async (month: string): Promise<void> => {
      expect((await pay(`compute --month ${month}`)).code).toBeLessThan(2);
      const closed = await pay(`close --month ${month} --by 王主管`);
      expect(closed.code, closed.out).toBe(0);
    };
    const edit = (file: string, from: string, to: string): void => {
      const words = readFileSync(join(cwd, file), 'utf8');
      expect(words).toContain(from);
      writeFileSync(join(cwd, file), words.replace(from, to));
    };
    for (const month of months) {
      await done(month);
      // After April is closed, 2,000.00 of 1001's 10,000.00 are refunded: 8,000.00 x 3% = 240.00, 60.00 too much was paid.
      if (month === '2026-04') edit('2026-04/orders/orders.csv', ',10000.00,0.00,', ',8000.00,2000.00,');
      if (month === '2026-06') {
        // June had lost 1,000.00 of 1002: opened, put right, closed again.
        expect((await pay('reopen --month 2026-06 --by 王主管 --because "an order was missing"')).code).toBe(0);
        edit('2026-06/orders/orders.csv', ',5000.00,', ',6000.00,');
        await done(month);
      }
    }
    const slips = months.map((month) => JSON.parse(readFileSync(join(cwd, month, 'pay.json'), 'utf8')) as Month);
    const lines = (staff: string, line: string): string[] =>
      slips.map(
        ({ payslips }) =>
          payslips.find(({ id }) => id === staff)?.lines.find((one) => one.line === line)?.amount ?? '-',
      );
    const net = (staff: string): number =>
      slips.reduce((sum, { payslips }) => {
        const own = payslips.find(({ id }) => id === staff);
        return sum + (own === undefined ? 0 : Math.round(Number(own.net) * 100));
      }, 0);

    expect(lines('1001', 'top-seller')).toEqual(['50.00', '100.00', ...Array(10).fill('200.00')]);
    expect(lines('1001', 'arrears')).toEqual(['-', '-', '-', '-', '-60.00', ...Array(7).fill('-')]);
    // Wage 3,000.00 + 150.00 + 100.00 = 3,250.00: at most 20 % = 650.00 a month of 1,850.00.
    expect(lines('1002', 'losses')).toEqual(['-', '-650.00', '-650.00', '-550.00', ...Array(8).fill('-')]);
    // 15 of 30 days in April; 20 of 30 in September.
    expect(lines('1003', 'post-salary').slice(2, 5)).toEqual(['-', '1500.00', '3000.00']);
    expect(lines('1002', 'post-salary').slice(7)).toEqual(['3000.00', '2000.00', '-', '-', '-']);

    // 6 x 5,000 + 6 x 5,200 = 61,200; 12 x 300 - 60 = 3,540; 6 years x 50 x 12 = 3,600; 50 + 100 + 10 x 200 = 2,150.
    expect(net('1001')).toBe(7_049_000);
    // 8 x 3,000 + 2,000 = 26,000; 8 x 150 + 180 = 1,380; 2 years x 50 x 9 = 900; -1,850.
    expect(net('1002')).toBe(2_643_000);
    // 1,500 + 8 x 3,000 = 25,500; 8 x 120 = 960; no full year.
    expect(net('1003')).toBe(2_646_000);
    const june = JSON.parse(readFileSync(join(cwd, '2026-06/manifest.json'), 'utf8'));
    expect(june.life.map(({ step }: { step: string }) => step)).toEqual(['closed', 'reopened', 'closed']);
  }),
);
