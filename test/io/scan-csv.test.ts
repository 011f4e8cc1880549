import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/base/table.js';
import type { ReadBytes } from '../../src/io/pack-rows.js';
import { type CsvFault, scanCsv } from '../../src/io/scan-csv.js';

/** Hands the bytes out in pieces of the given size: rows then break in every place. */
const inPieces = (bytes: Uint8Array, size: number): ReadBytes => {
  let at = 0;
  return (into, offset, length) => {
    const came = Math.min(size, length, bytes.length - at);
    into.set(bytes.subarray(at, at + came), offset);
    at += came;
    return came;
  };
};

const scan = (content: string | Uint8Array, piece = 7, options: { columns?: number[]; width?: number } = {}) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const faults: CsvFault[] = [];
  const rows: Row[] = [];
  scanCsv(inPieces(bytes, piece), {
    encoding: 'utf-8',
    columns: options.columns ?? null,
    width: options.width ?? null,
    onFault: (fault) => faults.push(fault),
    onRow: (row) => rows.push(row) < 1e9,
  });
  return { rows, faults };
};

const cellsOf = (content: string, piece?: number): string[][] => scan(content, piece).rows.map((row) => [...row.cells]);

describe('scanning csv', () => {
  it('splits, unquotes and keeps quotes inside a field', () => {
    expect(cellsOf('a,b\r\n"x, ""y""","line\nbreak"\n="123",\'9\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'line\nbreak'],
      ['="123"', "'9"],
    ]);
  });

  it('counts rows as a spreadsheet does and leaves out a byte order mark', () => {
    const { rows } = scan('\uFEFFa,b\n\n"1\n2",3\r\n4,5');
    expect(rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 3, cells: ['1\n2', '3'] },
      { number: 4, cells: ['4', '5'] },
    ]);
  });

  it('decodes only the columns asked for', () => {
    expect(scan('a,b,c\n1,2,3\n', 7, { columns: [0, 2] }).rows.map((row) => row.cells)).toEqual([
      ['a', 'c'],
      ['1', '3'],
    ]);
  });

  it('says how many fields a row has; empty ones beyond the headings do not count, blank rows are left out', () => {
    const { rows } = scan('a,b\n1,2,\n1,2,3\n1\n, ,\n7,8\n', 7, { columns: [1], width: 2 });
    expect(rows).toEqual([
      { number: 1, cells: ['b'], fields: 2 },
      { number: 2, cells: ['2'], fields: 2 },
      { number: 3, cells: ['2'], fields: 3 },
      { number: 4, cells: [''], fields: 1 },
      { number: 6, cells: ['8'], fields: 2 },
    ]);
  });

  it('finds a row inside a field: a quote that was not closed has met another', () => {
    const filler = 'x'.repeat(80);
    const { faults } = scan(`a,b,c,d\n1,"2,${filler},4\n5,6,7,8\n9,10,"11",12\n`, 7, { columns: [0], width: 4 });
    expect(faults).toEqual([{ kind: 'text-after-quote', row: 2 }]);
    const whole = scan(`a,b,c,d\n1,"2,${filler},4\n5,6,7,8\n9,10,",11,12\n`, 7, { columns: [0], width: 4 });
    expect(whole.faults).toEqual([{ kind: 'swallowed-row', row: 2 }]);
  });

  it('says where a quote is not closed, and where text follows one', () => {
    expect(scan('a,b\n1,"2\n3,4\n').faults).toEqual([{ kind: 'unclosed-quote', row: 2 }]);
    const { rows, faults } = scan('a,b\n"1"x,2\n3,4\n');
    expect(faults).toEqual([{ kind: 'text-after-quote', row: 2 }]);
    expect(rows.at(-1)?.cells).toEqual(['3', '4']);
  });

  it('names a row whose bytes are not of the encoding', () => {
    const bytes = Uint8Array.from([97, 10, 0xff, 0xfe, 10, 98, 10]);
    const { rows, faults } = scan(bytes);
    expect(rows.map((row) => row.cells[0])).toEqual(['a', 'b']);
    expect(faults).toEqual([{ kind: 'encoding', row: 2 }]);
  });

  it('reads GB18030, whose second bytes may be letters', () => {
    // 乗 is 81 5C in GB18030: its second byte is a backslash; 亐 81 80.
    const bytes = Uint8Array.from([0x81, 0x5c, 44, 0x81, 0x80, 10]);
    const rows: Row[] = [];
    const onRow = (row: Row) => rows.push(row) < 9;
    scanCsv(inPieces(bytes, 1), { encoding: 'gb18030', columns: null, width: null, onFault: () => {}, onRow });
    expect(rows[0]!.cells).toEqual(['乗', '亐']);
  });

  it('agrees with csv-parse on everything that csv-parse accepts', () => {
    const field = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', '="12"', '白班', 'a"b', ' x ', '😀', '-'));
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const plain = (cell: string): boolean => !/[",\r\n]/.test(cell) || /^=[^,\r\n]*$/.test(cell);
    const line = fc
      .array(fc.tuple(field, fc.boolean()), { minLength: 1, maxLength: 5 })
      .map((cells) => cells.map(([cell, quote]) => (quote || !plain(cell) ? quoted(cell) : cell)).join(','));
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (lines, end, closed, piece) => {
          const content = lines.join(end) + (closed ? end : '');
          let expected: string[][];
          try {
            expected = parse(content, {
              bom: true,
              relax_quotes: true,
              relax_column_count: true,
              skip_empty_lines: true,
            });
          } catch {
            return;
          }
          compared += 1;
          // Rows that say nothing are left out here.
          const filled = (rows: string[][]): string[][] =>
            rows.filter((row) => row.some((cell) => !/^[\t-\r ]*$/.test(cell)));
          expect(filled(cellsOf(content, piece))).toEqual(filled(expected));
        },
      ),
      { numRuns: 3000, seed: 11 },
    );
    expect(compared).toBeGreaterThan(2500);
  });
});
