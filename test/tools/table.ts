/** Tables as readers get them, for tests: one line a row, cells separated by `|`. */
import type { Issue } from '../../src/base/issue.js';
import { where } from '../../src/base/source.js';
import type { Table } from '../../src/base/table.js';

/** `table('staff.csv', 'id | name', '1001 | 李娜')`: row 1 is the first line, an empty line is an empty row. */
export const table = (file: string, ...lines: string[]): Table => ({
  source: { file },
  rows: lines
    .map((line, index) => ({ number: index + 1, cells: line.split('|').map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== '')),
});

/** `leave.csv:14: what. What to do.`, as the design shows a message. */
export const said = (issues: readonly Issue[], lang: 'en' | 'zh' = 'en'): string[] =>
  issues.map((issue) => {
    const place = issue.source === null ? '' : `${where(issue.source)}: `;
    return `${place}${issue.message[lang]} ${issue.hint[lang]}`;
  });

/** `code row`, in order. */
export const coded = (issues: readonly Issue[]): string[] =>
  issues.map((issue) => `${issue.code} ${issue.source?.row ?? '-'}`);
