/** A run may be killed at any moment: old or new, never a mix. Each call that changes the disk is once the last one. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISK, type Disk, piecesOf } from '../../src/io/disk.js';
import { settle } from '../../src/io/journal.js';
import { writeFiles } from '../../src/io/write-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]): string => join(folder, ...names);

/** Every file that a person sees: path, permission bits, content. */
const seen = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.split('/').at(-1)!.startsWith('.') && statSync(at(name)).isFile())
      .sort()
      .map((name) => [name, `${(statSync(at(name)).mode & 0o777).toString(8)} ${readFileSync(at(name), 'utf8')}`]),
  );

const leftovers = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?:^|\/)\.rosterpay/.test(name));

/** Nothing is brought to the disk here: the machine goes on. */
const QUICK: Disk = {
  ...DISK,
  write: async (path, content, mode) => {
    for (const piece of piecesOf(content)) writeFileSync(path, piece, { flag: 'a', mode });
  },
  syncFolder: async () => {},
};

interface Fall {
  readonly disk: Disk;
  /** Calls made, the deadly one included. */
  readonly calls: () => number;
}

/** The machine is switched off at the n-th call: it happens, half happens, or does not; no later call does anything. */
function killedAt(deadly: number, how: 'before' | 'half' | 'after', faults: Partial<Disk> = {}): Fall {
  let calls = 0;
  const real: Disk = { ...QUICK, ...faults };
  const guard =
    <A extends unknown[]>(name: keyof Disk, act: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      calls += 1;
      const dead = Object.assign(new Error('killed'), { code: 'KILLED' });
      if (calls > deadly) throw dead;
      if (calls < deadly) return act(...args);
      if (how === 'after') await act(...args);
      if (how === 'half' && name === 'write') {
        writeFileSync(String(args[0]), String(args[1]).slice(0, String(args[1]).length / 2));
      }
      throw dead;
    };
  return {
    disk: {
      mkdir: guard('mkdir', real.mkdir),
      write: guard('write', real.write),
      chmod: guard('chmod', real.chmod),
      keep: guard('keep', real.keep),
      rename: guard('rename', real.rename),
      remove: guard('remove', real.remove),
      removeFolder: guard('removeFolder', real.removeFolder),
      syncFolder: guard('syncFolder', real.syncFolder),
      now: real.now,
    },
    calls: () => calls,
  };
}

/** A month as it stood: a read-only register, a slip behind a link, a second slip that is new. */
function oldMonth(): void {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at('payslips'));
  mkdirSync(at('elsewhere'));
  writeFileSync(at('pay.json'), 'old register of the month');
  writeFileSync(at('elsewhere', 'manifest'), 'old manifest');
  symlinkSync(at('elsewhere', 'manifest'), at('manifest.json'));
  writeFileSync(at('payslips', '1001.html'), 'old slip');
  writeFileSync(at('frozen.csv'), 'as it is');
  chmodSync(at('frozen.csv'), 0o644);
}

const FILES = () => [
  { path: at('pay.json'), content: 'new register of the month', mode: 0o600 },
  { path: at('payslips', '1001.html'), content: [Buffer.from('new '), Buffer.from('slip')] },
  { path: at('calendars', 'late', '1002.ics'), content: 'new diary' },
  { path: at('manifest.json'), content: 'new manifest' },
];
const TOGETHER = () => ({ home: folder, modes: [{ path: at('frozen.csv'), mode: 0o444 }] });

const OLD = {
  'elsewhere/manifest': '644 old manifest',
  'frozen.csv': '644 as it is',
  'manifest.json': '644 old manifest',
  'pay.json': '644 old register of the month',
  'payslips/1001.html': '644 old slip',
};
const NEW = {
  'calendars/late/1002.ics': '644 new diary',
  'elsewhere/manifest': '644 new manifest',
  'frozen.csv': '444 as it is',
  'manifest.json': '644 new manifest',
  'pay.json': '600 new register of the month',
  'payslips/1001.html': '644 new slip',
};

/** Every place to fall, one after the other, until a run gets through. */
async function everyFall(
  how: 'before' | 'half' | 'after',
  faults: Partial<Disk>,
  look: () => Promise<void>,
): Promise<number> {
  for (let deadly = 1; ; deadly += 1) {
    oldMonth();
    const { disk, calls } = killedAt(deadly, how, faults);
    await writeFiles(FILES(), TOGETHER(), disk);
    if (calls() < deadly) return deadly - 1;
    await look();
  }
}

describe('a run that is killed', () => {
  it.each(['before', 'half', 'after'] as const)('leaves old or new, wherever it falls (%s the call)', async (how) => {
    const found = { old: 0, new: 0 };
    const falls = await everyFall(how, {}, async () => {
      expect(await settle(folder, QUICK)).toBeNull();
      const now = seen();
      if (JSON.stringify(now) === JSON.stringify(OLD)) found.old += 1;
      else {
        expect(now).toEqual(NEW);
        found.new += 1;
        expect(leftovers()).toEqual([]);
      }
    });
    // 2 folders, 4 files written and their modes, 3 second names, folders synced, the journal, 4 renames ...
    expect(falls).toBeGreaterThan(25);
    expect(found.old).toBeGreaterThan(10);
    expect(found.new).toBeGreaterThan(10);
    expect(found.old + found.new).toBe(falls);
  });

  it('is settled even when the settling is killed, as often as it likes', async () => {
    await everyFall('after', {}, async () => {
      const then = seen();
      for (let deadly = 1; ; deadly += 1) {
        const { disk, calls } = killedAt(deadly, 'after');
        await settle(folder, disk);
        if (calls() < deadly) break;
      }
      expect(await settle(folder)).toBeNull();
      expect([OLD, NEW]).toContainEqual(seen());
      if (JSON.stringify(then) === JSON.stringify(NEW)) expect(seen()).toEqual(NEW);
    });
  });

  it('goes back where a file is in use, killed on the way back or not', async () => {
    const inUse: Partial<Disk> = {
      rename: async (from, to) => {
        if (to.endsWith('1002.ics') && from.endsWith('.new'))
          throw Object.assign(new Error('in use'), { code: 'EBUSY' });
        await DISK.rename(from, to);
      },
    };
    let stuck = 0;
    const falls = await everyFall('before', inUse, async () => {
      const issue = await settle(folder, QUICK);
      if (issue === null) {
        // The journal had not turned round when the run was killed: settling, with the file free again, goes on.
        expect([OLD, NEW]).toContainEqual(seen());
      } else stuck += 1;
    });
    expect([falls > 30, stuck]).toEqual([true, 0]);
    oldMonth();
    const { issues } = await writeFiles(FILES(), TOGETHER(), { ...DISK, ...inUse });
    expect(issues[0]!.message.en).toBe('the file could not be written (EBUSY); nothing has been changed.');
    expect(seen()).toEqual(OLD);
    expect(leftovers()).toEqual([]);
  });
});

describe('settle', () => {
  const journal = (words: object): void =>
    writeFileSync(
      at('.rosterpay-journal.json'),
      JSON.stringify({ pid: 1, host: 'another', way: 'on', renames: [], modes: [], ...words }),
    );

  it('says which file is in the way, and does the rest once it is free', async () => {
    oldMonth();
    await writeFiles(FILES(), TOGETHER(), killedAt(26, 'after').disk);
    expect(leftovers()).toContain('.rosterpay-journal.json');
    const busy: Disk = { ...DISK, rename: () => Promise.reject(Object.assign(new Error('in use'), { code: 'EBUSY' })) };
    const issue = await settle(folder, busy);
    expect(issue).toMatchObject({ code: 'write-unfinished', message: { zh: expect.stringContaining('EBUSY') } });
    expect(issue).toMatchObject({ source: { file: at('pay.json') } });
    expect(await settle(folder)).toBeNull();
    expect(seen()).toEqual(NEW);
  });

  it('waits for a run that is alive, on this machine', async () => {
    journal({ pid: process.ppid, host: hostname() });
    const waiting = settle(folder);
    setTimeout(() => rmSync(at('.rosterpay-journal.json')), 30);
    expect(await waiting).toBeNull();
  });

  it.each([
    { renames: [{ file: '../stolen', fresh: '.rosterpay-a.new', old: null }] },
    { renames: [{ file: '/etc/passwd', fresh: '.rosterpay-a.new', old: null }] },
    { renames: [{ file: 'pay.json', fresh: 'staff.csv', old: null }] },
    { renames: [{ file: 'pay.json', fresh: '.rosterpay-../staff.new', old: null }] },
    { renames: [{ file: 'pay.json', fresh: '.rosterpay-a.new', old: 'staff.csv' }] },
    { modes: [{ file: '../x', mode: 0o777 }] },
    { modes: [{ file: 'pay.json', mode: 0o4755 }] },
    { way: 'sideways' },
  ])('a journal from a stranger moves nothing out of the folder: %o', async (words) => {
    journal(words);
    expect(await settle(folder)).toMatchObject({ code: 'write-unfinished' });
  });

  const sound = { file: 'pay.json', fresh: '.rosterpay-a.new', old: null };
  it.each([
    ['rename', { renames: [sound, { file: 'sub/notes', fresh: '.rosterpay-b.new', old: null }] }],
    ['remove', { way: 'back', renames: [sound, { file: 'sub/notes', fresh: '.rosterpay-b.new', old: null }] }],
    ['modes', { renames: [sound], modes: [{ file: 'sub/notes', mode: 0o777 }] }],
    ['a linked file', { renames: [sound], modes: [{ file: 'linked', mode: 0o777 }] }],
    ['the folder above', { renames: [{ file: 'sub/../../x', fresh: '.rosterpay-b.new', old: null }] }],
  ])('nor does it through a link: %s', async (_, words) => {
    const home = at('home');
    for (const name of ['home', 'outside']) mkdirSync(at(name));
    writeFileSync(at('outside', 'notes'), 'mine');
    writeFileSync(at('outside', '.rosterpay-b.new'), 'theirs');
    writeFileSync(at('home', 'pay.json'), 'old');
    writeFileSync(at('home', '.rosterpay-a.new'), 'new');
    chmodSync(at('outside', 'notes'), 0o600);
    symlinkSync(at('outside'), at('home', 'sub'));
    symlinkSync(at('outside', 'notes'), at('home', 'linked'));
    const full = { pid: 1, host: 'another', way: 'on', modes: [], ...words };
    writeFileSync(at('home', '.rosterpay-journal.json'), JSON.stringify(full));
    const issue = await settle(home);
    expect(issue).toMatchObject({ code: 'write-unfinished', source: { file: at('home', '.rosterpay-journal.json') } });
    const notes = readFileSync(at('outside', 'notes'), 'utf8');
    expect([notes, statSync(at('outside', 'notes')).mode & 0o777]).toEqual(['mine', 0o600]);
    // Nor is the part done that lies inside.
    expect(readFileSync(at('home', 'pay.json'), 'utf8')).toBe('old');
  });

  it('a folder that is itself behind a link is settled, and so are links within it', async () => {
    mkdirSync(at('home', 'kept'), { recursive: true });
    writeFileSync(at('home', 'kept', '.rosterpay-a.new'), 'new');
    symlinkSync(at('home', 'kept'), at('home', 'sub'));
    symlinkSync(at('home'), at('door'));
    const full = { pid: 1, host: 'another', way: 'on', modes: [{ file: 'sub/x', mode: 0o600 }] };
    const renames = [{ file: 'sub/x', fresh: '.rosterpay-a.new', old: null }];
    writeFileSync(at('home', '.rosterpay-journal.json'), JSON.stringify({ ...full, renames }));
    expect(await settle(at('door'))).toBeNull();
    expect(readFileSync(at('home', 'kept', 'x'), 'utf8')).toBe('new');
  });
});
