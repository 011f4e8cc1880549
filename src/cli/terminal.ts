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

/** ASCII and the hanzi and signs beside them that are two columns wherever they stand. */
const PLAIN = /^[\x20-\x7e\u3001\u3002\u300a-\u3011\u4e00-\u9fff\uff01-\uff5e\uffe5]*$/;

/** Columns on the screen. string-width cuts into graphemes, which costs a grid of a month a tenth of a second. */
export function widthOf(words: string): number {
  if (!PLAIN.test(words)) return stringWidth(words);
  let width = words.length;
  for (let at = 0; at < words.length; at += 1) if (words.charCodeAt(at) > 0x7e) width += 1;
  return width;
}

export function pad(words: string, width: number, right = false): string {
  const blank = ' '.repeat(Math.max(0, width - widthOf(words)));
  return right ? blank + words : words + blank;
}

/** Cuts to at most `width` columns; `~` stands where something is missing. */
export function cut(words: string, width: number): string {
  if (widthOf(words) <= width) return words;
  let kept = '';
  for (const sign of words) {
    if (widthOf(kept + sign) > width - 1) break;
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
      widths[at] = Math.max(widths[at] ?? 0, widthOf(cell.words));
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
  return folded(words, Math.max(1, columns - indent.length), widthOf)
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n');
}
