import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../src/io/read-table.js';
import { toXlsx } from '../../src/io/xlsx-write.js';
import { gb18030 } from '../tools/gb18030.js';
import { plainWorkbook } from '../tools/plain-workbook.js';

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Rows of the only table as `number: cell|cell`. */
async function rows(bytes: Uint8Array): Promise<string[]> {
  const { value, issues } = await tablesOf(bytes, 'a.csv');
  expect(issues).toEqual([]);
  expect(value).toHaveLength(1);
  return [...value![0]!.rows].map((row) => `${row.number}: ${row.cells.join('|')}`);
}

const codes = async (bytes: Uint8Array): Promise<string[]> =>
  (await tablesOf(bytes, 'a.csv')).issues.map((issue) => `${issue.code} ${issue.source?.row ?? '-'}`);

const LIST = '工号,姓名\r\n1001,李娜\r\n1002,王伟\r\n';
const READ = ['1: 工号|姓名', '2: 1001|李娜', '3: 1002|王伟'];

describe('encodings', () => {
  it('reads UTF-8 with and without BOM, GB18030 and UTF-16', async () => {
    expect(await rows(utf8(LIST))).toEqual(READ);
    expect(await rows(utf8(`\ufeff${LIST}`))).toEqual(READ);
    expect(await rows(gb18030(LIST))).toEqual(READ);
    const utf16 = Buffer.from(`\ufeff${LIST.replaceAll(',', '\t')}`, 'utf16le');
    expect(await rows(utf16)).toEqual(READ);
  });

  it('names the byte and the row of what is neither UTF-8 nor GB18030', async () => {
    const bytes = Uint8Array.from([...utf8('id,name\n1001,'), 0xff, 0xff, 0x0a]);
    const { value, issues } = await tablesOf(bytes, 'a.csv');
    expect(value).toBeNull();
    // 'id,name\n' are 8 bytes, '1001,' 5 more: the fourteenth byte is the first wrong one.
    expect(issues[0]).toMatchObject({
      code: 'encoding-unknown',
      source: { file: 'a.csv', row: 2 },
      message: { en: 'the text is neither UTF-8 (wrong at byte 14) nor GB18030 (wrong at byte 14).' },
    });
  });

  it('does not read a UTF-8 file with one broken byte as GB18030', async () => {
    const bytes = utf8('工号,姓名,班组,备注\n1001,李娜,一组,\n1002,王伟,二组,\n');
    const place = bytes.lastIndexOf(0x32) + 1;
    bytes[place + 2] = 0xff;
    expect(await codes(bytes)).toEqual(['encoding-broken 3']);
  });

  it('sees a UTF-8 file cut off in the middle of a character', async () => {
    const bytes = utf8('工号,姓名\n1001,李娜');
    expect(await codes(bytes.slice(0, -1))).toEqual(['file-cut-off 2']);
  });

  it('refuses bytes that are no text', async () => {
    expect(await codes(Uint8Array.of(0x89, 0x50, 0, 0, 1))).toEqual(['file-is-binary -']);
  });
});

describe('csv', () => {
  it('counts rows as a spreadsheet does', async () => {
    const words = 'a,b\r\n\r\n="0012",2\n"x\ny, z",3\n,\nlast,4';
    expect(await rows(utf8(words))).toEqual(['1: a|b', '3: ="0012"|2', '4: x\ny, z|3', '6: last|4']);
  });

  it('takes the separator of the heading line', async () => {
    expect(await rows(utf8('报表\na;b;c\n1;2,5;3\n'))).toEqual(['1: 报表', '2: a|b|c', '3: 1|2,5|3']);
    expect(await rows(utf8('"a,b"\tc\n1\t2\n'))).toEqual(['1: a,b|c', '2: 1|2']);
    expect(await rows(utf8('id\n1\n'))).toEqual(['1: id', '2: 1']);
  });

  it('finds the row whose quote is never closed', async () => {
    expect(await codes(utf8('a,b\n1,"x\n2,y\n3,z\n'))).toEqual(['csv-quote-open 2']);
  });

  it('finds rows swallowed by a quote that closes at a later one', async () => {
    expect(await codes(utf8('a,b,c\n1,"x,1\n2,y,2\n3,"z",3\n'))).toEqual(['csv-quote-open 2']);
    expect(await codes(utf8('a,b,c,d\n1,"x,1,1\n2,y,2,2\n3,z",3,3\n'))).toEqual(['csv-quote-open 2']);
  });

  it('warns of a last row that neither ends nor is whole', async () => {
    expect(await codes(utf8('a,b,c\n1,2,3\n4,5'))).toEqual(['csv-cut-off 3']);
    expect(await codes(utf8('a,b,c\n1,2,3\n4,5,6'))).toEqual([]);
  });

  it('an empty file is a table without rows', async () => {
    expect(await rows(new Uint8Array())).toEqual([]);
    expect(await rows(utf8('\ufeff\r\n\r\n'))).toEqual([]);
  });
});

describe('by its bytes, whatever its name', () => {
  it('a workbook named .csv', async () => {
    const bytes = await toXlsx(
      plainWorkbook({
        name: '员工名单',
        rows: [
          ['工号', '姓名'],
          ['0012', '李娜'],
        ],
      }),
    );
    const { value } = await tablesOf(bytes, 'staff.csv');
    expect(value![0]!.source).toEqual({ file: 'staff.csv', sheet: '员工名单' });
    expect([...value![0]!.rows]).toEqual([
      { number: 1, cells: ['工号', '姓名'] },
      { number: 2, cells: ['0012', '李娜'] },
    ]);
  });

  it('an old workbook is refused with what to do', async () => {
    const { issues } = await tablesOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'a.xls');
    expect(issues[0]).toMatchObject({
      code: 'workbook-old-format',
      hint: {
        en: 'Open it in Excel or WPS and save it as .xlsx without a password.',
        zh: '请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx。',
      },
    });
  });

  it('a web page named .xls, in GB18030, with spans', async () => {
    const page =
      '<html><head><style>td {x: "<td>"}</style></head><!-- <table> --><table><tr><th rowspan=2>工号<th colspan="2">打卡' +
      '<tr><th>上班<th>下班</tr><tr><td> 0012 <td>09:01&nbsp;</td><td>18&#58;00<br>&lt;ok&gt;</td></tr></table></html>';
    expect(await rows(gb18030(page))).toEqual(['1: 工号|打卡|打卡', '2: 工号|上班|下班', '3: 0012|09:01|18:00 <ok>']);
  });

  it('a web page cut off, and one without a table', async () => {
    expect(await codes(utf8('<html><table><tr><td>1'))).toEqual(['html-without-table -']);
    expect(await codes(utf8('<html>请登录</html>'))).toEqual(['html-without-table -']);
  });
});
