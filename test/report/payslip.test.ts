import { describe, expect, it } from 'vitest';
import { type Fen, fen } from '../../src/base/fen.js';
import { same, text } from '../../src/base/text.js';
import type { Derivation } from '../../src/pay/derivation.js';
import { exceptionsCsv, linesCsv, registerCsv } from '../../src/report/pay-csv.js';
import { clauseText, derivationRows } from '../../src/report/payslip.js';
import { registerOf } from '../../src/report/register.js';

const line = (id: string, amount: number, over: Partial<Derivation> = {}): Derivation => ({
  line: id,
  label: text(id, `项${id}`),
  amount: fen(amount),
  clause: 'commission-2017/3',
  assumed: false,
  says: same(''),
  figures: [],
  sources: [],
  parts: [],
  ...over,
});

const slip = (id: string, lines: readonly Derivation[]) => {
  const sum = (test: (amount: Fen) => boolean): Fen =>
    fen(lines.filter((one) => test(one.amount)).reduce((total, one) => total + one.amount, 0));
  return {
    id,
    name: `n${id}`,
    lines,
    gross: sum((amount) => amount > 0),
    deductions: sum((amount) => amount < 0),
    net: sum(() => true),
  };
};

const fine = line('fines', -4000, {
  says: text('10.00 + 30.00', '10.00 + 30.00'),
  parts: [line('fines', -1000), line('fines', -3000)],
  sources: [
    { file: 'events.csv', row: 2 },
    { file: 'events.csv', row: 3 },
    { file: 'events.csv', row: 2 },
  ],
});
const slips = [
  slip('1001', [line('salary', 350000), fine]),
  slip('1002', [line('salary', 300000), line('bonus', 5000)]),
];

describe('a payslip', () => {
  it('is the derivation as rows: the line, the sum in words, figures, sources, parts', () => {
    const figure = { name: text('rate', '比例'), value: '5%', clause: 'commission-2017/3', assumed: true, sources: [] };
    const rows = derivationRows({ ...fine, figures: [figure] });
    expect(rows.map(({ depth, kind, label, amount }) => [depth, kind, label.en, amount])).toEqual([
      [0, 'line', 'fines', -4000],
      [1, 'says', '10.00 + 30.00', null],
      [1, 'figure', 'rate: 5%', null],
      [1, 'sources', 'from events.csv rows 2, 3', null],
      [1, 'line', 'fines', -1000],
      [1, 'line', 'fines', -3000],
    ]);
  });

  it('names a few rows of each file and counts the rest', () => {
    const sources = Array.from({ length: 9 }, (_, at) => ({ file: 'orders.csv', row: at + 2 }));
    const rows = derivationRows(line('x', 1, { sources: [...sources, { file: 'roster.json' }] }));
    expect(rows.at(-1)!.label).toEqual({
      en: 'from orders.csv rows 2, 3, 4, 5, 6, 7 and 3 more; roster.json',
      zh: '来源 orders.csv 第 2, 3, 4, 5, 6, 7 等 9 行；roster.json',
    });
  });

  it('marks what is assumed', () => {
    expect(clauseText('a/1', true)).toEqual({ en: 'a/1, assumed', zh: 'a/1，推定' });
    expect(clauseText(null, true).en).toBe('assumed');
    expect(clauseText(null, false).en).toBe('');
  });
});

describe('the register', () => {
  const register = registerOf(slips, ['salary', 'bonus', 'fines']);

  it('has the lines that stand on a slip, in the order of the slips, with totals', () => {
    expect(register.lines.map((one) => one.line)).toEqual(['salary', 'bonus', 'fines']);
    expect(register.rows.map((row) => row.amounts)).toEqual([
      [350000, null, -4000],
      [300000, 5000, null],
    ]);
    // 3,500.00 + 3,000.00; 50.00; -40.00: net 6,510.00.
    expect(register.totals).toEqual({ amounts: [650000, 5000, -4000], gross: 655000, deductions: -4000, net: 651000 });
  });

  it('as csv: yuan with two places, empty where a line does not stand', () => {
    const { headings, rows } = registerCsv(register, 'zh');
    expect(headings).toEqual(['工号', '姓名', '项salary', '项bonus', '项fines', '应发', '扣款', '实发']);
    expect(rows[0]).toEqual(['1001', 'n1001', '3500.00', '', '-40.00', '3500.00', '-40.00', '3460.00']);
    expect(rows.at(-1)).toEqual(['', '合计', '6500.00', '50.00', '-40.00', '6550.00', '-40.00', '6510.00']);
  });

  it('lines as csv: every part with its number, so that sums can be followed', () => {
    const rows = [...linesCsv(slips, 'en').rows];
    expect(rows.map((row) => [row[0], row[2], row[3], row[5]])).toEqual([
      ['1001', 'salary', '1', '3500.00'],
      ['1001', 'fines', '2', '-40.00'],
      ['1001', 'fines', '2.1', '-10.00'],
      ['1001', 'fines', '2.2', '-30.00'],
      ['1002', 'salary', '1', '3000.00'],
      ['1002', 'bonus', '2', '50.00'],
    ]);
    expect(rows[1]![10]).toBe('events.csv#2-3');
  });

  it('exceptions as csv', () => {
    const exception = {
      id: 'unplaced:o.csv#4',
      staff: null,
      amount: fen(9900),
      message: text('two marks', '两个标记'),
      sources: [{ file: 'o.csv', row: 4 }],
    };
    expect(exceptionsCsv([exception], new Map(), 'zh').rows).toEqual([
      ['unplaced:o.csv#4', '', '', '99.00', '两个标记', 'o.csv#4'],
    ]);
  });
});
