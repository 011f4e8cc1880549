/** The samples are what their generator makes, and look like what the platforms export. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { departments } from './departments.js';
import { DAILY, RAW } from './dingtalk.js';
import { planOf } from './people.js';
import { HEADINGS_2017, HEADINGS_2026 } from './taobao.js';
import { WECOM } from './wecom.js';
import { FINISHED, workspaceFiles } from './workspace.js';

const made = new Map<string, ReadonlyMap<string, Uint8Array>>();
for (const department of departments) {
  const plan = await planOf(join('samples', department.name), FINISHED);
  made.set(department.name, await workspaceFiles(department, plan));
}

const bytes = (name: string, ending: string): Uint8Array => {
  const found = [...made.get(name)!].find(([path]) => path.endsWith(ending));
  if (!found) throw new Error(`${name} has no ${ending}`);
  return found[1];
};

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

describe('samples', () => {
  it.each(departments.map(({ name }) => name))('%s stands in samples/ as its seed makes it', (name) => {
    const differing = [...made.get(name)!]
      .filter(([path, content]) => !same(readFileSync(join('samples', name, path)), content))
      .map(([path]) => path);
    expect(differing, 'run: npm run samples').toEqual([]);
  });

  it('the same seed gives the same bytes, another seed others', async () => {
    const department = departments.find(({ name }) => name === 'two-shift')!;
    const plan = await planOf(join('samples', department.name), FINISHED);
    const again = await workspaceFiles(department, plan);
    const first = made.get('two-shift')!;
    expect([...again.keys()]).toEqual([...first.keys()]);
    expect([...again].every(([path, content]) => same(content, first.get(path)!))).toBe(true);
    const other = await workspaceFiles({ ...department, seed: department.seed + 1 }, plan);
    const orders = [...first.keys()].find((path) => path.includes('/orders/'))!;
    expect(same(other.get(orders)!, first.get(orders)!)).toBe(false);
  });

  it('the workbook of 2026 has 54 columns of text on a sheet called export', async () => {
    const book = await readXlsx(bytes('work-six', '0918.xlsx'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['export']);
    const rows = book.sheets[0]!.rows;
    expect(rows[0]).toEqual(HEADINGS_2026);
    expect(HEADINGS_2026).toHaveLength(54);
    expect(rows.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
  });

  it('the csv of 2017 keeps its quirks in the old encoding', () => {
    const words = new TextDecoder('gb18030', { fatal: true }).decode(bytes('punch-clock', '0918.csv'));
    const [heading, first] = words.split('\r\n');
    expect(heading!.split(',')).toEqual(HEADINGS_2017);
    expect(HEADINGS_2017).toHaveLength(46);
    expect(HEADINGS_2017.filter((cell) => cell.endsWith(' '))).toHaveLength(6);
    expect(first).toMatch(/^="\d{19}",/);
    expect(words).toContain(",'13900000000,");
    expect(words).toContain('买家已付款,等待卖家发货');
    expect(words).toContain('卖家已发货，等待买家确认');
    expect(words).toContain(',null,');
  });

  it('the attendance book has its headings on rows 3 and 4 and data from row 5', async () => {
    const book = await readXlsx(bytes('three-shift', '20261130.xlsx'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['月度汇总', '每日统计', '原始记录']);
    const flat = (rows: readonly (readonly unknown[])[]): string[] => {
      let group = '';
      return rows[2]!.map((upper, column) => {
        if (upper) group = String(upper);
        const lower = rows[3]?.[column];
        return lower ? `${group}${lower}` : String(upper);
      });
    };
    const [, daily, raw] = book.sheets.map(({ rows }) => rows);
    expect(daily![0]![0]).toBe('每日统计表 统计日期：2026-11-01 至 2026-11-30');
    expect(flat(daily!)).toEqual(
      DAILY.flatMap((one) => (typeof one === 'string' ? [one] : one.slice(1).map((below) => one[0] + below))),
    );
    expect(flat(daily!)).toHaveLength(38);
    expect(flat(daily!).slice(6, 12)).toEqual([
      '日期',
      '班次',
      '上班1打卡时间',
      '上班1打卡结果',
      '下班1打卡时间',
      '下班1打卡结果',
    ]);
    expect(RAW).toHaveLength(20);
    expect(daily![4]!.slice(6, 7)).toEqual(['26-11-01 星期日']);
    expect(raw![4]![8]).toMatch(/^2026-11-\d\d \d\d:\d\d$/);
  });

  it('a punch after midnight is one of the next day', async () => {
    const book = await readXlsx(bytes('punch-clock', '20261130.xlsx'));
    expect(book.sheets[1]!.rows.flat()).toContain('次日 01:00');
    expect(
      book.sheets[2]!.rows.some(
        (row) => String(row[6]).startsWith('26-11-30') && String(row[8]).startsWith('2026-12-01 01:'),
      ),
    ).toBe(true);
  });

  it('WeCom’s report has its 58 columns, Feishu’s a column a day', async () => {
    expect(WECOM.flatMap((one) => (typeof one === 'string' ? [one] : one.slice(1)))).toHaveLength(58);
    const book = await readXlsx(bytes('two-shift', '打卡日报_20261101-20261130.xlsx'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['概况统计与打卡明细']);
    expect(book.sheets[0]!.rows[4]!.slice(0, 3)).toEqual(['2026/11/01 星期日', '何静', '2001']);
    const month = new TextDecoder('gb18030', { fatal: true }).decode(bytes('training-manual', '考勤月报_202611.csv'));
    const [upper, lower] = month.split('\r\n').map((line) => line.split(','));
    expect(upper!.indexOf('每日考勤结果')).toBe(lower!.indexOf('2026-11-01 星期日'));
    expect(lower!.at(-1)).toBe('2026-11-30 星期一');
  });

  it('staff lists in the old encoding decode to what was written', () => {
    const staff = bytes('training-manual', 'staff.csv');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(staff)).toThrow();
    expect(new TextDecoder('gb18030', { fatal: true }).decode(staff)).toContain('308,萧雨桐,');
  });
});
