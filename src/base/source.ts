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
