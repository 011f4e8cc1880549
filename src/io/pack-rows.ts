/**
 * The first half of reading a csv export of millions of rows: bytes are split into rows, and of each row the columns that are
 * asked for are packed, a piece of the file at a time, into plain bytes and numbers that another thread can be handed.
 * In UTF-8 and in GB18030 no later byte of a character is a comma, a quote or a line end, so splitting before decoding is
 * safe. csv-parse reads everything small and is the oracle of this reader's tests; the difference in speed is in
 * docs/benchmarks.md.
 *
 * Rows are counted as a spreadsheet does: an empty line is a row, a quoted line break is not. A field that does not begin
 * with a quote may hold quotes as they are (`="123"`).
 */
import { CR, type CsvFaultKind, LF, QUOTE, type SplitRow, splitRow } from './split-csv-row.js';

const COMMA = 44;
const TAB = 9;
const SPACE = 32;
/** The buffer begins small and doubles up to this size; beyond it only for a row that does not fit. */
const FIRST_CHUNK = 64 * 1024;
const CHUNK = 256 * 1024;
/** A row longer than this is an unclosed quote. */
const LONGEST_ROW = 8 * 1024 * 1024;

/** What may be wrong with a row. The reader goes on with the next row except after `unclosed-quote`. */
export type CsvFaultWord = CsvFaultKind | 'swallowed-row' | 'encoding';

/** By their number in `Packed.numbers`. */
export const FAULTS: readonly CsvFaultWord[] = ['unclosed-quote', 'text-after-quote', 'swallowed-row', 'encoding'];

/** The rows of a piece of the file. */
export interface Packed {
  /**
   * Entry after entry. A row: its number, how many fields it has, how many cells follow, and for each cell either the length of
   * its Latin text or -1 - the index of its word. A fault: minus the row's number, and which of `FAULTS`.
   */
  readonly numbers: Int32Array<ArrayBuffer>;
  /** The text of the cells that are Latin, one after the other. */
  readonly latin: Uint8Array<ArrayBuffer>;
  /** The bytes of the other cells' words, each word of the piece once, and where each ends. */
  readonly wide: Uint8Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
}

export interface PackOptions {
  /** Byte of the separator; comma where it is left out. */
  readonly separator?: number;
  /** Columns to keep, ascending, in which order the cells of a row then stand; null: all. */
  readonly columns: readonly number[] | null;
  /** Fields of the headings: empty ones at the end of a row that go beyond are not counted. null: all are. */
  readonly width: number | null;
}

/** Fills a buffer from `offset` on and says how many bytes came; 0: the end. */
export type ReadBytes = (into: Buffer, offset: number, length: number) => number;

/** Rows from first to last, those that say nothing left out but counted. `give` takes a piece; false: no more are wanted. */
export function packCsv(read: ReadBytes, options: PackOptions, give: (piece: Packed) => boolean): void {
  const separator = options.separator ?? COMMA;
  const { columns, width } = options;
  let buffer = Buffer.allocUnsafe(FIRST_CHUNK + 2);
  let filled = 0;
  let start = 0;
  let ended = false;
  let row = 0;
  const split: SplitRow = { bounds: new Int32Array(3 * 64), fields: 0, fault: null, long: false };
  const pack = packing();

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
      pack.begin(buffer);
    }
    while (start < filled) {
      const next = splitRow(buffer, start, filled, ended, separator, split);
      if (next < 0) {
        if (filled - start <= LONGEST_ROW) break;
        split.fault = 'unclosed-quote';
      }
      row += 1;
      start = next;
      if (split.fault !== null) {
        pack.fault(row, split.fault);
        if (split.fault !== 'unclosed-quote') continue;
        give(pack.end());
        return;
      }
      const { bounds } = split;
      if (isBlank(buffer, bounds, split.fields)) continue;
      if (split.long && hidesRow(buffer, split, separator)) pack.fault(row, 'swallowed-row');
      const fields = width === null ? split.fields : countedFields(buffer, split, width);
      pack.row(row, fields, bounds, columns);
    }
    if (!give(pack.end()) || ended) return;
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
function isBlank(buffer: Buffer, bounds: Int32Array, fields: number): boolean {
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

/** Words repeat (statuses, shops): a slot each by a hash of the bytes. A word that loses its slot is packed again. */
const SLOTS = 1024;

/** Packs one piece after the other. */
function packing() {
  let buffer: Buffer = Buffer.alloc(0);
  let numbers = new Int32Array(4096);
  let latin = new Uint8Array(0);
  let wide = new Uint8Array(0);
  let ends = new Int32Array(256);
  const slots = new Int32Array(SLOTS);
  let count = 0;
  let latinEnd = 0;
  let wideEnd = 0;
  let words = 0;

  const reserve = (more: number): void => {
    if (count + more <= numbers.length) return;
    const larger = new Int32Array(2 * (count + more));
    larger.set(numbers);
    numbers = larger;
  };

  /** The slot of a word that is not plain Latin, whose bytes stand at `from` in the buffer. */
  const slotOf = (from: number, to: number): number => {
    let hash = 0;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + buffer[at]!) | 0;
    return (hash ^ (hash >>> 10)) & (SLOTS - 1);
  };

  const isWord = (known: number, from: number, to: number): boolean => {
    const start = known === 0 ? 0 : ends[known - 1]!;
    if (ends[known]! - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (wide[start + at - from] !== buffer[at]) return false;
    return true;
  };

  const addWord = (from: number, to: number, doubled: boolean): number => {
    for (let at = from; at < to; at += 1) {
      wide[wideEnd] = buffer[at]!;
      wideEnd += 1;
      if (doubled && buffer[at] === QUOTE) at += 1;
    }
    if (words === ends.length) {
      const larger = new Int32Array(2 * words);
      larger.set(ends);
      ends = larger;
    }
    ends[words] = wideEnd;
    words += 1;
    return words - 1;
  };

  const cell = (from: number, to: number, doubled: boolean): number => {
    if (doubled) return -1 - addWord(from, to, true);
    let bits = buffer[from]!;
    let end = latinEnd;
    for (let at = from; at < to && bits < 128; at += 1) {
      const byte = buffer[at]!;
      bits |= byte;
      latin[end] = byte;
      end += 1;
    }
    if (bits < 128 || from === to) {
      latinEnd = end;
      return to - from;
    }
    const slot = slotOf(from, to);
    const known = slots[slot]! - 1;
    if (known >= 0 && isWord(known, from, to)) return -1 - known;
    slots[slot] = words + 1;
    return -1 - addWord(from, to, false);
  };

  return {
    /** A new piece, out of this buffer. */
    begin: (bytes: Buffer): void => {
      buffer = bytes;
      if (latin.length < bytes.length) {
        latin = new Uint8Array(bytes.length);
        wide = new Uint8Array(bytes.length);
      }
      slots.fill(0);
      count = 0;
      latinEnd = 0;
      wideEnd = 0;
      words = 0;
    },
    row: (row: number, fields: number, bounds: Int32Array, columns: readonly number[] | null): void => {
      const cells = columns === null ? fields : columns.length;
      reserve(cells + 3);
      numbers[count] = row;
      numbers[count + 1] = fields;
      numbers[count + 2] = cells;
      count += 3;
      for (let index = 0; index < cells; index += 1) {
        const column = columns === null ? index : columns[index]!;
        numbers[count] =
          column < fields ? cell(bounds[3 * column]!, bounds[3 * column + 1]!, bounds[3 * column + 2] === 1) : 0;
        count += 1;
      }
    },
    fault: (row: number, kind: CsvFaultWord): void => {
      reserve(2);
      numbers[count] = -row;
      numbers[count + 1] = FAULTS.indexOf(kind);
      count += 2;
    },
    /** The piece, with buffers of its own. */
    end: (): Packed => ({
      numbers: numbers.slice(0, count),
      latin: latin.slice(0, latinEnd),
      wide: wide.slice(0, wideEnd),
      ends: ends.slice(0, words),
    }),
  };
}
