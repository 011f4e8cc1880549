/** The handbook in force: the user's file over the presets it takes in; a preset's name will do in place of a file. */
import { join, resolve } from 'node:path';
import { error, type Outcome } from '../base/issue.js';
import { text } from '../base/text.js';
import type { Tree } from '../base/tree.js';
import type { Part } from '../handbook/checks/check.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { DEFAULTS, loadHandbook } from '../handbook/load.js';
import { presetFile, presetNames, readPreset } from '../io/package-files.js';
import { kindOf, readText } from '../io/workspace.js';
import { parseYaml } from '../io/yaml.js';
import { type Place, shownPath } from './place.js';

/** Names a user may extend. */
export const offered = async (): Promise<readonly string[]> =>
  (await presetNames()).filter((name) => name !== DEFAULTS);

const presetTrees = new Map<string, Promise<Tree | null>>();

/** A preset, read once a process: it is part of the program, and YAML is slow. */
function presetTree(name: string): Promise<Tree | null> {
  const reading = async (): Promise<Tree | null> => {
    const words = await readPreset(name);
    return words === null ? null : (await parseYaml(words, { file: presetFile(name) })).value;
  };
  const tree = presetTrees.get(name) ?? reading();
  presetTrees.set(name, tree);
  return tree;
}

/** Merges a user's tree over the presets it extends. Only those are read. */
export async function handbookFrom(user: Tree, part: Part | null = null): Promise<Outcome<HandbookInForce>> {
  const trees = new Map<string, Tree>();
  const take = async (name: string): Promise<void> => {
    if (trees.has(name)) return;
    const tree = await presetTree(name);
    if (tree === null) return;
    trees.set(name, tree);
    for (const below of extended(tree)) await take(below);
  };
  for (const name of [DEFAULTS, ...extended(user)]) await take(name);
  return loadHandbook(user, (name) => trees.get(name) ?? null, await offered(), part);
}

/** What a file extends, as far as it is a list of names; loadHandbook says what is wrong with it otherwise. */
function extended({ value }: Tree): string[] {
  const wanted = typeof value === 'object' && value !== null ? (value as { extends?: unknown }).extends : null;
  return Array.isArray(wanted) ? wanted.filter((name) => typeof name === 'string') : [];
}

/** A handbook that is nothing but presets, as if a file said `extends: [...]`. */
export const presetsAlone = (names: readonly string[], file: string): Tree => ({
  value: { extends: names },
  source: { file },
  rowOf: () => null,
});

/**
 * The workspace's handbook.yaml, or what `--handbook` names: a file, else presets (`three-shift,commission-2017`).
 * `part` leaves out the other half's warnings: a roster does not lecture on commission.
 */
export async function readHandbook(
  place: Place,
  given: string | null,
  part: Part | null = null,
): Promise<Outcome<HandbookInForce>> {
  const usual = join(place.dir, 'handbook.yaml');
  if (given === null && (await kindOf(usual)) === null) {
    const missing = error(
      'handbook-missing',
      { file: shownPath(usual, place) },
      text('there is no handbook.', '没有手册。'),
      text(
        'Make a workspace with: roster init DIR. Or name a file or a preset with --handbook.',
        '请用 roster init 文件夹 新建工作文件夹，或用 --handbook 指定文件或现成手册。',
      ),
    );
    return { value: null, issues: [missing] };
  }
  const path = given === null ? usual : resolve(place.cwd, given);
  const names = given?.split(',') ?? [];
  if (given !== null && (await kindOf(path)) === null) {
    const known = await offered();
    if (names.every((name) => known.includes(name))) return handbookFrom(presetsAlone(names, '--handbook'), part);
  }
  place.used.add(path);
  const file = shownPath(path, place);
  const words = await readText(path, file);
  if (words.value === null) return { value: null, issues: words.issues };
  const tree = await parseYaml(words.value, { file });
  return tree.value === null ? { value: null, issues: tree.issues } : handbookFrom(tree.value, part);
}
