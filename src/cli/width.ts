/**
 * Widths on a terminal for our own words: hanzi and full-width signs are two columns. Tables of outside text measure with
 * string-width (terminal.ts); help pages must not wait for it to load.
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const width = (words: string): number => [...words].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);

export const padded = (words: string, columns: number): string =>
  words + ' '.repeat(Math.max(0, columns - width(words)));

/** Breaks words at blanks, and between hanzi, so that no line is wider than `columns`; line feeds stay. */
export function folded(words: string, columns: number, measure: (words: string) => number = width): string {
  return words
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const piece of paragraph.match(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]|\s+/gu) ?? []) {
        if (line !== '' && measure(line) + measure(piece.trimEnd()) > columns) {
          lines.push(line.trimEnd());
          line = '';
        }
        line += piece;
      }
      return [...lines, line.trimEnd()].join('\n');
    })
    .join('\n');
}

/** As much of a line as fits; a terminal would break a longer one and keep its rests. */
export function clipped(words: string, columns: number | null): string {
  if (columns === null) return words;
  let kept = '';
  for (const sign of words) {
    if (width(kept + sign) >= columns) break;
    kept += sign;
  }
  return kept;
}
