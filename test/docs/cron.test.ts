/** The recipes of docs/guides/cron.md in a bare environment: what cron gives a job is little more than nothing. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { shop } from '../cli/shop.js';
import { inFolder } from '../cli/world.js';

const [EN, ZH] = ['docs/guides/cron.md', 'docs/guides/cron.zh-CN.md'].map((path) => readFileSync(path, 'utf8')) as [
  string,
  string,
];
const blocks = (page: string): Map<string, string> =>
  new Map(
    [...page.matchAll(/<!-- (?:script|unit): (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map((match) => [
      match[1]!,
      match[2]!,
    ]),
  );

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  /** What was mailed; null: nothing. */
  readonly mail: string | null;
  readonly logs: readonly string[];
}

/** A home with a shop, the two programs as npm would link them, and a mailbox. */
async function nightly(which: string, files: Readonly<Record<string, string>>, hasMail = true): Promise<Outcome> {
  const inShop = Object.fromEntries(Object.entries(files).map(([path, content]) => [`shop/${path}`, content]));
  return inFolder(inShop, async (home) => {
    const bin = join(home, '.local/bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(process.execPath, join(bin, 'node'));
    for (const name of ['roster', 'pay']) {
      chmodSync(`bin/${name}.js`, 0o755);
      symlinkSync(resolve(`bin/${name}.js`), join(bin, name));
    }
    if (hasMail) writeFileSync(join(bin, 'mail'), `#!/bin/sh\n{ echo "$*"; cat; } >"$HOME/mailbox"\n`, { mode: 0o755 });
    const script = join(home, 'shop/month.sh');
    mkdirSync(dirname(script), { recursive: true });
    writeFileSync(script, blocks(EN).get('month.sh')!.replace('--time 60s', '--iterations 40'), { mode: 0o755 });
    const { status, stdout, stderr } = spawnSync('env', ['-i', `HOME=${home}`, 'WAIT=0', script, which], {
      encoding: 'utf8',
      cwd: '/',
      timeout: 60_000,
    });
    const log = join(home, 'shop/log');
    const mailbox = join(home, 'mailbox');
    if (existsSync(log)) for (const name of readdirSync(log)) expect(statSync(join(log, name)).mode & 0o077).toBe(0);
    return {
      code: status,
      out: stdout + stderr,
      mail: existsSync(mailbox) ? readFileSync(mailbox, 'utf8') : null,
      logs: existsSync(log) ? readdirSync(log).map((name) => readFileSync(join(log, name), 'utf8')) : [],
    };
  });
}

it('a good night is silent, and logged', { timeout: 60_000 }, async () => {
  const { code, out, mail, logs } = await nightly('roster', shop());
  expect({ code, out, mail }).toEqual({ code: 0, out: '', mail: null });
  expect(logs).toHaveLength(1);
  expect(logs[0]).toMatch(/得分[\s\S]+exit 0\n$/);
});

it('what must be looked at is mailed with its exit code; without a mail program cron mails it', async () => {
  const nothing = { 'handbook.yaml': shop()['handbook.yaml']! };
  const { code, out, mail } = await nightly('pay', nothing);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(mail).toMatch(/^-s pay compute: exit 2 \S+\n[\s\S]*没有员工名单[\s\S]*exit 2\n$/);
  const bare = await nightly('pay', nothing, existsSync('/usr/bin/mail'));
  expect(bare.code).toBe(2);
});

it('another run that holds the lock is waited for, and told of in the end', async () => {
  // The script's month follows the clock: a lock in each that could be meant.
  const held = JSON.stringify({ pid: process.pid, host: hostname(), command: 'roster generate' });
  const months = [0, 1, 2].map((more) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + more, 15)).toISOString().slice(0, 7);
  });
  const locks = Object.fromEntries(months.map((month) => [`${month}/.rosterpay.lock`, held]));
  const { code, mail } = await nightly('roster', { ...shop(), ...locks });
  expect(code).toBe(75);
  expect(mail).toContain('exit 75');
});

it('the recipes are the same in both languages, and the units say what systemd needs', () => {
  expect([...blocks(EN)]).toEqual([...blocks(ZH)]);
  const units = [...blocks(EN)].filter(([name]) => name !== 'month.sh');
  expect(units.map(([name]) => name)).toEqual(['rosterpay@.service', 'rosterpay-roster.timer', 'rosterpay-pay.timer']);
  for (const [name, unit] of units) {
    expect(unit).toContain('[Unit]\nDescription=');
    for (const line of unit.split('\n')) expect(line).toMatch(/^(\[\w+\]|#.*|\w+=.+|)$/);
    if (name.endsWith('.timer'))
      expect(unit).toMatch(/OnCalendar=\*-\*-\d\d \d\d:\d\d:\d\d\nPersistent=true\nUnit=rosterpay@\w+\.service/);
    else expect(unit).toContain('ExecStart=%h/shop/month.sh %i');
  }
});
