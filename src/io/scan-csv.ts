/**
 * A csv reader for exports of millions of rows: splits bytes, decodes only the columns that are asked for, keeps nothing.
 * In UTF-8 and in GB18030 no later byte of a character is a comma, a quote or a line end, so splitting before decoding is
 * safe. csv-parse reads everything small and is the oracle of this reader's tests; the difference in speed is in docs/benchmarks.md.
 *
 * Rows are counted as a spreadsheet does: an empty line is a row, a quoted line break is not. A field that does not begin
 * with a quote may hold quotes as they are (`="123"`).
 */
import type { Row } from '../base/table.js';
import { CR, type CsvFaultKind, LF, type SplitRow, splitRow } from './split-csv-row.js';

const COMMA = 44;
const TAB = 9;
const SPACE = 32;
/** The buffer begins small and doubles up to this size; beyond it only for a row that does not fit. */
const FIRST_CHUNK = 64 * 1024;
const CHUNK = 4 * 1024 * 1024;
/** A row longer than this is an unclosed quote. */
const LONGEST_ROW = 8 * 1024 * 1024;

/** What is wrong with a row, and which. The reader goes on with the next row except after `unclosed-quote`. */
export interface CsvFault {
  readonly kind: CsvFaultKind | 'swallowed-row' | 'encoding';
  readonly row: number;
}

export interface ScanOptions {
  readonly encoding: 'utf-8' | 'gb18030';
  /** Byte of the separator; comma where it is left out. */
  readonly separator?: number;
  /** Columns to decode, ascending, in which order the cells of a row then stand; null: all. */
  readonly columns: readonly number[] | null;
  /** Fields of the headings: empty ones at the end of a row that go beyond are not counted. null: all are. */
  readonly width: number | null;
  readonly onFault: (fault: CsvFault) => void;
  /** A row at a time, never kept; false: no more are wanted. (A callback, for a generator costs a third of the time.) */
  readonly onRow: (row: Row) => boolean | undefined;
}

/** Fills a buffer from `offset` on and says how many bytes came; 0: the end. */
export type ReadBytes = (into: Buffer, offset: number, length: number) => number;

/** Rows from first to last, those that say nothing left out but counted. One pass. */
export function scanCsv(read: ReadBytes, options: ScanOptions): void {
  const separator = options.separator ?? COMMA;
  const decode = fieldDecoder(options.encoding);
  const { columns, width, onRow } = options;
  let buffer = Buffer.allocUnsafe(FIRST_CHUNK + 2);
  let filled = 0;
  let start = 0;
  let ended = false;
  let row = 0;

  const split: SplitRow = { bounds: new Int32Array(3 * 64), fields: 0, fault: null, long: false };

  for (;;) {
    // Keep what is left of the last chunk in front, fill up behind it.
    if (!ended) {
      buffer.copyWithin(0, start, filled);
      filled -= start;
      start = 0;
      if (filled >= buffer.length - 2 || (row > 0 && buffer.length < CHUNK)) {
        const larger = Buffer.allocUnsafe(2 * buffer.length);
        buffer.copy(larger, 0, 0, filled);
        buffer = larger;
      }
      const came = read(buffer, filled, buffer.length - 2 - filled);
      if (came === 0) ended = true;
      if (row === 0 && filled === 0 && came >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
        start = 3;
      filled += came;
      buffer[filled] = LF;
    }
    while (start < filled) {
      const next = splitRow(buffer, start, filled, ended, separator, split);
      if (next < 0) {
        if (filled - start > LONGEST_ROW) {
          options.onFault({ kind: 'unclosed-quote', row: row + 1 });
          return;
        }
        break;
      }
      row += 1;
      start = next;
      if (split.fault !== null) {
        options.onFault({ kind: split.fault, row });
        if (split.fault === 'unclosed-quote') return;
        continue;
      }
      if (isBlank(buffer, split)) continue;
      if (split.long && hidesRow(buffer, split, separator)) options.onFault({ kind: 'swallowed-row', row });
      const { bounds } = split;
      const fields = width === null ? split.fields : countedFields(buffer, split, width);
      const count = columns === null ? fields : columns.length;
      const cells = new Array<string>(count);
      let readable = true;
      for (let index = 0; index < count; index += 1) {
        const column = columns === null ? index : columns[index]!;
        const cell = column < fields ? decode(buffer, bounds, 3 * column) : '';
        if (cell === null) readable = false;
        else cells[index] = cell;
      }
      if (!readable) options.onFault({ kind: 'encoding', row });
      else if (onRow(columns === null ? { number: row, cells } : { number: row, cells, fields }) === false) return;
    }
    if (ended) return;
  }
}

const isEmptyField = (buffer: Buffer, bounds: Int32Array, field: number): boolean => {
  for (let at = bounds[3 * field]!; at < bounds[3 * field + 1]!; at += 1) {
    const byte = buffer[at]!;
    if (byte !== SPACE && (byte < TAB || byte > CR)) return false;
  }
  return true;
};

/** Whether no field of the row says anything. */
function isBlank(buffer: Buffer, { bounds, fields }: SplitRow): boolean {
  for (let field = 0; field < fields; field += 1) if (!isEmptyField(buffer, bounds, field)) return false;
  return true;
}

function countedFields(buffer: Buffer, { bounds, fields }: SplitRow, width: number): number {
  let counted = fields;
  while (counted > width && isEmptyField(buffer, bounds, counted - 1)) counted -= 1;
  return counted;
}

/** Whether a field holds a line with as many separators as the row has: a quote that was never closed has met another. */
function hidesRow(buffer: Buffer, { bounds, fields }: SplitRow, separator: number): boolean {
  for (let field = 0; field < fields; field += 1) {
    let inLine = 0;
    let lines = 0;
    for (let at = bounds[3 * field]!; at < bounds[3 * field + 1]!; at += 1) {
      const byte = buffer[at]!;
      if (byte === separator) inLine += 1;
      if (byte === LF) {
        lines += 1;
        inLine = 0;
      }
      if (lines > 0 && fields > 3 && inLine >= fields - 1) return true;
    }
  }
  return false;
}

/** Short texts repeat (statuses, shops, flags): one slot each by a hash of the bytes, so most are never decoded. */
const SLOTS = 4096;
const LONGEST_REPEATED = 48;
/** Of Latin ones only very short texts (`0.00`) repeat enough to be worth the look. */
const SHORT_LATIN = 5;

/** Node's own way behind `toString('latin1')`, without the choice of an encoding each time. */
const latin1 = (buffer: Buffer, from: number, to: number): string =>
  (buffer as Buffer & { latin1Slice(from: number, to: number): string }).latin1Slice(from, to);

/** Text of a field, null where its bytes are not of the encoding. */
function fieldDecoder(encoding: 'utf-8' | 'gb18030') {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const slotBytes = new Array<Uint8Array | undefined>(SLOTS);
  const slotWords = new Array<string>(SLOTS).fill('');

  const decoded = (buffer: Buffer, from: number, to: number): string | null => {
    try {
      return decoder.decode(buffer.subarray(from, to));
    } catch {
      return null;
    }
  };

  const repeated = (buffer: Buffer, from: number, to: number): string | null => {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + buffer[at]!) | 0;
    const slot = hash & (SLOTS - 1);
    const known = slotBytes[slot];
    if (known !== undefined && known.length === to - from) {
      let same = true;
      for (let at = from; at < to && same; at += 1) same = known[at - from] === buffer[at];
      if (same) return slotWords[slot]!;
    }
    const words = decoded(buffer, from, to);
    if (words !== null) {
      slotBytes[slot] = Uint8Array.prototype.slice.call(buffer, from, to);
      slotWords[slot] = words;
    }
    return words;
  };

  return (buffer: Buffer, bounds: Int32Array, at: number): string | null => {
    const from = bounds[at]!;
    const to = bounds[at + 1]!;
    if (from === to) return '';
    let bits = 0;
    for (let index = from; index < to; index += 1) bits |= buffer[index]!;
    const length = to - from;
    let words: string | null;
    if (bits < 128) words = length <= SHORT_LATIN ? repeated(buffer, from, to) : latin1(buffer, from, to);
    else words = length <= LONGEST_REPEATED ? repeated(buffer, from, to) : decoded(buffer, from, to);
    return words !== null && bounds[at + 2] === 1 ? words.replaceAll('""', '"') : words;
  };
}
