/** A payslip is its derivations, printed: the tree line by line, nothing that is not in it. */
import type { Fen } from '../base/fen.js';
import { cite } from '../base/source.js';
import { joinTexts, same, type Text, text } from '../base/text.js';
import type { Derivation } from '../pay/derivation.js';

/** What a payslip shows; pay's own slip has at least this. */
export interface Slip {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly Derivation[];
  readonly gross: Fen;
  readonly deductions: Fen;
  readonly net: Fen;
}

export interface SlipRow {
  /** 0: a line of the slip; deeper: what it is made of. */
  readonly depth: number;
  readonly kind: 'line' | 'says' | 'figure' | 'sources';
  readonly label: Text;
  /** Null on rows that explain. */
  readonly amount: Fen | null;
  readonly clause: string | null;
  readonly assumed: boolean;
}

/** Rows of one file that are named; the rest is counted. */
const ROWS = 6;

const figureText = (name: Text, value: string): Text => text(`${name.en}: ${value}`, `${name.zh}：${value}`);

/** `orders.csv rows 14, 17, 20 and 53 more; events.csv row 5` */
function sourcesText(derivation: Derivation): Text | null {
  const rows = new Map<string, Set<number>>();
  for (const { row, rows: many, ...file } of derivation.sources) {
    const name = cite(file);
    const found = rows.get(name) ?? new Set();
    rows.set(name, found);
    for (const one of many ?? (row === undefined ? [] : [row])) found.add(one);
  }
  if (rows.size === 0) return null;
  const files = [...rows].map(([file, numbers]) => {
    const first = [...numbers].slice(0, ROWS).join(', ');
    const more = numbers.size - ROWS;
    if (numbers.size === 0) return same(file);
    return more > 0
      ? text(`${file} rows ${first} and ${more} more`, `${file} 第 ${first} 等 ${numbers.size} 行`)
      : text(`${file} row${numbers.size > 1 ? 's' : ''} ${first}`, `${file} 第 ${first} 行`);
  });
  return joinTexts([text('from ', '来源 '), joinTexts(files, text('; ', '；'))]);
}

/** One derivation as rows: the line, the sum in words, its figures, its sources, its parts. */
export function derivationRows(derivation: Derivation, depth = 0): SlipRow[] {
  const explain = (kind: SlipRow['kind'], label: Text, clause: string | null = null, assumed = false): SlipRow => ({
    depth: depth + 1,
    kind,
    label,
    amount: null,
    clause,
    assumed,
  });
  const sources = sourcesText(derivation);
  return [
    {
      depth,
      kind: 'line',
      label: derivation.label,
      amount: derivation.amount,
      clause: derivation.clause,
      assumed: derivation.assumed,
    },
    ...(derivation.says.en === '' ? [] : [explain('says', derivation.says)]),
    ...derivation.figures.map((figure) =>
      explain('figure', figureText(figure.name, figure.value), figure.clause, figure.assumed),
    ),
    ...(sources === null ? [] : [explain('sources', sources)]),
    ...derivation.parts.flatMap((part) => derivationRows(part, depth + 1)),
  ];
}

/** `three-shift/8, assumed` */
export function clauseText(clause: string | null, assumed: boolean): Text {
  if (!assumed) return same(clause ?? '');
  return clause === null ? text('assumed', '推定') : text(`${clause}, assumed`, `${clause}，推定`);
}
