/** `pay orders` and `pay attendance`: single steps of compute. */
import { describe, expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder, ran } from './world.js';

const REPORT =
  '订单编号,买家实付金额,退款金额,订单状态,订单付款时间,商家备注,店铺名称,订单关闭原因\n' +
  '2650000000000000011,120.00,0.00,交易成功,2026-11-05 10:00:00,1001,旗舰店,订单未关闭\n' +
  '2650000000000000012,80.00,20.00,交易成功,2026-11-06 10:00:00,,旗舰店,订单未关闭\n' +
  '2650000000000000013,30.00,0.00,交易成功,2026-11-06 10:00:00,1099,旗舰店,订单未关闭\n' +
  '2650000000000000014,0.00,55.00,交易关闭,2026-11-06 10:00:00,,旗舰店,退款\n';

const only = (content: string) => ({
  ...Object.fromEntries(Object.entries(shop()).filter(([path]) => !path.includes('/orders/'))),
  '2026-11/orders/taobao.csv': content,
});

describe('pay orders', () => {
  it('shows what was read, where it went and what was not placed', async () => {
    await inFolder(only(REPORT), async (cwd) => {
      // 120 + (80 + 20) + 30 + (0 + 55) = 305; refunded 20 + 55 = 75; agent 120, pool 80, unplaced 30
      const { code, out } = await ran('pay orders --month 2026-11 --json', { cwd });
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        status: 'problems',
        month: '2026-11',
        reconciliation: {
          export: '305.00',
          agents: '120.00',
          pool: '80.00',
          unplaced: '30.00',
          refunded: '75.00',
          difference: '0.00',
        },
        counts: { agent: 1, pool: 1, unplaced: 1, refunded: 1 },
        sources: [{ file: '2026-11/orders/taobao.csv', adapter: 'taobao-orders', generation: '2026', orders: 4 }],
        agents: [{ staff: '1001', orders: 1, amount: '120.00' }],
        orders: [
          { order: '2650000000000000011', outcome: 'agent' },
          { order: '2650000000000000013', outcome: 'unplaced', reason: 'the mark "1099" is nobody\'s' },
        ],
      });
      const zh = (await ran('pay orders --month 2026-11 --lang zh', { cwd })).out;
      expect(zh).toContain('2026-11/orders/taobao.csv#4  2650000000000000013  30.00  标记“1099”不属于任何人');
      expect(zh).toContain('订单合计 305.00 = 个人 120.00 + 公共业绩 80.00 + 未归属 30.00');
    });
  });

  it('says where the exports belong when there are none', async () => {
    const none = Object.fromEntries(Object.entries(shop()).filter(([path]) => !path.includes('/orders/')));
    await inFolder(none, async (cwd) => {
      const { code, err } = await ran('pay orders --month 2026-11', { cwd });
      expect(code).toBe(2);
      expect(err).toContain('2026-11/orders: there are no orders of 2026-11.');
    });
  });
});

describe('pay attendance', () => {
  it('without punches counts the roster as worked and says so', async () => {
    await inFolder(shop(), async (cwd) => {
      const { out } = await ran('pay attendance --month 2026-11', { cwd });
      expect(out).toContain('No punches of 2026-11: every rostered shift counts as worked.');
      const document = JSON.parse((await ran('pay attendance --month 2026-11 --json', { cwd })).out);
      expect(document.punched).toBe(false);
      expect(document.people.map(({ staff }: { staff: string }) => staff)).toContain('1001');
      const worked = document.shifts.reduce(
        (sum: number, one: { workedMinutes: number }) => sum + one.workedMinutes,
        0,
      );
      const sums = document.people.reduce((sum: number, one: { worked: number }) => sum + one.worked, 0);
      expect(sums).toBe(worked);
      expect(worked).toBeGreaterThan(0);
    });
  });

  it('needs a roster', async () => {
    const none = Object.fromEntries(Object.entries(shop()).filter(([path]) => !path.endsWith('roster.json')));
    await inFolder(none, async (cwd) => {
      expect((await ran('pay attendance --month 2026-11', { cwd })).err).toContain('there is no roster of 2026-11');
    });
  });
});
