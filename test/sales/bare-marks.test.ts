/** What may have been meant as a mark and is none stays in the pool, and the clerk is told. */
import { describe, expect, it } from 'vitest';
import { computeSales } from '../../src/sales/compute-sales.js';
import { compilePattern } from '../../src/sales/custom-pattern.js';
import { markReader } from '../../src/sales/marks.js';
import type { Sales } from './department.js';
import { DECEMBER, handbook, PEOPLE, person } from './department.js';

const STAFF = [...PEOPLE, person('0009', '周杰'), person('0010', '欧阳 敏')];
const gone = person('0011', '吴敏', { left: '2026-01-31' as never });

const bare = (remark: string, sales: Partial<Sales> = {}) => {
  const marks = markReader(handbook(sales), [...STAFF, gone], DECEMBER, compilePattern).read(remark);
  return marks.bare === null ? '-' : `${marks.bare.kind} ${marks.bare.words}`;
};

describe('what is no mark but may have been meant as one', () => {
  it.each([
    ['周杰', 'name 周杰'],
    ['周杰 加急', 'name 周杰'],
    ['换蓝色，周杰。', 'name 周杰'],
    ['--周杰', 'name 周杰'],
    ['发顺丰;周杰', 'name 周杰'],
    // part of a longer word, part of a name, not employed in the month
    ['周杰伦同款', '-'],
    ['婷', '-'],
    ['吴敏', '-'],
    // a mark, or a doubtful one: said elsewhere
    ['周杰/12.8', '-'],
    ['周杰 1001', '-'],
    ['周杰 1999', '-'],
    ['周杰 催发货1001', '-'],
    ['9', 'number 9'],
    ['工号9', 'number 9'],
    ['发顺丰;09', 'number 09'],
    // an amount, a count, the number itself, nobody's
    ['补 9', '-'],
    ['9 件', '-'],
    ['0', '-'],
    ['8', '-'],
    ['0009', '-'],
  ])('%s -> %s', (remark, expected) => {
    expect(bare(remark)).toBe(expected);
  });

  it('a number is none where the handbook has no marks by number; without any marks nothing is one', () => {
    expect(bare('9', { marks: { signed: { on: true, form: 'name-date' } } })).toBe('-');
    expect(bare('周杰', { marks: {} })).toBe('-');
  });

  const order = (at: number, remark: string) =>
    [`265000000000000001${at}`, '100.50', '0.00', '交易成功', '2026-12-03 10:00:00', remark, ''] as const;
  const table = (remarks: readonly string[]) => {
    const source = { file: 'orders.csv' };
    const head = ['订单编号', '买家实付金额', '退款金额', '订单状态', '订单付款时间', '商家备注', '支付单号'];
    const rows = [head, ...remarks.map((remark, at) => order(at, remark))];
    return { source, rows: rows.map((cells, at) => ({ number: at + 1, cells: [...cells] })) };
  };
  const compute = (sales: Partial<Sales>) =>
    computeSales([table(['周杰', '周杰 加急', '9', '李芳', '蔡蔡', '1001', ''])], {
      handbook: handbook(sales),
      people: STAFF,
      month: DECEMBER,
      compile: compilePattern,
    });

  it('is told once a kind: how many, how much, the first rows', () => {
    const { value, issues } = compute({});
    // All but 1001's: six of 100.50.
    expect(value!.counts).toMatchObject({ agent: 1, pool: 6, unplaced: 0 });
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning mark-name-alone',
      'warning mark-zeros-lost',
    ]);
    const [names, numbers] = issues;
    expect(names!.message.en).toContain(
      '4, 402.00 in all: orders.csv#2 "周杰", orders.csv#3 "周杰 加急", orders.csv#5 "李芳", ...',
    );
    expect(numbers!.message.zh).toContain('1 笔，共 100.50：orders.csv#4“9”。');
    expect(names!.hint!.en).toContain("pattern: '(?:^|[ ,;])(周杰|李芳)(?:[ ,;]|$)'");
  });

  it('the mark that the hint names takes them', () => {
    const marks = {
      number: { on: true, form: 'staff-number' },
      names: { on: true, form: 'custom', pattern: '(?:^|[ ,;])(周杰|李芳)(?:[ ,;]|$)' },
    };
    const { value, issues } = compute({ marks: marks as Sales['marks'] });
    expect(value!.agents.map(({ staff, orders }) => `${staff} ${orders}`)).toEqual(['0009 2', '1001 1', '1003 1']);
    // 蔡蔡 is not among the names of the pattern; 9 is no name.
    expect(issues.map(({ code }) => code)).toEqual(['mark-name-alone', 'mark-zeros-lost']);
  });
});
