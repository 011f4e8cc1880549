/** Every dialect's file, as bytes, in one month: each is known for what it is, and each fen is where it belongs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../../../src/base/table.js';
import type { Month } from '../../../src/calendar/day.js';
import { readTables } from '../../../src/io/read-table.js';
import { ADAPTERS } from '../../../src/sales/adapters/index.js';
import { computeSales } from '../../../src/sales/compute-sales.js';
import type { PlacedSales } from '../../../src/sales/order.js';
import { handbook, PEOPLE } from '../department.js';
import { bytesOf, DIALECTS, type Dialect, OWN_COLUMNS } from './dialects.js';
import { HEADINGS } from './headings.js';

let folder: string;
let sales: PlacedSales;
const said: string[] = [];

async function tables(dialect: Dialect): Promise<readonly Table[]> {
  const path = join(folder, dialect.file);
  writeFileSync(path, await bytesOf(dialect));
  const { value, issues } = await readTables(path, dialect.file);
  expect(issues).toEqual([]);
  return value!;
}

const input = { handbook: handbook({ generic: OWN_COLUMNS }), people: PEOPLE, month: '2026-11' as Month };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-exports-'));
  const all: Table[] = [];
  for (const dialect of DIALECTS) all.push(...(await tables(dialect)));
  const { value, issues } = computeSales(all, input);
  sales = value!;
  said.push(...issues.map(({ severity, code, source }) => `${severity} ${code} ${source?.file}`));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fen = (yuan: number | undefined): number => Math.round((yuan ?? 0) * 100);

describe('exports of every dialect', () => {
  it.each(DIALECTS.map((dialect) => [dialect.file, dialect] as const))('%s', (file, dialect) => {
    const read = sales.files.find((one) => one.file === file || one.file === `${file}#export`)!;
    const { adapter, generation, platform, total } = read;
    expect({ adapter, generation, platform }).toEqual({
      adapter: dialect.adapter,
      generation: dialect.generation,
      platform: dialect.platform,
    });
    const { sums } = dialect;
    const whole = Object.values(sums).reduce((sum, yuan) => sum + fen(yuan), 0);
    expect(total).toEqual({
      export: whole,
      agents: fen(sums.agents),
      pool: fen(sums.pool),
      unplaced: fen(sums.unplaced),
      waiting: fen(sums.waiting),
      excluded: fen(sums.excluded),
      refunded: fen(sums.refunded),
      difference: 0,
    });
  });

  it('say only what a clerk should know of them', () => {
    expect(said).toEqual([
      'info order-notes-skipped 京东订单2016.csv',
      'info order-notes-skipped 京东订单2017.csv',
      'warning refund-amount-unknown orders_export2026-12-01-09-00-SHORT.csv',
      'warning refund-amount-unknown 抖店订单.csv',
      'warning refund-amount-unknown 抖店订单-另一模板.csv',
      'warning refund-amount-unknown 快手订单.xlsx',
      'warning refund-amount-unknown 订单明细.csv',
      'warning refund-amount-unknown EDB订单.csv',
    ]);
  });

  it('each adapter and each heading line of the reference has its file here', () => {
    const used = new Set(DIALECTS.map(({ adapter }) => adapter));
    expect(ADAPTERS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    const lines = new Set(DIALECTS.map(({ headings }) => headings));
    expect(Object.values(HEADINGS).filter((line) => !lines.has(line))).toEqual([]);
  });
});
