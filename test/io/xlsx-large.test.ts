/** Our own reader of large workbooks against the library's, on workbooks of every kind: the same rows, to the last cell. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/base/table.js';
import { readWorkbook } from '../../src/io/xlsx.js';
import { readLargeSheets } from '../../src/io/xlsx-large.js';
import { Unusual } from '../../src/io/xml-tags.js';
import { canUnpack, zipEntries } from '../../src/io/zip.js';
import { archive } from '../tools/archive.js';

const SOURCE = { file: 'a.xlsx' };
const plain = (tables: readonly Table[] | null) =>
  tables?.map(({ source, rows }) => ({ sheet: source.sheet, rows: [...rows] })) ?? null;

/** Both readers' tables and issues; ours must really have read it. */
async function both(bytes: Uint8Array) {
  const [ours, library] = [await readWorkbook(bytes, SOURCE, 0), await readWorkbook(bytes, SOURCE, Infinity)];
  expect(plain(ours.value)).toEqual(plain(library.value));
  expect(ours.issues).toEqual(library.issues);
  return ours;
}

const readOurselves = (bytes: Uint8Array) => readLargeSheets(bytes, zipEntries(bytes)!);

/** A workbook with one sheet of this markup. */
const withSheet = (sheet: string, { shared, styles = '' }: { shared?: string; styles?: string } = {}): Uint8Array => {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (...inside: string[]) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`;
  return archive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><sheets><sheet name="导出 &amp; 一" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml'),
      relation(2, 'styles', 'styles.xml'),
      ...(shared === undefined ? [] : [relation(3, 'sharedStrings', '/xl/sharedStrings.xml')]),
    ),
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${shared}</sst>` }),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="x">${sheet}</worksheet>`,
  });
};
const data = (rows: string): string => `<dimension ref="A1"/><sheetData>${rows}</sheetData>`;

describe('the same as the library', () => {
  it('on Node versions of which this is one', () => {
    expect(canUnpack()).toBe(true);
  });

  it.each(['punch-clock/staff.xlsx', 'punch-clock/2026-11/leave.xlsx', 'two-shift/2026-11/punches'])(
    'samples/%s',
    async (path) => {
      const full = join('samples', path);
      const bytes = readFileSync(path.endsWith('.xlsx') ? full : join(full, readdirSync(full)[0]!));
      await both(bytes);
      expect(await readOurselves(bytes)).not.toBeNull();
    },
  );

  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '交易成功',
      '<&>"\'',
      ' 前后 ',
      '=1+1',
      '0012',
      "'x",
      'a\nb',
      '\t',
      '_x000D_',
      '_x5F_',
      '&amp;',
      '李 娜',
      '😀',
    ),
  );
  const cell = fc.oneof(
    word,
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.date({ min: new Date('1900-03-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  );
  const place = fc.integer({ min: 0, max: 5 });
  const merge = fc.tuple(place, place, place, place).map(([a, b, c, d]) => ({
    startRow: Math.min(a, b),
    endRow: Math.max(a, b),
    startCol: Math.min(c, d),
    endCol: Math.max(c, d),
  }));

  it('on generated sheets with words, numbers, days and merged cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
        fc.array(merge, { maxLength: 2 }),
        async (rows, merges) => {
          const bytes = await writeXlsx({
            sheets: [
              { name: 's', rows, merges },
              { name: 't', rows: [['x']] },
            ],
          });
          await both(bytes);
          await readOurselves(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  const text = fc.constantFrom('a', '中', '&lt;b&gt;', '&#20013;', '&#x4E2D;', ' ', '_x000D_', '1.5', '', '&bogus;');
  const attribute = fc.constantFrom('', ' s="1"', ' s="2"', ' s="3"', " s='9'", ' cm="1" spans="1:3"');
  const markup = fc
    .array(
      fc.array(
        fc
          .tuple(
            fc.constantFrom('', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="n"', ' t="inlineStr"'),
            attribute,
            text,
            place,
          )
          .map(([type, more, words, number]) =>
            type === ' t="inlineStr"'
              ? `<c${more}${type}><is><t xml:space="preserve">${words}</t></is></c>`
              : type === ' t="s"'
                ? `<c${type}${more}><v>${number}</v></c>`
                : `<c${more}${type}>${number === 1 ? '<f t="shared" si="0"/>' : number === 2 ? '<f>A1&amp;B1</f>' : ''}<v>${type === ' t="b"' ? number % 2 : words}</v></c>`,
          ),
        { maxLength: 5 },
      ),
      { maxLength: 6 },
    )
    .map((rows) =>
      data(
        rows
          .map((row, at) =>
            row.length === 0 ? `<row r="${at * 2 + 1}"/>` : `<row r="${at * 2 + 1}" ht="15">\n ${row.join('\n')}</row>`,
          )
          .join(''),
      ),
    );

  it('on markup of every kind of cell', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const shared =
      '<si><t>一</t></si><si/><si><r><rPr><b/></rPr><t>富</t></r><r><t xml:space="preserve"> 文</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
    await fc.assert(
      fc.asyncProperty(markup, async (sheet) => {
        const bytes = withSheet(sheet, { shared, styles });
        await both(bytes);
        await readOurselves(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('in pieces: rows longer than what is unpacked at once', async () => {
    const long = '长'.repeat(200_000);
    const rows = Array.from(
      { length: 6 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${long}${at}</t></is></c><c r="C${at + 1}"><v>${at}</v></c></row>`,
    );
    const found = await both(withSheet(data(rows.join(''))));
    expect([...found.value![0]!.rows].map(({ cells }) => [cells[0]!.length, cells[1], cells[2]])).toEqual(
      rows.map((_, at) => [200_001, '', String(at)]),
    );
  });

  it('formulas without a result, merged cells, an empty sheet', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v/></c><c r="B1"><v>2</v></c></row><row r="3"><c r="A3" t="str"><f>X</f><v>好</v></c><c r="B3"/></row>';
    const found = await both(withSheet(`${data(rows)}<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>`));
    expect(found.issues.map(({ code }) => code)).toEqual(['formula-without-result']);
    expect([...found.value![0]!.rows].map(({ number, cells }) => `${number} ${cells.join('|')}`)).toEqual([
      '1 |2',
      '3 好|好',
    ]);
    expect((await both(withSheet('<sheetData/>'))).value![0]!.rows).toEqual([]);
  });
});

describe('what is unusual is left to the library', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a comment', data('<!-- </row> --><row r="1"><c r="A1"><v>1</v></c></row>')],
    ['CDATA', data('<row r="1"><c r="A1" t="str"><v><![CDATA[</row>]]></v></c></row>')],
    ['rows out of order', data('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>')],
    ['a cell of another row', data('<row r="1"><c r="A7"><v>1</v></c></row>')],
  ];
  it.each(cases)('%s', async (_, sheet) => {
    const bytes = withSheet(sheet);
    await expect(readOurselves(bytes)).rejects.toBeInstanceOf(Unusual);
    await both(bytes);
  });
});

describe('hostile and damaged files', () => {
  const code = async (bytes: Uint8Array): Promise<string> => (await readWorkbook(bytes, SOURCE, 0)).issues[0]!.code;

  it('a cell in the last column of each of many rows', async () => {
    const rows = Array.from(
      { length: 1300 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(await code(withSheet(data(rows)))).toBe('sheet-too-wide');
  });

  it('a byte that is not as it was: size and checksum are looked at', async () => {
    const bytes = withSheet(data('<row r="1"><c r="A1"><v>123456789</v></c></row>'));
    const entry = zipEntries(bytes)!.find(({ name }) => name.includes('sheet1'))!;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const from = entry.at + 30 + view.getUint16(entry.at + 26, true);
    const whole = bytes.slice();
    whole.set(deflateRawSync(Buffer.from('x'.repeat(entry.packed * 3))).subarray(0, entry.packed), from);
    expect(await code(whole)).toBe('workbook-broken');
  });

  it('never anything but tables or an issue, whatever byte is changed', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 's',
          rows: [
            ['工号', 1],
            ['1001', new Date(0)],
          ],
        },
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const bad = bytes.slice();
        bad[at] = byte;
        const { value, issues } = await readWorkbook(bad, SOURCE, 0);
        expect(value !== null || issues.length > 0).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
