/** The register: everybody's lines side by side, with totals that are the sums of what is shown. */
import { type Fen, sumFen } from '../base/fen.js';
import type { Text } from '../base/text.js';
import type { Slip } from './payslip.js';

export interface Register {
  /** The lines that stand on at least one slip, in the order of the slips. */
  readonly lines: readonly { readonly line: string; readonly label: Text }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    /** In the order of `lines`; null: the line does not stand on this slip. */
    readonly amounts: readonly (Fen | null)[];
    readonly gross: Fen;
    readonly deductions: Fen;
    readonly net: Fen;
  }[];
  readonly totals: {
    readonly amounts: readonly Fen[];
    readonly gross: Fen;
    readonly deductions: Fen;
    readonly net: Fen;
  };
}

/** @param order line ids as the pay room prints them; lines it does not name stand at the end */
export function registerOf(slips: readonly Slip[], order: readonly string[]): Register {
  const labels = new Map(slips.flatMap((slip) => slip.lines).map((line) => [line.line, line.label] as const));
  const rank = (line: string): number => (order.includes(line) ? order.indexOf(line) : order.length);
  const lines = [...labels].map(([line, label]) => ({ line, label })).sort((a, b) => rank(a.line) - rank(b.line));
  const rows = slips.map((slip) => ({
    id: slip.id,
    name: slip.name,
    amounts: lines.map(({ line }) => {
      const found = slip.lines.filter((derivation) => derivation.line === line);
      return found.length === 0 ? null : sumFen(found.map((derivation) => derivation.amount));
    }),
    gross: slip.gross,
    deductions: slip.deductions,
    net: slip.net,
  }));
  return {
    lines,
    rows,
    totals: {
      amounts: lines.map((_, at) => sumFen(rows.map((row) => row.amounts[at] ?? (0 as Fen)))),
      gross: sumFen(rows.map((row) => row.gross)),
      deductions: sumFen(rows.map((row) => row.deductions)),
      net: sumFen(rows.map((row) => row.net)),
    },
  };
}
