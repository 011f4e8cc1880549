/**
 * `npm run --silent bench -- workbook [--rows N] [--rounds R]`: a Taobao report of 2026 as the platform's own workbook (54 columns, every
 * cell an inline text), read and placed like `bench -- orders`, each round in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readTables } from '../../src/io/read-table.js';
import { archive } from '../tools/archive.js';
import { writeOrdersFile } from './orders-file.js';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (type: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="${TYPE}/${type}" Target="${target}"/></Relationships>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function column(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : column(Math.floor(at / 26) - 1) + letter;
}

async function workbookOf(csv: string): Promise<Uint8Array> {
  const { value } = await readTables(csv, csv);
  const names = Array.from({ length: 80 }, (_, at) => column(at));
  let at = 0;
  const rows: string[] = [];
  for (const { cells } of value![0]!.rows) {
    at += 1;
    const inside = cells.map((cell, place) => {
      return `<c r="${names[place]}${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    });
    rows.push(`<row r="${at}">${inside.join('')}</row>`);
  }
  return archive({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="export" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
}

export async function benchWorkbook(argv: readonly string[]): Promise<number> {
  const options = { rows: { type: 'string' }, rounds: { type: 'string' }, make: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const [rows, rounds] = [values.rows ?? 100_000, values.rounds ?? 3].map(Number) as [number, number];
  const say = (words: string): boolean => process.stdout.write(`${words}\n`);
  if (values.make !== undefined) {
    const [csv, xlsx] = [join(values.make, 'orders.csv'), join(values.make, 'orders.xlsx')];
    writeOrdersFile({ path: csv, rows, from: 0, seed: 1 });
    writeFileSync(xlsx, await workbookOf(csv));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rosterpay-workbook-'));
  try {
    // In another process: a child's peak of memory counts from its parent's.
    spawnSync(process.execPath, [process.argv[1]!, 'workbook', '--make', folder, '--rows', String(rows)]);
    const [csv, xlsx] = [join(folder, 'orders.csv'), join(folder, 'orders.xlsx')];
    say(`${rows} rows x 54 columns, ${Math.round(statSync(xlsx).size / 1e6)} MB; load ${loadavg()[0]!.toFixed(1)}`);
    const ours = fileURLToPath(new URL('./orders-run.js', import.meta.url));
    for (let round = 1; round <= rounds; round += 1) {
      for (const file of [xlsx, csv]) {
        const done = spawnSync(process.execPath, [ours, file], { encoding: 'utf8' });
        const { seconds, cpu, megabytes, total } = JSON.parse(done.stdout) as Record<string, number>;
        const kind = file.slice(-4);
        say(
          `${kind}  ${seconds!.toFixed(2)} s  cpu ${cpu!.toFixed(2)} s  ${Math.round(megabytes!)} MB  ${JSON.stringify(total)}`,
        );
      }
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
