/**
 * A csv reader for exports of millions of rows: splits bytes, decodes only the columns that are asked for, keeps nothing.
 * In UTF-8 and in GB18030 no later byte of a character is a comma, a quote or a line end, so splitting before decoding is
 * safe. csv-parse reads everything small and is the oracle of this reader's tests; the difference in speed is in docs/benchmarks.md.
 *
 * Rows are counted as a spreadsheet does: an empty line is a row, a quoted line break is not. A field that does not begin
 * with a quote may hold quotes as they are (`="123"`).
 */
import type { Row } from '../base/table.js';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;
/** The buffer begins small and doubles up to this size; beyond it only for a row that does not fit. */
const FIRST_CHUNK = 64 * 1024;
const CHUNK = 4 * 1024 * 1024;
/** A row longer than this is an unclosed quote. */
const LONGEST_ROW = 8 * 1024 * 1024;

/** What is wrong with a row, and which. The reader goes on with the next row except after `unclosed-quote`. */
export interface CsvFault {
  readonly kind: 'unclosed-quote' | 'text-after-quote' | 'field-count' | 'encoding';
  readonly row: number;
  /** Fields found (field-count only). */
  readonly fields: number;
}

export interface ScanOptions {
  readonly encoding: 'utf-8' | 'gb18030';
  /** Byte of the separator; comma where it is left out. */
  readonly separator?: number;
  /** Columns to decode, ascending, in which order the cells of a row then stand; null: all. */
  readonly columns: readonly number[] | null;
  /** Fields a row must have; one empty field more is allowed. null: any number. */
  readonly fields: number | null;
  readonly onFault: (fault: CsvFault) => void;
}

/** Fills a buffer from `offset` on and says how many bytes came; 0: the end. */
export type ReadBytes = (into: Buffer, offset: number, length: number) => number;

/** Rows from first to last, empty lines left out but counted. One pass. */
export function* scanCsv(read: ReadBytes, options: ScanOptions): Generator<Row> {
  const separator = options.separator ?? COMMA;
  const decode = fieldDecoder(options.encoding);
  const { columns } = options;
  let buffer = Buffer.allocUnsafe(FIRST_CHUNK + 2);
  let filled = 0;
  let start = 0;
  let ended = false;
  let row = 0;

  // Bounds of the fields of the row at hand: [from, to) and 1 where quotes inside are doubled.
  let bounds = new Int32Array(3 * 64);
  let fields = 0;
  let fault: CsvFault['kind'] | null = null;

  /** Splits the row at `start`; the position after its line end, or -1 where the buffer ends before the row does. */
  const splitRow = (): number => {
    fields = 0;
    fault = null;
    let at = start;
    for (;;) {
      let from = at;
      let to: number;
      let doubled = 0;
      if (buffer[at] === QUOTE && at < filled) {
        from = at + 1;
        to = from;
        for (;;) {
          to = buffer.indexOf(QUOTE, to);
          if (to < 0 || to >= filled) {
            if (!ended) return -1;
            fault = 'unclosed-quote';
            return filled;
          }
          if (to + 1 >= filled && !ended) return -1;
          if (to + 1 >= filled || buffer[to + 1] !== QUOTE) break;
          doubled = 1;
          to += 2;
        }
        at = to + 1;
        const next = buffer[at];
        if (at < filled && next !== separator && next !== LF && next !== CR) {
          fault ??= 'text-after-quote';
          while (buffer[at] !== separator && buffer[at] !== LF && buffer[at] !== CR) at += 1;
        }
      } else {
        // A line feed behind the last byte ends this loop.
        for (;;) {
          const byte = buffer[at]!;
          if (byte > COMMA && byte !== separator) at += 1;
          else if (byte === separator || byte === LF || byte === CR) break;
          else at += 1;
        }
        to = at;
      }
      if (at >= filled && !ended) return -1;
      if (3 * fields >= bounds.length) {
        const larger = new Int32Array(2 * bounds.length);
        larger.set(bounds);
        bounds = larger;
      }
      bounds[3 * fields] = from;
      bounds[3 * fields + 1] = to;
      bounds[3 * fields + 2] = doubled;
      fields += 1;
      if (at >= filled) return filled;
      if (buffer[at] === separator) {
        at += 1;
        continue;
      }
      if (buffer[at] === CR) {
        if (at + 1 >= filled && !ended) return -1;
        return at + 1 < filled && buffer[at + 1] === LF ? at + 2 : at + 1;
      }
      return at + 1;
    }
  };

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
      const next = splitRow();
      if (next < 0) {
        if (filled - start > LONGEST_ROW) {
          options.onFault({ kind: 'unclosed-quote', row: row + 1, fields });
          return;
        }
        break;
      }
      row += 1;
      const empty = fields === 1 && bounds[0] === bounds[1];
      start = next;
      if (fault === 'unclosed-quote') {
        options.onFault({ kind: fault, row, fields });
        return;
      }
      if (empty) continue;
      if (fault !== null) {
        options.onFault({ kind: fault, row, fields });
        continue;
      }
      if (options.fields !== null && fields !== options.fields) {
        const trailing = fields === options.fields + 1 && bounds[3 * fields - 3] === bounds[3 * fields - 2];
        if (!trailing) {
          options.onFault({ kind: 'field-count', row, fields });
          continue;
        }
      }
      const count = columns === null ? fields : columns.length;
      const cells = new Array<string>(count);
      let readable = true;
      for (let index = 0; index < count; index += 1) {
        const column = columns === null ? index : columns[index]!;
        const cell = column < fields ? decode(buffer, bounds, 3 * column) : '';
        if (cell === null) readable = false;
        else cells[index] = cell;
      }
      if (readable) yield { number: row, cells };
      else options.onFault({ kind: 'encoding', row, fields });
    }
    if (ended) return;
  }
}

/** Text of a field, null where its bytes are not of the encoding. */
function fieldDecoder(encoding: 'utf-8' | 'gb18030') {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (buffer: Buffer, bounds: Int32Array, at: number): string | null => {
    const from = bounds[at]!;
    const to = bounds[at + 1]!;
    if (from === to) return '';
    let ascii = true;
    for (let index = from; index < to; index += 1) {
      if (buffer[index]! > 127) {
        ascii = false;
        break;
      }
    }
    let words: string;
    if (ascii) words = buffer.toString('latin1', from, to);
    else {
      try {
        words = decoder.decode(buffer.subarray(from, to));
      } catch {
        return null;
      }
    }
    return bounds[at + 2] === 1 ? words.replaceAll('""', '"') : words;
  };
}
