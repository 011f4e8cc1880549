/** Delimited text becomes rows, numbered as a spreadsheet counts: an empty line is a row, a quoted line break is none. */
import type { CsvError } from 'csv-parse/sync';
import { error, type Issue, type Outcome, outcome, warning } from '../base/issue.js';
import type { SourceRef } from '../base/source.js';
import type { Row } from '../base/table.js';
import { text } from '../base/text.js';

const SEPARATORS = [',', '\t', ';'] as const;

/** The separator of the first line that has any outside quotes: the most frequent one, comma before others. */
export function separatorOf(words: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (let index = 0; index < words.length; index += 1) {
    const sign = words[index]!;
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ((sign === '\n' || sign === '\r') && counts.size > 0) break;
    else if ((SEPARATORS as readonly string[]).includes(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return SEPARATORS.reduce((best, sign) => ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0) ? sign : best), ',');
}

/**
 * Rows of a csv text. Entirely empty rows are left out, their numbers stay. Error: `csv-quote-open`, with the row where
 * the quote opens; warning: `csv-cut-off`.
 */
export async function readCsv(words: string, source: SourceRef): Promise<Outcome<readonly Row[]>> {
  const { parse } = await import('csv-parse/sync');
  const separator = separatorOf(words);
  let cells: string[][];
  try {
    // relax_quotes: `="0012"`. Line ends are named: csv-parse would take those of the first line for all.
    cells = parse(words, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      bom: true,
    });
  } catch (thrown) {
    return { value: null, issues: [asIssue(thrown, source)] };
  }
  const rows = cells
    .map((row, index): Row => ({ number: index + 1, cells: row }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const issues = [...swallowed(rows, separator, source), ...cutOff(words, rows, source)];
  return outcome(rows, issues);
}

/** With these options nothing but an open quote can stop the parser: anything else is our bug. */
function asIssue(thrown: unknown, source: SourceRef): Issue {
  const fault = thrown as CsvError & { readonly records?: number };
  if (fault?.code !== 'CSV_QUOTE_NOT_CLOSED') throw thrown;
  return quoteOpen({ ...source, row: (fault.records ?? 0) + 1 });
}

export const quoteOpen = (source: SourceRef): Issue =>
  error(
    'csv-quote-open',
    source,
    text('a quote (") opens in this row and is never closed.', '本行有一个双引号（"）只有开头没有结尾。'),
    text(
      'Delete the quote or close it; the file may also be cut off: export it again.',
      '请删除或补上引号；文件也可能不完整，请重新导出。',
    ),
  );

/** An unclosed quote may close at a later one, with whole rows inside the field. */
function swallowed(rows: readonly Row[], separator: string, source: SourceRef): Issue[] {
  const width = Math.max(0, ...rows.slice(0, 10).map((row) => row.cells.length));
  if (width < 3) return [];
  return rows
    .filter((row) =>
      row.cells.some(
        (cell) =>
          cell.includes('\n') &&
          (width > 3 || cell.includes('"')) &&
          cell.split('\n').some((line) => line.split(separator).length >= width),
      ),
    )
    .map((row) => quoteOpen({ ...source, row: row.number }));
}

/** The last line neither ends nor has all its fields. */
function cutOff(words: string, rows: readonly Row[], source: SourceRef): Issue[] {
  const last = rows.at(-1);
  const before = rows.at(-2);
  if (last === undefined || before === undefined || /[\r\n]\s*$/.test(words.slice(-20))) return [];
  if (last.cells.length >= before.cells.length) return [];
  const message = text(
    `the last row has ${last.cells.length} fields, the one before ${before.cells.length}, and no line end: the file seems cut off.`,
    `最后一行只有 ${last.cells.length} 个字段（上一行有 ${before.cells.length} 个）且没有换行：文件可能不完整。`,
  );
  const hint = text('Compare with the original, or export it again.', '请与原文件核对，或重新导出。');
  return [warning('csv-cut-off', { ...source, row: last.number }, message, hint)];
}
