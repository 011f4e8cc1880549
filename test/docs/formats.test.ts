/** docs/formats.md is what the readers read and the programs write. `npx vitest run test/docs/formats.test.ts -u` */
import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/base/columns.js';
import type { Lang } from '../../src/base/text.js';
import { readTables } from '../../src/io/read-table.js';
import { inFolder, ran } from '../cli/world.js';
import { formatsPage, INPUTS, unexplained } from './formats.js';

describe('file formats', () => {
  it.each(INPUTS)('the example of $file is read without a word', async ({ file, columns, example }) => {
    await inFolder({ 'example.csv': example }, async (dir) => {
      const { value } = await readTables(join(dir, 'example.csv'), file);
      const { records, broken, issues } = readRecords(value![0]!, columns);
      expect({ broken, issues }).toEqual({ broken: [], issues: [] });
      expect(records.length).toBeGreaterThan(0);
    });
  });

  it('the pages are made from the columns and a run', { timeout: 120_000 }, async () => {
    await inFolder({}, async (dir) => {
      const folders: Record<Lang, string> = { en: join(dir, 'en'), zh: join(dir, 'zh') };
      for (const lang of ['en', 'zh'] as const) {
        mkdirSync(folders[lang]);
        cpSync('samples/three-shift', folders[lang], { recursive: true });
        // Published anew, so that its sheets are written: what a search finds may change.
        renameSync(join(folders[lang], '2026-11/roster.json'), join(folders[lang], 'found.json'));
        for (const line of [
          'roster publish found.json --month 2026-11',
          'pay compute --month 2026-11',
          'pay scorecard --month 2026-11',
        ]) {
          expect([0, 1]).toContain((await ran(`${line} --lang ${lang}`, { cwd: folders[lang] })).code);
        }
      }
      expect(unexplained(folders.en)).toEqual([]);
      await expect(formatsPage(folders, 'en')).toMatchFileSnapshot('../../docs/formats.md');
      await expect(formatsPage(folders, 'zh')).toMatchFileSnapshot('../../docs/formats.zh-CN.md');
    });
  });
});
