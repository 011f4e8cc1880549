/** docs/handbooks.md, written from the presets themselves: no clause can be lost, no sentence can grow old. */
import { becomesWords } from '../../src/handbook/print/becomes.js';
import { presetTree } from './trees.js';

interface RawClause {
  readonly zh: string;
  readonly en: string;
  readonly sets?: readonly string[];
  readonly assumes?: readonly string[];
  readonly becomes: readonly string[];
}

interface RawPreset {
  readonly title: { readonly en: string; readonly zh: string };
  readonly clauses: Readonly<Record<string, RawClause>>;
}

export const rawPreset = (name: string): RawPreset => presetTree(name)!.value as unknown as RawPreset;

const HEAD = `# Handbooks: what became of every clause

Written by \`test/handbook/clauses-page.test.ts\` from \`src/handbook/presets/\`; do not edit (\`WRITE_DOCS=1 npx vitest run
test/handbook/clauses-page.test.ts\` writes it anew).

A handbook is \`defaults\`, then the presets named in \`extends\` from left to right, then the user's own \`handbook.yaml\`.
Single values and lists: the later one wins. Mappings (shifts, offences, rewards, targets) merge by key. \`null\` takes a
key away, or says "not set" where the schema has such a value. \`roster handbook\` and \`pay handbook\` print what is in
force, each value with its clause; values that a document does not name are marked as assumed.

How to read the last column: **enforced** by a rule of the roster (docs/rules.md), **computed** in a pay line, **printed**
by the handbook commands, given by an **input**, **checked** when the handbook is read, **shown** to the clerk
among the exceptions, or **for people**.
`;

const code = (paths: readonly string[] | undefined): string =>
  paths === undefined || paths.length === 0 ? '–' : paths.map((path) => `\`${path}\``).join('<br>');

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function clausesPage(presets: readonly string[]): string {
  const sections = ['defaults', ...presets].map((name) => {
    const { title, clauses } = rawPreset(name);
    const rows = Object.entries(clauses).map(([id, clause]) =>
      [
        id,
        `${cell(clause.zh)}<br>${cell(clause.en)}`,
        code(clause.sets),
        code(clause.assumes),
        ...(name === 'defaults' ? [] : [becomesWords(clause.becomes).en]),
      ].join(' | '),
    );
    const headings = ['clause', 'words', 'sets', 'assumes', ...(name === 'defaults' ? [] : ['becomes'])];
    return [
      `## \`${name}\`: ${title.en} / ${title.zh}`,
      '',
      `| ${headings.join(' | ')} |`,
      `|${headings.map(() => '---').join('|')}|`,
      ...rows.map((row) => `| ${row} |`),
      '',
    ].join('\n');
  });
  return `${HEAD}\n${sections.join('\n')}`;
}
