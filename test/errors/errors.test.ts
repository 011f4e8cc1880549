import { describe, expect, it } from 'vitest';
import { EXIT, EXIT_MEANS } from '../../src/cli/exit.js';
import { cases, codesInSource, type ErrorCase, type Said, said } from './catalogue.js';

/** Codes that no input of a command brings about, each with the reason. Keep it short. */
const NOT_BY_INPUT: Readonly<Record<string, string>> = {
  'file-system': 'a fault of the machine that no room foresees',
  'file-too-large': 'an input of 400 MB; test/io',
  'workbook-too-large': 'a workbook that unpacks to hundreds of MB; test/io',
  'encoding-mixed': 'a file too large to be read at once; test/io',
  interrupted: 'Ctrl-C; test/cli/run.test.ts',
  'internal-error': 'our own bug; test/cli/run.test.ts',
  usage: 'a complaint of commander that no flag of ours can cause',
  'previous-roster-other-month': 'the reader of the file says it first (roster-other-month); test/roster',
};

const results = new Map<ErrorCase, Said>();

/** Lines and columns of a file that the page shows. */
const [LINES, COLUMNS] = [14, 150];

function excerpt(content: string): string {
  if (content.startsWith('base64:')) return '(bytes)';
  const lines = content.replace(/\n$/, '').split('\n');
  const shown = lines.slice(0, LINES).map((line) => (line.length > COLUMNS ? `${line.slice(0, COLUMNS)}...` : line));
  return [...shown, ...(lines.length > LINES ? ['...'] : [])].join('\n');
}

function page(): string {
  const parts = cases.map((one) => {
    const { severity, exit, en, zh } = results.get(one)!;
    const files = Object.entries(one.files ?? {}).map(([path, content]) =>
      content === null ? `without \`${path}\`\n` : `\`${path}\`\n\n\`\`\`\n${excerpt(content)}\n\`\`\`\n`,
    );
    return [
      `## ${one.code}\n`,
      `${severity}, exit ${exit}, from \`${one.run}\`\n`,
      `> ${en}\n>\n> ${zh}\n`,
      ...files,
    ].join('\n');
  });
  const exits = (Object.keys(EXIT) as (keyof typeof EXIT)[]).map(
    (name) => `| ${EXIT[name]} | ${EXIT_MEANS[name].en} | ${EXIT_MEANS[name].zh} |\n`,
  );
  return `# Exit codes and messages\n\nMade from the sources and from \`test/errors/\` by \`npx vitest run test/errors -u\`; do not edit.

## Exit codes 退出码\n\n| | | |\n|---|---|---|\n${exits.join('')}
# Messages\n\nEvery message by its code, with the smallest input that brings it about. The code is what \`--json\` gives; it stays, the words
may improve.\n\n${parts.join('\n')}`;
}

describe('the error catalogue', () => {
  it('every code in the sources has a case, and every case a code', () => {
    const catalogued = cases.map((one) => one.code);
    const codes = codesInSource();
    expect(codes.filter((code) => !catalogued.includes(code) && !(code in NOT_BY_INPUT))).toEqual([]);
    expect([...catalogued, ...Object.keys(NOT_BY_INPUT)].filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.keys(NOT_BY_INPUT).filter((code) => catalogued.includes(code))).toEqual([]);
  });

  it.each(cases.map((one) => [one.code, one] as const))('%s', async (code, one) => {
    const result = await said(one);
    results.set(one, result);
    expect(result.en).not.toBe(result.zh);
    await expect(`${result.en}\n${result.zh}\n`).toMatchFileSnapshot(`./${code}/message.txt`);
  });

  it('knows the mistakes a supervisor makes most', () => {
    const mistakes = [
      'leave-ends-before-start',
      'staff-number-unknown',
      'shift-unknown',
      'staff-number-twice',
      'month-without-staff',
    ];
    for (const code of mistakes)
      expect(cases.some((one) => one.code === code && one.run === 'roster check')).toBe(true);
  });

  it('docs/errors.md is made from the catalogue', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/errors.md');
  });
});
