/** The calls that change the disk, so that a test can make each of them fail, or be the last one of a killed run. */
import { chmod, copyFile, link, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';

export interface Disk {
  readonly mkdir: (path: string) => Promise<void>;
  /** A new file, its bytes on the disk. */
  readonly write: (path: string, content: string | Uint8Array, mode: number) => Promise<void>;
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

async function writeSynced(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
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
  keep: (path, name) => link(path, name).catch(() => copyFile(path, name)),
  rename,
  remove: (path) => rm(path, { force: true }),
  removeFolder: rmdir,
  syncFolder,
  now: Date.now,
};
