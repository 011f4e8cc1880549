/** The month's grid on a terminal: one table where the window is wide enough, else split between weeks. */
import type { Lang } from '../base/text.js';
import { BROKEN, inkOn, WEEKEND } from '../report/colours.js';
import type { GridCell, GridDay, GridDocument } from '../report/grid.js';
import { shortWeekday } from '../report/words.js';
import type { Page } from './command.js';
import { harmless } from './say.js';
import { cut, type Paint, type Painter, pad, painter, widthOf } from './terminal.js';

/** A column of the drawing: its cells from top to bottom, headings first. */
interface Column {
  readonly cells: readonly { readonly words: string; readonly paint?: Paint }[];
  readonly right: boolean;
  readonly width: number;
  /** A new block may begin here. */
  readonly mayBreak: boolean;
}

const NAME_WIDTH = 12;
/** A hanzi, or two letters. */
const MARK = 2;

const filled = (fill: string | null): Paint => (fill === null ? {} : { fill, ink: inkOn(fill) });

const column = (cells: Column['cells'], right = false, mayBreak = false): Column => {
  const clean = cells.map((cell) => ({ ...cell, words: harmless(cell.words) }));
  return { cells: clean, right, mayBreak, width: Math.max(...clean.map((cell) => widthOf(cell.words))) };
};

function cellWords(cell: GridCell, lang: Lang): { words: string; paint?: Paint } {
  if (cell.broken) return { words: `${cell.mark[lang]}[X]`, paint: { fill: BROKEN, ink: '#FFFFFF' } };
  return { words: cell.mark[lang], paint: filled(cell.fill) };
}

function dayHead(day: GridDay, lang: Lang): Column['cells'] {
  const free = day.kind === 'statutory' || day.kind === 'swapped-rest';
  const paint: Paint = { bold: true, ...(free ? filled(BROKEN) : day.weekday >= 6 ? filled(WEEKEND) : {}) };
  // A statutory holiday carries a star: colour is never the only signal.
  const star = day.kind === 'statutory' ? '*' : '';
  return [
    { words: day.day.slice(8), paint },
    { words: `${shortWeekday(day.weekday)[lang]}${star}`, paint },
  ];
}

const nothing = { words: '' };

function columnsOf(grid: GridDocument, lang: Lang): { left: Column; days: Column[]; right: Column[] } {
  const below = grid.counts.map((count) => count);
  const left = column([
    { words: grid.month, paint: { bold: true } },
    nothing,
    ...grid.rows.map((row) => ({ words: `${row.id} ${cut(harmless(row.name), NAME_WIDTH)}` })),
    ...below.map((count) => ({ words: count.label[lang], paint: filled(count.fill) })),
  ]);
  const tail = grid.tailDays.map((day, at) =>
    column([
      { words: day.day.slice(8), paint: { dim: true } },
      { words: shortWeekday(day.weekday)[lang], paint: { dim: true } },
      ...grid.rows.map((row) => ({ words: row.tail[at]?.mark[lang] ?? '', paint: { dim: true } })),
      ...below.map(() => nothing),
    ]),
  );
  const border = column([
    nothing,
    nothing,
    ...grid.rows.map(() => ({ words: '|', paint: { dim: true } })),
    ...below.map(() => nothing),
  ]);
  const days = grid.days.map((day, at) =>
    column(
      [
        ...dayHead(day, lang),
        ...grid.rows.map((row) => cellWords(row.cells[at]!, lang)),
        ...below.map(({ heads }) => {
          const { count, broken } = heads[at]!;
          return broken ? { words: `${count}[X]`, paint: { fill: BROKEN, ink: '#FFFFFF' } } : { words: String(count) };
        }),
      ],
      false,
      day.weekday === 1,
    ),
  );
  const right = grid.totals.map((title, at) =>
    column(
      [
        { words: title[lang], paint: { bold: true } },
        nothing,
        ...grid.rows.map((row) => ({ words: row.totals[at] ?? '' })),
        ...below.map(() => nothing),
      ],
      true,
      at === 0,
    ),
  );
  return { left, days: tail.length === 0 ? days : [...tail, border, ...days], right };
}

/** Groups columns so that each group fits beside the left one, breaking before Mondays where that is possible. */
function blocks(left: Column, columns: readonly Column[], room: number | null): (readonly Column[])[] {
  if (room === null) return [columns];
  const free = room - left.width - 1;
  const weeks: Column[][] = [];
  for (const one of columns) {
    if (one.mayBreak || weeks.length === 0) weeks.push([]);
    weeks.at(-1)!.push(one);
  }
  const width = (group: readonly Column[]): number => group.reduce((sum, one) => sum + one.width + 1, 0);
  const groups: Column[][] = [];
  for (const week of weeks) {
    const last = groups.at(-1);
    if (last !== undefined && width(last) + width(week) <= free) last.push(...week);
    else if (width(week) <= free) groups.push([...week]);
    else
      for (const one of week) {
        const end = groups.at(-1);
        if (end !== undefined && end !== last && width(end) + one.width + 1 <= free) end.push(one);
        else groups.push([one]);
      }
  }
  return groups;
}

/** `heads`: the lines below the people, which a block of totals alone has no use for. */
function drawBlock(left: Column, columns: readonly Column[], heads: number, paint: Painter): string {
  const below = left.cells.length - heads;
  const isIdle = columns.every(({ cells }) => cells.slice(below).every(({ words }) => words === ''));
  return left.cells
    .slice(0, isIdle ? below : left.cells.length)
    .map((head, line) => {
      const cells = [left, ...columns].map((one) => {
        const cell = one.cells[line] ?? nothing;
        // Colour is as wide as a mark, however wide an [X] makes the column.
        const words = pad(cell.words, Math.min(one.width, MARK), one.right);
        const blank = ' '.repeat(one.width - widthOf(words));
        const painted = paint(words, 'paint' in cell ? cell.paint : undefined);
        return one.right ? blank + painted : painted + blank;
      });
      return head === undefined ? '' : cells.join(' ').replace(/ +$/, '');
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** The grid with its legend. */
export function drawGrid(grid: GridDocument, page: Page): string {
  const paint = painter(page.colour);
  const { left, days, right } = columnsOf(grid, page.lang);
  const drawn = blocks(left, [...days, ...right], page.columns).map((group) =>
    drawBlock(left, group, grid.counts.length, paint),
  );
  const legend = grid.legend.map((entry) => ({
    paint: filled(entry.fill),
    mark: entry.mark[page.lang],
    words: harmless(entry.words[page.lang]),
  }));
  let lines = '';
  let used = 0;
  for (const { mark, words, paint: look } of legend) {
    const width = widthOf(`${mark} ${words}`) + 3;
    if (used > 0 && page.columns !== null && used + width > page.columns) {
      lines += '\n';
      used = 0;
    }
    lines += `${used > 0 ? '   ' : ''}${paint(mark, look)} ${words}`;
    used += width;
  }
  return `${drawn.join('\n')}\n${lines}\n`;
}
