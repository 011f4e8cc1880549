/** How an amount came about. The payslip is this tree, printed; nothing is printed that is not in it. */
import type { Fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import type { Text } from '../base/text.js';

/** A number that went into an amount, as the reader is to see it: sales 12,345.00; rate 4.5%; 27 of 31 days. */
export interface Figure {
  readonly name: Text;
  readonly value: string;
  /** The handbook clause or the facts that gave it. */
  readonly clause: string | null;
  readonly assumed: boolean;
  readonly sources: readonly SourceRef[];
}

export interface Derivation {
  /** The pay line's id, `personal-commission`; parts carry the line's id too. */
  readonly line: string;
  readonly label: Text;
  /** Signed: deductions are negative. */
  readonly amount: Fen;
  readonly clause: string | null;
  readonly assumed: boolean;
  /** The sum in words: `(12,345.00 - 10,000.00) x 4.5% + 300.00 = 405.53` */
  readonly says: Text;
  readonly figures: readonly Figure[];
  readonly sources: readonly SourceRef[];
  /** Where there are parts, their amounts sum to `amount`. */
  readonly parts: readonly Derivation[];
}

/** A notice that is never money: dismissal, resignation, a warning of a ladder. */
export interface Notice {
  readonly staff: string;
  readonly kind: 'warning' | 'dismissal' | 'resignation' | 'points' | 'discipline' | 'goodwill';
  readonly clause: string | null;
  readonly says: Text;
  readonly sources: readonly SourceRef[];
}
