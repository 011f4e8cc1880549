/** Where a fact stands: a row of a file, or a value of the handbook. Every fact keeps one to the last page. */
export interface SourceRef {
  /** Path as the user would type it, relative to the workspace where possible. */
  readonly file: string;
  readonly sheet?: string;
  /** Row as a spreadsheet counts it: the heading is row 1, an empty line is a row too. */
  readonly row?: number;
  /** The heading of the column, as the file spells it. */
  readonly column?: string;
  /** Dotted path inside a handbook, e.g. `rules.cover.shifts.白.min`. */
  readonly path?: string;
}

/** The start of a message: `leave.csv:14`, `打卡.xlsx#10月:42`, `handbook.yaml:7 rules.cover`. */
export function where(source: SourceRef): string {
  const place = source.sheet === undefined ? source.file : `${source.file}#${source.sheet}`;
  const row = source.row === undefined ? '' : `:${source.row}`;
  return source.path === undefined ? `${place}${row}` : `${place}${row} ${source.path}`;
}

/** The reference a payslip or a JSON document carries: `orders.csv#14`, `打卡.xlsx#10月:42`. */
export function cite(source: SourceRef): string {
  if (source.sheet !== undefined || source.path !== undefined) return where(source);
  return source.row === undefined ? source.file : `${source.file}#${source.row}`;
}

/** A cell of a spreadsheet holds 32,767 characters. */
const MOST_SHOWN = 2000;

/**
 * Many references in one cell, the rows of a file together: `orders.csv#14,20-22; 打卡.xlsx#10月:42`. Of more stretches than a
 * cell holds the first ones, then `...`.
 */
export function citeAll(sources: readonly SourceRef[]): string {
  const rowsOf = new Map<string, Set<number>>();
  for (const source of sources) {
    const { row, ...place } = source;
    const isRow = row !== undefined && source.path === undefined;
    const key = isRow ? (source.sheet === undefined ? `${place.file}#` : `${cite(place)}:`) : cite(source);
    const rows = rowsOf.get(key) ?? new Set<number>();
    if (isRow) rows.add(row);
    rowsOf.set(key, rows);
  }
  return [...rowsOf].map(([key, rows]) => key + stretches([...rows].sort((a, b) => a - b))).join('; ');
}

/** `14,20-22` */
function stretches(rows: readonly number[]): string {
  const shown: string[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const first = rows[at]!;
    while (rows[at + 1] === rows[at]! + 1) at += 1;
    shown.push(rows[at] === first ? String(first) : `${first}-${rows[at]!}`);
  }
  return shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN).join(',')},...` : shown.join(',');
}
