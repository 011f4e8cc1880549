/**
 * Tables of an HTML page that an export calls .xls. Reads text, `colspan` and `rowspan`; nothing is executed or fetched.
 * One pass over the text, no backtracking.
 */

/** A hostile page must not fill the memory: cells per table, and how far one cell may span. */
const MOST_CELLS = 5_000_000;
const MOST_SPAN = 1000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const unescaped = (words: string): string =>
  words.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));?/g, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? all : String.fromCodePoint(point);
  });

interface Cell {
  words: string;
  readonly across: number;
  readonly down: number;
}

const spanOf = (tag: string, name: string): number => {
  const match = new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(tag);
  return Math.min(MOST_SPAN, Math.max(1, Number(match?.[1] ?? 1)));
};

/** Rows of each table, in order; null where a table is not closed: the page has been cut off. */
export function htmlTables(page: string): readonly (readonly (readonly string[])[])[] | null {
  const small = page.toLowerCase();
  const tables: string[][][] = [];
  let rows: Cell[][] = [];
  let row: Cell[] | null = null;
  let cell: Cell | null = null;
  let depth = 0;
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    const end = open === -1 ? page.length : open;
    if (cell !== null) cell.words += unescaped(page.slice(at, end)).replace(/\s+/g, ' ');
    if (open === -1) break;
    if (page.startsWith('<!--', open)) {
      const close = page.indexOf('-->', open);
      at = close === -1 ? page.length : close + 3;
      continue;
    }
    const close = page.indexOf('>', open);
    if (close === -1) break;
    const tag = page.slice(open, close);
    const name = /^<\/?([a-zA-Z]{1,10})/.exec(tag)?.[1]?.toLowerCase() ?? '';
    const closing = tag[1] === '/';
    at = close + 1;
    if (!closing && (name === 'script' || name === 'style')) {
      const over = small.indexOf(`</${name}`, at);
      at = over === -1 ? page.length : over;
    } else if (name === 'table') {
      depth += closing ? -1 : 1;
      if (depth === 0 && closing) {
        tables.push(laidOut(rows));
        [rows, row, cell] = [[], null, null];
      }
      depth = Math.max(0, depth);
    } else if (depth !== 1) {
      if (name === 'br' && cell !== null) cell.words += ' ';
    } else if (name === 'tr') {
      cell = null;
      row = closing ? null : [];
      if (row !== null) rows.push(row);
    } else if (name === 'td' || name === 'th') {
      cell = closing ? null : { words: '', across: spanOf(tag, 'colspan'), down: spanOf(tag, 'rowspan') };
      if (cell !== null) {
        if (row === null) {
          row = [];
          rows.push(row);
        }
        row.push(cell);
      }
    } else if (name === 'br' && cell !== null) cell.words += ' ';
  }
  return depth === 0 ? tables : null;
}

/** Cells put where their spans say; every place of a span carries the words. */
function laidOut(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  let cells = 0;
  rows.forEach((row, top) => {
    let column = 0;
    for (const cell of row) {
      while (grid[top]![column] !== undefined) column += 1;
      for (let down = 0; down < cell.down && top + down < rows.length; down += 1) {
        for (let across = 0; across < cell.across; across += 1) {
          cells += 1;
          if (cells > MOST_CELLS) return;
          grid[top + down]![column + across] = cell.words.trim();
        }
      }
      column += cell.across;
    }
  });
  return grid.map((row) => Array.from(row, (words) => words ?? ''));
}
