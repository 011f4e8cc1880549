/** Workbooks -> rows. Only the modules named xlsx know hucre. */
import type { Sheet } from 'hucre/xlsx';
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table } from '../base/table.js';
import { type Text, text } from '../base/text.js';
import { spreadMerged } from './merged-cells.js';
import { cellText, DAY_ZERO } from './xlsx-cell.js';
import { Unusual } from './xml-tags.js';
import { canUnpack, type ZipEntry, ZipFault, zipEntries } from './zip.js';

/** A workbook that unpacks to more is refused: it would not fit into memory, or was made to fill it. */
const MOST_UNPACKED = 400_000_000;
/** A workbook that unpacks to more is read without the library, which would need thirty times its size. */
const LARGE = 4_000_000;

/**
 * One table a visible sheet; empty sheets are left out as long as another one has rows. `large`: the unpacked size from which the
 * workbook is read piece by piece.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  source: SourceRef,
  large: number = LARGE,
): Promise<Outcome<readonly Table[]>> {
  const entries = zipEntries(bytes);
  if (entries === null) return { value: null, issues: [broken(source)] };
  const size = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (size > MOST_UNPACKED) return { value: null, issues: [tooLarge(source)] };
  if (size >= large && canUnpack()) {
    const found = await readLarge(bytes, entries, source);
    if (found !== null) return found;
  }
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
  return outcome(filledOf(tables), issues);
}

/** Null: of a shape that is left to the library. */
async function readLarge(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  source: SourceRef,
): Promise<Outcome<readonly Table[]> | null> {
  const { readLargeSheets } = await import('./xlsx-large.js');
  try {
    const sheets = await readLargeSheets(bytes, entries);
    if (sheets === null) return { value: null, issues: [tooMuchEmpty(source)] };
    const tables = sheets.map(({ name, rows }) => ({ source: { ...source, sheet: name }, rows }));
    const issues = sheets.flatMap(({ name, unresolved: { count, row } }) =>
      count === 0 ? [] : [formulaIssue(count, { ...source, sheet: name, row })],
    );
    return outcome(filledOf(tables), issues);
  } catch (thrown) {
    if (thrown instanceof Unusual) return null;
    const isDamaged = String((thrown as NodeJS.ErrnoException).code).startsWith('Z_');
    if (isDamaged || thrown instanceof ZipFault) return { value: null, issues: [broken(source)] };
    throw thrown;
  }
}

function filledOf<T extends { readonly rows: readonly Row[] }>(tables: readonly T[]): readonly T[] {
  const filled = tables.filter((table) => table.rows.length > 0);
  return filled.length > 0 ? filled : tables.slice(0, 1);
}

function rowsOf(sheet: Sheet, dayZero: number): Row[] {
  const grid = sheet.rows.map((row, index) =>
    row.map((value, column) => cellText(value, sheet.cells?.get(`${index},${column}`)?.style?.numFmt, dayZero)),
  );
  spreadMerged(
    sheet.merges ?? [],
    (row) => grid[row],
    (row, column) => typeof sheet.rows[row]?.[column] === 'number',
  );
  return grid
    .map((cells, index): Row => ({ number: index + 1, cells }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
}

/** Formulas whose result the writing program left out: the cells would read as empty. */
function withoutResult(sheet: Sheet, source: SourceRef): Issue[] {
  const places = [...(sheet.cells ?? [])].filter(
    ([, cell]) => cell.formula !== undefined && (cell.value ?? null) === null,
  );
  const first = places[0];
  if (first === undefined) return [];
  return [formulaIssue(places.length, { ...source, row: Number(first[0].split(',')[0]) + 1 })];
}

function formulaIssue(count: number, source: SourceRef): Issue {
  const message = text(
    `${count} formulas have no result stored, the first in this row; they read as empty.`,
    `有 ${count} 个公式没有保存结果（首个在本行），按空白读取。`,
  );
  const hint = text('Open the workbook in a spreadsheet and save it.', '请用表格软件打开该文件并保存一次。');
  return warning('formula-without-result', source, message, hint);
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
