import { describe, expect, it } from 'vitest';
import { cases, codesInSource, type ErrorCase, type Said, said } from './catalogue.js';

/** Codes that no command brings about yet, each with the reason. Keep it short. */
const NOT_YET: Readonly<Record<string, string>> = {};

const results = new Map<ErrorCase, Said>();

function page(): string {
  const parts = cases.map((one) => {
    const { severity, exit, en, zh } = results.get(one)!;
    const files = Object.entries(one.files ?? {}).map(([path, content]) =>
      content === null
        ? `without \`${path}\`\n`
        : `\`${path}\`\n\n\`\`\`\n${content.startsWith('base64:') ? '(bytes)' : content.replace(/\n$/, '')}\n\`\`\`\n`,
    );
    return [
      `## ${one.code}\n`,
      `${severity}, exit ${exit}, from \`${one.run}\`\n`,
      `> ${en}\n>\n> ${zh}\n`,
      ...files,
    ].join('\n');
  });
  return `# Messages\n\nEvery message by its code, with the smallest input that brings it about. Made from \`test/errors/\` by
\`npx vitest run test/errors -u\`; do not edit.\n\n${parts.join('\n')}`;
}

describe('the error catalogue', () => {
  it('every code in the sources has a case, and every case a code', () => {
    const catalogued = cases.map((one) => one.code);
    const codes = codesInSource();
    expect(codes.filter((code) => !catalogued.includes(code) && !(code in NOT_YET))).toEqual([]);
    expect([...catalogued, ...Object.keys(NOT_YET)].filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.keys(NOT_YET).filter((code) => catalogued.includes(code))).toEqual([]);
  });

  it.each(cases.map((one) => [one.code, one] as const))('%s', async (code, one) => {
    const result = await said(one);
    results.set(one, result);
    expect(result.en).not.toBe(result.zh);
    await expect(`${result.en}\n${result.zh}\n`).toMatchFileSnapshot(`./${code}/message.txt`);
  });

  it('docs/errors.md is made from the catalogue', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/errors.md');
  });
});
