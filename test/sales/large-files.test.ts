/** A large export is walked, a small one read whole: both ways say the same, and a damaged file gives a clear error. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/day.js';
import { readLargeTables, readTables } from '../../src/io/read-table.js';
import { soldIn } from '../../src/pay/sold.js';
import { computeSales } from '../../src/sales/compute-sales.js';
import { heapsOf } from '../../src/sales/heaps.js';
import { writeOrdersFile } from '../bench/orders-file.js';
import { handbook, person } from './department.js';

const NOVEMBER = '2026-11' as Month;
const PEOPLE = Array.from({ length: 60 }, (_, at) => person(String(1001 + at), `客服${at}`));
const ROWS = 10_000;

let folder: string;
let whole: Buffer;
let plain: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-large-'));
  plain = join(folder, 'plain.csv');
  writeOrdersFile({ path: plain, rows: ROWS, from: 0, seed: 3 });
  whole = readFileSync(plain);
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string, content: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const sumOf = <K extends string>(all: readonly Record<K, number>[], key: K): number =>
  all.reduce((sum, one) => sum + one[key], 0);

async function sales(paths: readonly string[], read = readLargeTables) {
  const files = await Promise.all(paths.map((path) => read(path, 'o.csv')));
  const tables = files.flatMap(({ value }) => value ?? []);
  const { value, issues } = computeSales(tables, { handbook: handbook(), people: PEOPLE, month: NOVEMBER });
  const said = [...files.flatMap((file) => file.issues), ...issues].map(({ code, source }) => `${code}:${source?.row}`);
  return { value, said, walked: tables.some(({ walk }) => walk !== undefined) };
}

describe('a large export', () => {
  it('is placed to the fen as a small one is', async () => {
    expect(whole.length).toBeGreaterThan(4_000_000);
    const [walked, read] = [await sales([plain]), await sales([plain], readTables)];
    expect([walked.walked, read.walked]).toEqual([true, false]);
    expect(walked.said).toEqual(read.said);
    const result = ({ value }: typeof walked) => {
      const { orders, byDay, heaps, placements, ...rest } = value!;
      return { ...rest, orders: [...orders()], byDay: [...byDay()], heaps: [...heaps], placements: [...placements] };
    };
    expect(result(walked)).toEqual(result(read));
    const { total } = walked.value!;
    expect(total.agents + total.pool + total.waiting + total.excluded + total.refunded).toBe(total.export);
    expect([...walked.value!.placements].length).toBeGreaterThan(20);
  });

  it('its sums are those of its orders, one by one', async () => {
    const { value } = await sales([plain, at('more.csv', whole.subarray(0, whole.lastIndexOf('\r\n', 2_000_000) + 2))]);
    const staff = new Set(PEOPLE.map(({ id }) => id));
    const { placements, heaps, unplaced, byDay, agents, total } = value!;
    const [summed, alone] = [heaps, [...heapsOf(placements)]].map((one) => soldIn({ heaps: one, unplaced }, staff));
    expect(summed).toEqual(alone);
    expect(agents.map(({ staff: who, orders, amount }) => [who, orders, amount])).toEqual(
      [...alone!.byStaff]
        .map(([who, own]) => [who, sumOf(own, 'orders'), sumOf(own, 'amount')])
        .sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
    const sums = [...byDay()];
    for (const [outcome, key] of [
      ['agent', 'agents'],
      ['pool', 'pool'],
      ['waiting', 'waiting'],
      ['excluded', 'excluded'],
    ] as const) {
      const own = sums.filter((one) => one.outcome === outcome);
      expect([sumOf(own, 'amount'), sumOf(own, 'orders')]).toEqual([total[key], value!.counts[outcome]]);
    }
  });

  it('read twice counts once', async () => {
    const [once, twice] = [await sales([plain]), await sales([plain, at('again.csv', whole)])];
    expect(twice.value!.total).toEqual(once.value!.total);
    expect(twice.value!.files.map(({ orders, superseded }) => [orders, superseded.orders])).toEqual([
      [0, ROWS],
      [ROWS, 0],
    ]);
  });

  it('cut off in the middle of a row: an error with the row', async () => {
    const { value, said } = await sales([at('cut.csv', whole.subarray(0, 4_100_123))]);
    expect(value).toBeNull();
    expect(said).toEqual([expect.stringMatching(/^order-row-broken:\d{4}$/)]);
  });

  it('with an encoding that breaks: an error with the first row', async () => {
    const broken = Buffer.from(whole);
    const row = broken.indexOf('\r\n', 4_000_000) + 2;
    const line = broken.subarray(0, row).filter((byte) => byte === 10).length;
    // the 20th field is the shop's name: its first byte is no byte of GB18030 any more
    let from = row;
    for (let field = 0; field < 9; field += 1) from = broken.indexOf(44, from) + 1;
    broken[from + (broken[from] === 34 ? 1 : 0)] = 0xff;
    const { value, said } = await sales([at('broken.csv', broken)]);
    expect(value).toBeNull();
    expect(said).toEqual([expect.stringMatching(/^encoding-mixed:\d{4}$/)]);
    // quoted line breaks make more lines than rows
    expect(Number(said[0]!.split(':')[1])).toBeLessThanOrEqual(line + 1);
  });

  it('with a heading that has changed: an error that names the column', async () => {
    const words = new TextDecoder('gb18030').decode(whole);
    const changed = Buffer.from(words.replace('买家实付金额', '客户实付总额'));
    const { value, said } = await sales([at('heading.csv', changed)]);
    expect([value, said]).toEqual([null, ['orders-columns-missing:1']]);
  });

  it('with two heading rows: the second one is no order', async () => {
    const heading = whole.subarray(0, whole.indexOf(10) + 1);
    const { value, said } = await sales([at('twice.csv', Buffer.concat([heading, whole]))]);
    expect(value).toBeNull();
    expect(new Set(said.map((one) => one.split(':')[1]))).toEqual(new Set(['2']));
  });

  it('without rows: nothing sold, no error', async () => {
    const heading = whole.subarray(0, whole.indexOf(10) + 1);
    const { value, said } = await sales([at('none.csv', heading)]);
    expect([value?.total.export, said]).toEqual([0, ['orders-file-without-rows:undefined']]);
  });
});
