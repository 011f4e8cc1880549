/** Two threads read what one reads: the same rows, the same faults, in the same order. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/base/table.js';
import { scanBeside } from '../../src/io/scan-beside.js';
import { type CsvFault, type ScanOptions, scanCsv } from '../../src/io/scan-csv.js';

/** A thread runs compiled code only. */
const THREAD = new URL('../../dist/io/scan-thread.js', import.meta.url);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rosterpay-beside-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  readonly rows: Row[];
  readonly faults: CsvFault[];
}

const telling = (columns: number[] | null, most = 1e9): { readonly told: Told; readonly options: ScanOptions } => {
  const told: Told = { rows: [], faults: [] };
  const options: ScanOptions = {
    encoding: 'gb18030',
    columns,
    width: 4,
    onFault: (fault) => told.faults.push(fault),
    onRow: (row) => told.rows.push(row) < most,
  };
  return { told, options };
};

const beside = (content: Uint8Array, columns: number[] | null, most?: number): Told => {
  const path = join(folder, 'orders.csv');
  writeFileSync(path, content);
  const { told, options } = telling(columns, most);
  expect(scanBeside(path, options, THREAD)).toBeNull();
  return told;
};

const alone = (pieces: readonly Uint8Array[], columns: number[] | null): Told => {
  const rest = pieces.filter(({ length }) => length > 0);
  const { told, options } = telling(columns);
  scanCsv((into, offset) => {
    const piece = rest.shift();
    if (piece !== undefined) into.set(piece, offset);
    return piece?.length ?? 0;
  }, options);
  return told;
};

/** 客 = BF CD; a second byte that is a letter: 81 5C. */
const NASTY = Buffer.concat([
  Buffer.from('n,s,r,x\r\n1,"a,""b""\r\nc",="9",\r\n\r\n2,'),
  Uint8Array.from([0xbf, 0xcd, 0x81, 0x5c]),
  Buffer.from(',"",3\n4,"x"y,5,6\r7,8,'),
  Uint8Array.from([0xff]),
  Buffer.from(',9\n1,2,3,4,,\n1,"'),
  Uint8Array.from([0xbf, 0xcd]),
  Buffer.from('""\n",2,3\n5,6,7,"8'),
]);

describe('two threads', () => {
  it('a file that breaks at any place says the same', () => {
    for (const columns of [null, [0, 1, 3]]) {
      const whole = alone([NASTY], columns);
      expect(whole.rows.map(({ number }) => number)).toEqual(columns === null ? [1, 2, 4, 7, 8] : [1, 2, 4, 6, 7, 8]);
      expect(whole.faults.map(({ kind, row }) => `${kind}:${row}`).sort()).toEqual([
        ...(columns === null ? ['encoding:6'] : []),
        'text-after-quote:5',
        'unclosed-quote:9',
      ]);
      for (let cut = 1; cut < NASTY.length; cut += 1) {
        expect(alone([NASTY.subarray(0, cut), NASTY.subarray(cut)], columns)).toEqual(whole);
      }
      expect(beside(NASTY, columns)).toEqual(whole);
    }
  });

  it('tell what one tells of any file, however many pieces it has', () => {
    const cell = fc.constantFrom(
      '',
      '1',
      '0.00',
      '"a,b"',
      '"x\n""y"""',
      '客服',
      '"open',
      '" "',
      'x"y',
      '\u00a0',
      '备注 1007',
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(','));
    let pieces = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5000 }),
        (lines, times) => {
          // UTF-8 read as GB18030 is nonsense and full of faults, which are compared too.
          const content = Buffer.from(`${lines.join('\n')}\n`.repeat(times));
          if (content.length > 260_000) pieces += 1;
          expect(beside(content, [0, 2])).toEqual(
            alone([content.subarray(0, 50_000), ...chunks(content, 50_000)], [0, 2]),
          );
        },
      ),
      { numRuns: 8, seed: 5 },
    );
    expect(pieces).toBeGreaterThan(1);
  });

  it('end as soon as no more rows are wanted', () => {
    const content = Buffer.from('1,2,3,4\n'.repeat(400_000));
    expect(beside(content, [0], 3).rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  /** It hands over what it makes of the file's beginning, and then nothing: no end either. */
  const silentAfter = (bytes: number): URL => {
    const packed = new URL('../../dist/io/pack-rows.js', import.meta.url).href;
    const path = join(folder, `silent-${bytes}.mjs`);
    writeFileSync(
      path,
      `import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { packCsv } from ${JSON.stringify(packed)};
const { path, options, port, gate } = workerData;
let rest = readFileSync(path).subarray(0, ${bytes});
const read = (into, offset, length) => {
  const piece = rest.subarray(0, length);
  into.set(piece, offset);
  rest = rest.subarray(piece.length);
  return piece.length;
};
if (${bytes} > 0)
  packCsv(read, options, (piece) => {
    port.postMessage(piece);
    Atomics.add(new Int32Array(gate), 0, 1);
    Atomics.notify(new Int32Array(gate), 0);
    return true;
  });
const counts = new Int32Array(gate);
while (Atomics.load(counts, 2) === 0) Atomics.wait(counts, 1, Atomics.load(counts, 1), 20);
`,
    );
    return pathToFileURL(path);
  };

  it.each(['at once', 'half-way'])('a thread that falls silent %s: one goes on, and nothing is told twice', (when) => {
    const line = Buffer.concat([NASTY.subarray(0, -6), Buffer.from('\n')]);
    // Cut behind a row, where the thread has told whole rows and faults only.
    const content = Buffer.concat(Array.from({ length: 60 }, () => line));
    const cut = when === 'at once' ? 0 : line.length * 20;
    const path = join(folder, 'orders.csv');
    writeFileSync(path, content);
    const { told, options } = telling([0, 1]);
    // Long enough for a thread to start; a slow start changes how much is left, not what is told.
    const left = scanBeside(path, options, silentAfter(cut), cut === 0 ? 1 : 700);
    expect(left).not.toBeNull();
    const rest = [content];
    scanCsv((into, offset) => {
      const piece = rest.shift();
      if (piece !== undefined) into.set(piece, offset);
      return piece?.length ?? 0;
    }, left!);
    const whole = alone([content], [0, 1]);
    expect(told).toEqual(whole);
    expect([whole.rows.length > 60, whole.faults.length >= 60]).toEqual([true, true]);
  });

  it('a file that cannot be read is told on this thread', () => {
    const { options } = telling([0]);
    expect(() => scanBeside(join(folder, 'none.csv'), options, THREAD)).toThrow('ENOENT');
  });
});

/** What follows the first `from` bytes, in pieces that fit the first buffer. */
const chunks = (content: Uint8Array, from: number): Uint8Array[] =>
  Array.from({ length: Math.max(0, Math.ceil((content.length - from) / 50_000)) }, (_, at) =>
    content.subarray(from + at * 50_000, from + (at + 1) * 50_000),
  );
