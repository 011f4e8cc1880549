import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellList, cellWords, headingKey, isDamagedNumber } from '../../src/base/cell.js';
import { ANYTHING, anyWords, bestTable, digits, optional, readRecords, required } from '../../src/base/columns.js';
import { text } from '../../src/base/text.js';
import { coded, said, table } from '../tools/table.js';

const count = (words: string): number | null => (/^\d{1,3}$/.test(words) ? Number(words) : null);
const COLUMNS = {
  id: digits(required(['id', '工号'], anyWords, text('an employee number', '工号'))),
  count: required(['count', '数量'], count, text('a whole number', '整数')),
  note: optional(['note', '备注'], anyWords, ANYTHING),
};
const read = (...lines: string[]) => readRecords(table('a.csv', ...lines), COLUMNS);
const values = (...lines: string[]) => {
  const { records, issues } = read(...lines);
  expect(issues).toEqual([]);
  return records.map((record) => ({ ...record.values, row: record.source.row }));
};

describe('cells', () => {
  it.each([
    [' \t0012\t', '0012'],
    ['="0012"', '0012'],
    ['=""', ''],
    ["'139", '139'],
    ['\u200b李娜\u3000', '李娜'],
    ['null', ''],
    ['NULL', ''],
    ['-', ''],
    ['--', ''],
    ['—', ''],
    ['/', ''],
    ['-5', '-5'],
    ['="', '="'],
  ])('%j says %j', (raw, words) => {
    expect(cellWords(raw)).toBe(words);
  });

  it('headings are compared without what does not count', () => {
    expect(headingKey(' 工号（必填）*\n')).toBe(headingKey('工号(必填)'));
    expect(headingKey('Approved By')).toBe(headingKey('approved_by'));
    expect(headingKey('支付宝帐号')).toBe(headingKey('支付宝账号'));
  });

  it('lists', () => {
    expect(cellList('白, 晚、半；早|x  y')).toEqual(['白', '晚', '半', '早', 'x', 'y']);
    expect(cellList('')).toEqual([]);
  });

  it('numbers that a spreadsheet has shortened', () => {
    expect(['1.23E+18', '1E+18', '6.9e12', '1.23456789012346E+18'].every(isDamagedNumber)).toBe(true);
    expect(['1E5B', 'E+18', '12.3E+18', '1007'].some(isDamagedNumber)).toBe(false);
  });

  it('unwrapping twice changes nothing more', () => {
    const hostile = fc.string({ unit: fc.constantFrom('=', '"', "'", '\t', ' ', '-', '1', '李') });
    fc.assert(
      fc.property(hostile, (raw) => {
        expect(cellWords(raw)).toBe(cellWords(raw).trim());
      }),
    );
  });
});

describe('headings', () => {
  it('stand in any order, in either language, below titles', () => {
    expect(values('客服表 | 2026年12月', '', '备注 | Count | 工号', '早 | 3 | ="0012"')).toEqual([
      { id: '0012', count: 3, note: '早', row: 4 },
    ]);
  });

  it('a missing one is an error that names the column it may be', () => {
    expect(said(read('id | 数量x', '1 | 2').issues)).toEqual([
      'a.csv:1: the heading "数量x" is not known; the column is not read. Write "数量" if that is meant.',
      'a.csv:1: the column "count" is missing. Is it the column "数量x"? Then head it count / 数量.',
    ]);
    expect(said(read('id', '1').issues, 'zh')).toEqual(['a.csv:1: 缺少“数量”列。 请增加表头为 count / 数量 的列。']);
  });

  it('two that mean the same are an error', () => {
    expect(said(read('id | 工号 | count', '1 | 2 | 3').issues)).toEqual([
      'a.csv:1: the headings "id" (column 1) and "工号" (column 2) mean the same. Delete or rename one of the two columns.',
    ]);
  });

  it('a file without any says what they should be', () => {
    expect(said(read('x | y', '1 | 2').issues)).toEqual([
      'a.csv: no heading row found in the first 10 rows; the first row says "x, y". Give the columns these headings: id / 工号, count / 数量.',
    ]);
    expect(coded(read().issues)).toEqual(['table-empty -']);
  });

  it('unknown ones of a platform are nobody\u2019s business', () => {
    const { issues } = readRecords(table('a.csv', 'id | count | 收货人', '1 | 2 | 3'), COLUMNS, { unknown: 'ignore' });
    expect(issues).toEqual([]);
  });

  it('further down than row 10 nothing is looked for', () => {
    expect(coded(read(...Array.from({ length: 10 }, () => 'x'), 'id | count', '1 | 2').issues)).toEqual([
      'heading-row-missing -',
    ]);
  });
});

describe('rows', () => {
  it('every problem of a file is said at once, the good rows are read', () => {
    const { records, issues } = read(
      'id | count | note',
      '1 | x',
      ' | 2',
      '3 | #REF!',
      '1.23E+18 | 4',
      '',
      '5 | 5 | ok',
    );
    expect(records.map((record) => record.values.id)).toEqual(['5']);
    expect(said(issues)).toEqual([
      'a.csv:2: count "x" is not a whole number. Correct the cell.',
      'a.csv:3: id is empty. Fill in an employee number.',
      'a.csv:4: count shows the formula error #REF!. Correct the formula, or type the value.',
      'a.csv:5: id "1.23E+18": a spreadsheet has shortened this number, its digits are lost. Take the file as it was exported, without saving it in a spreadsheet; or format the column as text and fill it in anew.',
    ]);
    expect(said(issues, 'zh')[0]).toBe('a.csv:2: “count”的值“x”有误，应为整数。 请更正该单元格。');
    expect(issues.map((issue) => issue.source?.column)).toEqual(['count', 'id', 'count', 'id']);
  });

  it('one empty field too many is allowed, more is a broken row', () => {
    expect(values('id | count', '1 | 2 | ')).toHaveLength(1);
    expect(coded(read('id | count', '1 | 2 | 3').issues)).toEqual(['row-too-long 2']);
    expect(coded(read('id | count', '1 | 2 | | ').issues)).toEqual(['row-too-long 2']);
  });

  it('fields too few: left out by hand', () => {
    expect(values('id | count | note', '1 | 2')).toEqual([{ id: '1', count: 2, note: null, row: 2 }]);
  });

  it('a whole column of long numbers ending in zeros was rounded by a spreadsheet', () => {
    const rounded = ['id | count', '123456789012345000 | 1', '223456789012345000 | 1'];
    expect(coded(read(...rounded).issues)).toEqual(['number-damaged 2', 'number-damaged 3']);
    expect(values(...rounded, '323456789012345678 | 1')).toHaveLength(3);
    expect(values('id | count', '123456789012345000 | 1')).toHaveLength(1);
  });

  it('says which columns the file has', () => {
    const reading = read('id | count', '1 | 2');
    expect([reading.has('note'), reading.has('count')]).toEqual([false, true]);
  });

  it('reads the rows of a stream once', () => {
    function* rows() {
      yield { number: 1, cells: ['id', 'count'] };
      for (let number = 2; number <= 30; number += 1) yield { number, cells: [String(number), '1'] };
    }
    const { records } = readRecords({ source: { file: 'a.csv' }, rows: rows() }, COLUMNS);
    expect(records.map((record) => record.source.row)).toEqual(Array.from({ length: 29 }, (_, index) => index + 2));
  });

  it('hostile words do not reach the message as they are', () => {
    const [words] = said(read('id | count', `1 | \u001b[2J${'9'.repeat(500)}`).issues);
    expect(words).toBe(`a.csv:2: count "\\u001b[2J${'9'.repeat(36)}..." is not a whole number. Correct the cell.`);
  });
});

describe('bestTable', () => {
  it('is the sheet with most of the headings', () => {
    const sheets = [table('a.xlsx', '说明'), table('b.xlsx', 'id | count'), table('c.xlsx', '备注 | id | count')];
    expect(bestTable(sheets, COLUMNS)?.source.file).toBe('c.xlsx');
    expect(bestTable([], COLUMNS)).toBeNull();
  });
});
