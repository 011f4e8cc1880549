/**
 * One month with an export of every dialect, as a clerk has them: `pay orders` in both languages. What it prints stands in
 * `exports.txt`; after a wanted change: `npx vitest run test/golden -u`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder, ran } from '../cli/world.js';
import { bytesOf, DIALECTS, OWN_COLUMNS } from '../sales/exports/dialects.js';

const own = Object.entries(OWN_COLUMNS).map(([key, heading]) => `    ${key}: ${heading}\n`);
const FILES = {
  'handbook.yaml': `extends: [commission-2017]\nsales:\n  flag: { mode: ignored }\n  generic:\n${own.join('')}`,
  'staff.csv': 'id,name,hired\n1001,王婷,2024-01-01\n1002,陈慧兰,2024-01-01\n',
};

it('orders of every dialect, from the clerk’s folder', async () => {
  await inFolder(FILES, async (cwd) => {
    const orders = join(cwd, '2026-11', 'orders');
    mkdirSync(orders, { recursive: true });
    for (const dialect of DIALECTS) writeFileSync(join(orders, dialect.file), await bytesOf(dialect));
    const pages: string[] = [];
    for (const lang of ['en', 'zh']) {
      const { code, out, err } = await ran(`pay orders --month 2026-11 --lang ${lang}`, { cwd });
      pages.push(`$ pay orders --month 2026-11 --lang ${lang}\n${out}${err}[${code}]\n`);
    }
    await expect(pages.join('\n')).toMatchFileSnapshot('exports.txt');
  });
});
