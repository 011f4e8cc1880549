/** `pay compute` writes a slip a person that nobody but the owner can read. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileNames } from '../../src/cli/file-name.js';
import { inFolder, ran } from './world.js';

describe('file names of employee numbers', () => {
  it('are none that Windows keeps for a device', () => {
    const nameOf = fileNames(['CON', 'com1.x', 'conny', 'CON_']);
    expect(['CON', 'com1.x', 'conny', 'CON_'].map(nameOf)).toEqual(['CON_', 'com1_.x', 'conny', 'CON_~2']);
  });

  it('hold nothing a path could use, and no two are the same', () => {
    const nameOf = fileNames(['1001', '../1001', 'a/b', 'a_b', 'A_B', '..', '工1']);
    expect(['1001', '../1001', 'a/b', 'a_b', 'A_B', '..', '工1'].map(nameOf)).toEqual([
      ...['1001', '__1001', 'a_b', 'a_b~2', 'A_B~3', '_', '工1'],
    ]);
  });
});

describe('pay compute', () => {
  it('writes every file with wages for the owner alone', async () => {
    const files = {
      'handbook.yaml': 'extends: [three-shift, commission-2017]\n',
      'staff.csv': 'id,name,post_salary\n1001,王婷,4200\n1002,陈慧兰,3600\n',
    };
    await inFolder(files, async (cwd) => {
      const { code, err } = await ran('pay compute --month 2026-11 --lang en', { cwd });
      // Without orders and punches there is something to look at.
      expect([0, 1], err).toContain(code);
      const slips = ['payslips/1001.html', 'payslips/1002.html', 'pay.html', 'pay.xlsx'];
      for (const name of [...slips, 'pay.json', 'pay.csv', 'pay-lines.csv', 'pay-exceptions.csv', 'manifest.json']) {
        expect(statSync(join(cwd, '2026-11', name)).mode & 0o777).toBe(0o600);
      }
    });
  });
});
