/** Files that ship with rosterpay: the presets. Found from wherever the program runs: dist/, src/ or the bench's own build. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from '../base/assert.js';

/** The folder of rosterpay's own package.json. */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }).name === 'rosterpay'
    ) {
      return folder;
    }
    assert(dirname(folder) !== folder, `no package.json of rosterpay above ${from}`);
  }
}

const presets = (): string => join(packageRoot(), 'src', 'handbook', 'presets');

/** Names of the presets that ship, sorted: `three-shift`. */
export async function presetNames(): Promise<readonly string[]> {
  const files = await readdir(presets());
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

/** The YAML of a preset; null where none has this name. A name is never a path. */
export async function readPreset(name: string): Promise<string | null> {
  return (await presetNames()).includes(name) ? readFile(join(presets(), `${name}.yaml`), 'utf8') : null;
}

/** A preset's name for messages and provenance: `preset three-shift`. */
export const presetFile = (name: string): string => `presets/${name}.yaml`;
