import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../src/base/issue.js';
import type { Row, Table } from '../../src/base/table.js';
import { streamCsv } from '../../src/io/stream-csv.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rosterpay-stream-'));
});
afterAll(() => rm(folder, { recursive: true }));

const table = async (content: string | Uint8Array): Promise<Table | null> => {
  const path = join(folder, 'a.csv');
  await writeFile(path, content);
  return streamCsv(path, { file: 'a.csv' });
};

const walked = (from: Table, columns: number[], width: number) => {
  const issues: Issue[] = [];
  const rows: Row[] = [];
  from.walk!({ columns, width, each: (row) => rows.push(row) < 1e9, report: (issue) => issues.push(issue) });
  return { cells: rows.map((row) => row.cells), said: issues.map(({ code, source }) => `${code}:${source?.row}`) };
};

describe('a large csv file', () => {
  it('is walked as often as one likes, and shows whole rows too', async () => {
    const one = (await table('﻿订单编号,备注\n1,"a,\nb"\n2,\n'))!;
    expect([...one.rows].map((row) => row.cells)).toEqual([
      ['订单编号', '备注'],
      ['1', 'a,\nb'],
      ['2', ''],
    ]);
    for (const _ of [1, 2]) expect(walked(one, [1], 2)).toEqual({ cells: [['备注'], ['a,\nb'], ['']], said: [] });
  });

  it('is GB18030 where it is no UTF-8, though the first hanzi stands below the first 64 KB', async () => {
    // 客服 = BF CD B7 FE
    const latin = Buffer.from(`a,b\n${'1,2\n'.repeat(20_000)}`);
    const one = (await table(Buffer.concat([latin, Uint8Array.from([0xbf, 0xcd, 0xb7, 0xfe, 44, 51, 10])])))!;
    expect(walked(one, [0], 2).cells.at(-1)).toEqual(['客服']);
  });

  it('names what does not fit: another encoding further down, an open quote', async () => {
    const mixed = (await table(
      Buffer.concat([Buffer.from(`订单,备注\n${'1,王\n'.repeat(20_000)}`), Uint8Array.from([0xbf, 0xcd, 44, 51])]),
    ))!;
    expect(walked(mixed, [0], 2).said).toEqual(['encoding-mixed:20002']);
    expect(walked((await table('a,b\n1,"2\n'))!, [0], 2).said).toEqual(['csv-quote-open:2']);
  });

  it('takes a semicolon or a tab for the separator where the headings do', async () => {
    expect(walked((await table('a;b\n1,5;2\n'))!, [0], 2).cells).toEqual([['a'], ['1,5']]);
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004rest')],
    ['a page', '<html><table></table></html>'],
    ['UTF-16', Buffer.from('\ufeffa,b', 'utf16le')],
    ['no text', Uint8Array.from([0xff, 0xff, 0xff, 0xff])],
  ])('is not walked where it is %s', async (_, content) => {
    expect(await table(content)).toBeNull();
  });
});
