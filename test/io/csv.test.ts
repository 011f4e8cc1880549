import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellWords } from '../../src/base/cell.js';
import { toCsv } from '../../src/io/csv.js';
import { separatorOf } from '../../src/io/read-csv.js';
import { tablesOf } from '../../src/io/read-table.js';

const body = (...cells: string[]): string => toCsv({ headings: cells, rows: [] }).slice(1);

describe('toCsv', () => {
  it('writes a BOM, CRLF, and quotes where they are needed', () => {
    expect(toCsv({ headings: ['工号', 'a,b'], rows: [['1001', 'say "hi"\n']] })).toBe(
      '\ufeff工号,"a,b"\r\n1001,"say ""hi""\n"\r\n',
    );
  });

  it('lets no cell run as a formula', () => {
    expect(body('=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '＝1')).toBe("'=1+1,'+cmd|x,'-2+3,'@SUM(A1),'＝1\r\n");
    expect(body('\t=1', '\r=1')).toBe('"\'\t=1","\'\r=1"\r\n');
  });

  it('leaves plain numbers and ordinary words alone', () => {
    expect(body('-5.00', '+3', '-12.5%', '1,025.00', '李娜', '')).toBe('-5.00,+3,-12.5%,"1,025.00",李娜,\r\n');
  });

  it('what it writes, the readers read back', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', ' ', '\n', '=', '-', '@', '李', '1', "x'"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (cells) => {
        const grid = { headings: ['a', 'b'], rows: cells };
        const { value } = await tablesOf(new TextEncoder().encode(toCsv(grid)), 'a.csv');
        // A field of whole "rows" looks like an open quote: that is a refusal, never another content.
        if (value === null) return;
        const read = [...value[0]!.rows].slice(1).map((row) => row.cells.map(cellWords));
        // A cell that was kept from running is taken literally: `=""` stays `=""`.
        const words = (one: string): string => cellWords(/^[=@\t-]/.test(one) ? `'${one}` : one);
        const written = cells.map((row) => row.map(words)).filter((row) => row.some((one) => one !== ''));
        expect(read.filter((row) => row.some((one) => one !== ''))).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });
});

describe('separatorOf', () => {
  it('ignores quoted signs and prefers the comma', () => {
    expect(separatorOf('"a;b;c",d\n')).toBe(',');
    expect(separatorOf('a;b,c;d\n')).toBe(';');
    expect(separatorOf('a')).toBe(',');
  });
});
