/** What docs/questions.md shows is what the program says. After a wanted change: `npx vitest run test/docs/questions.test.ts -u`. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { shop } from '../cli/shop.js';
import { inFolder, ran } from '../cli/world.js';

const FOLDER = 'test/docs/questions';
const MADE = /<!-- made by: (\S+): (.+?) -->\n```text\n[\s\S]*?```/g;
const FILE = /<!-- file: (\S+) -->\n```(\w+)\n[\s\S]*?```/g;

/** The command, what it says on both streams, and how it ends. Seconds differ from run to run. */
async function output(folder: string, line: string): Promise<string> {
  return inFolder(shop(`${FOLDER}/${folder}`), async (cwd) => {
    const { code, out, err } = await ran(line, { cwd });
    return `$ ${line}\n${err}${out}$ echo $?\n${code}\n`;
  });
}

it('its excerpts are made by the program', { timeout: 240_000 }, async () => {
  let page = readFileSync('docs/questions.md', 'utf8');
  for (const [block, path, kind] of page.matchAll(FILE)) {
    const content = readFileSync(`${FOLDER}/${path}`, 'utf8');
    page = page.replace(block, () => `<!-- file: ${path} -->\n\`\`\`${kind}\n${content}\`\`\``);
  }
  for (const [block, folder, line] of page.matchAll(MADE)) {
    const shown = await output(folder!, line!);
    page = page.replace(block, () => `<!-- made by: ${folder}: ${line} -->\n\`\`\`text\n${shown}\`\`\``);
  }
  await expect(page).toMatchFileSnapshot('../../docs/questions.md');
});
