/**
 * From files to the handbook in force: defaults, extended presets and the user's file are merged, judged by the schema
 * and cross-checked. Everything wrong is reported at once, each with its row.
 */
import { InternalError } from '../base/assert.js';
import { error, hasErrors, type Issue, type Outcome, outcome } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import { text } from '../base/text.js';
import { placeOf, type Tree } from '../base/tree.js';
import type { Part } from './checks/check.js';
import { crossCheck } from './checks/registry.js';
import type { HandbookInForce } from './in-force.js';
import { isMapping, type Layer, merge } from './merge.js';
import { originIn } from './origin.js';
import { handbook } from './schema/handbook.js';
import { schemaIssues } from './schema-issues.js';

/** The preset that lies under everything. */
export const DEFAULTS = 'defaults';

/**
 * @param userTree the user's handbook.yaml
 * @param presetTree a preset's file by name; null where there is none
 * @param presetNames what may stand in `extends`, for messages
 * @param part whose warnings to give: a roster's run need not hear about fines; null: all
 * @returns the handbook in force with warnings, or every error
 */
export function loadHandbook(
  userTree: Tree,
  presetTree: (name: string) => Tree | null,
  presetNames: readonly string[],
  part: Part | null = null,
): Outcome<HandbookInForce> {
  const shape = isMapping(userTree.value) || userTree.value === null;
  if (!shape) return { value: null, issues: [notAMapping(userTree)] };
  const { layers, issues } = layersOf(userTree, presetTree, presetNames);
  const merged = merge(layers);
  const origin = originIn(merged, layers);
  const names = layers.flatMap((layer) => (layer.preset === null || layer.preset === DEFAULTS ? [] : [layer.preset]));
  const own = isMapping(userTree.value) ? userTree.value : {};
  const title = own.title ?? layers.find((layer) => layer.preset === names[0])?.tree.value;
  const raw = {
    ...merged.value,
    extends: names,
    ...(own.title === undefined
      ? isMapping(title) && title.title !== undefined
        ? { title: title.title }
        : {}
      : { title }),
  };
  const parsed = handbook.safeParse(raw);
  if (!parsed.success) {
    const all = [...issues, ...schemaIssues(parsed.error.issues, raw, origin, userTree)];
    return { value: null, issues: all };
  }
  const inForce: HandbookInForce = { values: parsed.data, origin };
  return outcome(inForce, [...issues, ...(hasErrors(issues) ? [] : crossCheck(inForce, part))]);
}

const notAMapping = (tree: Tree): Issue =>
  error(
    'handbook-not-a-mapping',
    tree.source,
    text('the file holds no chapters.', '文件里没有章节。'),
    text('Write keys such as "extends: [three-shift]".', '请写入章节，例如 extends: [three-shift]。'),
  );

interface Layers {
  readonly layers: readonly Layer[];
  readonly issues: readonly Issue[];
}

/** Defaults, then each preset after those it extends itself, each once, the user's file last. */
function layersOf(userTree: Tree, presetTree: (name: string) => Tree | null, presetNames: readonly string[]): Layers {
  const defaults = presetTree(DEFAULTS);
  if (defaults === null) throw new InternalError('the defaults under every handbook are missing');
  const layers: Layer[] = [{ preset: DEFAULTS, tree: defaults }];
  const issues: Issue[] = [];
  const seen = new Set([DEFAULTS]);

  const takeIn = (tree: Tree): void => {
    const wanted = isMapping(tree.value) ? tree.value.extends : undefined;
    if (wanted === undefined || wanted === null) return;
    if (!Array.isArray(wanted)) {
      issues.push(extendsNoList(tree, wanted));
      return;
    }
    wanted.forEach((name: unknown, index) => {
      const preset = String(name);
      if (seen.has(preset)) return;
      const below = typeof name === 'string' ? presetTree(preset) : null;
      if (below === null) {
        issues.push(unknownPreset(tree, index, preset, presetNames));
        return;
      }
      seen.add(preset);
      takeIn(below);
      layers.push({ preset, tree: below });
    });
  };
  takeIn(userTree);
  return { layers: [...layers, { preset: null, tree: userTree }], issues };
}

const extendsNoList = (tree: Tree, found: unknown): Issue =>
  error(
    'handbook-extends-no-list',
    placeOf(tree, ['extends']),
    text(
      `extends is ${JSON.stringify(found)}, not a list of presets.`,
      `extends 是 ${JSON.stringify(found)}，不是预设列表。`,
    ),
    text('Write it in brackets: extends: [three-shift].', '请用方括号：extends: [three-shift]。'),
  );

function unknownPreset(tree: Tree, index: number, name: string, known: readonly string[]): Issue {
  const guess = nearest(name, known);
  const list = known.join(', ');
  return error(
    'handbook-unknown-preset',
    placeOf(tree, ['extends', index]),
    text(`there is no preset "${name}".`, `没有名为“${name}”的预设。`),
    guess === null
      ? text(`Choose from ${list}.`, `可选：${list}。`)
      : text(`Did you mean ${guess}? There are ${list}.`, `是否想写 ${guess}？可选：${list}。`),
  );
}
