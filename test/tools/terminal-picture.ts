/** What a program prints on a terminal, with its colours, as an SVG: every sign in its column, hanzi in two. */
import stringWidth from 'string-width';

interface Look {
  readonly ink: string | null;
  readonly fill: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
}

const PLAIN: Look = { ink: null, fill: null, bold: false, dim: false };
const [COLUMN, ROW, MARGIN] = [8, 19, 14];

const hex = (codes: readonly number[]): string =>
  `#${codes.map((code) => code.toString(16).padStart(2, '0')).join('')}`;

/** SGR as chalk writes it: 24-bit colours, bold, dim, and their ends. */
function after(look: Look, codes: readonly number[]): Look {
  switch (codes[0]) {
    case 38:
      return { ...look, ink: hex(codes.slice(2, 5)) };
    case 48:
      return { ...look, fill: hex(codes.slice(2, 5)) };
    case 39:
      return { ...look, ink: null };
    case 49:
      return { ...look, fill: null };
    case 1:
      return { ...look, bold: true };
    case 2:
      return { ...look, dim: true };
    case 22:
      return { ...look, bold: false, dim: false };
    default:
      return codes[0] === 0 ? PLAIN : look;
  }
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `columns`: the window's width; a line that is wider is an error of whoever printed it, and shown so. */
export function terminalSvg(words: string, columns: number, title: string): string {
  const lines = words.trimEnd().split('\n');
  const parts: string[] = [];
  lines.forEach((line, row) => {
    let look = PLAIN;
    let column = 0;
    for (const [at, chunk] of line.split('\u001b[').entries()) {
      const end = at === 0 ? -1 : chunk.indexOf('m');
      if (at > 0) look = after(look, chunk.slice(0, end).split(';').map(Number));
      const run = chunk.slice(end + 1);
      for (const [piece] of run.matchAll(/[\u2e80-\uffef]|[^\u2e80-\uffef]+/g)) {
        const width = stringWidth(piece);
        const [x, y] = [MARGIN + column * COLUMN, 40 + row * ROW];
        if (look.fill !== null)
          parts.push(`<rect x="${x}" y="${y - 14}" width="${width * COLUMN}" height="${ROW}" fill="${look.fill}"/>`);
        const ink = look.ink ?? (look.dim ? '#8b949e' : '#e6edf3');
        const weight = look.bold ? ' font-weight="bold"' : '';
        if (piece.trim() !== '')
          parts.push(
            `<text x="${x}" y="${y}" fill="${ink}"${weight} textLength="${width * COLUMN}" xml:space="preserve">${escaped(piece)}</text>`,
          );
        column += width;
      }
    }
  });
  const [width, height] = [columns * COLUMN + 2 * MARGIN, lines.length * ROW + 48];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>
<circle cx="18" cy="14" r="5" fill="#ff5f57"/><circle cx="36" cy="14" r="5" fill="#febc2e"/><circle cx="54" cy="14" r="5" fill="#28c840"/>
<g font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','WenQuanYi Micro Hei Mono','Noto Sans Mono CJK SC',monospace" font-size="13">
${parts.join('\n')}
</g></svg>
`;
}
