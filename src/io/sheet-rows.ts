/**
 * The rows of a worksheet's XML, read from its bytes as they are unpacked: whole rows at a time, no tree, each text decoded once. Of the
 * markup only row, c, v, f, is and t are looked at (rPh, readings above Chinese signs, is passed over). Long because the scan
 * is one loop with its state in local variables: a large sheet has thirty million tags.
 */
import { Unusual, unescaped, xmlWords } from './xml-tags.js';

export interface SheetCells {
  /** Row number, from 1. */
  readonly number: number;
  readonly cells: string[];
  /** 1 where the cell is a number; null: none is. */
  readonly numbers: Uint8Array | null;
}

/** What a number looks like in a cell of a style. */
export type NumberShape = (value: number, style: number) => string;

export interface SheetScan {
  readonly shared: readonly string[];
  readonly shape: NumberShape;
  /** Number in the style of a date: it spreads over merged cells as words do. */
  readonly isDate: (style: number) => boolean;
}

export interface SheetRows {
  readonly rows: SheetCells[];
  /** Formulas without a stored result, and the row of the first. */
  readonly unresolved: { count: number; row: number };
  /** The markup behind the rows, where merged cells are listed. */
  readonly tail: string;
  /** The last row's number times columns: every row is as long as the longest, and a merged cell may fill those between. */
  readonly places: number;
}

/** Places of a sheet; more are a stray cell far away, not a table. */
export const MOST_PLACES = 20_000_000;
const MOST_COLUMNS = 16_384;
/** Bytes without the end of a row, or of markup before and behind the rows. */
const MOST_PENDING = 32_000_000;
/** Texts that are kept once, and their greatest length: statuses, names, dates. */
const MOST_KEPT = 100_000;
const LONGEST_KEPT = 40;

const [LESS, GREATER, SLASH, BANG, EQUALS] = [0x3c, 0x3e, 0x2f, 0x21, 0x3d];
const [C, F, I, R, S, T, V] = [0x63, 0x66, 0x69, 0x72, 0x73, 0x74, 0x76];

export async function readSheetRows(pieces: AsyncIterable<Buffer>, scan: SheetScan): Promise<SheetRows> {
  const rows: SheetCells[] = [];
  const unresolved = { count: 0, row: 0 };
  const { take, places, width } = rowScanner(scan, rows, unresolved);
  let pending: Buffer = Buffer.alloc(0);
  let [inside, after] = [false, false];
  for await (const piece of pieces) {
    pending = pending.length === 0 ? piece : Buffer.concat([pending, piece]);
    if (!inside && !after) {
      const data = dataStart(pending);
      if (data === null) continue;
      inside = !data.empty;
      after = data.empty;
      pending = pending.subarray(data.from);
    }
    if (inside) {
      const last = pending.lastIndexOf('</row>');
      const end = pending.indexOf('</sheetData>', Math.max(0, last));
      const ready = end >= 0 ? end : last < 0 ? 0 : last + 6;
      if (ready > 0) {
        take(pending, ready);
        if (places() > MOST_PLACES) break;
        pending = pending.subarray(ready);
      }
      if (end >= 0) [inside, after] = [false, true];
    }
    if (pending.length > MOST_PENDING) throw new Unusual('markup without rows');
  }
  if (!after && places() <= MOST_PLACES) throw new Unusual('rows without an end');
  for (const { cells } of rows) while (cells.length < width()) cells.push('');
  return { rows, unresolved, tail: pending.toString('utf8'), places: places() };
}

/** Where the rows begin; null: not yet. */
function dataStart(buffer: Buffer): { readonly from: number; readonly empty: boolean } | null {
  const at = buffer.indexOf('<sheetData');
  if (at < 0) return null;
  const end = buffer.indexOf(GREATER, at);
  if (end < 0) return null;
  const head = buffer.toString('utf8', 0, at);
  if (!/<worksheet[\s>]/.test(head) || head.includes('<!')) throw new Unusual('not a plain worksheet');
  return { from: end + 1, empty: buffer[end - 1] === SLASH };
}

/** Takes whole rows, from the start of a buffer to `to`, and counts the places of the sheet. */
function rowScanner(scan: SheetScan, rows: SheetCells[], unresolved: { count: number; row: number }) {
  const kept = new Map<string, string>();
  const numeric = new Uint8Array(MOST_COLUMNS);
  let number = 0;
  let width = 0;
  const places = (): number => number * width;

  const words = (buffer: Buffer, from: number, to: number): string => {
    if (to <= from) return '';
    const raw = xmlWords(buffer.toString('utf8', from, to));
    if (raw.length > LONGEST_KEPT) return raw;
    const known = kept.get(raw);
    if (known !== undefined) return known;
    if (kept.size < MOST_KEPT) kept.set(raw, raw);
    return raw;
  };

  const take = (buffer: Buffer, to: number): void => {
    let at = 0;
    let cells: string[] | null = null;
    let hasNumbers = false;
    // The cell that is open: its column from 0 (-1: none), type, style, value and formula.
    let column = -1;
    let next = 0;
    let style = -1;
    let type = '';
    let value = '';
    let formula = false;
    let inline = false;
    let reading = false;
    let textFrom = 0;

    const close = (): void => {
      const row = cells!;
      let shown = value;
      if (type === 's') shown = scan.shared[Number(value)] ?? '';
      else if (type === 'str' || type === 'inlineStr') shown = unescaped(value);
      else if (type === 'b') shown = value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
      else if (type !== 'e' && value !== '') {
        const count = Number(value);
        if (!Number.isNaN(count)) {
          shown = scan.shape(count, style);
          if (!scan.isDate(style)) {
            numeric[column] = 1;
            hasNumbers = true;
          }
        }
      }
      if (formula && value === '' && (type === '' || type === 'n')) {
        if (unresolved.count === 0) unresolved.row = number;
        unresolved.count += 1;
      }
      while (row.length < column) row.push('');
      row[column] = shown;
      next = column + 1;
      column = -1;
    };

    for (;;) {
      while (at < to && buffer[at] !== LESS) at += 1;
      if (at >= to) return;
      const start = at;
      let name = at + 1;
      const first = buffer[name]!;
      if (first === BANG) throw new Unusual('markup declaration');
      const closing = first === SLASH;
      if (closing) name += 1;
      const a = buffer[name]!;
      const b = buffer[name + 1]!;
      const one = b === GREATER || b === SLASH || b <= 0x20;
      if (closing) {
        at = buffer.indexOf(GREATER, name) + 1;
        if (column >= 0) {
          if (one && a === C) close();
          else if (one && a === V) value = words(buffer, textFrom, start);
          else if (one && a === F) formula ||= start > textFrom;
          else if (one && a === T && inline && !reading) value += words(buffer, textFrom, start);
          else if (a === I && b === S) inline = false;
          else if (a === R && b === 0x50) reading = false;
        } else if (a === R && b === 0x6f && cells !== null) {
          width = Math.max(width, cells.length);
          if (places() > MOST_PLACES) return;
          rows.push({ number, cells, numbers: hasNumbers ? numeric.slice(0, cells.length) : null });
          if (hasNumbers) numeric.fill(0, 0, cells.length);
          cells = null;
          hasNumbers = false;
        }
        continue;
      }
      const isRow = a === R && b === 0x6f && buffer[name + 2] === 0x77;
      const isCell = one && a === C;
      const isFormula = one && a === F;
      let statedStyle = -1;
      let statedType = '';
      let statedColumn = -1;
      let statedRow = 0;
      // Attributes, to the tag's end.
      at = one ? name + 1 : name + 2;
      while (buffer[at] !== GREATER) {
        if (at >= to) throw new Unusual('a tag without an end');
        if (buffer[at] !== EQUALS) {
          at += 1;
          continue;
        }
        const letter = buffer[at - 1]!;
        if (letter <= 0x20) throw new Unusual('an attribute apart from its value');
        const alone = buffer[at - 2]! <= 0x20;
        const quote = buffer[at + 1]!;
        if (quote !== 0x22 && quote !== 0x27) throw new Unusual('an attribute without quotes');
        let end = at + 2;
        while (buffer[end] !== quote) {
          end += 1;
          if (end >= to) throw new Unusual('an attribute without an end');
        }
        if (alone && letter === R) {
          for (let place = at + 2; place < end; place += 1) {
            const sign = buffer[place]!;
            if (sign >= 0x30 && sign <= 0x39) statedRow = statedRow * 10 + sign - 0x30;
            else if (sign >= 0x41 && sign <= 0x5a) statedColumn = (statedColumn + 1) * 26 + sign - 0x41;
            else throw new Unusual('a place that is none');
          }
        } else if (alone && letter === S) statedStyle = Number(buffer.toString('latin1', at + 2, end));
        else if (alone && letter === T) statedType = typeOf(buffer, at + 2, end);
        at = end + 1;
      }
      const empty = buffer[at - 1] === SLASH;
      at += 1;
      if (isRow) {
        if (cells !== null || statedRow < 0) throw new Unusual('a row in a row');
        const found = statedRow === 0 ? number + 1 : statedRow;
        if (found <= number) throw new Unusual('rows out of order');
        number = found;
        next = 0;
        if (!empty) cells = [];
      } else if (isCell) {
        if (cells === null || column >= 0) throw new Unusual('a cell without a row');
        column = statedColumn < 0 ? next : statedColumn;
        if (column >= MOST_COLUMNS || (statedRow > 0 && statedRow !== number))
          throw new Unusual('a place that is none');
        type = statedType;
        style = statedStyle;
        value = '';
        formula = false;
        inline = false;
        reading = false;
        if (empty) close();
      } else if (column >= 0 && !empty) {
        textFrom = at;
        if (a === I && b === S) inline = true;
        else if (a === R && b === 0x50) reading = true;
      }
      if (isFormula && statedType === 'shared') formula = true;
    }
  };
  return { take, places, width: (): number => width };
}

/** The few types that cells have, without a text for each cell. */
function typeOf(buffer: Buffer, from: number, to: number): string {
  if (to - from === 1) {
    const sign = buffer[from];
    if (sign === S) return 's';
    if (sign === 0x6e) return 'n';
    if (sign === 0x62) return 'b';
    if (sign === 0x65) return 'e';
  }
  if (to - from === 9 && buffer[from] === I) return 'inlineStr';
  return buffer.toString('latin1', from, to);
}

/** The texts that cells of type `s` name by number. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>): Promise<string[]> {
  const shared: string[] = [];
  let pending: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    pending = pending.length === 0 ? piece : Buffer.concat([pending, piece]);
    const last = pending.lastIndexOf('</si>');
    if (last < 0) {
      if (pending.length > MOST_PENDING) throw new Unusual('shared strings without an end');
      continue;
    }
    sharedOf(pending, last + 5, shared);
    pending = pending.subarray(last + 5);
  }
  const rest = pending.toString('latin1');
  if (rest.includes('<si') || !/<\/sst>|<sst[^>]{0,500}\/>/.test(rest))
    throw new Unusual('shared strings without an end');
  return shared;
}

function sharedOf(buffer: Buffer, to: number, shared: string[]): void {
  let at = 0;
  let textFrom = -1;
  let text = '';
  let reading = false;
  for (;;) {
    while (at < to && buffer[at] !== LESS) at += 1;
    if (at >= to) return;
    const start = at;
    const first = buffer[at + 1]!;
    if (first === BANG) throw new Unusual('markup declaration');
    const closing = first === SLASH;
    const name = closing ? at + 2 : at + 1;
    const a = buffer[name]!;
    const b = buffer[name + 1]!;
    const one = b === GREATER || b === SLASH || b <= 0x20;
    while (buffer[at] !== GREATER) {
      if (at >= to) throw new Unusual('a tag without an end');
      const sign = buffer[at];
      at += 1;
      if (sign === 0x22 || sign === 0x27) {
        at = buffer.indexOf(sign, at) + 1;
        if (at <= 0) throw new Unusual('an attribute without an end');
      }
    }
    const empty = buffer[at - 1] === SLASH;
    at += 1;
    if (a === R && b === 0x50) reading = !closing && !empty;
    else if (a === S && b === I) {
      if (closing || empty) shared.push(unescaped(text));
      text = '';
    } else if (one && a === T && !reading && !empty) {
      if (!closing) textFrom = at;
      else if (textFrom >= 0) text += xmlWords(buffer.toString('utf8', textFrom, start));
    }
  }
}
