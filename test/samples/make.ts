/**
 * Makes samples/: `npm run samples`. What it does not make: handbook.yaml, written by hand, and 2026-11/roster.json, made by
 * `roster generate`, from which the punches follow.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { departments } from './departments.js';
import { planOf } from './people.js';
import { FINISHED, workspaceFiles } from './workspace.js';

const root = process.argv[2] ?? 'samples';

for (const department of departments) {
  const folder = join(root, department.name);
  for (const [path, bytes] of await workspaceFiles(department, await planOf(folder, FINISHED))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
