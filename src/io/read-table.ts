/** A file of any kind people send becomes tables. The kind is told by the bytes: exports give their files wrong names. */
import { readFile, stat } from 'node:fs/promises';
import { error, type Issue, type Outcome, outcome } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Row, Table } from '../base/table.js';
import { text } from '../base/text.js';
import { decodeText } from './decode.js';
import { htmlTables } from './html-table.js';
import { readCsv } from './read-csv.js';
import { streamCsv } from './stream-csv.js';
import { readWorkbook } from './xlsx.js';

/** A text longer than this does not fit into one string. */
const MOST_BYTES = 400_000_000;

/**
 * Reads a file: one table for csv, one for each sheet of a workbook. `shownName`: the path as messages should give it.
 * Errors: everything about the file itself; what its cells say is judged by the readers of the domain rooms.
 */
export async function readTables(path: string, shownName: string): Promise<Outcome<readonly Table[]>> {
  const bytes = await readBytes(path, shownName);
  return bytes.value === null ? { value: null, issues: bytes.issues } : tablesOf(bytes.value, shownName);
}

/** Smaller csv files are read whole: csv-parse says more of what is wrong with them. */
const LARGE = 4_000_000;

/** Reads a file as `readTables` does; a large csv file becomes a table that is walked, however large it is. */
export async function readLargeTables(path: string, shownName: string): Promise<Outcome<readonly Table[]>> {
  try {
    const { size } = await stat(path);
    const table = size > LARGE ? streamCsv(path, { file: shownName }) : null;
    if (table !== null) return outcome([table], []);
  } catch {
    // What is wrong with the file is told by the ordinary way.
  }
  return readTables(path, shownName);
}

/** The bytes of a file. Errors: `file-missing`, `file-unreadable`, `file-too-large`. */
export async function readBytes(path: string, shownName: string): Promise<Outcome<Uint8Array>> {
  const source: SourceRef = { file: shownName };
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return { value: null, issues: [tooLarge(source, size)] };
    return outcome<Uint8Array>(await readFile(path), []);
  } catch (thrown) {
    return { value: null, issues: [unreadable(thrown, source)] };
  }
}

const tooLarge = (source: SourceRef, size: number): Issue =>
  error(
    'file-too-large',
    source,
    text(
      `the file has ${Math.ceil(size / 1e6)} MB, at most ${MOST_BYTES / 1e6} MB can be read.`,
      `文件大小为 ${Math.ceil(size / 1e6)} MB，最多可读取 ${MOST_BYTES / 1e6} MB。`,
    ),
    text('Export fewer days into each file.', '请分几次导出，每个文件少几天。'),
  );

function unreadable(thrown: unknown, source: SourceRef): Issue {
  const code = String((thrown as NodeJS.ErrnoException).code ?? thrown);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const hint = text('Look at the name and the folder.', '请检查文件名和所在文件夹。');
    return error('file-missing', source, text('there is no such file.', '文件不存在。'), hint);
  }
  const hint =
    code === 'EISDIR'
      ? text('This is a folder: name a file in it.', '这是文件夹，请指定其中的文件。')
      : text(
          'Close the program that has it open, and look at its permissions.',
          '请关闭占用它的程序，并检查访问权限。',
        );
  return error(
    'file-unreadable',
    source,
    text(`the file cannot be read (${code}).`, `无法读取文件（${code}）。`),
    hint,
  );
}

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

/** Tables of a file's bytes. */
export async function tablesOf(bytes: Uint8Array, shownName: string): Promise<Outcome<readonly Table[]>> {
  const source: SourceRef = { file: shownName };
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes, source);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { value: null, issues: [oldWorkbook(source)] };
  const decoded = decodeText(bytes, source);
  if (decoded.value === null) return { value: null, issues: decoded.issues };
  if (/^\s*(?:<!doctype html|<html|<table|<meta|<\?xml[^>]{0,200}>\s*<html)/i.test(decoded.value.slice(0, 500))) {
    return readHtml(decoded.value, source);
  }
  const rows = await readCsv(decoded.value, source);
  return rows.value === null
    ? { value: null, issues: rows.issues }
    : outcome([{ source, rows: rows.value }], rows.issues);
}

const oldWorkbook = (source: SourceRef): Issue =>
  error(
    'workbook-old-format',
    source,
    text('this is an old Excel workbook (.xls) or one with a password.', '这是旧版 Excel 工作簿（.xls），或设有密码。'),
    text(
      'Open it in Excel or WPS and save it as .xlsx without a password.',
      '请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx。',
    ),
  );

function readHtml(page: string, source: SourceRef): Outcome<readonly Table[]> {
  const found = htmlTables(page);
  if (found === null || found.length === 0) {
    const message =
      found === null
        ? text(
            'the file is a web page whose table has no end: it has been cut off.',
            '文件是网页表格，但没有结尾：内容不完整。',
          )
        : text('the file is a web page without a table.', '文件是网页，其中没有表格。');
    const hint = text(
      'Export it again; an expired login also gives such a page.',
      '请重新导出；登录过期时也会下载到这样的网页。',
    );
    return { value: null, issues: [error('html-without-table', source, message, hint)] };
  }
  const tables = found.map((cells, index): Table => {
    const rows = cells.map((row, place): Row => ({ number: place + 1, cells: row }));
    return {
      source: found.length === 1 ? source : { ...source, sheet: String(index + 1) },
      rows: rows.filter((row) => row.cells.some((cell) => cell !== '')),
    };
  });
  return outcome(tables, []);
}
