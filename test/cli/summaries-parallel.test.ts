/**
 * Many shops' exports placed side by side by processes of their own, as GNU parallel or an indexed job starts them, and brought
 * together: the same fen as one run over all of them. With GNU parallel where there is one, else with plain processes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bytesOf, DIALECTS, OWN_COLUMNS } from '../sales/exports/dialects.js';
import { inFolder, ran } from './world.js';

const BIN = join(process.cwd(), 'bin/pay.js');
const own = Object.entries(OWN_COLUMNS).map(([key, heading]) => `    ${key}: ${heading}\n`);
const FILES = {
  'handbook.yaml': `extends: [commission-2017]\nsales:\n  flag: { mode: ignored }\n  generic:\n${own.join('')}`,
  'staff.csv': 'id,name,hired\n1001,王婷,2024-01-01\n1002,陈慧兰,2024-01-01\n',
};
/** A folder of exports each; refunds lie beside the orders they belong to. */
const SHOPS = [...new Set(DIALECTS.map(({ platform }) => platform))].sort();

async function putExports(cwd: string): Promise<void> {
  for (const dialect of DIALECTS) {
    mkdirSync(join(cwd, 'shops', dialect.platform), { recursive: true });
    writeFileSync(join(cwd, 'shops', dialect.platform, dialect.file), await bytesOf(dialect));
  }
}

const argv = (name: string): string[] => [
  ...['orders', '--month', '2026-11', '--orders', `shops/${name}`],
  ...['--summary', `2026-11/orders/${name}.json`, '--quiet'],
];

const plainly = (cwd: string): Promise<number[]> =>
  Promise.all(
    SHOPS.map(
      (name) =>
        new Promise<number>((resolve) => {
          const child = spawn(process.execPath, [BIN, ...argv(name)], { cwd, stdio: 'ignore' });
          child.on('exit', (code) => resolve(code ?? -1));
        }),
    ),
  );

const hasParallel = /GNU parallel/.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');

function withParallel(cwd: string): number[] {
  const args = ['--will-cite', '-j2', process.execPath, BIN, ...argv('{}'), ':::', ...SHOPS];
  const { status } = spawnSync('parallel', args, { cwd, stdio: 'ignore', timeout: 50_000 });
  return SHOPS.map(() => status ?? -1);
}

const document = async (line: string, cwd: string) => JSON.parse((await ran(line, { cwd })).out);

it('many processes, one month, the same fen; a shop that was sent twice is found', async () => {
  await inFolder(FILES, async (cwd) => {
    await putExports(cwd);
    mkdirSync(join(cwd, '2026-11', 'orders'), { recursive: true });
    expect(SHOPS.length).toBeGreaterThan(7);
    const codes = hasParallel ? withParallel(cwd) : await plainly(cwd);
    expect(new Set(codes)).toEqual(new Set([0]));

    const merged = await document('pay orders --month 2026-11 --json', cwd);
    const all = SHOPS.map((name) => `--orders shops/${name}`).join(' ');
    const direct = await document(`pay orders --month 2026-11 ${all} --json`, cwd);
    expect(merged.reconciliation).toEqual(direct.reconciliation);
    expect(merged.reconciliation).toMatchObject({ export: '6410.00', agents: '4537.00', pool: '1017.50' });
    expect(merged.agents).toEqual(direct.agents);
    expect(merged.counts).toEqual(direct.counts);

    // The same exports a second time, under another name.
    const again = join(cwd, '2026-11', 'orders', 'jd-again.json');
    const words = readFileSync(join(cwd, '2026-11/orders/jd.json'), 'utf8');
    writeFileSync(again, words.replace('jd.json.keys', 'jd-again.json.keys'));
    writeFileSync(`${again}.keys`, readFileSync(join(cwd, '2026-11/orders/jd.json.keys')));
    const { code, err } = await ran('pay orders --month 2026-11', { cwd });
    expect(code).toBe(2);
    // Two files of three orders each.
    expect(err).toMatch(/6 orders stand in \S+jd-again\.json too: (shops\/jd\/京东订单201[67]\.csv:\d) = \1;/);
  });
});
