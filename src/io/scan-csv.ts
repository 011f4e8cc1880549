/** The second half of reading a large csv export: packed pieces (pack-rows.ts) become rows of text; nothing is kept. */
import type { Row } from '../base/table.js';
import { type CsvFaultWord, FAULTS, type Packed, type PackOptions, packCsv, type ReadBytes } from './pack-rows.js';

/** What is wrong with a row, and which. */
export interface CsvFault {
  readonly kind: CsvFaultWord;
  readonly row: number;
}

export interface ScanOptions extends PackOptions {
  readonly encoding: 'utf-8' | 'gb18030';
  readonly onFault: (fault: CsvFault) => void;
  /** A row at a time, never kept; false: no more are wanted. (A callback, for a generator costs a third of the time.) */
  readonly onRow: (row: Row) => boolean | undefined;
}

/** Rows from first to last, those that say nothing left out but counted. One pass. */
export function scanCsv(read: ReadBytes, options: ScanOptions): void {
  packCsv(read, options, unpacker(options));
}

/** Takes piece after piece; false: no more are wanted. */
export function unpacker({ encoding, columns, onFault, onRow }: ScanOptions): (piece: Packed) => boolean {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  /** Null where the bytes are not of the encoding. */
  const decoded = (bytes: Uint8Array): string | null => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
  return ({ numbers, latin, wide, ends }) => {
    // One string for the piece: cutting it costs less than a call for each cell.
    const letters = Buffer.from(latin.buffer, 0, latin.length).toString('latin1');
    const words = Array.from(ends, (end, at) => decoded(wide.subarray(at === 0 ? 0 : ends[at - 1], end)));
    let letter = 0;
    for (let at = 0; at < numbers.length; ) {
      const number = numbers[at]!;
      if (number < 0) {
        onFault({ kind: FAULTS[numbers[at + 1]!]!, row: -number });
        at += 2;
        continue;
      }
      const fields = numbers[at + 1]!;
      const count = numbers[at + 2]!;
      at += 3;
      const cells = new Array<string>(count);
      let readable = true;
      for (let index = 0; index < count; index += 1) {
        const length = numbers[at + index]!;
        if (length >= 0) {
          cells[index] = length === 0 ? '' : letters.slice(letter, letter + length);
          letter += length;
          continue;
        }
        const word = words[-1 - length]!;
        if (word === null) readable = false;
        else cells[index] = word;
      }
      at += count;
      if (!readable) onFault({ kind: 'encoding', row: number });
      else if (onRow(columns === null ? { number, cells } : { number, cells, fields }) === false) return false;
    }
    return true;
  };
}
