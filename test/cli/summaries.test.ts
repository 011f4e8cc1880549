/** Orders placed shop by shop and brought together come to the same fen as all of them in one run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder, ran } from './world.js';

const HEADINGS = '订单编号,买家实付金额,退款金额,订单状态,订单付款时间,商家备注,店铺名称\n';
const row = (number: number, net: string, back: string, remark: string, name: string, day = '2026-11-05'): string =>
  `26500000000000000${number},${net},${back},交易成功,${day} 10:00:00,${remark},${name}\n`;
const A = `${HEADINGS}${row(11, '1200.00', '0.00', '1001', '甲店')}${row(12, '80.00', '20.00', '', '甲店')}${row(13, '30.00', '0.00', '1099', '甲店')}`;
const B = `${HEADINGS}${row(21, '500.50', '0.00', '1001', '乙店')}${row(22, '0.00', '55.00', '', '乙店')}${row(23, '70.00', '0.00', '1002', '乙店')}${row(24, '9.00', '0.00', '', '乙店', '2026-10-31')}`;

const workspace = () => Object.fromEntries(Object.entries(shop()).filter(([path]) => !path.includes('/orders/')));
const summed = async (cwd: string, from: string, to: string) =>
  ran(`pay orders --month 2026-11 --orders ${from} --summary ${to} --json`, { cwd });

describe('summaries of orders', () => {
  it('compute takes them in place of the exports: the same payslips, pool and exceptions', async () => {
    await inFolder({ ...workspace(), 'a.csv': A, 'b.csv': B }, async (cwd) => {
      const [a] = [
        await summed(cwd, 'a.csv', '2026-11/orders/a.json'),
        await summed(cwd, 'b.csv', '2026-11/orders/b.json'),
      ];
      expect(JSON.parse(a.out).files).toEqual(['2026-11/orders/a.json', '2026-11/orders/a.json.keys']);
      // 16 bytes for each of the three orders
      expect(readFileSync(join(cwd, '2026-11/orders/a.json.keys')).length).toBe(48);
      const merged = JSON.parse((await ran('pay compute --month 2026-11 --json --out merged', { cwd })).out);
      const direct = JSON.parse(
        (await ran('pay compute --month 2026-11 --json --out direct --orders a.csv --orders b.csv', { cwd })).out,
      );
      // 1200 + (80 + 20) + 30 + 500.50 + 55 + 70 + 9 = 1964.50
      expect(merged.reconciliation).toEqual(direct.reconciliation);
      expect(merged.reconciliation).toMatchObject({
        export: '1964.50',
        agents: '1770.50',
        pool: '80.00',
        excluded: '9.00',
      });
      const amounts = ({ payslips }: typeof merged) =>
        payslips.map(({ id, net, lines }: { id: string; net: string; lines: { line: string; amount: string }[] }) => [
          id,
          net,
          lines.map(({ line, amount }) => [line, amount]),
        ]);
      expect(amounts(merged)).toEqual(amounts(direct));
      expect(merged.exceptions.map(({ amount }: { amount: string }) => amount)).toEqual(
        direct.exceptions.map(({ amount }: { amount: string }) => amount),
      );
    });
  });

  it('stand beside exports; an order in both is found and named', async () => {
    const files = { ...workspace(), 'a.csv': A, '2026-11/orders/b.csv': B };
    await inFolder(files, async (cwd) => {
      await summed(cwd, 'a.csv', '2026-11/orders/a.json');
      const { code, out } = await ran('pay orders --month 2026-11 --json', { cwd });
      expect([code, JSON.parse(out).reconciliation.export]).toEqual([1, '1964.50']);
    });
    await inFolder({ ...files, '2026-11/orders/b.csv': B + A.slice(HEADINGS.length) }, async (cwd) => {
      await summed(cwd, 'a.csv', '2026-11/orders/a.json');
      const { code, err } = await ran('pay orders --month 2026-11', { cwd });
      expect(code).toBe(2);
      expect(err).toContain('3 orders stand in 2026-11/orders/a.json too: ');
      expect(err).toContain('a.csv:2 = 2026-11/orders/b.csv:6');
    });
  });

  it.each([
    [
      'a line taken away',
      (words: string) => words.replace(/\{\s+"outcome": "agent"[^}]*\},\s*/, ''),
      'summary-unreadable',
    ],
    [
      'another month',
      (words: string) => words.replace('"month": "2026-11"', '"month": "2026-10"'),
      'summary-other-month',
    ],
    ['other rules', (words: string) => words.replace(/"rules": "./, '"rules": "x'), 'summary-other-rules'],
    ['other hashes', (words: string) => words.replace(/("keys": \{[^}]*"sha256": )"./, '$1"x'), 'summary-keys-changed'],
  ])('%s is told', async (_, change, code) => {
    await inFolder({ ...workspace(), 'a.csv': A }, async (cwd) => {
      await summed(cwd, 'a.csv', 'a.json');
      const words = readFileSync(join(cwd, 'a.json'), 'utf8');
      const keys = readFileSync(join(cwd, 'a.json.keys'));
      expect(change(words)).not.toBe(words);
      await inFolder({ ...workspace(), 'x/a.json': change(words), 'x/a.json.keys': keys }, async (there) => {
        const { out } = await ran('pay orders --month 2026-11 --orders x --json', { cwd: there });
        expect(JSON.parse(out).issues.map((issue: { code: string }) => issue.code)).toContain(code);
      });
    });
  });
});
