import { describe, expect, it } from 'vitest';
import { type Fen, parseYuan } from '../../src/base/fen.js';
import { ratio, roundToFen } from '../../src/base/ratio.js';
import { dropsOf, tablePay, tierFor } from '../../src/handbook/tiers.js';
import { inForce } from './trees.js';

const yuan = (words: string): Fen => parseYuan(words)!;
const tiersOf = (yaml: string) => inForce(yaml).values.pay.commission!.tiers!;
const tiers = tiersOf('extends: [commission-2017]');

describe('tier tables', () => {
  it('rows are (over, up_to] to the fen', () => {
    const rowOf = (words: string) => tierFor(tiers, yuan(words))?.index ?? null;
    expect(['0', '0.01', '10000', '10000.01', '25000', '25000.01'].map(rowOf)).toEqual([null, 0, 0, 1, 2, 3]);
    expect(rowOf('-5')).toBe(null);
  });

  it('finds the drop of commission-2017/3: 1,025.00 at 25,000, 1,000.04 at 25,001, won back at 25,625', () => {
    const drops = dropsOf(tiers);
    expect(drops).toHaveLength(1);
    expect(drops[0]).toMatchObject({ at: yuan('25000'), index: 2, wonBack: yuan('25625') });
    expect([drops[0]!.pays, drops[0]!.thenPays].map(roundToFen)).toEqual([102_500, 100_004]);
  });

  it('rows that meet do not fall: 750.00 on both sides of 20,000', () => {
    expect(tablePay(tiers, yuan('20000'))).toEqual(ratio(75_000));
    expect(dropsOf(tiers.slice(0, 3))).toEqual([]);
  });

  it('a drop that the table never wins back, and one won back in a later row', () => {
    const table = (rows: string) => tiersOf(`extends: [commission-2017]\npay: { commission: { tiers: [${rows}] } }`);
    const never = table(
      '{ over: 0, up_to: 100, rate: 10%, on: all, plus: 0 }, { over: 100, up_to: null, rate: 0, on: all, plus: 0 }',
    );
    expect(dropsOf(never).map((drop) => drop.wonBack)).toEqual([null]);
    const later = table(
      '{ over: 0, up_to: 100, rate: 10%, on: all, plus: 0 }, { over: 100, up_to: 200, rate: 1%, on: all, plus: 0 }, { over: 200, up_to: null, rate: 3%, on: all, plus: 0 }',
    );
    // 10.00 at 100.00; 2.00 at 200.00; 3 % of 333.34 is the first 10.00
    expect(dropsOf(later).map((drop) => drop.wonBack)).toEqual([yuan('333.34')]);
  });
});
