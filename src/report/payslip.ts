/** A payslip is its derivations, printed: the tree line by line, nothing that is not in it. */
import { type Fen, showYuan } from '../base/fen.js';
import { cite } from '../base/source.js';
import { same, type Text, text } from '../base/text.js';
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

/** Sources named in one row; the rest is counted. */
const SOURCES = 6;

const figureText = (name: Text, value: string): Text => text(`${name.en}: ${value}`, `${name.zh}：${value}`);

function sourcesText(derivation: Derivation): Text | null {
  const named = [...new Set(derivation.sources.map(cite))];
  if (named.length === 0) return null;
  const first = named.slice(0, SOURCES).join(', ');
  const more = named.length - SOURCES;
  return more > 0
    ? text(`from ${first} and ${more} more`, `来源 ${first} 等共 ${named.length} 处`)
    : text(`from ${first}`, `来源 ${first}`);
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

/** The whole slip as rows, every line with its derivation. */
export const slipRows = (slip: Slip): SlipRow[] => slip.lines.flatMap((line) => derivationRows(line));

/** `three-shift/8, assumed` */
export function clauseText(clause: string | null, assumed: boolean): Text {
  if (!assumed) return same(clause ?? '');
  return clause === null ? text('assumed', '推定') : text(`${clause}, assumed`, `${clause}，推定`);
}

export const amountText = (amount: Fen): string => showYuan(amount);
