/**
 * `pay attendance` on every sample in both languages: DingTalk's workbook, WeCom's report, Feishu's csv and a plain list, down to
 * each minute. After a wanted change: `npx vitest run test/golden/attendance.test.ts -u`, then look at the difference.
 */
import { describe, expect, it } from 'vitest';
import { ran } from '../cli/world.js';

const SAMPLES = ['three-shift', 'two-shift', 'training-manual', 'punch-clock', 'split-shift', 'work-six'];

describe('pay attendance', () => {
  it.each(SAMPLES)('samples/%s', async (sample) => {
    const said: string[] = [];
    for (const lang of ['en', 'zh']) {
      const { code, out } = await ran(`pay attendance --dir samples/${sample} --month 2026-11 --lang ${lang}`, {
        cwd: process.cwd(),
      });
      expect([0, 1]).toContain(code);
      said.push(out);
    }
    await expect(said.join('\n')).toMatchFileSnapshot(`./attendance/${sample}.txt`);
  });
});
