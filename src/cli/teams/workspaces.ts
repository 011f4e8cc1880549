/** The workspaces below a folder, and the part of them that this machine does. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOf } from '../../io/workspace.js';
import type { Shard } from '../flags.js';

/** What makes a folder a workspace. */
const SIGNS: ReadonlySet<string> = new Set(['handbook.yaml', 'handbook.yml', 'staff.csv', 'staff.xlsx']);

/** Folders within folders: deeper ones are no departments. */
const DEEPEST = 6;

/** Paths of the workspaces, sorted; a workspace within a workspace is none. */
export async function workspacesIn(folder: string, depth = 0): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => SIGNS.has(name.toLowerCase()))) return [folder];
  if (depth === DEEPEST) return [];
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await kindOf(path)) === 'folder');
    if (isFolder) found.push(...(await workspacesIn(path, depth + 1)));
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** Every n-th of the sorted list, so that all parts are as large as one another to within one. */
export const sharded = <T>(all: readonly T[], shard: Shard | null): readonly T[] =>
  shard === null ? all : all.filter((_, at) => at % shard.parts === shard.part - 1);
