import { describe, expect, it } from 'vitest';
import { HEADINGS } from '../exports/headings.js';
import { readFile, rowUnder } from './platform.js';

const order = (at: string, more: Record<string, string> = {}): string[] =>
  rowUnder(HEADINGS.EFAST, {
    订单号: `F${at}`,
    店铺: '丁店',
    交易号: at,
    已付金额: '88.80',
    付款时间: '2026-12-05 10:00:00',
    商家留言: '1001',
    买家留言: '1002',
    ...more,
  });

describe('efast', () => {
  it('counts an order once it is paid, its items once, by the seller’s remark', () => {
    const { orders, adapter, issues } = readFile(HEADINGS.EFAST, [
      order('9001'),
      order('9001'),
      order('9002', { 付款时间: '' }),
    ]);
    expect([adapter, issues]).toEqual(['efast', []]);
    expect(orders.map(({ number, shop, paid, state, remark }) => [number, shop, paid, state, remark])).toEqual([
      ['9001', '丁店', 8880, 'counts', '1001'],
      ['9002', '丁店', 8880, 'waiting', '1001'],
    ]);
  });

  it('heeds a status where the file has one; a word nobody knows is the clerk’s', () => {
    const headings = `${HEADINGS.EFAST},订单状态`;
    const { orders } = readFile(headings, [
      [...order('9001'), '已作废'],
      [...order('9002'), '已发货'],
      [...order('9003'), '挂起'],
    ]);
    expect(orders.map(({ state }) => state)).toEqual(['cancelled', 'counts', 'unknown']);
  });
});
