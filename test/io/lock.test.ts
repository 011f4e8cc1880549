import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FILE, takeLock } from '../../src/io/lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockPath = (): string => join(folder, LOCK_FILE);
/** No system gives out such a number. */
const DEAD = 2 ** 30 - 1;
const put = (holder: unknown): void => writeFileSync(lockPath(), JSON.stringify(holder));

describe('takeLock', () => {
  it('is held by one run and free again afterwards', async () => {
    const first = await takeLock(folder, 'roster generate');
    expect(first.state).toBe('taken');
    const second = await takeLock(folder, 'pay compute');
    expect(second).toMatchObject({ state: 'held', issue: { code: 'folder-locked', source: { file: lockPath() } } });
    expect((second as { issue: { message: { zh: string } } }).issue.message.zh).toBe(
      `另一个程序正在处理此文件夹：roster generate (${process.pid}, ${hostname()})。`,
    );
    if (first.state === 'taken') await first.release();
    expect(readdirSync(folder)).toEqual([]);
    expect((await takeLock(folder, 'pay compute')).state).toBe('taken');
  });

  it('takes over from a run that was killed on this machine', async () => {
    put({ pid: DEAD, host: hostname(), command: 'roster generate' });
    expect((await takeLock(folder, 'roster check')).state).toBe('taken');
    expect(JSON.parse(readFileSync(lockPath(), 'utf8'))).toMatchObject({ pid: process.pid, command: 'roster check' });
    expect(readdirSync(folder)).toEqual([LOCK_FILE]);
  });

  it('does not judge a run on another machine, nor a lock it cannot read', async () => {
    put({ pid: DEAD, host: 'another-machine', command: 'roster generate' });
    expect((await takeLock(folder, 'x')).state).toBe('held');
    writeFileSync(lockPath(), '{"pid":');
    expect((await takeLock(folder, 'x')).state).toBe('held');
  });

  it('of many at once, over a dead lock, exactly one gets it', async () => {
    put({ pid: DEAD, host: hostname(), command: 'x' });
    const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(folder, 'x')));
    expect(results.filter((result) => result.state === 'taken')).toHaveLength(1);
    for (const result of results) if (result.state === 'taken') await result.release();
    expect(existsSync(lockPath())).toBe(false);
  });

  it('says where a folder cannot be written to', async () => {
    writeFileSync(join(folder, 'file'), '');
    const result = await takeLock(join(folder, 'file', '2026-12'), 'x');
    expect(result).toMatchObject({
      state: 'refused',
      issue: {
        code: 'folder-not-writable',
        message: { en: 'nothing can be written into this folder (ENOTDIR).' },
      },
    });
  });

  it('releasing leaves a lock that has become somebody else\u2019s', async () => {
    const mine = await takeLock(folder, 'x');
    put({ pid: 1, host: 'another-machine', command: 'y' });
    if (mine.state === 'taken') await mine.release();
    expect(existsSync(lockPath())).toBe(true);
  });
});
