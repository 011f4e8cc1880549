/**
 * The calls that change the disk, so that a test can make each of them fail, or be the last one of a killed run. Each waits for
 * the system where it stands, for that is twice as fast as a turn of the loop for every call; only for the bytes to reach
 * the disk, which takes longest, several files wait together.
 */
import { closeSync, copyFileSync, fchmodSync, fsync, linkSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Pieces are drawn as they are written, and none is kept. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

export interface Disk {
  readonly mkdir: (path: string) => Promise<void>;
  /** A new file with these permission bits, its bytes on the disk. */
  readonly write: (path: string, content: Content, mode: number) => Promise<void>;
  readonly chmod: (path: string, mode: number) => Promise<void>;
  /** A second name of a file; a copy where the system knows no second names (USB sticks, network folders). */
  readonly keep: (path: string, name: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** No fault where nothing is there. */
  readonly remove: (path: string) => Promise<void>;
  readonly removeFolder: (path: string) => Promise<void>;
  /** The names in a folder reach the disk; some systems cannot do it, and need not. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const piecesOf = (content: Content): Iterable<string | Uint8Array> =>
  typeof content === 'string' || content instanceof Uint8Array ? [content] : content;

const synced = promisify(fsync);

async function writeSynced(path: string, content: Content, mode: number): Promise<void> {
  const file = openSync(path, 'wx', mode);
  try {
    for (const piece of piecesOf(content)) writeFileSync(file, piece);
    // What the process's mask took away.
    fchmodSync(file, mode);
    await synced(file);
  } finally {
    closeSync(file);
  }
}

async function keep(path: string, name: string): Promise<void> {
  try {
    linkSync(path, name);
  } catch {
    copyFileSync(path, name);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

export const DISK: Disk = {
  mkdir: (path) => mkdir(path),
  write: writeSynced,
  chmod,
  keep,
  rename: async (from, to) => renameSync(from, to),
  remove: (path) => rm(path, { force: true }),
  removeFolder: rmdir,
  syncFolder,
  now: Date.now,
};
