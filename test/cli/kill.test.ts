/** The programs themselves, killed (SIGKILL) while they write: the month is as it was, or as it was to become. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shop } from './shop.js';
import { inFolder, ran } from './world.js';

/** Loaded before the program: at its n-th second name, rename, remove or change of permissions it is killed, before or after the call. */
const DEADLY = (call: number, after: boolean): string => `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let calls = 0;
const die = () => process.kill(process.pid, 'SIGKILL');
const isDeadly = (path) => !String(path).includes('.lock') && (calls += 1) === ${call};
for (const name of ['linkSync', 'renameSync', 'fchmodSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    const deadly = isDeadly(args[0]);
    if (!deadly || ${after}) real(...args);
    if (deadly) die();
  };
}
for (const name of ['rm', 'chmod']) {
  const real = fs.promises[name];
  fs.promises[name] = async (...args) => {
    const deadly = isDeadly(args[0]);
    if (!deadly || ${after}) await real(...args);
    if (deadly) die();
  };
}
syncBuiltinESMExports();
`;

/** True: it was killed; false: it was done before. */
function killedAt(call: number, after: boolean, line: string, cwd: string): boolean {
  const { signal } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(DEADLY(call, after))}`],
      ...[join(process.cwd(), 'bin/pay.js'), ...line.split(' ')],
    ],
    { cwd },
  );
  return signal === 'SIGKILL';
}

/** The month is over by any clock: `pay close` goes by that of the machine. */
const overLongAgo = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shop()).map(
      (file) => file.map((words) => words.replaceAll('2026-11', '2025-11')) as [string, string],
    ),
  );

/** What a person finds in the month's folder; the clock's words taken out. */
const monthOf = (cwd: string): string =>
  readdirSync(join(cwd, '2025-11'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.split('/').at(-1)!.startsWith('.') && !name.endsWith('.xlsx'))
    .filter((name) => statSync(join(cwd, '2025-11', name)).isFile())
    .sort()
    .map((name) => {
      const path = join(cwd, '2025-11', name);
      const words = readFileSync(path, 'utf8').replace(/"at": "[^"]*"/g, '"at"');
      return `${name} ${(statSync(path).mode & 0o777).toString(8)}\n${words}`;
    })
    .join('\n');

/** Two states of a month and the command that leads from the first to the second. */
async function oldOrNew(begin: readonly string[], line: string, calls: readonly number[]): Promise<string[]> {
  const prepared = async (use: (cwd: string) => Promise<void>): Promise<void> =>
    inFolder(overLongAgo(), async (cwd) => {
      for (const one of begin) await ran(one, { cwd });
      await use(cwd);
    });
  let [old, fresh] = ['', ''];
  await prepared(async (cwd) => {
    old = monthOf(cwd);
    spawnSync(process.execPath, [join(process.cwd(), 'bin/pay.js'), ...line.split(' ')], { cwd });
    fresh = monthOf(cwd);
  });
  expect(fresh).not.toBe(old);
  const found: string[] = [];
  for (const call of calls) {
    await prepared(async (cwd) => {
      const killed = killedAt(call, call % 2 === 0, line, cwd);
      // Any command, even one that only looks, finishes what was begun.
      await ran('pay fund --month 2025-10 --json', { cwd });
      const now = monthOf(cwd);
      found.push(killed ? (now === old ? 'old' : now === fresh ? 'new' : 'mixed') : 'done');
      if (!killed) expect(now).toBe(fresh);
      // Nobody is locked out.
      expect((await ran('pay compute --month 2025-11 --out elsewhere --json', { cwd })).code).toBeLessThan(2);
    });
  }
  return found;
}

const COMPUTE = 'pay compute --month 2025-11 --lang zh';
const CLOSE = 'close --month 2025-11 --by 王会计 --lang zh';

describe('a program that is killed', () => {
  it('compute: 13 files or none', async () => {
    const found = await oldOrNew([], 'compute --month 2025-11 --lang zh', [10, 15, 16, 20, 29, 40]);
    expect(found).not.toContain('mixed');
    expect([found.includes('old'), found.includes('new')]).toEqual([true, true]);
  });

  it('close: the manifest and every permission, or nothing', async () => {
    const found = await oldOrNew([COMPUTE], CLOSE, [1, 2, 3, 4, 6]);
    expect(found).not.toContain('mixed');
    expect([found.includes('old'), found.includes('new')]).toEqual([true, true]);
  });

  it('reopen', async () => {
    const begin = [COMPUTE, `pay ${CLOSE}`];
    const found = await oldOrNew(begin, 'reopen --month 2025-11 --by 王会计 --because 测试 --lang zh', [3, 4]);
    expect(found).not.toContain('mixed');
  });
});
