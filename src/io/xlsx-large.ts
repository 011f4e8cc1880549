/**
 * A large workbook's sheets, read as they are unpacked: memory grows with the cells, not with the markup. Only the ordinary shape
 * that spreadsheets and platforms write is read; `Unusual` leaves the workbook to the library, which knows every other.
 */

import { posix } from 'node:path';
import { isDateFormat, serialToDate } from 'hucre';
import type { Row } from '../base/table.js';
import { type Merge, spreadMerged } from './merged-cells.js';
import {
  MOST_PLACES,
  readSharedStrings,
  readSheetRows,
  type SheetCells,
  type SheetRows,
  type SheetScan,
} from './sheet-rows.js';
import { cellText, DAY_ZERO } from './xlsx-cell.js';
import { Unusual, xmlTags } from './xml-tags.js';
import { unpacked, type ZipEntry } from './zip.js';

export interface LargeSheet {
  readonly name: string;
  /** Rows with something in them. */
  readonly rows: readonly Row[];
  /** Formulas without a stored result, and the row of the first. */
  readonly unresolved: { readonly count: number; readonly row: number };
}

/** The visible sheets in their order; null: one reaches over more than `MOST_PLACES` places. Throws `Unusual`, `ZipFault`. */
export async function readLargeSheets(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<readonly LargeSheet[] | null> {
  const files = new Map(entries.map((entry) => [entry.name, entry]));
  const open = (name: string): AsyncIterable<Buffer> => {
    const entry = files.get(name);
    const plain = entry !== undefined && (entry.flags & 1) === 0 && (entry.method === 0 || entry.method === 8);
    if (!plain) throw new Unusual(`no plain ${name}`);
    return unpacked(bytes, entry);
  };
  const root = await relations('', open);
  const workbook = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const parts = await relations(workbook, open);
  const part = (type: string): string | null => parts.find((one) => one.type === type)?.target ?? null;
  const { sheets, is1904 } = sheetsOf(await wordsOf(open(workbook)));
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  const scan: SheetScan = {
    shared: strings === null ? [] : await readSharedStrings(open(strings)),
    ...shapes(styles === null ? '' : await wordsOf(open(styles)), is1904),
  };
  const large: LargeSheet[] = [];
  for (const { name, id } of sheets) {
    const place = parts.find((one) => one.id === id && one.type === 'worksheet');
    if (place === undefined) throw new Unusual(`no sheet ${name}`);
    const found = await readSheetRows(open(place.target), scan);
    if (found.places > MOST_PLACES) return null;
    large.push({ name, rows: merged(found), unresolved: found.unresolved });
  }
  return large;
}

async function wordsOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  /** Path in the archive. */
  readonly target: string;
}

/** What a part refers to; the part '' is the archive itself. */
async function relations(part: string, open: (name: string) => AsyncIterable<Buffer>): Promise<readonly Relation[]> {
  const folder = part === '' ? '' : posix.dirname(part);
  const name = `${folder === '' || folder === '.' ? '' : `${folder}/`}_rels/${posix.basename(part)}.rels`;
  const found: Relation[] = [];
  for (const { name: tag, attribute } of xmlTags(await wordsOf(open(name)))) {
    if (tag !== 'Relationship') continue;
    const target = attribute('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    found.push({ id: attribute('Id') ?? '', type: (attribute('Type') ?? '').split('/').at(-1)!, target: path });
  }
  return found;
}

function sheetsOf(workbook: string): { sheets: { name: string; id: string }[]; is1904: boolean } {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  for (const { name: tag, attribute } of xmlTags(workbook)) {
    if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (tag !== 'sheet' || ['hidden', 'veryHidden'].includes(attribute('state') ?? '')) continue;
    sheets.push({ name: attribute('name') ?? '', id: attribute('r:id') ?? '' });
  }
  if (sheets.length === 0) throw new Unusual('no sheets');
  return { sheets, is1904 };
}

/** What numbers look like in each style. */
function shapes(styles: string, is1904: boolean): Pick<SheetScan, 'shape' | 'isDate'> {
  const formats = new Map<string, string>();
  const used: string[] = [];
  let inside = false;
  for (const { name: tag, attribute } of xmlTags(styles)) {
    if (tag === 'numFmt') formats.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
    else if (tag === 'cellXfs') inside = true;
    else if (tag === '/cellXfs') inside = false;
    else if (tag === 'xf' && inside) used.push(attribute('numFmtId') ?? '0');
  }
  const codes = used.map((id) => formats.get(id));
  const dates = used.map((id, at) => isDateFormat(codes[at] || id));
  const dayZero = DAY_ZERO[is1904 ? '1904' : '1900'];
  return {
    isDate: (style) => dates[style] ?? false,
    shape: (value, style) =>
      cellText((dates[style] ?? false) ? serialToDate(value, is1904) : value, codes[style], dayZero),
  };
}

function merged({ rows, tail }: SheetRows): Row[] {
  const merges: Merge[] = [];
  const last = rows.at(-1)?.number ?? 0;
  for (const { name: tag, attribute } of xmlTags(tail)) {
    const ref =
      tag === 'mergeCell' ? /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute('ref') ?? '') : null;
    if (ref === null) continue;
    const [, left, top, right, bottom] = ref as unknown as [string, string, string, string, string];
    const endRow = Math.min(Number(bottom), last) - 1;
    merges.push({ startRow: Number(top) - 1, startCol: columnOf(left), endRow, endCol: columnOf(right) });
  }
  if (merges.length === 0) return filled(rows);
  const width = rows[0]?.cells.length ?? 0;
  const byRow = new Map(rows.map((row): [number, SheetCells] => [row.number - 1, row]));
  /** A row without cells may be covered by a cell from above. */
  const cellsOf = (row: number): string[] => {
    const known = byRow.get(row);
    if (known !== undefined) return known.cells;
    const cells = Array.from({ length: width }, () => '');
    byRow.set(row, { number: row + 1, cells, numbers: null });
    return cells;
  };
  spreadMerged(merges, cellsOf, (row, column) => byRow.get(row)?.numbers?.[column] === 1);
  return filled([...byRow.values()].sort((a, b) => a.number - b.number));
}

const filled = (rows: readonly SheetCells[]): Row[] =>
  rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ number, cells }): Row => ({ number, cells }));

/** `A` -> 0, `AB` -> 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
