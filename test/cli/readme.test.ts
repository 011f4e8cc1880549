/** What the README shows is what the program says. After a wanted change: `npx vitest run test/cli/readme.test.ts -u`. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ran } from './world.js';

const BLOCK = /<!-- made by: (.+?) -->\n```text\n[\s\S]*?```/g;

async function output(made: string): Promise<string> {
  const message = /^errors (\S+)$/.exec(made);
  if (message) return readFileSync(`test/errors/${message[1]}/message.txt`, 'utf8');
  const section = /^(.+) section (\w+)$/.exec(made);
  if (section) {
    const { out } = await ran(section[1]!);
    const start = out.split(`\n${section[2]}:\n`)[1]!;
    return `$ ${section[1]}\n${start.slice(0, start.indexOf('\n\n'))}\n`;
  }
  const [, line = '', from, to] = /^(.+) lines (\d+)-(\d+)$/.exec(made)!;
  const { out } = await ran(line, { cwd: `${process.cwd()}/samples/three-shift` });
  return `$ ${line}\n${out
    .split('\n')
    .slice(Number(from) - 1, Number(to))
    .join('\n')}\n`;
}

it('its excerpts are made by the program', async () => {
  let page = readFileSync('README.md', 'utf8');
  for (const [block, made] of [...page.matchAll(BLOCK)].map((match) => [match[0], match[1]!] as const)) {
    const shown = await output(made);
    page = page.replace(block, () => `<!-- made by: ${made} -->\n\`\`\`text\n${shown}\`\`\``);
  }
  await expect(page).toMatchFileSnapshot('../../README.md');
});

it('its links lead somewhere', () => {
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(link))).toEqual([]);
});
