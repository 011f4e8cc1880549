/** What the README and its Chinese twin show is what the program says. After a wanted change: `npx vitest run test/cli/readme.test.ts -u`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ran } from './world.js';

const BLOCK = /<!-- made by: (.+?) -->\n```text\n[\s\S]*?```/g;

const PAGES = [
  ['README.md', 'en'],
  ['docs/README.zh-CN.md', 'zh'],
] as const;

async function output(made: string, lang: 'en' | 'zh'): Promise<string> {
  const message = /^errors (\S+)$/.exec(made);
  if (message) return readFileSync(`test/errors/${message[1]}/message.txt`, 'utf8');
  const env = { LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' };
  const section = /^(.+) section (\S+)$/.exec(made);
  if (section) {
    const { out } = await ran(section[1]!, { env });
    const start = out.split(`\n${section[2]}${lang === 'zh' ? '：' : ':'}\n`)[1]!;
    return `$ ${section[1]}\n${start.slice(0, start.indexOf('\n\n'))}\n`;
  }
  const [, line = '', from, to] = /^(.+) lines (\d+)-(\d+)$/.exec(made)!;
  const { out } = await ran(line, { cwd: `${process.cwd()}/samples/three-shift`, env });
  return `$ ${line}\n${out
    .split('\n')
    .slice(Number(from) - 1, Number(to))
    .join('\n')}\n`;
}

it.each(PAGES)('the excerpts of %s are made by the program', async (path, lang) => {
  let page = readFileSync(path, 'utf8');
  for (const [block, made] of [...page.matchAll(BLOCK)].map((match) => [match[0], match[1]!] as const)) {
    const shown = await output(made, lang);
    page = page.replace(block, () => `<!-- made by: ${made} -->\n\`\`\`text\n${shown}\`\`\``);
  }
  await expect(page).toMatchFileSnapshot(`../../${path}`);
});

it('the twins show the same', () => {
  const [en, zh] = PAGES.map(([path]) =>
    [...readFileSync(path, 'utf8').matchAll(BLOCK)].map((match) => match[1]!.replace(/ section \S+$/, '')),
  );
  expect(en).toEqual(zh);
});

it.each(PAGES)('the links of %s lead somewhere', (path) => {
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(path), link)))).toEqual([]);
});
