/** Where the fields of one csv row begin and end, in bytes. The inner loop of scan-csv: all state is local or an argument. */

export const LF = 10;
export const CR = 13;
export const QUOTE = 34;

export type CsvFaultKind = 'unclosed-quote' | 'text-after-quote';

/** Written over for each row. */
export interface SplitRow {
  /** Three numbers a field: first byte, byte after the last, 1 where quotes inside are doubled. */
  bounds: Int32Array;
  fields: number;
  fault: CsvFaultKind | null;
  /** A quoted field long enough to hold a whole row: one that opens here by mistake may have swallowed the next. */
  long: boolean;
}

/** Shorter quoted fields cannot hide a row worth looking for. */
const LONG = 64;

/**
 * Splits the row that begins at `start`; gives the position after its line end, or -1 where the buffer ends before the row
 * does and more is to come. `buffer[filled]` must be a line feed.
 */
export function splitRow(
  buffer: Buffer,
  start: number,
  filled: number,
  ended: boolean,
  separator: number,
  into: SplitRow,
): number {
  let { bounds } = into;
  let fields = 0;
  let at = start;
  /** No byte above this one ends a field. */
  const high = Math.max(separator, CR);
  into.fault = null;
  into.long = false;
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
          into.fields = fields + 1;
          if (!ended) return -1;
          into.fault = 'unclosed-quote';
          return filled;
        }
        if (to + 1 >= filled && !ended) return -1;
        if (to + 1 >= filled || buffer[to + 1] !== QUOTE) break;
        doubled = 1;
        to += 2;
      }
      if (to - from >= LONG) into.long = true;
      at = to + 1;
      const next = buffer[at];
      if (at < filled && next !== separator && next !== LF && next !== CR) {
        into.fault ??= 'text-after-quote';
        while (buffer[at] !== separator && buffer[at] !== LF && buffer[at] !== CR) at += 1;
      }
    } else {
      // The line feed behind the last byte ends this loop.
      for (;;) {
        const byte = buffer[at]!;
        if (byte > high || (byte !== separator && byte !== LF && byte !== CR)) at += 1;
        else break;
      }
      to = at;
    }
    if (at >= filled && !ended) return -1;
    if (3 * fields >= bounds.length) {
      const larger = new Int32Array(2 * bounds.length);
      larger.set(bounds);
      bounds = larger;
      into.bounds = larger;
    }
    bounds[3 * fields] = from;
    bounds[3 * fields + 1] = to;
    bounds[3 * fields + 2] = doubled;
    fields += 1;
    into.fields = fields;
    if (at >= filled) return filled;
    const end = buffer[at];
    at += 1;
    if (end === separator) continue;
    if (end === CR) {
      if (at >= filled && !ended) return -1;
      return at < filled && buffer[at] === LF ? at + 1 : at;
    }
    return at;
  }
}
