import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISK, type Disk } from '../../src/io/disk.js';
import { writeFiles } from '../../src/io/write-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]): string => join(folder, ...names);

/** Everything in the folder: path and content. */
const inside = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(at(name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(at(name), 'utf8')]),
  );

/** A disk whose n-th call (counted from 1) of one kind fails. */
function failing(kind: 'write' | 'rename', call: number): Disk {
  const counts = { write: 0, rename: 0 };
  const step = (which: 'write' | 'rename'): void => {
    counts[which] += 1;
    if (which === kind && counts[which] === call) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  return {
    ...DISK,
    write: async (path, content, mode) => {
      // The journal's own words are no file of ours.
      if (!path.endsWith('-journal.new')) step('write');
      await DISK.write(path, content, mode);
    },
    rename: async (from, to) => {
      if (!from.endsWith('-journal.new')) step('rename');
      await DISK.rename(from, to);
    },
  };
}

const NEW = () => [
  { path: at('roster.json'), content: 'new roster' },
  { path: at('pay.csv'), content: 'new pay' },
  { path: at('payslips', 'a', '1001.html'), content: 'new slip' },
];

describe('writeFiles', () => {
  it('writes all files and makes their folders', async () => {
    writeFileSync(at('pay.csv'), 'old pay');
    const { value, issues } = await writeFiles(NEW());
    expect(issues).toEqual([]);
    expect(value).toEqual(NEW().map((file) => file.path));
    expect(inside()).toEqual({ 'pay.csv': 'new pay', 'payslips/a/1001.html': 'new slip', 'roster.json': 'new roster' });
  });

  const FAILURES = (['write', 'rename'] as const).flatMap((kind) => [1, 2, 3].map((call) => ({ kind, call })));
  it.each(FAILURES)('nothing has changed when $kind $call fails', async ({ kind, call }) => {
    writeFileSync(at('roster.json'), 'old roster');
    writeFileSync(at('pay.csv'), 'old pay');
    const { value, issues } = await writeFiles(NEW(), {}, failing(kind, call));
    expect(value).toBeNull();
    expect(issues).toMatchObject([
      {
        code: 'write-failed',
        source: { file: NEW()[call - 1]!.path },
        message: { en: 'the file could not be written (ENOSPC); nothing has been changed.' },
        hint: { zh: '请清理磁盘空间后重试。' },
      },
    ]);
    expect(inside()).toEqual({ 'pay.csv': 'old pay', 'roster.json': 'old roster' });
    expect(readdirSync(folder).sort()).toEqual(['pay.csv', 'roster.json']);
  });

  it('draws each file when its turn has come; where drawing fails nothing has changed', async () => {
    writeFileSync(at('pay.csv'), 'old pay');
    const drawn = function* (last: boolean) {
      yield { path: at('slips', '1.html'), content: [Buffer.from('one '), Buffer.from('slip')] };
      if (!last) throw new Error('sums do not add up');
      yield { path: at('pay.csv'), content: 'new pay' };
    };
    await expect(writeFiles(drawn(false))).rejects.toThrow('sums do not add up');
    expect(inside()).toEqual({ 'pay.csv': 'old pay' });
    expect(readdirSync(folder)).toEqual(['pay.csv']);
    await writeFiles(drawn(true));
    expect(inside()).toEqual({ 'pay.csv': 'new pay', 'slips/1.html': 'one slip' });
  });

  it('refuses a folder in the place of a file', async () => {
    mkdirSync(at('pay.csv'));
    const { issues } = await writeFiles(NEW());
    expect(issues[0]!.message.en).toBe('the file could not be written (EISDIR); nothing has been changed.');
    expect(inside()).toEqual({});
  });

  it('keeps the permissions of an old file, but what is asked to be private becomes private', async () => {
    for (const name of ['old', 'open']) {
      writeFileSync(at(name), 'x');
      chmodSync(at(name), 0o640);
    }
    await writeFiles([
      { path: at('old'), content: 'y' },
      { path: at('open'), content: 'y', mode: 0o600 },
      { path: at('new'), content: 'y', mode: 0o600 },
    ]);
    const modes = ['old', 'open', 'new'].map((name) => statSync(at(name)).mode & 0o777);
    expect(modes).toEqual([0o640, 0o600, 0o600]);
  });

  it('leaves alone what is there already, byte for byte and with its mode', async () => {
    const slips = ['same', 'other', 'longer', 'open', 'pieces', 'turned', 'once'].map((name) => ({
      path: at(name),
      content: 'xy',
    }));
    await writeFiles(slips.map((slip) => ({ ...slip, mode: 0o600 })));
    chmodSync(at('open'), 0o644);
    const written: string[] = [];
    const disk: Disk = {
      ...DISK,
      write: (path, content, mode) => {
        written.push(path.replace(/^.*-/, ''));
        return DISK.write(path, content, mode);
      },
    };
    const pieces = (...words: string[]): Uint8Array[] => words.map((word) => Buffer.from(word));
    const contents = ['xy', 'yy', 'xyz', 'xy', pieces('x', 'y'), pieces('y', 'x'), pieces('x', 'y').values()];
    const again = slips.map(({ path }, slip) => ({ path, content: contents[slip]!, mode: 0o600 }));
    const { value } = await writeFiles(again, {}, disk);
    expect(value).toEqual(slips.map(({ path }) => path));
    expect(written).toEqual(['other.new', 'longer.new', 'open.new', 'turned.new', 'once.new', 'journal.new']);
    expect(inside()).toEqual({
      ...{ longer: 'xyz', once: 'xy', open: 'xy', other: 'yy', pieces: 'xy', same: 'xy', turned: 'yx' },
    });
    expect(statSync(at('open')).mode & 0o777).toBe(0o600);
    // Bytes count, not letters; and where nothing is new, nothing is written at all.
    await writeFiles([{ path: at('same'), content: '\u5458' }], {}, disk);
    await writeFiles([{ path: at('same'), content: Buffer.from('\u5458') }], {}, disk);
    expect(written.slice(6)).toEqual(['same.new']);
    // Asked for twice: the last one counts, also where the disk has it already.
    await writeFiles([
      { path: at('same'), content: 'z' },
      { path: at('same'), content: '\u5458' },
    ]);
    expect(readFileSync(at('same'), 'utf8')).toBe('\u5458');
  });

  it('writes through a link', async () => {
    writeFileSync(at('real'), 'x');
    symlinkSync(at('real'), at('link'));
    await writeFiles([{ path: at('link'), content: 'y' }]);
    expect(readFileSync(at('real'), 'utf8')).toBe('y');
  });

  it('takes away what a killed run left, but not at once: it may be alive', async () => {
    const leftover = '.rosterpay-1-pay.csv.new';
    writeFileSync(at(leftover), 'half');
    const born = statSync(at(leftover)).ctimeMs;
    const disk = (now: number): Disk => ({ ...DISK, now: () => now });
    const file = { path: at('pay.csv'), content: 'y' };
    await writeFiles([file], {}, disk(born + 3_600_000));
    expect(Object.keys(inside())).toEqual([leftover, 'pay.csv']);
    await writeFiles([file], {}, disk(born + 3_600_001));
    expect(Object.keys(inside())).toEqual(['pay.csv']);
  });
});
