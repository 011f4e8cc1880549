/** Handbooks for tests: YAML text to a Tree with rows, and the presets as they ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Tree } from '../../src/base/tree.js';
import type { HandbookInForce } from '../../src/handbook/in-force.js';
import { loadHandbook } from '../../src/handbook/load.js';

const PRESETS = 'src/handbook/presets';

export function treeOf(yaml: string, file = 'handbook.yaml'): Tree {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0) throw document.errors[0];
  return {
    value: document.toJS(),
    source: { file },
    rowOf: (path) => {
      let node: unknown = document.contents;
      let at: Node | null = null;
      for (const key of path) {
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
          if (pair === undefined) return null;
          at = pair.key as Node;
          node = pair.value;
        } else if (isSeq(node)) {
          at = (node.items[Number(key)] as Node | undefined) ?? null;
          node = at;
        } else return null;
      }
      return at?.range ? lines.linePos(at.range[0]).line : null;
    },
  };
}

export const presetNames: readonly string[] = readdirSync(PRESETS)
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => name !== 'defaults')
  .sort();

const read = new Map<string, Tree>();

export function presetTree(name: string): Tree | null {
  if (name !== 'defaults' && !presetNames.includes(name)) return null;
  const known = read.get(name);
  if (known !== undefined) return known;
  const tree = treeOf(readFileSync(`${PRESETS}/${name}.yaml`, 'utf8'), `${name}.yaml`);
  read.set(name, tree);
  return tree;
}

/** Loads a handbook text over the shipped presets. */
export const load = (yaml: string) => loadHandbook(treeOf(yaml), presetTree, presetNames);

/** The handbook in force, which must have no error. */
export function inForce(yaml: string): HandbookInForce {
  const { value, issues } = load(yaml);
  if (value === null) throw new Error(issues.map((issue) => `${issue.source?.path}: ${issue.message.en}`).join('\n'));
  return value;
}
