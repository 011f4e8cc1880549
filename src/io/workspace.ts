/** The folder a department works in: what is there, and the fingerprints of what was read. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { error, type Outcome, outcome } from '../base/issue.js';
import { text } from '../base/text.js';
import { decodeText } from './decode.js';
import { readBytes } from './read-table.js';

/** SHA-256 in hexadecimal, as the manifest lists it. */
export const fingerprint = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What a path is; null where nothing is there. */
export async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : found.isDirectory() ? 'folder' : 'file';
}

/** The first of the paths that is a file, for inputs that may be csv or xlsx; null where none is. */
export async function firstFile(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if ((await kindOf(path)) === 'file') return path;
  return null;
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

/** A path as messages show it: relative to the workspace where it lies inside, with `/` on every system. */
export function shownPath(path: string, workspace: string): string {
  const inside = relative(workspace, path);
  return (inside === '' || inside.startsWith('..') ? path : inside).split(sep).join('/');
}

/** A text file in any encoding people send. Errors: as `readBytes` and `decodeText`. */
export async function readText(path: string, shownName: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path, shownName);
  return bytes.value === null ? { value: null, issues: bytes.issues } : decodeText(bytes.value, { file: shownName });
}

/** Error `folder-missing` where there is no such folder. */
export async function checkFolder(path: string, shownName: string): Promise<Outcome<string>> {
  if ((await kindOf(path)) === 'folder') return outcome(path, []);
  const message = text('there is no such folder.', '文件夹不存在。');
  const hint = text(
    'Look at --dir, or make a workspace with: roster init DIR.',
    '请检查 --dir，或用 roster init DIR 新建工作文件夹。',
  );
  return { value: null, issues: [error('folder-missing', { file: shownName }, message, hint)] };
}
