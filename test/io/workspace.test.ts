import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTables } from '../../src/io/read-table.js';
import { filesIn, fingerprint, kindOf, readText } from '../../src/io/workspace.js';
import { said } from '../tools/table.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-'));
  mkdirSync(join(folder, '2026-12', 'orders'), { recursive: true });
  for (const name of ['b.csv', 'a.xlsx', '~$a.xlsx', '.rosterpay.lock']) {
    writeFileSync(join(folder, '2026-12', 'orders', name), 'x,y\n1,2\n');
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('workspace', () => {
  it('lists the files of a folder without what programs leave there', async () => {
    const found = await filesIn(folder);
    expect(found.map((path) => relative(folder, path))).toEqual(['2026-12/orders/a.xlsx', '2026-12/orders/b.csv']);
    expect(await filesIn(join(folder, 'nothing'))).toEqual([]);
  });

  it('knows files from folders', async () => {
    const csv = join(folder, '2026-12', 'orders', 'b.csv');
    expect(await kindOf(folder)).toBe('folder');
    expect(await kindOf(join(folder, 'nothing'))).toBeNull();
    expect(await kindOf(csv)).toBe('file');
  });

  it('fingerprints are SHA-256', () => {
    // The well-known digest of nothing.
    expect(fingerprint('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(fingerprint('李')).toBe(fingerprint(new TextEncoder().encode('李')));
  });

  it('says what is not there, and what is a folder', async () => {
    const missing = await readTables(join(folder, 'staff.csv'), 'staff.csv');
    expect(said(missing.issues)).toEqual(['staff.csv: there is no such file. Look at the name and the folder.']);
    const isFolder = await readTables(folder, 'dept');
    expect(said(isFolder.issues)).toEqual([
      'dept: the file cannot be read (EISDIR). This is a folder: name a file in it.',
    ]);
  });

  it('refuses a file that does not fit into one text', async () => {
    writeFileSync(join(folder, 'huge.csv'), '');
    truncateSync(join(folder, 'huge.csv'), 400_000_001);
    const { issues } = await readTables(join(folder, 'huge.csv'), 'huge.csv');
    expect(said(issues)).toEqual([
      'huge.csv: the file has 401 MB, at most 400 MB can be read. Export fewer days into each file.',
    ]);
  });

  it('reads tables and texts', async () => {
    const csv = join(folder, '2026-12', 'orders', 'b.csv');
    expect((await readText(csv, 'b.csv')).value).toBe('x,y\n1,2\n');
    const { value } = await readTables(csv, 'b.csv');
    expect([...value![0]!.rows].map((row) => row.cells)).toEqual([
      ['x', 'y'],
      ['1', '2'],
    ]);
  });
});
