/** Merged cells: every place that one covers says the same. */

export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Places that merged cells may fill on one sheet. */
const MOST_MERGED = 1_000_000;

/** Rows and columns count from 0. Numbers do not spread: an amount merged over two rows is one amount. */
export function spreadMerged(
  merges: readonly Merge[],
  cellsOf: (row: number) => string[] | undefined,
  isNumber: (row: number, column: number) => boolean,
): void {
  let places = 0;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const words = cellsOf(startRow)?.[startCol] ?? '';
    if (words === '' || isNumber(startRow, startCol)) continue;
    for (let row = startRow; row <= endRow; row += 1) {
      const cells = cellsOf(row);
      places += 1;
      for (let column = startCol; cells !== undefined && column <= Math.min(endCol, cells.length - 1); column += 1) {
        places += 1;
        cells[column] = words;
      }
      if (places > MOST_MERGED) return;
    }
  }
}
