/** The two programs as a shell starts them, from the build. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shop } from './shop.js';
import { inFolder } from './world.js';

/** While spawnSync waits no timeout of the test runner can strike: it has one of its own. */
const LONGEST = { timeout: 60_000, killSignal: 'SIGKILL' } as const;

/** The month of the shop's files: what is planned when nothing is said moves on with the day. */
const MONTH = ['--month', '2026-12'];

const start = (program: string, args: readonly string[], cwd = process.cwd()) =>
  spawnSync(process.execPath, [join(process.cwd(), 'bin', `${program}.js`), ...args], {
    cwd,
    encoding: 'utf8',
    ...LONGEST,
    env: { PATH: process.env.PATH, LANG: 'C' },
  });

describe('bin', () => {
  it.each(['roster', 'pay'])('%s starts, helps and refuses', (program) => {
    expect(start(program, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(start(program, ['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(start(program, ['nothing'])).toMatchObject({ status: 2, stdout: '' });
  });

  it.runIf(existsSync('/dev/full'))('a result that cannot be printed is no stack and no 0', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['bin/roster.js', 'handbook', '--schema', '--lang', 'en'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect([status, stderr]).toEqual([2, 'The result could not be printed: is the disk full? (ENOSPC)\n']);
  });

  it('a search in its own thread answers on stdout with its exit code', async () => {
    await inFolder(shop(), async (cwd) => {
      const { status, stdout } = start('roster', ['generate', ...MONTH, '--iterations', '20', '--json'], cwd);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ month: '2026-12', status: expect.stringMatching(/optimal|feasible/) });
    });
  });

  it('Ctrl-C ends a search long before its time, with the best roster so far', async () => {
    await inFolder(shop(), async (cwd) => {
      const child = spawn(
        process.execPath,
        [join(process.cwd(), 'bin/roster.js'), 'generate', ...MONTH, '--time', '10m', '--json'],
        {
          cwd,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      // A test that fails leaves no search behind.
      onTestFinished(() => void child.kill('SIGKILL'));
      let out = '';
      child.stdout.on('data', (words) => {
        out += String(words);
      });
      let code: number | null | undefined;
      const ended = new Promise<void>((resolve) =>
        child.on('close', (status) => {
          code = status;
          resolve();
        }),
      );
      // The lock is there as soon as the run reads: pressed then, the search stops at its first look.
      const lock = join(cwd, '2026-12/.rosterpay.lock');
      while (code === undefined && !existsSync(lock)) await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill('SIGINT');
      // 0 with a roster; 4 where Ctrl-C came before the first one.
      await ended;
      expect([0, 4]).toContain(code);
      expect(JSON.parse(out)).toMatchObject({ month: '2026-12' });
    });
  });

  it('Ctrl-C twice: nothing is written and nobody is locked out', async () => {
    await inFolder(shop(), async (cwd) => {
      const script = join(process.cwd(), 'bin/roster.js');
      const child = spawn(process.execPath, [script, 'generate', ...MONTH, '--time', '10m', '--json'], {
        cwd,
        stdio: 'ignore',
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      const lock = join(cwd, '2026-12/.rosterpay.lock');
      while (child.exitCode === null && !existsSync(lock)) await new Promise((resolve) => setTimeout(resolve, 20));
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      child.kill('SIGINT');
      child.kill('SIGINT');
      const code = await ended;
      // Two signals sent at once may arrive as one: then the search ends softly.
      expect([0, 4, 130]).toContain(code);
      expect(existsSync(lock)).toBe(false);
      if (code === 130) expect(existsSync(join(cwd, '2026-12/roster.json'))).toBe(false);
    });
  });
});
