/** Where a fact stands: a row of a file, or a value of the handbook. Every fact keeps one to the last page. */
export interface SourceRef {
  /** Path as the user would type it, relative to the workspace where possible. */
  readonly file: string;
  readonly sheet?: string;
  /** Row as a spreadsheet counts it: the heading is row 1, an empty line is a row too. */
  readonly row?: number;
  /** Several rows instead of one, rising: what a sum of orders came from. */
  readonly rows?: readonly number[];
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

/** The reference a payslip or a JSON document carries: `orders.csv#14`, `打卡.xlsx#10月:42`, `orders.csv#14,20-22`. */
export function cite(source: SourceRef): string {
  if (source.rows !== undefined) {
    const place = source.sheet === undefined ? `${source.file}#` : `${source.file}#${source.sheet}:`;
    return place + stretches(source.rows);
  }
  if (source.sheet !== undefined || source.path !== undefined) return where(source);
  return source.row === undefined ? source.file : `${source.file}#${source.row}`;
}

/** Stretches of rows that a person looks through; pay.json names every row. */
const MOST_SHOWN = 100;

/**
 * Many references in one cell, the rows of a file together: `orders.csv#14,20-22; 打卡.xlsx#10月:42`. Of many stretches the first
 * ones, then `...`.
 */
export function citeAll(sources: readonly SourceRef[]): string {
  const [only] = sources;
  // The orders of one export: their rows rise already.
  if (sources.length === 1 && only?.rows !== undefined && only.path === undefined) {
    const place = only.sheet === undefined ? `${only.file}#` : `${cite({ file: only.file, sheet: only.sheet })}:`;
    return place + stretches(only.rows, MOST_SHOWN);
  }
  const rowsOf = new Map<string, Set<number>>();
  for (const source of sources) {
    const { row, rows: many, ...place } = source;
    const own = many ?? (row === undefined ? [] : [row]);
    const isRow = own.length > 0 && source.path === undefined;
    const key = isRow ? (source.sheet === undefined ? `${place.file}#` : `${cite(place)}:`) : cite(source);
    const rows = rowsOf.get(key) ?? new Set<number>();
    if (isRow) for (const one of own) rows.add(one);
    rowsOf.set(key, rows);
  }
  return [...rowsOf]
    .map(
      ([key, rows]) =>
        key +
        stretches(
          [...rows].sort((a, b) => a - b),
          MOST_SHOWN,
        ),
    )
    .join('; ');
}

/** The single references of one that may name several rows: `orders.csv#14,20-21` is three. */
export function citedRows(reference: string): readonly string[] {
  const found = /^(.*[#:])(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/.exec(reference);
  if (found === null || /^\d+$/.test(found[2]!)) return [reference];
  return found[2]!.split(',').flatMap((stretch) => {
    const [first, last = first] = stretch.split('-').map(Number) as [number, number?];
    return Array.from({ length: last - first + 1 }, (_, at) => `${found[1]!}${first + at}`);
  });
}

/** `14,20-22`; of more than `most` the first ones, then `...`. */
function stretches(rows: readonly number[], most = Number.POSITIVE_INFINITY): string {
  let words = '';
  let found = 0;
  for (let at = 0; at < rows.length; at += 1, found += 1) {
    const first = rows[at]!;
    while (rows[at + 1] === rows[at]! + 1) at += 1;
    if (found === most) return `${words},...`;
    const stretch = rows[at] === first ? String(first) : `${first}-${rows[at]!}`;
    words = words === '' ? stretch : `${words},${stretch}`;
  }
  return words;
}
