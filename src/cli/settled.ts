/** The folders a command may read or write, and what a run that was killed left in them. */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Issue } from '../base/issue.js';
import { settle } from '../io/journal.js';
import { releaseOwn } from '../io/lock.js';
import { kindOf } from '../io/workspace.js';
import type { Flags } from './flags.js';
import type { Shell } from './shell.js';

/** The workspace and its months, and the folders of what is named on the command line. */
async function foldersOf(
  flags: Pick<Flags, 'dir' | 'out' | 'roster' | 'previous'>,
  args: readonly string[],
  shell: Pick<Shell, 'cwd'>,
): Promise<readonly string[]> {
  const dir = resolve(shell.cwd, flags.dir ?? '.');
  const months = (await readdir(dir).catch(() => [])).filter((name) => /^\d{4}-\d{2}$/.test(name));
  const named: string[] = [];
  for (const word of [...args, flags.out, flags.roster, flags.previous]) {
    if (word === null) continue;
    const path = resolve(shell.cwd, word);
    const kind = await kindOf(path);
    if (kind !== null) named.push(kind === 'folder' ? path : dirname(path));
  }
  return [...new Set([dir, ...months.map((month) => join(dir, month)), ...named])];
}

/** Before anything is read: what a killed run began to put in place is finished. */
export async function settled(flags: Flags, args: readonly string[], shell: Shell): Promise<Issue[]> {
  const folders = await foldersOf(flags, args, shell);
  const issues = await Promise.all(folders.map((folder) => settle(folder)));
  return issues.filter((issue) => issue !== null);
}

/** The end of a run that was broken off: it locks nobody out. */
export async function unlocked(
  flags: Pick<Flags, 'dir' | 'out' | 'roster' | 'previous'>,
  args: readonly string[],
  shell: Pick<Shell, 'cwd'>,
): Promise<void> {
  for (const folder of await foldersOf(flags, args, shell)) await releaseOwn(folder);
}
