/** One run at a time in a folder: a file that names the process holding it. A run that was killed does not lock anybody out. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { error, type Issue } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { text } from '../base/text.js';

export const LOCK_FILE = '.rosterpay.lock';

interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
}

export type LockResult =
  | { readonly state: 'taken'; readonly release: () => Promise<void> }
  /** Somebody else has it: the cli exits with 75. */
  | { readonly state: 'held'; readonly issue: Issue }
  /** The folder cannot be made or written to. */
  | { readonly state: 'refused'; readonly issue: Issue };

/** Is there such a process on this machine? Another user's process answers EPERM: it lives. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const parseHolder = (words: string): LockHolder | null => {
  try {
    const { pid, host, command } = JSON.parse(words) as Record<string, unknown>;
    if (!Number.isInteger(pid) || (pid as number) < 1 || typeof host !== 'string') return null;
    return { pid: pid as number, host, command: typeof command === 'string' ? command : '' };
  } catch {
    return null;
  }
};

/** Takes the lock of a folder, which is made where it is missing. */
export async function takeLock(folder: string, command: string): Promise<LockResult> {
  const path = join(folder, LOCK_FILE);
  const mine = `${JSON.stringify({ pid: process.pid, host: hostname(), command, key: randomUUID() })}\n`;
  try {
    await mkdir(folder, { recursive: true });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (await created(path, mine)) return { state: 'taken', release: () => release(path, mine) };
      const theirs = await readFile(path, 'utf8').catch(() => null);
      if (theirs === null) continue;
      const holder = parseHolder(theirs);
      if (holder === null || holder.host !== hostname() || alive(holder.pid)) {
        return { state: 'held', issue: heldBy(holder, path) };
      }
      await removeStale(path, theirs);
    }
    return { state: 'held', issue: heldBy(null, path) };
  } catch (thrown) {
    return { state: 'refused', issue: unwritable(thrown, folder) };
  }
}

function unwritable(thrown: unknown, folder: string): Issue {
  const code = String((thrown as NodeJS.ErrnoException).code ?? thrown);
  return error(
    'folder-not-writable',
    { file: folder },
    text(`nothing can be written into this folder (${code}).`, `无法写入此文件夹（${code}）。`),
    text('Look at its permissions, or write elsewhere with --out.', '请检查文件夹权限，或用 --out 换个位置。'),
  );
}

/** Written beside and linked: the lock never exists without its words. */
async function created(path: string, words: string): Promise<boolean> {
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, words, { flag: 'wx' });
  try {
    await link(beside, path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return await writtenInPlace(path, words);
  } finally {
    await rm(beside, { force: true });
  }
}

/** For systems (USB sticks, network folders) that know no second names. */
async function writtenInPlace(path: string, words: string): Promise<boolean> {
  try {
    await writeFile(path, words, { flag: 'wx' });
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
}

/** Two runs may find the same dead lock: whoever moves away a new one by mistake puts it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, 'utf8').catch(() => stale);
  if (moved !== stale) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function release(path: string, mine: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === mine) await rm(path, { force: true });
}

/** Takes away a lock of this very process, whoever in it took it: its run is over. */
export async function releaseOwn(folder: string): Promise<void> {
  const path = join(folder, LOCK_FILE);
  const words = await readFile(path, 'utf8').catch(() => null);
  const holder = words === null ? null : parseHolder(words);
  if (holder?.pid === process.pid && holder.host === hostname()) await rm(path, { force: true }).catch(() => {});
}

function heldBy(holder: LockHolder | null, path: string): Issue {
  const who = holder === null ? null : `${shown(holder.command)} (${holder.pid}, ${shown(holder.host)})`;
  return error(
    'folder-locked',
    { file: path },
    who === null
      ? text('another run is working in this folder.', '另一个程序正在处理此文件夹。')
      : text(`another run is working in this folder: ${who}.`, `另一个程序正在处理此文件夹：${who}。`),
    text(
      'Wait until it is done. If no such program runs any more, delete this file.',
      '请等待其完成。如果确定没有程序在运行，请删除此文件。',
    ),
  );
}
