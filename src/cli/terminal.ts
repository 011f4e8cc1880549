/** Words and tables on a terminal: columns that line up with hanzi in them, colour where it is wanted. */
import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import type { ColourLevel } from './language.js';
import { harmless } from './say.js';
import { folded } from './width.js';

export interface Paint {
  /** `#RRGGBB` */
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
}

export interface Styled {
  readonly words: string;
  readonly paint?: Paint;
  readonly right?: boolean;
}

export type Painter = (words: string, paint: Paint | undefined) => string;

export function painter(level: ColourLevel): Painter {
  const chalk = new Chalk({ level });
  return (words, paint) => {
    if (level === 0 || paint === undefined) return words;
    let style = chalk;
    if (paint.fill !== undefined) style = style.bgHex(paint.fill);
    if (paint.ink !== undefined) style = style.hex(paint.ink);
    if (paint.bold) style = style.bold;
    if (paint.dim) style = style.dim;
    return style(words);
  };
}

/** Columns on the screen. */
export const widthOf = (words: string): number => stringWidth(words);

export function pad(words: string, width: number, right = false): string {
  const blank = ' '.repeat(Math.max(0, width - stringWidth(words)));
  return right ? blank + words : words + blank;
}

/** Cuts to at most `width` columns; `~` stands where something is missing. */
export function cut(words: string, width: number): string {
  if (stringWidth(words) <= width) return words;
  let kept = '';
  for (const sign of words) {
    if (stringWidth(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept}~`;
}

/** Lines of cells, columns as wide as their widest cell, `gap` blanks between; outside text is made harmless. */
export function table(rows: readonly (readonly Styled[])[], paint: Painter, gap = 2): string {
  const clean = rows.map((row) => row.map((cell) => ({ ...cell, words: harmless(cell.words) })));
  const widths: number[] = [];
  for (const row of clean)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, stringWidth(cell.words));
    });
  return clean
    .map((row) =>
      row
        .map((cell, at) => {
          const last = at === row.length - 1 && cell.right !== true && cell.paint?.fill === undefined;
          return paint(last ? cell.words : pad(cell.words, widths[at]!, cell.right), cell.paint);
        })
        .join(' '.repeat(gap))
        .replace(/ +$/, ''),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Breaks words at blanks (and between hanzi) so that no line, indented, is wider than `columns`. */
export function wrap(words: string, columns: number | null, indent = ''): string {
  if (columns === null) return `${indent}${words}`;
  return folded(words, Math.max(1, columns - indent.length), stringWidth)
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');
}
