import { describe, expect, it } from 'vitest';
import { citeAll } from '../../src/base/source.js';

describe('many references in one cell', () => {
  it('puts the rows of a file together, in order, each once', () => {
    const rows = [22, 14, 21, 20, 14].map((row) => ({ file: 'orders.csv', row }));
    expect(citeAll([...rows, { file: '打卡.xlsx', sheet: '10月', row: 42 }])).toBe(
      'orders.csv#14,20-22; 打卡.xlsx#10月:42',
    );
  });

  it('leaves files and values of the handbook as they are', () => {
    expect(citeAll([{ file: 'staff.csv' }, { file: 'handbook.yaml', row: 7, path: 'pay.payday' }])).toBe(
      'staff.csv; handbook.yaml:7 pay.payday',
    );
  });

  it('fits into a cell of a spreadsheet', () => {
    // Every second row of 40,000: 20,000 stretches, 100 of them shown.
    const rows = Array.from({ length: 20_000 }, (_, index) => ({ file: 'orders.csv', row: 2 + index * 2 }));
    const cell = citeAll(rows);
    expect(cell.length).toBeLessThan(32_767);
    expect(cell.endsWith(',198,200,...')).toBe(true);
  });
});
