import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/calendar/day.js';
import { ledgerGrid, ledgerOf } from '../../src/pay/fund-ledger.js';
import { yuan } from './department.js';

const spent = (day: string, amount: string) => ({
  day: day as Day,
  what: '下午茶',
  amount: yuan(amount),
  source: { file: 'fund-spending.csv', row: 2 },
});
const income = (month: string, total: string) => ({ month: month as Month, total: yuan(total) });

describe('the activity fund', () => {
  it('obeys: 40.00 + 10.00 - 30.00 leaves 20.00, the balance stands beside every entry', () => {
    const ledger = ledgerOf([income('2026-10', '40'), income('2026-11', '10')], [spent('2026-11-03', '30')]);
    expect(ledgerGrid(ledger, 'en').rows).toEqual([
      ['2026-10-31', 'fines of 2026-10', '40.00', '', '40.00'],
      ['2026-11-03', '下午茶', '', '30.00', '10.00'],
      ['2026-11-30', 'fines of 2026-11', '10.00', '', '20.00'],
      ['', 'total', '50.00', '30.00', '20.00'],
    ]);
    expect(ledger.issues).toEqual([]);
  });

  it('breaks: spent before it came in, and told of', () => {
    const ledger = ledgerOf([income('2026-10', '40')], [spent('2026-10-30', '30')]);
    expect(ledger.balance).toBe(1_000);
    expect(ledger.issues.map(({ code }) => code)).toEqual(['fund-overspent']);
  });
});
