/**
 * Several files change at one moment: the moment a journal appears that names every rename still to be done. Killed before
 * it, a run has changed nothing; killed behind it, `settle` does the rest, and every command settles before it reads.
 */
import { randomUUID } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { error, type Issue } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';
import { DISK, type Disk } from './disk.js';
import { linkReader } from './links.js';
import { alive } from './lock.js';
import { severalAtOnce } from './several.js';

/** Bytes that wait for their name and second names of old files start so. */
export const PREFIX = '.rosterpay-';
const JOURNAL_FILE = `${PREFIX}journal.json`;

/** A file to be replaced, named from the journal's folder; its other names stand beside the file itself. */
export interface Rename {
  readonly file: string;
  /** The new bytes. */
  readonly fresh: string;
  /** The old file's second name; null: there was none. */
  readonly old: string | null;
}

export interface Journal {
  /** `on`: the new files are put in place; `back`: one could not be, the old ones are. */
  readonly way: 'on' | 'back';
  readonly renames: readonly Rename[];
  /** Permission bits that follow. */
  readonly modes: readonly { readonly file: string; readonly mode: number }[];
}

const owner = (): { readonly pid: number; readonly host: string } => ({ pid: process.pid, host: hostname() });

/** The moment of change. The journal never exists without its words. */
export async function writeJournal(home: string, journal: Journal, disk: Disk): Promise<void> {
  const beside = join(home, `${PREFIX}${randomUUID()}-journal.new`);
  try {
    await disk.write(beside, `${JSON.stringify({ ...owner(), ...journal })}\n`, 0o600);
    await disk.rename(beside, join(home, JOURNAL_FILE));
  } catch (thrown) {
    await disk.remove(beside).catch(() => {});
    throw thrown;
  }
  await disk.syncFolder(home);
}

export const dropJournal = (home: string, disk: Disk): Promise<void> => disk.remove(join(home, JOURNAL_FILE));

/** What went before is left alone: it may be done twice. Throws what the system says, with the file asked for as `path`. */
export async function carryOut(home: string, journal: Journal, disk: Disk): Promise<void> {
  const leads = linkReader();
  const targets = new Map(journal.renames.map(({ file }) => [file, leads(join(home, file))]));
  const folders = new Set([...targets.values()].map(dirname));
  for (const { file, fresh, old } of journal.renames) {
    const target = targets.get(file)!;
    const beside = (name: string): string => join(dirname(target), name);
    try {
      if (journal.way === 'on') await disk.rename(beside(fresh), target).catch(unlessDone);
      else {
        if (old === null) await disk.remove(target);
        else await disk.rename(beside(old), target).catch(unlessDone);
        await disk.remove(beside(fresh));
      }
    } catch (thrown) {
      throw Object.assign(thrown as Error, { path: join(home, file) });
    }
  }
  for (const { file, mode } of journal.way === 'on' ? journal.modes : []) {
    await disk.chmod(join(home, file), mode).catch(unlessDone);
  }
  for (const folder of folders) await disk.syncFolder(folder);
  await severalAtOnce(journal.renames, async ({ file, old }) => {
    if (old !== null) await disk.remove(join(dirname(targets.get(file)!), old));
  });
}

/** Bytes that already have their name, a file that is gone: nothing is left to do. */
const unlessDone = (thrown: unknown): void => {
  if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
};

/** Steps of another run that is still writing are waited for so long. Milliseconds. */
const PATIENCE = 5000;
const A_MOMENT = 20;

/**
 * Finishes in `home` what a killed run began; waits for one that is writing. Null: nothing is left over. Error:
 * `write-unfinished`, naming the file that is in the way.
 */
export async function settle(home: string, disk: Disk = DISK): Promise<Issue | null> {
  const path = join(home, JOURNAL_FILE);
  for (let waited = 0; ; waited += A_MOMENT) {
    const words = await readFile(path, 'utf8').catch(() => null);
    if (words === null) return null;
    const found = parsed(words);
    if (found === null) return unfinished(new Error('unreadable'), home);
    // A run that is slow or stopped may be overtaken: each step of it may be done twice.
    if (waited < PATIENCE && found.host === hostname() && found.pid !== process.pid && alive(found.pid)) {
      await pause(A_MOMENT);
      continue;
    }
    try {
      const out = await leadsOut(home, found);
      if (out !== null) return foreign(out, home);
      await carryOut(home, found, disk);
      await dropJournal(home, disk);
      return null;
    } catch (thrown) {
      return unfinished(thrown, home);
    }
  }
}

/** Somebody may have mailed us the folder: no name leads out of it, and nothing but our own leftovers is moved. */
function parsed(words: string): (Journal & { readonly pid: number; readonly host: string }) | null {
  try {
    const { way, pid, host, renames, modes } = JSON.parse(words) as Record<string, unknown>;
    if ((way !== 'on' && way !== 'back') || !Number.isInteger(pid) || typeof host !== 'string') return null;
    if (!Array.isArray(renames) || !Array.isArray(modes)) return null;
    const sound =
      renames.every(
        ({ file, fresh, old }) => inside(file) && leftover(fresh, 'new') && (old === null || leftover(old, 'old')),
      ) && modes.every(({ file, mode }) => inside(file) && Number.isInteger(mode) && (mode & ~0o777) === 0);
    return sound ? { way, pid: pid as number, host, renames, modes } : null;
  } catch {
    return null;
  }
}

const inside = (file: unknown): boolean =>
  typeof file === 'string' && file !== '' && !isAbsolute(file) && !file.split(/[\\/]/).includes('..');

const leftover = (name: unknown, end: 'new' | 'old'): boolean =>
  typeof name === 'string' && name.startsWith(PREFIX) && name.endsWith(`.${end}`) && !/[\\/]/.test(name);

/**
 * The first name of the journal that lies outside the folder once links are followed. A run of our own writes where the user's
 * links lead; what a file in the folder says is done within the folder only.
 */
async function leadsOut(home: string, { renames, modes }: Journal): Promise<string | null> {
  const root = await realpath(home);
  const leads = linkReader();
  for (const { file } of [...renames, ...modes]) {
    const way = relative(root, leads(join(root, file)));
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return file;
  }
  return null;
}

const foreign = (file: string, home: string): Issue =>
  error(
    'write-unfinished',
    { file: join(home, JOURNAL_FILE) },
    text(
      `this list of steps still to be done names ${shown(file)}, which is a link out of the folder; nothing has been touched.`,
      `此待完成步骤清单指向 ${shown(file)}，而它经链接通往文件夹之外；未改动任何文件。`,
    ),
    text(
      'Did the folder come from somebody else? Then delete this file, and look where the links in the folder lead. Is the link your own? Put the folder itself in its place, then run any command again.',
      '该文件夹是否来自他人？如是，请删除此文件，并检查文件夹中的链接指向何处。链接若为您自己所建，请换成实际文件夹，然后重新运行任一命令。',
    ),
  );

/** What the system says about a step, as an issue. */
export function unfinished(thrown: unknown, home: string): Issue {
  const { code, path, message } = thrown as NodeJS.ErrnoException;
  const why = shown(code ?? message);
  return error(
    'write-unfinished',
    { file: path ?? join(home, JOURNAL_FILE) },
    text(
      `a run was broken off while it put its files in place, and the rest cannot be done (${why}).`,
      `上次运行在替换文件时被中断，剩余步骤无法完成（${why}）。`,
    ),
    text(
      'Close the file in Excel or WPS, look at the permissions of the folder, then run any command again.',
      '请关闭正在打开该文件的 Excel 或 WPS，并检查文件夹权限，然后重新运行任一命令。',
    ),
  );
}
