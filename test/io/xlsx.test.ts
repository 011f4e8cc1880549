import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/io/xlsx.js';
import { numberText } from '../../src/io/xlsx-cell.js';
import { toXlsx } from '../../src/io/xlsx-write.js';
import { unpackedSize } from '../../src/io/zip.js';
import { plainWorkbook } from '../tools/plain-workbook.js';

const SOURCE = { file: '打卡.xlsx' };

async function rows(bytes: Uint8Array): Promise<string[]> {
  const { value, issues } = await readWorkbook(bytes, SOURCE);
  expect(issues).toEqual([]);
  return [...value![0]!.rows].map((row) => `${row.number}: ${row.cells.join('|')}`);
}

const code = async (bytes: Uint8Array): Promise<string> => (await readWorkbook(bytes, SOURCE)).issues[0]!.code;

describe('reading a workbook', () => {
  it('shows dates, times, numbers and truth values as people read them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '十二月',
          rows: [
            ['日期', '值'],
            [new Date(Date.UTC(2026, 11, 5)), 0.1 + 0.2],
            [],
            [new Date(Date.UTC(2026, 11, 5, 9, 1)), 1025],
            [new Date(Date.UTC(2026, 11, 5, 18, 3, 30)), true],
          ],
          cells: new Map([
            // 0.375 of a day = 09:00; 1.5 days = 36 hours.
            ['5,0', { value: 0.375, type: 'number', style: { numFmt: 'h:mm' } }],
            ['5,1', { value: 1.5, type: 'number', style: { numFmt: '[h]:mm' } }],
            ['6,0', { value: 46361, type: 'number', style: { numFmt: 'yyyy"年"m"月"d"日"' } }],
            ['6,1', { value: 7, type: 'number', style: { numFmt: '0000' } }],
            ['7,0', { value: 2, type: 'formula', formula: '1+1', formulaResult: 2 }],
            ['7,1', { value: '#N/A', type: 'error' }],
          ]),
        },
      ],
    });
    expect(await rows(bytes)).toEqual([
      '1: 日期|值',
      '2: 2026-12-05|0.3',
      '4: 2026-12-05 09:01|1025',
      '5: 2026-12-05 18:03:30|TRUE',
      '6: 09:00|36:00',
      '7: 2026-12-05|0007',
      '8: 2|#N/A',
    ]);
  });

  it('numbers in their shortest form; what has lost digits says so', () => {
    expect([0.07, 1e-7, -0, 2.5, 100, 1.1 * 3].map(numberText)).toEqual([
      '0.07',
      '0.0000001',
      '0',
      '2.5',
      '100',
      '3.3',
    ]);
    expect(numberText(999_999_999_999_999)).toBe('999999999999999');
    expect(numberText(Number('1234567890123456789'))).toBe('1.23456789012346E+18');
    expect(numberText(1e18)).toBe('1E+18');
  });

  it('spreads merged words over their cells, merged numbers not', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 's',
          rows: [
            ['姓名', '打卡', null, '金额'],
            [null, '上班', '下班', 30],
            ['李娜', '09:01', '18:00', null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
            { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
            { startRow: 1, startCol: 3, endRow: 2, endCol: 3 },
          ],
        },
      ],
    });
    expect(await rows(bytes)).toEqual(['1: 姓名|打卡|打卡|金额', '2: 姓名|上班|下班|30', '3: 李娜|09:01|18:00|']);
  });

  it('leaves hidden and empty sheets out and names the others', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: '列表', rows: [['x']], hidden: true },
        { name: '空', rows: [] },
        { name: '每日统计', rows: [['a']] },
        { name: '原始记录', rows: [['b']] },
      ],
    });
    const { value } = await readWorkbook(bytes, SOURCE);
    expect(value!.map((table) => table.source.sheet)).toEqual(['每日统计', '原始记录']);
  });

  it('warns of formulas without a stored result', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 's', rows: [['a'], [1]], cells: new Map([['2,0', { value: null, type: 'formula', formula: 'A2+1' }]]) },
      ],
    });
    const { issues } = await readWorkbook(bytes, SOURCE);
    expect(issues).toMatchObject([
      { code: 'formula-without-result', severity: 'warning', source: { sheet: 's', row: 3 } },
    ]);
  });

  it('refuses what is cut off, damaged or far too large', async () => {
    const bytes = await toXlsx(
      plainWorkbook({
        name: 's',
        rows: [
          ['a', 'b'],
          ['1', '2'],
        ],
      }),
    );
    expect(await code(bytes.slice(0, bytes.length - 30))).toBe('workbook-broken');
    expect(await code(bytes.slice(0, 300))).toBe('workbook-broken');
    const bad = bytes.slice();
    bad.fill(0x41, 40, 200);
    expect(await code(bad)).toBe('workbook-broken');

    // A directory whose first entry says 400,000,001 bytes; the entry begins with the signature PK 01 02, size at +24.
    const bomb = bytes.slice();
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    let entry = 0;
    while (view.getUint32(entry, true) !== 0x02014b50) entry += 1;
    view.setUint32(entry + 24, 400_000_001, true);
    expect(await code(bomb)).toBe('workbook-too-large');
    view.setUint32(entry + 24, 0, true);
    expect(unpackedSize(bomb)).toBe(Number.POSITIVE_INFINITY);
  });
});

/** The same archive with every size in the long form (zip64), as some Java programs write all their workbooks. */
function inLongForm(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const [entries, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const parts: Uint8Array[] = [bytes.subarray(0, start)];
  let at = start;
  for (let entry = 0; entry < entries; entry += 1) {
    const long = new DataView(new ArrayBuffer(20));
    long.setUint16(0, 1, true);
    long.setUint16(2, 16, true);
    long.setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true);
    long.setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true);
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    const head = bytes.slice(at, at + length);
    const headView = new DataView(head.buffer);
    headView.setUint32(20, 0xffffffff, true);
    headView.setUint32(24, 0xffffffff, true);
    headView.setUint16(30, headView.getUint16(30, true) + 20, true);
    parts.push(head, new Uint8Array(long.buffer));
    at += length;
  }
  const last = bytes.slice(end);
  new DataView(last.buffer).setUint32(
    12,
    parts.slice(1).reduce((sum, part) => sum + part.length, 0),
    true,
  );
  return Buffer.concat([...parts, last]);
}

describe('archives in the long form', () => {
  it('are read, and their sizes are looked at', async () => {
    const bytes = await toXlsx(plainWorkbook({ name: 's', rows: [['a'], ['b']] }));
    const long = inLongForm(bytes);
    expect(unpackedSize(long)).toBe(unpackedSize(bytes));
    expect(await rows(long)).toEqual(['1: a', '2: b']);
  });
});

describe('a stray cell', () => {
  it('far away from the table is refused with what to do', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 's', rows: [['a']], cells: new Map([['1299,16383', { value: 'x', type: 'string' }]]) }],
    });
    expect(await code(bytes)).toBe('sheet-too-wide');
  });
});

describe('writing a workbook', () => {
  const SHEET = {
    name: '排班/表',
    rows: [
      ['工号', '一', 'x'],
      ['0012', '=1+1', -3.5],
      ['+86', "'y _x0041_ \u0007", 'TRUE'],
    ],
  } as const;

  it('keeps words as words and gives the same bytes twice', async () => {
    const bytes = await toXlsx(plainWorkbook(SHEET, SHEET));
    expect(await toXlsx(plainWorkbook(SHEET, SHEET))).toEqual(bytes);
    const { value } = await readWorkbook(bytes, SOURCE);
    expect(value!.map((table) => table.source.sheet)).toEqual(['排班 表', '排班 表~2']);
    expect([...value![1]!.rows].map((row) => row.cells)).toEqual([
      ['工号', '一', 'x'],
      ['0012', '=1+1', '-3.5'],
      ['+86', "'y _x0041_ ", 'TRUE'],
    ]);
  });
});
