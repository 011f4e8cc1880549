/**
 * A large csv file as a table that is walked instead of kept: memory does not grow with the file. Encoding and separator
 * are told by its beginning; what does not fit them further down is told when the walk comes to it.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { HEADING_ROWS } from '../base/headings.js';
import { error, type Issue } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table, Walk } from '../base/table.js';
import { text } from '../base/text.js';
import type { ReadBytes } from './pack-rows.js';
import { quoteOpen, separatorOf } from './read-csv.js';
import { scanBeside } from './scan-beside.js';
import { type CsvFault, type ScanOptions, scanCsv } from './scan-csv.js';

const HEAD = 64 * 1024;
/** A second thread is worth its start from this size on. */
const WORTH_A_THREAD = 32_000_000;

/** The splitting thread; null where there is no second core for it, or the program runs from its sources. */
const splittingThread = (): URL | null =>
  availableParallelism() < 2 || import.meta.url.endsWith('.ts') ? null : new URL('./scan-thread.js', import.meta.url);

type Encoding = 'utf-8' | 'gb18030';

/** Null where the file is not text of a kind that can be walked: it is then read as small files are. */
export function streamCsv(path: string, source: SourceRef): Table | null {
  const head = headOf(path);
  if (head === null || head.includes(0) || (head[0] === 0x50 && head[1] === 0x4b)) return null;
  const encoding = encodingOf(path, head);
  const words = encoding === null ? null : decodedHead(head, encoding);
  if (encoding === null || words === null || /^\uFEFF?\s*</.test(words)) return null;
  const separator = separatorOf(words).charCodeAt(0);
  const how = { path, source, encoding, separator };
  return { source, rows: firstRows(how), walk: (walk) => walkFile(how, walk) };
}

interface CsvFile {
  readonly path: string;
  readonly source: SourceRef;
  readonly encoding: Encoding;
  readonly separator: number;
}

function firstRows(file: CsvFile): Row[] {
  const rows: Row[] = [];
  walkFile(file, { columns: null, width: null, each: (row) => rows.push(row) < HEADING_ROWS, report: () => {} });
  return rows;
}

function headOf(path: string, from = 0): Buffer | null {
  const head = Buffer.allocUnsafe(HEAD);
  const file = openSync(path, 'r');
  try {
    const came = readSync(file, head, 0, HEAD, from);
    return came === 0 ? null : head.subarray(0, came);
  } finally {
    closeSync(file);
  }
}

function decodedHead(head: Buffer, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}

/** By the first stretch that is more than plain Latin. */
function encodingOf(path: string, head: Buffer): Encoding | null {
  let at = 0;
  for (let piece: Buffer | null = head; piece !== null; piece = headOf(path, at)) {
    const wide = piece.findIndex((byte) => byte > 127);
    if (wide >= 0) {
      // From the first character on that is not Latin: the stretch may have begun in the middle of nothing else.
      const rest = piece.subarray(wide);
      if (decodedHead(rest, 'utf-8') !== null) return 'utf-8';
      return decodedHead(rest, 'gb18030') === null ? null : 'gb18030';
    }
    at += piece.length;
  }
  return 'utf-8';
}

/** Faults are told after the last row. */
function walkFile(
  { path, source, encoding, separator }: CsvFile,
  { columns, width, each, report }: Omit<Walk, 'columns' | 'width'> & Pick<ScanOptions, 'columns' | 'width'>,
): void {
  const file = openSync(path, 'r');
  const read: ReadBytes = (into, offset, length) => readSync(file, into, offset, length, null);
  const faults: CsvFault[] = [];
  try {
    const onFault = (fault: CsvFault): void => {
      faults.push(fault);
    };
    const options: ScanOptions = { encoding, separator, columns, width, onFault, onRow: each };
    const thread = columns !== null && fstatSync(file).size >= WORTH_A_THREAD ? splittingThread() : null;
    const left = thread === null ? options : scanBeside(path, options, thread);
    if (left !== null) scanCsv(read, left);
  } finally {
    closeSync(file);
  }
  for (const issue of faultIssues(faults, source, encoding)) report(issue);
}

/** Open quotes each; of rows in another encoding the first, with their number. */
function faultIssues(faults: readonly CsvFault[], source: SourceRef, encoding: Encoding): Issue[] {
  const broken = faults.filter(({ kind }) => kind === 'encoding');
  const quotes = faults.filter(({ kind }) => kind !== 'encoding');
  const first = broken[0];
  const wrong = first === undefined ? [] : [otherEncoding({ ...source, row: first.row }, encoding, broken.length)];
  return [...quotes.map(({ row }) => quoteOpen({ ...source, row })), ...wrong];
}

const otherEncoding = (source: SourceRef, encoding: Encoding, rows: number): Issue =>
  error(
    'encoding-mixed',
    source,
    text(
      `the file begins as ${encoding.toUpperCase()}, but ${rows} rows are broken or in another encoding, this one first.`,
      `文件开头为 ${encoding.toUpperCase()} 编码，但有 ${rows} 行已损坏或为其他编码，首例在本行。`,
    ),
    text(
      'Two files of different encodings may have been joined: export it again.',
      '可能是两个不同编码的文件拼在了一起：请重新导出。',
    ),
  );
