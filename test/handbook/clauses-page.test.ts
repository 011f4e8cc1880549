import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/handbook/schema/rules.js';
import { clausesPage, rawPreset } from './clauses-page.js';
import { presetNames } from './trees.js';

const PAGE = 'docs/handbooks.md';
/** The default first, as the documents are numbered. */
const ORDER = [
  'three-shift',
  'two-shift',
  'training-manual',
  'punch-clock',
  'split-shift',
  'work-six',
  'commission-2017',
  'conversion-bonus',
  'after-sales',
  'daily-routine',
];

const tokens = (kind: string): string[] =>
  presetNames
    .flatMap((name) => Object.values(rawPreset(name).clauses).flatMap(({ becomes }) => becomes))
    .filter((token) => token.startsWith(`${kind}:`))
    .map((token) => token.slice(kind.length + 1));

describe('what becomes of a clause', () => {
  it('docs/handbooks.md says it as the presets do', () => {
    expect([...ORDER].sort()).toEqual(presetNames);
    const page = clausesPage(ORDER);
    if (process.env.WRITE_DOCS !== undefined) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('a rule it names is a rule', () => {
    expect(tokens('rule').filter((id) => !(id in rules.shape))).toEqual([]);
  });

  it('a pay line it names is there', () => {
    expect(tokens('line').filter((id) => !existsSync(`src/pay/lines/${id}.ts`))).toEqual([]);
  });

  it('a check it names is there', () => {
    const code = readdirSync('src/handbook/checks')
      .map((file) => readFileSync(`src/handbook/checks/${file}`, 'utf8'))
      .join('\n');
    expect(tokens('check').filter((id) => !code.includes(`'${id}'`))).toEqual([]);
  });
});
