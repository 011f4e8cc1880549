/** The folder a department works in: what is there, and the fingerprints of what was read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../base/issue.js';
import { decodeText } from './decode.js';
import { type Content, piecesOf } from './disk.js';
import { readBytes } from './read-table.js';

/** SHA-256 in hexadecimal, as the manifest lists it. */
export function fingerprint(content: Content): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(content)) hash.update(piece);
  return hash.digest('hex');
}

/** The same of a file, however large. Throws what the system says where it cannot be read. */
export async function fileFingerprint(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
  return hash.digest('hex');
}

/** What a path is; null where nothing is there. */
export async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : found.isDirectory() ? 'folder' : 'file';
}

/** Leftovers and locks of programs: ours, Excel's (`~$`), LibreOffice's, the systems'. */
const isNoise = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || ['Thumbs.db', 'desktop.ini', '__MACOSX'].includes(name);

/** Paths of all files in a folder and its subfolders, sorted; none where there is no such folder. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (isNoise(entry.name)) continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await kindOf(path) : null;
    if (entry.isDirectory()) found.push(...(await filesIn(path)));
    else if (entry.isFile() || kind === 'file') found.push(path);
  }
  return found.sort();
}

/** A text file in any encoding people send. Errors: as `readBytes` and `decodeText`. */
export async function readText(path: string, shownName: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path, shownName);
  return bytes.value === null ? { value: null, issues: bytes.issues } : decodeText(bytes.value, { file: shownName });
}

/** Permission bits with the right to write taken away, or given back to the owner; files that are gone have none. */
export async function modesOf(
  paths: readonly string[],
  writable: boolean,
): Promise<readonly { readonly path: string; readonly mode: number }[]> {
  const found = await Promise.all(paths.map(async (path) => ({ path, before: await stat(path).catch(() => null) })));
  return found.flatMap(({ path, before }) =>
    before === null ? [] : [{ path, mode: writable ? (before.mode & 0o777) | 0o200 : before.mode & 0o555 }],
  );
}
