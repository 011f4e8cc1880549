/** Workbooks -> rows. Only this module and xlsx-write.ts know hucre. */
import type { CellValue, Sheet } from 'hucre/xlsx';
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table } from '../base/table.js';
import { type Text, text } from '../base/text.js';
import { unpackedSize } from './zip-size.js';

/** A workbook that unpacks to more is refused: it would not fit into memory, or was made to fill it. */
const MOST_UNPACKED = 400_000_000;
/** Places that merged cells may fill on one sheet. */
const MOST_MERGED = 1_000_000;

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. Dates before March 1900 are no dates but times and durations. */
const DAY_ZERO: Readonly<Record<'1900' | '1904', number>> = {
  '1900': Date.UTC(1899, 11, 31),
  '1904': Date.UTC(1904, 0, 1),
};

/** One table a visible sheet; empty sheets are left out as long as another one has rows. */
export async function readWorkbook(bytes: Uint8Array, source: SourceRef): Promise<Outcome<readonly Table[]>> {
  const size = unpackedSize(bytes);
  if (size === null) return { value: null, issues: [broken(source)] };
  if (size > MOST_UNPACKED) return { value: null, issues: [tooLarge(source)] };
  const { readXlsx } = await import('hucre/xlsx');
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(bytes, {
      readStyles: true,
      sheets: (sheet) => sheet.hidden !== true && sheet.veryHidden !== true,
    });
  } catch (thrown) {
    const tooWide = /\bspans \d+ rows x \d+ columns\b/.test(String(thrown));
    return { value: null, issues: [tooWide ? tooMuchEmpty(source) : broken(source)] };
  }
  const issues: Issue[] = [];
  const tables = workbook.sheets.map((sheet) => {
    const place: SourceRef = { ...source, sheet: sheet.name };
    issues.push(...withoutResult(sheet, place));
    return { source: place, rows: rowsOf(sheet, DAY_ZERO[workbook.dateSystem ?? '1900']) };
  });
  const filled = tables.filter((table) => table.rows.length > 0);
  return outcome(filled.length > 0 ? filled : tables.slice(0, 1), issues);
}

function rowsOf(sheet: Sheet, dayZero: number): Row[] {
  const grid = sheet.rows.map((row, index) =>
    row.map((value, column) => cellText(value, sheet.cells?.get(`${index},${column}`)?.style?.numFmt, dayZero)),
  );
  spreadMerged(sheet, grid);
  return grid
    .map((cells, index): Row => ({ number: index + 1, cells }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
}

/**
 * A merged cell says the same in every place it covers. Numbers do not spread: an amount merged over two rows is one
 * amount.
 */
function spreadMerged(sheet: Sheet, grid: string[][]): void {
  let places = 0;
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const words = grid[startRow]?.[startCol] ?? '';
    if (words === '' || typeof sheet.rows[startRow]?.[startCol] === 'number') continue;
    for (let row = startRow; row <= Math.min(endRow, grid.length - 1); row += 1) {
      const cells = grid[row]!;
      for (let column = startCol; column <= Math.min(endCol, cells.length - 1); column += 1) {
        places += 1;
        if (places > MOST_MERGED) return;
        cells[column] = words;
      }
    }
  }
}

function cellText(value: CellValue, format: string | undefined, dayZero: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value, dayZero);
  const plain = numberText(value);
  // The format 0000 shows 7 as 0007: employee numbers are written so.
  return format !== undefined && /^0{2,20}$/.test(format) && /^\d+$/.test(plain)
    ? plain.padStart(format.length, '0')
    : plain;
}

/** Shortest form of what a spreadsheet keeps, 15 digits; longer numbers have lost digits and say so: `1.23E+18`. */
export function numberText(value: number): string {
  if (Math.abs(value) >= 1e15)
    return value
      .toExponential(14)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E');
  const rounded = Number(value.toPrecision(15));
  const words = String(rounded === 0 ? 0 : rounded);
  return words.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : words;
}

/** `2026-12-05`, `2026-12-05 09:01`, seconds where there are any; a time or duration alone: `09:01`, `36:00`. */
function dateText(value: Date, dayZero: number): string {
  const seconds = Math.round(value.getTime() / 1000);
  const sinceZero = seconds - dayZero / 1000;
  const pad = (number: number): string => String(number).padStart(2, '0');
  const clock = (of: number): string => {
    const rest = of % 60;
    return `${pad(Math.floor(of / 3600))}:${pad(Math.floor(of / 60) % 60)}${rest === 0 ? '' : `:${pad(rest)}`}`;
  };
  if (sinceZero >= 0 && sinceZero < 60 * 86_400) return clock(sinceZero);
  const day = new Date(Math.floor(seconds / 86_400) * DAY_MS).toISOString().slice(0, 10);
  const time = ((seconds % 86_400) + 86_400) % 86_400;
  return time === 0 ? day : `${day} ${clock(time)}`;
}

/** Formulas whose result the writing program left out: the cells would read as empty. */
function withoutResult(sheet: Sheet, source: SourceRef): Issue[] {
  const places = [...(sheet.cells ?? [])].filter(
    ([, cell]) => cell.formula !== undefined && (cell.value ?? null) === null,
  );
  const first = places[0];
  if (first === undefined) return [];
  const row = Number(first[0].split(',')[0]) + 1;
  const message = text(
    `${places.length} formulas have no result stored, the first in this row; they read as empty.`,
    `有 ${places.length} 个公式没有保存结果（首个在本行），按空白读取。`,
  );
  const hint = text('Open the workbook in a spreadsheet and save it.', '请用表格软件打开该文件并保存一次。');
  return [warning('formula-without-result', { ...source, row }, message, hint)];
}

const SAVE_ANEW: Text = text('Open it in a spreadsheet and save it as .xlsx.', '请用表格软件打开，另存为 .xlsx。');

const broken = (source: SourceRef): Issue =>
  error(
    'workbook-broken',
    source,
    text(
      'this is not a whole .xlsx workbook: it is damaged or cut off.',
      '不是完整的 .xlsx 工作簿：文件损坏或不完整。',
    ),
    text(`Copy or export the file again. ${SAVE_ANEW.en}`, `请重新复制或导出文件。${SAVE_ANEW.zh}`),
  );

const tooLarge = (source: SourceRef): Issue =>
  error(
    'workbook-too-large',
    source,
    text(
      `the workbook unpacks to more than ${MOST_UNPACKED / 1e6} MB.`,
      `工作簿解压后超过 ${MOST_UNPACKED / 1e6} MB。`,
    ),
    text('Split it, or save the sheet as "CSV UTF-8".', '请拆分文件，或把工作表另存为“CSV UTF-8”。'),
  );

const tooMuchEmpty = (source: SourceRef): Issue =>
  error(
    'sheet-too-wide',
    source,
    text(
      'a sheet reaches over more than 20 million cells: something stands far below or right of the table.',
      '有工作表的范围超过 2000 万个单元格：表格下方或右侧很远处还有内容。',
    ),
    text(
      'Delete the rows below and the columns right of the table, or copy the table into a new workbook.',
      '请删除表格下方的行和右侧的列，或把表格复制到新工作簿。',
    ),
  );
